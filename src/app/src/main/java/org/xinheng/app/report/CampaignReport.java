package org.xinheng.app.report;

import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.TierPolicy;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Summary;

/**
 * The report of a campaign that a school prints: one HTML file without scripts that loads nothing. It holds no student
 * identifiers, and no number that a small cell could be worked out from.
 */
public final class CampaignReport {

  private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final CampaignResult result;
  private final Summary summary;
  private final Html html = new Html();

  private CampaignReport(CampaignResult result) {
    this.result = result;
    this.summary = result.summary();
  }

  /** The report as the text of a file. The same result gives the same text. */
  public static String html(CampaignResult result) {
    return new CampaignReport(result).page();
  }

  private String page() {
    html.open("html", "lang", "zh-CN");
    head();
    html.open("body");
    StackedBar bars = new StackedBar(result.policy());
    bars.definitions(html);
    html.open("main");
    title();
    new ResponseSection(summary).write(html);
    new TierSection(result.policy(), summary, bars).write(html);
    new AlertSection(result).write(html);
    new NeedSection(result).write(html);
    new ReadingSection(result.policy()).write(html);
    html.closeLine();
    new DefinitionSection(result).write(html);
    return html.closeLine().closeLine().page();
  }

  private void head() {
    Campaign campaign = result.campaign();
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", CONTENT_POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.element("title", campaign.name().zhCn() + " – " + Words.REPORT.zhCn());
    html.style(Style.CSS);
    html.closeLine();
  }

  private void title() {
    Campaign campaign = result.campaign();
    TierPolicy policy = result.policy();
    html.open("header");
    html.open("p", "class", "kind").both(Words.REPORT).closeLine();
    html.open("h1").both(campaign.name()).closeLine();
    html.open("dl");
    fact(Words.SCHOOL_YEAR, campaign.schoolYear());
    fact(Words.WINDOW, campaign.from() + " – " + campaign.to());
    fact(Words.SCHOOLS, schools());
    fact(Words.POLICY, policy.id() + " " + policy.version());
    html.closeLine();
    html.open("p", "class", "statement");
    for (Language language : new Language[] {Language.ZH_CN, Language.EN}) {
      html.open("span", "lang", language.tag());
      html.element("strong", Words.NOT_A_DIAGNOSIS.in(language)).text(" ");
      html.text(Words.NOT_A_DIAGNOSIS_WHY.in(language)).closeLine();
    }
    html.closeLine().closeLine();
  }

  private void fact(Text name, String value) {
    html.open("div");
    html.open("dt").both(name).close();
    html.open("dd").name(value).close();
    html.closeLine();
  }

  private String schools() {
    List<Summary.Row> schools = summary.rows(Summary.Level.SCHOOL);
    return schools.stream().map(Summary.Row::school).collect(Collectors.joining("、"));
  }
}
