package org.xinheng.app.report;

import org.xinheng.instrument.Text;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.TierPolicy;
import org.xinheng.screening.CampaignResult;

/** What the reports of a campaign have in common: the head of the file, the title, and what is always said. */
final class ReportPage {

  private static final String CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final CampaignResult result;
  private final Html html;

  ReportPage(CampaignResult result, Html html) {
    this.result = result;
    this.html = html;
  }

  /** Something that stands at the top of the page. */
  record Fact(Text name, String value) {}

  /** Writes everything up to the first section; the page, its body and its main part stay open. */
  void begin(Text kind, Fact schools, StackedBar bars) {
    html.open("html", "lang", html.language().tag());
    head(kind);
    html.open("body");
    bars.definitions(html);
    html.open("main");
    title(kind, schools);
  }

  /** Closes what was begun, with the definitions that were used, and gives the text of the file. */
  String end() {
    html.closeLine();
    new DefinitionSection(result).write(html);
    return html.closeLine().closeLine().page();
  }

  private void head(Text kind) {
    Campaign campaign = result.campaign();
    html.open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", CONTENT_POLICY);
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.element("title", campaign.name().in(html.language()) + " – " + kind.in(html.language()));
    html.style(Style.CSS);
    html.closeLine();
  }

  private void title(Text kind, Fact schools) {
    Campaign campaign = result.campaign();
    TierPolicy policy = result.policy();
    html.open("header");
    html.open("p", "class", "kind").say(kind).closeLine();
    html.open("h1").say(campaign.name()).closeLine();
    html.open("dl");
    fact(Words.SCHOOL_YEAR, campaign.schoolYear());
    fact(Words.WINDOW, campaign.from() + " – " + campaign.to());
    fact(schools.name(), schools.value());
    fact(Words.POLICY, policy.id() + " " + policy.version());
    html.closeLine();
    html.open("p", "class", "statement");
    html.open("strong").say(Words.NOT_A_DIAGNOSIS).close().text(" ");
    html.say(Words.NOT_A_DIAGNOSIS_WHY).text(" ").say(html.hierarchy().in(Words.USE_TEXT));
    html.closeLine().closeLine();
  }

  private void fact(Text name, String value) {
    html.open("div");
    html.open("dt").say(name).close();
    html.open("dd").name(value).close();
    html.closeLine();
  }
}
