package org.xinheng.app.report;

import java.util.List;
import java.util.Objects;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.GroupNotice;
import org.xinheng.screening.Summary;

/** The tiers of each grade, by sex, then of each class: a bar and its numbers. */
final class TierSection {

  private static final int GRADE_BAR = 11;
  private static final int CLASS_BAR = 9;

  private final CampaignResult result;
  private final TierPolicy policy;
  private final Summary summary;
  private final StackedBar bars;

  TierSection(CampaignResult result, Summary summary, StackedBar bars) {
    this.result = result;
    this.policy = result.policy();
    this.summary = summary;
    this.bars = bars;
  }

  void write(Html html) {
    html.open("section");
    html.open("h2").say(Words.TIERS).closeLine();
    bars.legend(html);
    table(html);
    notices(html);
    classes(html);
    html.closeLine();
  }

  private void table(Html html) {
    Cells.table(html, "tiers grades", html.hierarchy().in(Words.TIERS_BY_GRADE));
    html.open("thead").open("tr");
    Cells.column(html, "", html.hierarchy().name(Hierarchy.Level.GRADE));
    Cells.column(html, "number roster", Words.ROSTER);
    Cells.column(html, "distribution", Words.DISTRIBUTION);
    for (Summary.Cell cell : Summary.Cell.values()) {
      Cells.tier(html, Segment.tierOf(cell).map(Tier::code), Segment.nameOf(cell, policy));
    }
    Cells.column(html, "number together", Words.HIDDEN_TOGETHER);
    Cells.column(html, "number", Words.FLAGGED);
    html.close().closeLine();
    html.open("tbody");
    summary.rows(Summary.Level.SCHOOL).forEach(row -> wide(html, row, "whole"));
    summary.rows(Summary.Level.GRADE).forEach(row -> wide(html, row, "part"));
    html.closeLine();
    List<Summary.Row> sexes = summary.rows(Summary.Level.SEX).stream()
        .filter(row -> row.eligible() >= policy.suppressBelow())
        .toList();
    if (!sexes.isEmpty()) {
      html.open("tbody");
      sexes.forEach(row -> wide(html, row, "part"));
      html.closeLine();
    }
    html.closeLine();
  }

  private void wide(Html html, Summary.Row row, String kind) {
    html.open("tr", "class", kind);
    cells(html, row, GRADE_BAR);
    if (row.showsAll()) {
      html.element("td", "–", "class", "number hidden together");
    } else {
      html.open("td", "class", "number together")
          .text(Integer.toString(row.suppressed()))
          .close();
    }
    Cells.rate(html, row.flagged(), row.eligible());
    html.closeLine();
  }

  private void notices(Html html) {
    // Where it is not shown how many are flagged, it is not said either that they are many; of
    // dormitories nothing is shown.
    List<GroupNotice> notices = GroupNotice.of(result).stream()
        .filter(notice -> summary.rows().stream()
            .anyMatch(row -> isOf(notice, row) && row.flagged().isPresent()))
        .toList();
    if (notices.isEmpty()) {
      return;
    }
    html.open("div", "class", "notice");
    html.open("p").say(Words.over(result)).closeLine();
    html.open("ul");
    for (GroupNotice notice : notices) {
      html.open("li").say(Words.place(notice, html.hierarchy()));
      notice.need().ifPresent(need -> html.say(Words.COLON).say(nameOf(need)));
      html.closeLine();
    }
    html.closeLine().closeLine();
  }

  private static boolean isOf(GroupNotice notice, Summary.Row row) {
    return notice.of() != Hierarchy.Level.DORMITORY
        && !row.level().isGroup()
        && row.school().equals(notice.school())
        && row.grade().equals(notice.grade())
        && row.schoolClass().equals(notice.schoolClass());
  }

  private Text nameOf(ScaleReference need) {
    Instrument instrument = Objects.requireNonNull(result.instruments().get(need.questionnaire()));
    return instrument
        .scale(need.scale())
        .map(scale -> ShownNeed.nameOf(instrument, scale))
        .orElse(instrument.about().measures());
  }

  private void classes(Html html) {
    List<Summary.Row> shown = summary.rows(Summary.Level.CLASS).stream()
        .filter(row -> row.suppressed() < row.eligible())
        .toList();
    html.open("h3").say(html.hierarchy().in(Words.TIERS_BY_CLASS)).closeLine();
    Cells.note(html, html.hierarchy().in(Words.CLASSES_NOTE));
    if (shown.size() < summary.rows(Summary.Level.CLASS).size()) {
      Cells.note(
          html,
          Words.with(
              summary.rows(Summary.Level.CLASS).size() - shown.size(),
              html.hierarchy().in(Words.CLASSES_HIDDEN)));
    }
    if (!shown.isEmpty()) {
      Cells.table(html, "tiers grades bare", html.hierarchy().in(Words.TIERS_BY_CLASS));
      html.open("thead").open("tr");
      Cells.column(html, "", html.hierarchy().name(Hierarchy.Level.CLASS));
      Cells.column(html, "number roster", Words.ROSTER);
      Cells.column(html, "distribution", Words.DISTRIBUTION);
      for (Summary.Cell cell : Summary.Cell.values()) {
        Cells.tier(html, Segment.tierOf(cell).map(Tier::code), Segment.nameOf(cell, policy));
      }
      Cells.column(html, "number", Words.FLAGGED);
      html.close().closeLine();
      html.open("tbody");
      shown.forEach(row -> compact(html, row));
      html.closeLine().closeLine();
    }
  }

  private void compact(Html html, Summary.Row row) {
    html.open("tr");
    cells(html, row, CLASS_BAR);
    Cells.rate(html, row.flagged(), row.eligible());
    html.closeLine();
  }

  private void cells(Html html, Summary.Row row, int height) {
    Hierarchy names = html.hierarchy();
    Text name =
        row.level() == Summary.Level.CLASS ? Words.place(row, names) : Cells.nameOf(row, names);
    Cells.row(html, name);
    html.element("td", Integer.toString(row.eligible()), "class", "number roster");
    html.open("td", "class", "distribution");
    bars.bar(html, name, Segment.of(row, policy), height);
    html.close();
    for (Summary.Cell cell : Summary.Cell.values()) {
      bars.count(html, row.count(cell), row.eligible());
    }
  }
}
