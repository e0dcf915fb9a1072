package org.xinheng.app.report;

import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Summary;

/** The alerts of the campaign, the most urgent first. */
final class AlertSection {

  /** All that a report counts. */
  static final List<Alert> SHOWN = List.of(Alert.IMMEDIATE, Alert.SAME_DAY, Alert.UNKNOWN);

  private final CampaignResult result;

  private final Summary summary;
  private final int suppressBelow;

  /**
   * The alerts of a campaign.
   *
   * @param suppressBelow fewer are not shown; where it is the rule for outside, they are hidden more often than inside
   */
  AlertSection(CampaignResult result, Summary summary, int suppressBelow) {
    this.result = result;
    this.summary = summary;
    this.suppressBelow = suppressBelow;
  }

  void write(Html html) {
    html.open("section", "class", "whole");
    html.open("h2").say(Words.ALERTS).closeLine();
    Cells.table(html, "alerts", Words.ALERTS_CAPTION);
    html.open("thead").open("tr");
    Cells.column(html, "", Words.ALERT);
    Cells.column(html, "number", Words.STUDENTS);
    Cells.column(html, "", Words.MEANING);
    html.close().closeLine();
    html.open("tbody");
    SHOWN.forEach(alert -> row(html, alert));
    html.closeLine().closeLine().closeLine();
  }

  private void row(Html html, Alert alert) {
    html.open("tr");
    Cells.row(html, nameOf(alert, result));
    result
        .alerts(alert, summary)
        .filter(count -> count == 0 || count >= suppressBelow)
        .ifPresentOrElse(count -> Cells.number(html, count), () -> Cells.hidden(html));
    html.open("td").say(meaning(alert)).close();
    html.closeLine();
  }

  /** The policy's name of an alert. */
  static Text nameOf(Alert alert, CampaignResult result) {
    return Optional.ofNullable(result.policy().alerts().get(alert))
        .orElse(new Text(alert.word(), alert.word()));
  }

  private static Text meaning(Alert alert) {
    return switch (alert) {
      case IMMEDIATE -> Words.IMMEDIATE;
      case SAME_DAY -> Words.SAME_DAY;
      case UNKNOWN -> Words.SKIPPED;
      case NONE -> throw new IllegalArgumentException("alert must not be none");
    };
  }
}
