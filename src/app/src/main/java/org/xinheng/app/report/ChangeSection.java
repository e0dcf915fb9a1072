package org.xinheng.app.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.record.YearChange;
import org.xinheng.record.YearTrend;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.ScoreChange;

/** What has become of the primary scores since last year. */
final class ChangeSection {

  private final CampaignResult result;

  ChangeSection(CampaignResult result) {
    this.result = result;
  }

  void write(Html html) {
    html.open("section");
    html.open("h2").say(Words.CHANGE).closeLine();
    List<YearChange> changes = YearChange.of(result);
    if (changes.isEmpty()) {
      Cells.note(html, Words.NO_EARLIER);
    } else {
      changes.forEach(change -> write(html, change));
      Cells.note(html, html.hierarchy().in(Words.CHANGE_NOTE));
    }
    html.closeLine();
  }

  private void write(Html html, YearChange change) {
    Text name = ShownNeed.nameOf(change.scale(), result);
    if (change.trends().isEmpty()) {
      String separator = html.language() == org.xinheng.instrument.Language.EN ? ", " : "、";
      String why = change.reasons().stream()
          .sorted()
          .map(ScoreChange.Reason::text)
          .map(text -> text.in(html.language()))
          .collect(Collectors.joining(separator));
      html.open("p", "class", "note").say(name).say(Words.COLON);
      html.say(why.isEmpty() ? Words.TOO_FEW_EARLIER : Words.NOT_COMPARABLE);
      html.text(why.isEmpty() ? "" : why).closeLine();
      return;
    }
    Cells.table(html, "change", name);
    html.open("thead").open("tr");
    Cells.column(html, "", html.hierarchy().name(Hierarchy.Level.GRADE));
    Cells.column(html, "", Words.WHO_IS_COMPARED);
    Cells.column(html, "number", Words.BEFORE);
    Cells.column(html, "number", Words.NOW);
    Cells.column(html, "number", Words.DIFFERENCE);
    html.close().closeLine();
    html.open("tbody");
    change.trends().forEach(trend -> row(html, trend));
    html.closeLine().closeLine();
  }

  private static void row(Html html, YearTrend trend) {
    html.open("tr", "class", trend.kind().word());
    Cells.row(html, html.hierarchy().grade(trend.grade()));
    html.open("td").say(html.hierarchy().in(trend.kind().text())).close();
    mean(html, trend.meanBefore(), trend.studentsBefore());
    mean(html, trend.meanAfter(), trend.studentsAfter());
    html.open("td", "class", "number rate")
        .text(signed(trend.meanAfter() - trend.meanBefore()) + " ");
    html.element(
            "span",
            "(" + signed(trend.lowest()) + " – " + signed(trend.highest()) + ")",
            "class",
            "interval")
        .close();
    html.closeLine();
  }

  private static void mean(Html html, double mean, int students) {
    html.open("td", "class", "number").text(String.format(Locale.ROOT, "%.1f ", mean));
    html.element("span", "n=" + students, "class", "interval").close();
  }

  private static String signed(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    String sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "";
    return sign + String.format(Locale.ROOT, "%.1f", Math.abs(rounded));
  }
}
