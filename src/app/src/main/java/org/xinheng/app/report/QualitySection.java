package org.xinheng.app.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Launch;
import org.xinheng.screening.AnswerQuality;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Coverage;
import org.xinheng.screening.Participation;
import org.xinheng.screening.Summary.Level;

/** How good the answers are that everything rests on. */
final class QualitySection {

  private final CampaignResult result;
  private final Coverage coverage;

  QualitySection(CampaignResult result, Coverage coverage) {
    this.result = result;
    this.coverage = coverage;
  }

  void write(Html html) {
    html.open("section", "class", "whole");
    html.open("h2").say(Words.QUALITY).closeLine();
    Cells.table(html, "quality", Words.QUALITY_CAPTION);
    html.open("thead").open("tr");
    Cells.column(html, "", Words.QUESTIONNAIRE_NAME);
    Cells.column(html, "number", Words.FORMS);
    Cells.column(html, "number", Words.BLANK);
    Cells.column(html, "number", Words.FULLY_SCORED);
    html.close().closeLine();
    html.open("tbody");
    List<AnswerQuality> all = AnswerQuality.of(result);
    for (AnswerQuality quality : all) {
      html.open("tr");
      Cells.row(html, quality.questionnaire());
      Cells.number(html, quality.forms());
      html.element(
          "td",
          quality.blank().isPresent()
              ? String.format(Locale.ROOT, "%.1f%%", 100 * quality.blank().getAsDouble())
              : "–",
          "class",
          "number");
      Cells.share(html, quality.scored(), quality.forms());
      html.closeLine();
    }
    html.closeLine().closeLine();
    int invalid = coverage.rows(Level.SCHOOL).stream()
        .mapToInt(row -> row.of(Participation.INVALID))
        .sum();
    Cells.note(html, Words.with(invalid, Words.INVALID_FORMS));
    if (result.campaign().comparedWith().isPresent()) {
      Cells.note(html, Words.with(result.earlier().faults(), Words.EARLIER_FAULTS));
    }
    if (result.campaign().preparation().isPresent() && !result.launch().isAllowed()) {
      Cells.note(html, launchedWithout(result.launch()));
    }
    html.closeLine();
  }

  private static Text launchedWithout(Launch launch) {
    return new Text(
        Words.LAUNCHED_WITHOUT.en()
            + launch.lacks().stream()
                .map(lack -> lack.text().en())
                .collect(Collectors.joining("; ")),
        Words.LAUNCHED_WITHOUT.zhCn()
            + launch.lacks().stream()
                .map(lack -> lack.text().zhCn())
                .collect(Collectors.joining("；")));
  }
}
