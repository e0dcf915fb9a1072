package org.xinheng.app.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.screening.CampaignCounts;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Coverage;
import org.xinheng.screening.DistrictCounts;
import org.xinheng.screening.Summary;

/**
 * The report of a campaign of several schools that a district office may read: counts of ten or more, schools in the order
 * of the roster, nothing that a count inside a school could be worked out from.
 */
public final class DistrictReport {

  private static final int BAR = 9;

  private final CampaignResult result;
  private final Summary summary;
  private final DistrictCounts counts;
  private final boolean isCountedAgain;
  private final Coverage coverage;
  private final TierPolicy policy;
  private final StackedBar bars;
  private final Html html;

  private DistrictReport(CampaignResult result, CampaignCounts all, Html html) {
    this.result = result;
    this.summary = all.summary();
    this.counts = DistrictCounts.of(result, all);
    this.isCountedAgain = all.isCountedAgain();
    this.coverage = Coverage.of(result);
    this.policy = result.policy();
    this.bars = new StackedBar(policy);
    this.html = html;
  }

  /**
   * The report as the text of a file. The same result gives the same text.
   *
   * @param counts of the same campaign
   */
  public static String html(CampaignResult result, CampaignCounts counts, Language language) {
    return new DistrictReport(result, counts, new Html(language, result.policy().hierarchy()))
        .page();
  }

  private String page() {
    ReportPage page = new ReportPage(result, html);
    String schools = Integer.toString(counts.rows().size() - 1);
    page.begin(
        html.hierarchy().in(Words.DISTRICT_REPORT),
        new ReportPage.Fact(html.hierarchy().in(Words.NUMBER_OF_SCHOOLS), schools),
        bars);
    response();
    owed();
    tiers();
    if (isCountedAgain) {
      Cells.notAgain(html);
    } else {
      new AlertSection(result, summary, policy.suppressBelowOutside()).write(html);
      new NeedSection(result, policy.suppressBelowOutside()).write(html);
    }
    new ReadingSection(policy, policy.suppressBelowOutside()).write(html);
    return page.end();
  }

  private void response() {
    html.open("section");
    html.open("h2").say(Words.RESPONSE).closeLine();
    Cells.table(html, "response schools", html.hierarchy().in(Words.DISTRICT_RESPONSE_CAPTION));
    html.open("thead").open("tr");
    Cells.column(html, "", html.hierarchy().name(Hierarchy.Level.SCHOOL));
    Cells.column(html, "number", Words.ROSTER);
    Cells.column(html, "number", Words.COMPLETE);
    html.close().closeLine();
    html.open("tbody");
    for (DistrictCounts.Row row : counts.rows()) {
      open(row);
      Cells.number(html, row.eligible());
      Cells.rate(html, row.complete(), row.eligible());
      html.closeLine();
    }
    html.closeLine().closeLine();
    Cells.note(html, html.hierarchy().in(Words.SCHOOLS_NOTE));
    html.closeLine();
  }

  private void open(DistrictCounts.Row row) {
    html.open("tr", "class", row.school().isEmpty() ? "whole" : "part");
    Cells.row(html, nameOf(row));
  }

  private Text nameOf(DistrictCounts.Row row) {
    return row.school()
        .map(name -> new Text(name, name))
        .orElse(html.hierarchy().whole(Hierarchy.Level.DISTRICT));
  }

  private void owed() {
    if (coverage.owed().isEmpty()) {
      return;
    }
    html.open("div", "class", "notice");
    html.open("p").say(Words.OWED).closeLine();
    html.open("ul");
    for (Coverage.Row row : coverage.owed()) {
      html.open("li").name(row.school());
      html.text(" ").say(row.grade().map(html.hierarchy()::grade).orElseThrow()).closeLine();
    }
    html.closeLine().closeLine();
  }

  private void tiers() {
    html.open("section");
    html.open("h2").say(Words.TIERS).closeLine();
    Cells.table(html, "tiers grades schools", html.hierarchy().in(Words.BY_SCHOOL));
    html.open("thead").open("tr");
    Cells.column(html, "", html.hierarchy().name(Hierarchy.Level.SCHOOL));
    Cells.column(html, "number roster", Words.ROSTER);
    Cells.column(html, "distribution", Words.DISTRIBUTION);
    tierHead(Tier.TARGETED);
    tierHead(Tier.INTENSIVE);
    Cells.column(html, "number", Words.TIER_1_OR_NONE);
    html.close().closeLine();
    html.open("tbody");
    for (DistrictCounts.Row row : counts.rows()) {
      open(row);
      html.element("td", Integer.toString(row.eligible()), "class", "number roster");
      html.open("td", "class", "distribution");
      bars.bar(html, nameOf(row), segments(row), BAR);
      html.close();
      for (Optional<Integer> count : List.of(row.targeted(), row.intensive(), row.others())) {
        bars.count(html, count, row.eligible());
      }
      html.closeLine();
    }
    html.closeLine().closeLine();
    Cells.note(html, html.hierarchy().in(Words.SCHOOLS_NOTE));
    html.closeLine();
  }

  private void tierHead(Tier tier) {
    Cells.tier(html, Optional.of(tier.code()), Segment.nameOf(tier, policy));
  }

  private List<Segment> segments(DistrictCounts.Row row) {
    int targeted = row.targeted().orElse(0);
    int intensive = row.intensive().orElse(0);
    int others = row.others().orElse(0);
    return Stream.of(
            new Segment(Segment.Mark.T2, Segment.nameOf(Tier.TARGETED, policy), targeted),
            new Segment(Segment.Mark.T3, Segment.nameOf(Tier.INTENSIVE, policy), intensive),
            new Segment(
                Segment.Mark.HIDDEN, Words.HIDDEN, row.eligible() - targeted - intensive - others),
            new Segment(Segment.Mark.NO_TIER, Words.TIER_1_OR_NONE, others))
        .filter(segment -> segment.students() > 0)
        .toList();
  }
}
