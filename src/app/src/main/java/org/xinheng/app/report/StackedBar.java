package org.xinheng.app.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.screening.Summary;

/**
 * A bar whose parts are the tiers of one row of the summary, as SVG. Each part has a pattern beside its colour. All that
 * is hidden in the row is one hatched part, so that no length tells what a number does not.
 *
 * <p>Positions are percentages and patterns have a fixed size: a bar grows with its column without being distorted.
 */
final class StackedBar {

  private final TierPolicy policy;

  StackedBar(TierPolicy policy) {
    this.policy = policy;
  }

  /** Writes what all bars of a page refer to; stands once at the top of the page. */
  void definitions(Html html) {
    html.open("svg", "width", "0", "height", "0", "aria-hidden", "true", "class", "definitions");
    html.open("defs");
    pattern(html, "dots", "5");
    html.empty("circle", "cx", "1.5", "cy", "1.5", "r", "0.9", "fill", "#fff").close();
    pattern(html, "stripes", "4");
    html.empty("rect", "width", "1.2", "height", "4", "fill", "#fff").close();
    pattern(html, "hatched", "5");
    html.empty("rect", "width", "5", "height", "5", "fill", "#fff");
    html.empty("path", "d", "M-1 6L6 -1M-1 1L1 -1M4 6L6 4", "stroke", "#76828a");
    html.close().close().closeLine();
  }

  private static void pattern(Html html, String id, String size) {
    html.open("pattern", "id", id, "width", size, "height", size, "patternUnits", "userSpaceOnUse");
  }

  /** Writes the bar of a row. */
  void bar(Html html, Text row, List<Segment> segments, int height) {
    int students = segments.stream().mapToInt(Segment::students).sum();
    html.open(
        "svg", "class", "bar", "role", "img", "width", "100%", "height", Integer.toString(height));
    html.element("title", row.in(html.language()));
    html.element("desc", describe(segments, students, html.language()));
    int before = 0;
    for (Segment segment : segments) {
      String x = percent(before, students);
      part(html, segment.mark(), x, percent(segment.students(), students), height);
      before += segment.students();
    }
    html.close();
  }

  /** Writes what each part means. */
  void legend(Html html) {
    html.open("ul", "class", "legend");
    for (Summary.Cell cell : Summary.Cell.values()) {
      String code = Segment.tierOf(cell).map(Tier::code).orElse("");
      entry(html, Segment.Mark.of(cell), code, Segment.nameOf(cell, policy));
    }
    entry(html, Segment.Mark.HIDDEN, "", Words.HIDDEN_TOGETHER);
    html.closeLine();
  }

  private void entry(Html html, Segment.Mark mark, String code, Text name) {
    html.open("li");
    sample(html, mark);
    html.text(code.isEmpty() ? " " : " " + code + " ").say(name).closeLine();
  }

  /** Writes a count and its share, or that it is among what is hidden. */
  void count(Html html, Optional<Integer> count, int whole) {
    if (count.isPresent()) {
      Cells.rate(html, count, whole);
    } else {
      html.open("td", "class", "number hidden");
      sample(html, Segment.Mark.HIDDEN);
      html.open("span", "class", "spoken").say(Words.HIDDEN).close().close();
    }
  }

  /** Writes a sample of a part, for a legend. */
  void sample(Html html, Segment.Mark mark) {
    html.open("svg", "class", "sample", "width", "22", "height", "11", "aria-hidden", "true");
    part(html, mark, "0", "100%", 11);
    html.close();
  }

  private void part(Html html, Segment.Mark mark, String x, String width, int height) {
    switch (mark) {
      case T1 -> rect(html, x, width, height, colour(Tier.UNIVERSAL));
      case T2 -> {
        rect(html, x, width, height, colour(Tier.TARGETED));
        rect(html, x, width, height, "url(#dots)");
      }
      case T3 -> {
        rect(html, x, width, height, colour(Tier.INTENSIVE));
        rect(html, x, width, height, "url(#stripes)");
      }
      case NO_TIER -> framed(html, x, width, height, "#fff");
      case HIDDEN -> framed(html, x, width, height, "url(#hatched)");
    }
  }

  private String colour(Tier tier) {
    return Optional.ofNullable(policy.tiers().get(tier))
        .map(TierPolicy.Look::colour)
        .orElse("#555");
  }

  private static void rect(Html html, String x, String width, int height, String fill) {
    html.empty("rect", "x", x, "width", width, "height", Integer.toString(height), "fill", fill);
  }

  private static void framed(Html html, String x, String width, int height, String fill) {
    html.empty(
        "rect",
        "class",
        "framed",
        "x",
        x,
        "y",
        "0.5",
        "width",
        width,
        "height",
        Integer.toString(height - 1),
        "fill",
        fill);
  }

  private static String describe(List<Segment> segments, int students, Language language) {
    return segments.stream()
        .map(segment -> segment.name().in(language) + " " + segment.students() + " ("
            + Share.of(segment.students(), students) + ")")
        .collect(Collectors.joining("; "));
  }

  private static String percent(int part, int whole) {
    return String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
  }
}
