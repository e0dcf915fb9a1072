package org.xinheng.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinheng.app.report.Html;

/** A figure with two axes, drawn as SVG. */
final class Plot {

  private static final int WIDTH = 440;
  private static final int HEIGHT = 330;
  private static final int LEFT = 56;
  private static final int BOTTOM = 46;
  private static final int TOP = 12;
  private static final int RIGHT = 14;

  private final Html html;
  private final double fromX;
  private final double toX;
  private final double fromY;
  private final double toY;

  /** A corner of a line. */
  record Corner(double x, double y) {}

  private Plot(Html html, double fromX, double toX, double fromY, double toY) {
    this.html = html;
    this.fromX = fromX;
    this.toX = toX > fromX ? toX : fromX + 1;
    this.fromY = fromY;
    this.toY = toY > fromY ? toY : fromY + 1;
  }

  /** Begins a figure; {@code spoken} says in words what it shows. */
  static Plot begin(Html html, String spoken, double fromX, double toX, double fromY, double toY) {
    html.open("svg", "viewBox", "0 0 " + WIDTH + " " + HEIGHT, "role", "img", "aria-label", spoken);
    html.element("title", spoken);
    return new Plot(html, fromX, toX, fromY, toY);
  }

  Plot axes(String nameX, String nameY) {
    for (double tick : ticks(fromX, toX)) {
      String x = number(x(tick));
      html.empty(
          "line", "class", "grid", "x1", x, "x2", x, "y1", number(y(fromY)), "y2", number(y(toY)));
      text(tick, x(tick), y(fromY) + 16, "middle");
    }
    if (nameY.isEmpty()) {
      return nameOfX(nameX);
    }
    for (double tick : ticks(fromY, toY)) {
      String y = number(y(tick));
      html.empty(
          "line", "class", "grid", "y1", y, "y2", y, "x1", number(x(fromX)), "x2", number(x(toX)));
      text(tick, x(fromX) - 7, y(tick) + 4, "end");
    }
    nameOfX(nameX);
    html.element(
        "text",
        nameY,
        "class",
        "axis",
        "text-anchor",
        "middle",
        "transform",
        "translate(14 " + number((y(fromY) + y(toY)) / 2) + ") rotate(-90)");
    return this;
  }

  private Plot nameOfX(String nameX) {
    html.element(
        "text",
        nameX,
        "class",
        "axis",
        "text-anchor",
        "middle",
        "x",
        number((x(fromX) + x(toX)) / 2),
        "y",
        Integer.toString(HEIGHT - 8));
    return this;
  }

  /** Writes a name at a height, at the left. */
  Plot label(String name, double y) {
    html.element(
        "text",
        name,
        "class",
        "axis",
        "text-anchor",
        "end",
        "x",
        number(x(fromX) - 7),
        "y",
        number(y(y) + 4));
    return this;
  }

  private void text(double tick, double x, double y, String anchor) {
    html.element("text", Shown.plain(tick), "text-anchor", anchor, "x", number(x), "y", number(y));
  }

  /** Draws a line through points; those that are not numbers are left out. */
  Plot line(String kind, List<Corner> corners) {
    html.empty("polyline", "class", kind, "points", points(corners));
    return this;
  }

  /** Fills what lies between two lines of the same corners. */
  Plot area(String kind, List<Corner> upper, List<Corner> lower) {
    List<Corner> all = new ArrayList<>(upper);
    for (int i = lower.size() - 1; i >= 0; i--) {
      all.add(lower.get(i));
    }
    html.empty("polygon", "class", kind, "points", points(all));
    return this;
  }

  private String points(List<Corner> corners) {
    StringBuilder points = new StringBuilder();
    for (Corner corner : corners) {
      if (!Double.isNaN(corner.x()) && !Double.isNaN(corner.y())) {
        points
            .append(number(x(corner.x())))
            .append(',')
            .append(number(y(corner.y())))
            .append(' ');
      }
    }
    return points.toString().trim();
  }

  Plot dot(double x, double y) {
    html.empty("circle", "class", "dot", "r", "4.5", "cx", number(x(x)), "cy", number(y(y)));
    return this;
  }

  /** Draws a bar from 0 up or down. */
  Plot bar(String kind, double from, double to, double height) {
    double zero = Math.max(0, fromY);
    return rect(kind, from, to, Math.min(zero, height), Math.max(zero, height), 1);
  }

  /** Draws part of a stacked bar, the darker the nearer {@code shade} is to 1. */
  Plot part(double from, double to, double low, double high, double shade) {
    return rect("case", from, to, low, high, shade);
  }

  private Plot rect(String kind, double from, double to, double low, double high, double shade) {
    html.empty(
        "rect",
        "class",
        kind,
        "x",
        number(x(from)),
        "width",
        number(x(to) - x(from)),
        "y",
        number(y(high)),
        "height",
        number(y(low) - y(high)),
        "fill-opacity",
        String.format(Locale.ROOT, "%.2f", shade));
    return this;
  }

  /** Draws a mark whose area grows with how many people are there. */
  Plot people(String kind, double x, double y, int count) {
    html.empty(
        "circle",
        "class",
        kind,
        "r",
        number(Math.min(9, 1.6 * Math.sqrt(count))),
        "cx",
        number(x(x)),
        "cy",
        number(y(y)));
    return this;
  }

  void end() {
    html.closeLine();
  }

  private double x(double value) {
    return LEFT + (clamp(value, fromX, toX) - fromX) / (toX - fromX) * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT
        - BOTTOM
        - (clamp(value, fromY, toY) - fromY) / (toY - fromY) * (HEIGHT - TOP - BOTTOM);
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  private static List<Double> ticks(double from, double to) {
    double rough = (to - from) / 5;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = rough / power < 1.5
        ? power
        : rough / power < 3.5 ? 2 * power : rough / power < 7.5 ? 5 * power : 10 * power;
    List<Double> ticks = new ArrayList<>();
    for (long k = (long) Math.ceil(from / step - 1e-9); k * step <= to + 1e-9 * step; k++) {
      ticks.add(Math.round(k * step / power * 10) / 10.0 * power);
    }
    return ticks;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
