package org.xinheng.app.report;

import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Battery;
import org.xinheng.screening.CampaignResult;

/** The footer: which definitions, in which version, the numbers come from. */
final class DefinitionSection {

  private static final int DIGITS = 12;

  private final CampaignResult result;

  DefinitionSection(CampaignResult result) {
    this.result = result;
  }

  void write(Html html) {
    html.open("footer");
    Cells.table(html, "definitions", Words.DEFINITIONS);
    html.open("thead").open("tr");
    for (Text name : new Text[] {Words.KIND, Words.ID, Words.NAME, Words.VERSION, Words.HASH}) {
      Cells.column(html, "", name);
    }
    html.close().closeLine();
    html.open("tbody");
    var policy = result.policy();
    row(html, Words.POLICY, policy.id(), policy.name(), policy.version(), policy.hash());
    for (Battery battery : result.batteries()) {
      row(html, Words.BATTERY, battery.id(), battery.name(), battery.version(), battery.hash());
    }
    for (Instrument one : result.instruments().values()) {
      row(html, Words.QUESTIONNAIRE, one.id(), one.about().name(), one.version(), one.hash());
    }
    html.closeLine().closeLine();
    html.open("p", "class", "note")
        .say(Words.CAMPAIGN)
        .text(" ")
        .name(result.campaign().id());
    html.closeLine().closeLine();
  }

  private static void row(Html html, Text kind, String id, Text name, String version, String hash) {
    html.open("tr");
    html.open("td").say(kind).close();
    html.element("th", id, "scope", "row");
    html.open("td").say(name).close();
    html.element("td", version);
    html.open("td")
        .element("code", hash.substring(0, Math.min(DIGITS, hash.length())))
        .close();
    html.closeLine();
  }
}
