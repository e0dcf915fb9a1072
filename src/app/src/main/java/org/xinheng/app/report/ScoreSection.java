package org.xinheng.app.report;

import java.util.List;
import java.util.Locale;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Text;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.ScoreDistribution;
import org.xinheng.screening.Summary;

/** How the primary scores are distributed, with their cut-offs, as SVG. */
final class ScoreSection {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 210;
  private static final int LEFT = 60;
  private static final int RIGHT = 12;
  private static final int TOP = 64;
  private static final int BOTTOM = 34;
  private static final int LABEL_LINE = 16;
  private static final int LABEL_LINES = 3;

  /** Wide enough for the larger letters of a narrow screen. */
  private static final int LETTER = 11;

  private static final int CHINESE_LETTER = 17;

  private final CampaignResult result;
  private final Summary summary;

  ScoreSection(CampaignResult result, Summary summary) {
    this.result = result;
    this.summary = summary;
  }

  void write(Html html) {
    List<ScoreDistribution> all = ScoreDistribution.of(result, summary);
    html.open("section");
    html.open("h2").say(Words.SCORES).closeLine();
    if (all.isEmpty()) {
      Cells.note(html, Words.NO_SCORES);
    } else {
      all.forEach(one -> figure(html, one));
      Cells.note(html, Words.with(result.policy().suppressBelow(), Words.SCORES_NOTE));
    }
    html.closeLine();
  }

  private void figure(Html html, ScoreDistribution one) {
    Text name = ShownNeed.nameOf(one.scale(), result);
    html.open("figure");
    html.open("figcaption").say(one.battery().name()).say(Words.COLON).say(name);
    html.element("span", " n=" + one.students(), "class", "interval").closeLine();
    html.open(
        "svg",
        "class",
        "histogram",
        "role",
        "img",
        "viewBox",
        "0 0 " + WIDTH + " " + HEIGHT,
        "width",
        "100%");
    html.element("title", name.in(html.language()));
    html.element("desc", describe(one, html));
    double most =
        one.steps().stream().mapToDouble(step -> density(step, one)).max().orElse(1);
    axis(html, one, most);
    for (ScoreDistribution.Step step : one.steps()) {
      double top = y(density(step, one), most);
      html.empty(
          "rect",
          "class",
          "step",
          "x",
          number(x(step.from(), one)),
          "y",
          number(top),
          "width",
          number(x(step.to(), one) - x(step.from(), one)),
          "height",
          number(HEIGHT - BOTTOM - top));
    }
    cutOffs(html, one);
    html.close().closeLine();
  }

  /** In percent of the students a point. */
  private static double density(ScoreDistribution.Step step, ScoreDistribution one) {
    return 100.0 * step.students() / one.students() / (step.to() - step.from());
  }

  private static double x(double score, ScoreDistribution one) {
    return LEFT + (WIDTH - LEFT - RIGHT) * (score - one.lowest()) / (one.highest() - one.lowest());
  }

  private static double y(double density, double most) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * density / most;
  }

  private static void axis(Html html, ScoreDistribution one, double most) {
    String base = number(HEIGHT - BOTTOM);
    html.empty(
        "line",
        "class",
        "axis",
        "x1",
        number(LEFT),
        "x2",
        number(WIDTH - RIGHT),
        "y1",
        base,
        "y2",
        base);
    double step = Math.max(1, Math.ceil((one.highest() - one.lowest()) / 10));
    for (double score = one.lowest(); score < one.highest(); score += step) {
      html.element(
          "text",
          plain(score),
          "x",
          number(x(score, one)),
          "y",
          number(HEIGHT - BOTTOM + 15),
          "class",
          "tick");
    }
    html.open("text", "x", number(WIDTH - RIGHT), "y", number(HEIGHT - 4), "class", "label end");
    html.say(Words.SCORE).close();
    html.element(
        "text",
        String.format(Locale.ROOT, "%.1f%%", most),
        "x",
        number(LEFT - 5),
        "y",
        number(TOP + 4),
        "class",
        "tick end");
    html.element("text", "0", "x", number(LEFT - 5), "y", base, "class", "tick end");
    html.open("text", "x", "2", "y", "14", "class", "label")
        .say(Words.PER_POINT)
        .close();
  }

  private static void cutOffs(Html html, ScoreDistribution one) {
    double[] ends = new double[LABEL_LINES];
    for (Band band : one.cutOffs()) {
      double x = x(band.from().doubleValue(), one);
      html.empty(
          "line",
          "class",
          "cut-off",
          "x1",
          number(x),
          "x2",
          number(x),
          "y1",
          number(TOP - 8),
          "y2",
          number(HEIGHT - BOTTOM));
      String label = "≥" + band.from().stripTrailingZeros().toPlainString() + " "
          + band.label().in(html.language());
      boolean isFarRight = x + width(label) > WIDTH;
      double from = isFarRight ? x - width(label) : x;
      int line = 0;
      while (line + 1 < LABEL_LINES && ends[line] > from) {
        line++;
      }
      ends[line] = from + width(label) + LETTER;
      html.element(
          "text",
          label,
          "x",
          number(isFarRight ? x - 4 : x + 4),
          "y",
          number(TOP - 10 - line * LABEL_LINE),
          "class",
          isFarRight ? "cut-label end" : "cut-label");
    }
  }

  private static double width(String label) {
    return label.codePoints().map(c -> c < 0x2E80 ? LETTER : CHINESE_LETTER).sum();
  }

  private static String describe(ScoreDistribution one, Html html) {
    StringBuilder text = new StringBuilder();
    for (ScoreDistribution.Step step : one.steps()) {
      text.append(text.length() > 0 ? "; " : "")
          .append(plain(step.from()))
          .append(step.to() - step.from() > 1 ? "–" + plain(step.to() - 1) : "")
          .append(": ")
          .append(Share.of(step.students(), one.students()));
    }
    for (Band band : one.cutOffs()) {
      text.append("; ≥")
          .append(band.from().toPlainString())
          .append(' ')
          .append(band.label().in(html.language()));
    }
    return text.toString();
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
