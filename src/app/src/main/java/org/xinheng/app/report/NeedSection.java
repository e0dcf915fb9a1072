package org.xinheng.app.report;

import java.util.List;
import org.xinheng.instrument.Text;
import org.xinheng.screening.CampaignResult;

/** On which scales most students score high. */
final class NeedSection {

  private static final int MOST = 8;

  private final CampaignResult result;
  private final int suppressBelow;

  /**
   * The needs of a campaign.
   *
   * @param suppressBelow how many students a step of the rounded shares is at least
   */
  NeedSection(CampaignResult result, int suppressBelow) {
    this.result = result;
    this.suppressBelow = suppressBelow;
  }

  void write(Html html) {
    List<ShownNeed> needs = ShownNeed.first(MOST, result, suppressBelow);
    html.open("section", "class", "whole");
    html.open("h2").say(Words.NEEDS).closeLine();
    if (needs.isEmpty()) {
      Cells.note(html, Words.NO_NEEDS);
    } else {
      table(html, needs, Words.NEEDS_CAPTION, Words.SCALE);
    }
    Cells.note(html, Words.with(suppressBelow, Words.NEEDS_NOTE));
    html.closeLine();
  }

  /** Writes rounded shares as bars. */
  static void table(Html html, List<ShownNeed> needs, Text caption, Text what) {
    NeedBars bars = new NeedBars(needs);
    Cells.table(html, "needs", caption);
    html.open("thead").open("tr");
    Cells.column(html, "", what);
    html.element("th", "n", "scope", "col", "class", "number");
    html.open("th", "scope", "col", "class", "distribution");
    html.element("span", "0", "class", "from").element("span", bars.axis() + "%", "class", "to");
    html.close();
    Cells.column(html, "number", Words.SHARE);
    html.close().closeLine();
    html.open("tbody");
    needs.forEach(need -> row(html, need, bars));
    html.closeLine().closeLine();
  }

  private static void row(Html html, ShownNeed need, NeedBars bars) {
    html.open("tr");
    html.open("th", "scope", "row").say(need.name()).text(" ");
    html.element("span", need.questionnaire(), "class", "scale").close();
    Cells.number(html, need.roster());
    html.open("td", "class", "distribution");
    bars.bar(html, need);
    html.close();
    html.element("td", need.percent() + "%", "class", "number");
    html.closeLine();
  }
}
