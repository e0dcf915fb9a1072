package org.xinheng.app.report;

import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.screening.CampaignCounts;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Coverage;
import org.xinheng.screening.Summary;

/**
 * The report of a campaign that a school prints: one HTML file without scripts that loads nothing. It holds no student
 * identifiers, and no number that a small cell could be worked out from.
 */
public final class CampaignReport {

  private CampaignReport() {}

  /**
   * The report as the text of a file. The same result gives the same text.
   *
   * @param result of one school
   * @param counts of the same school
   */
  public static String html(CampaignResult result, CampaignCounts counts, Language language) {
    Summary summary = counts.summary();
    Coverage coverage = Coverage.of(result);
    int small = result.policy().suppressBelow();
    Html html = new Html(language, result.policy().hierarchy());
    ReportPage page = new ReportPage(result, html);
    StackedBar bars = new StackedBar(result.policy());
    String schools = String.join("、", result.schools());
    Text ofSchool = html.hierarchy().name(Hierarchy.Level.SCHOOL);
    page.begin(Words.REPORT, new ReportPage.Fact(ofSchool, schools), bars);
    new ResponseSection(coverage).write(html);
    new TierSection(result, summary, bars).write(html);
    if (counts.isCountedAgain()) {
      Cells.notAgain(html);
    } else {
      new AlertSection(result, summary, small).write(html);
      new NeedSection(result, small).write(html);
      new ChangeSection(result).write(html);
      new ScoreSection(result, summary).write(html);
      new ItemSection(result).write(html);
    }
    new EquitySection(result, counts).write(html);
    new QualitySection(result, coverage).write(html);
    new ReadingSection(result.policy(), small).write(html);
    return page.end();
  }
}
