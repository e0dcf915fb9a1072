package org.xinheng.app.report;

import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;

/** What the words and numbers of the report mean, in the policy's own names. */
final class ReadingSection {

  private final TierPolicy policy;

  private final int suppressBelow;

  /**
   * Explains a report.
   *
   * @param suppressBelow counts of fewer students are not shown in it
   */
  ReadingSection(TierPolicy policy, int suppressBelow) {
    this.policy = policy;
    this.suppressBelow = suppressBelow;
  }

  void write(Html html) {
    html.open("section", "class", "reading");
    html.open("h2").say(Words.READING).closeLine();
    Language language = html.language();
    html.open("dl");
    tiers(html, language);
    explain(html, Words.ALERT_MEANING, Words.ALERT_TEXT);
    explain(html, Words.RESULT_MEANING, Words.RESULT_TEXT);
    explain(html, Words.INTERVAL_MEANING, Words.INTERVAL_TEXT);
    explain(html, Words.with(suppressBelow, Words.SMALL_MEANING), Words.SMALL_TEXT);
    explain(html, Words.LISTS_MEANING, Words.LISTS_TEXT);
    explain(html, Words.USE_MEANING, html.hierarchy().in(Words.USE_TEXT));
    html.closeLine().closeLine();
  }

  private void tiers(Html html, Language language) {
    html.element("dt", Words.TIER_MEANING.in(language));
    html.open("dd").open("ul");
    for (Tier tier : Tier.values()) {
      Text name = Segment.nameOf(tier, policy);
      tier(html, language, tier.code() + " " + name.in(language), Words.meaning(tier));
    }
    tier(html, language, Words.NO_TIER.in(language), Words.NO_TIER_MEANING);
    html.close().closeLine();
  }

  private static void tier(Html html, Language language, String name, Text meaning) {
    String colon = language == Language.ZH_CN ? "：" : ": ";
    html.open("li").element("b", name).text(colon + meaning.in(language)).closeLine();
  }

  private static void explain(Html html, Text name, Text text) {
    html.open("dt").say(name).close().open("dd").say(text).close().text("\n");
  }
}
