package org.xinheng.app.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Text;
import org.xinheng.screening.CampaignCounts;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.ContactCounts;
import org.xinheng.screening.FirstContact;
import org.xinheng.screening.MedianWait;
import org.xinheng.screening.Summary;

/**
 * Whether groups of students took part, and are at tier 2 or 3, at different rates; and whether those at these tiers are spoken with
 * as soon.
 */
final class EquitySection {

  private static final List<Summary.Level> LEVELS =
      List.of(Summary.Level.SEX, Summary.Level.BOARDING, Summary.Level.REGISTRY);

  private static final List<Summary.Level> WITH_SCHOOL = List.of(
      Summary.Level.SCHOOL, Summary.Level.SEX, Summary.Level.BOARDING, Summary.Level.REGISTRY);

  private final Summary summary;
  private final Optional<ContactCounts> contacts;
  private final LocalDate today;
  private final int suppressBelow;

  /** The groups of a campaign; those that are smaller than a small cell are left out. */
  EquitySection(CampaignResult result, CampaignCounts counts) {
    this.summary = counts.summary();
    this.contacts = counts.contacts();
    this.today = result.times().now().toLocalDate();
    this.suppressBelow = result.policy().suppressBelow();
  }

  void write(Html html) {
    html.open("section", "class", "whole");
    html.open("h2").say(Words.EQUITY).closeLine();
    if (LEVELS.stream().allMatch(level -> rows(level).isEmpty())) {
      Cells.note(html, Words.NO_GROUPS);
    } else {
      table(html);
    }
    Cells.note(html, Words.EQUITY_NOTE);
    contacts.ifPresentOrElse(
        counts -> contacts(html, counts), () -> Cells.note(html, Words.NO_CONTACTS));
    html.closeLine();
  }

  private List<Summary.Row> rows(Summary.Level level) {
    return summary.rows(level).stream()
        .filter(row -> row.eligible() >= suppressBelow)
        .toList();
  }

  private void table(Html html) {
    Cells.table(html, "equity", Words.EQUITY_CAPTION);
    html.open("thead").open("tr");
    for (Text name :
        List.of(Words.GROUP, Words.ROSTER, Words.RESPONDED, Words.COMPLETE, Words.FLAGGED)) {
      Cells.column(html, name.equals(Words.GROUP) ? "" : "number", name);
    }
    html.close().closeLine();
    for (Summary.Level level : LEVELS) {
      List<Summary.Row> rows = rows(level);
      if (!rows.isEmpty()) {
        html.open("tbody");
        rows.forEach(row -> row(html, row));
        html.closeLine();
      }
    }
    html.closeLine();
  }

  private static void row(Html html, Summary.Row row) {
    html.open("tr");
    Cells.row(html, Cells.nameOf(row, html.hierarchy()));
    Cells.number(html, row.eligible());
    Cells.rate(html, Optional.of(row.responded()), row.eligible());
    Cells.rate(html, Optional.of(row.complete()), row.eligible());
    Cells.rate(html, row.flagged(), row.eligible());
    html.closeLine();
  }

  private void contacts(Html html, ContactCounts counts) {
    Text caption = Words.CONTACT_CAPTION;
    Cells.table(
        html, "contact", new Text(caption.en() + today + ".", caption.zhCn() + today + "。"));
    html.open("thead").open("tr");
    for (Text name : List.of(
        Words.GROUP,
        Words.FLAGGED_STUDENTS,
        Words.ON_TIME,
        Words.OVERDUE,
        Words.STILL_DUE,
        Words.MEDIAN_WAIT)) {
      Cells.column(html, name.equals(Words.GROUP) ? "" : "number", name);
    }
    html.close().closeLine();
    for (Summary.Level level : WITH_SCHOOL) {
      List<Summary.Row> rows = rows(level);
      if (!rows.isEmpty()) {
        html.open("tbody");
        rows.forEach(row -> counts.of(row).ifPresent(one -> contactRow(html, one)));
        html.closeLine();
      }
    }
    html.closeLine();
    Cells.note(html, Words.with(suppressBelow, Words.CONTACT_NOTE));
  }

  private static void contactRow(Html html, ContactCounts.Row row) {
    html.open("tr");
    Cells.row(html, Cells.nameOf(row.of(), html.hierarchy()));
    number(html, row.of().flagged());
    Optional<Integer> onTime = row.count(FirstContact.State.ON_TIME);
    if (row.told().isPresent()) {
      Cells.rate(html, onTime, row.told().get());
    } else {
      number(html, onTime);
    }
    number(html, row.count(FirstContact.State.OVERDUE));
    number(html, row.count(FirstContact.State.DUE));
    row.median().ifPresentOrElse(wait -> median(html, wait), () -> Cells.hidden(html));
    html.closeLine();
  }

  private static void number(Html html, Optional<Integer> number) {
    number.ifPresentOrElse(count -> Cells.number(html, count), () -> Cells.hidden(html));
  }

  private static void median(Html html, MedianWait wait) {
    html.open("td", "class", "number rate");
    if (wait.median().isPresent()) {
      html.text(wait.median().getAsInt() + " ");
    } else {
      html.say(Words.MORE_THAN_HALF_WAIT).text(" ");
    }
    if (wait.lowest().isPresent()) {
      String highest = wait.highest().isPresent() ? "" + wait.highest().getAsInt() : "…";
      html.element(
          "span", "(" + wait.lowest().getAsInt() + "–" + highest + ")", "class", "interval");
    }
    html.close();
  }
}
