package org.xinheng.app.report;

import java.util.List;
import org.xinheng.screening.CampaignResult;

/** On which scales most students score high. */
final class NeedSection {

  private static final int MOST = 8;

  private final CampaignResult result;

  NeedSection(CampaignResult result) {
    this.result = result;
  }

  void write(Html html) {
    List<ShownNeed> needs = ShownNeed.first(MOST, result);
    html.open("section", "class", "whole");
    html.open("h2").both(Words.NEEDS).closeLine();
    if (needs.isEmpty()) {
      Cells.note(html, Words.NO_NEEDS);
    } else {
      table(html, needs);
    }
    Cells.note(html, Words.with(result.policy().suppressBelow(), Words.NEEDS_NOTE));
    html.closeLine();
  }

  private static void table(Html html, List<ShownNeed> needs) {
    NeedBars bars = new NeedBars(needs);
    Cells.table(html, "needs", Words.NEEDS_CAPTION);
    html.open("thead").open("tr");
    Cells.column(html, "", Words.SCALE);
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
    html.open("th", "scope", "row").both(need.name()).text(" ");
    html.element("span", need.questionnaire(), "class", "scale").close();
    Cells.number(html, need.roster());
    html.open("td", "class", "distribution");
    bars.bar(html, need);
    html.close();
    html.element("td", need.percent() + "%", "class", "number");
    html.closeLine();
  }
}
