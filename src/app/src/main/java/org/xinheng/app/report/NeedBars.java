package org.xinheng.app.report;

import java.util.List;

/** Horizontal bars of shares, as SVG, all on one axis from nought to a round share above the largest. */
final class NeedBars {

  private static final int HEIGHT = 10;
  private static final int ALL = 100;

  private final int axis;

  NeedBars(List<ShownNeed> needs) {
    int largest = needs.stream().mapToInt(ShownNeed::percent).max().orElse(0);
    axis = Math.min(ALL, (largest / 10 + 1) * 10);
  }

  /** The share at the right end. */
  int axis() {
    return axis;
  }

  /** Writes one bar, whose length is the rounded share and no more exact. */
  void bar(Html html, ShownNeed need) {
    String width = ALL * need.percent() / axis + "%";
    html.open(
        "svg", "class", "bar", "role", "img", "width", "100%", "height", Integer.toString(HEIGHT));
    html.element("title", need.name().in(html.language()));
    html.element("desc", need.percent() + "%");
    html.empty("rect", "class", "axis", "width", "100%", "height", Integer.toString(HEIGHT));
    html.empty("rect", "class", "need", "width", width, "height", Integer.toString(HEIGHT));
    html.close();
  }
}
