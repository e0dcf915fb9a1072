package org.xinheng.validation.roc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xinheng.validation.Direction;

/**
 * The empirical ROC curve, straight between its corners.
 *
 * @param points from the cut-off that flags everyone to the one that flags no one
 */
public record RocCurve(List<Point> points) {

  /**
   * A corner of the curve.
   *
   * @param cutOff halfway between two adjacent observed scores, infinite at both ends; who lies beyond it is flagged
   */
  public record Point(double cutOff, double sensitivity, double specificity) {}

  /** Which axis a band of the curve lies on. */
  public enum Axis {
    SPECIFICITY,
    SENSITIVITY
  }

  /**
   * An area under part of a curve.
   *
   * @param area the area itself, at most the width of the band
   * @param corrected scaled to 0.5 for the diagonal and 1 for a perfect curve; {@code NaN} for a curve below the diagonal
   * @see "McClish (1989), Medical Decision Making 9, 190-195"
   */
  public record PartialArea(double area, double corrected) {}

  public RocCurve {
    points = List.copyOf(points);
  }

  /** The curve of a score; rows without a score are left out. Rates of an empty group are {@code NaN}. */
  public static RocCurve of(double[] scores, boolean[] isCase, Direction direction) {
    Placements.Split split = Placements.Split.of(scores, isCase, direction);
    double[] cases = split.cases();
    double[] controls = split.controls();
    Arrays.sort(cases);
    Arrays.sort(controls);
    double sign = direction == Direction.HIGHER_IS_CASE ? 1 : -1;
    List<Point> points = new ArrayList<>();
    points.add(
        new Point(sign * Double.NEGATIVE_INFINITY, rate(cases.length, cases), rate(0, controls)));
    int i = 0;
    int j = 0;
    while (i < cases.length || j < controls.length) {
      double value = next(cases, i, controls, j);
      while (i < cases.length && cases[i] == value) {
        i++;
      }
      while (j < controls.length && controls[j] == value) {
        j++;
      }
      boolean last = i == cases.length && j == controls.length;
      double cutOff = last ? Double.POSITIVE_INFINITY : (value + next(cases, i, controls, j)) / 2;
      points.add(new Point(sign * cutOff, rate(cases.length - i, cases), rate(j, controls)));
    }
    return new RocCurve(points);
  }

  private static double next(double[] cases, int i, double[] controls, int j) {
    double ofCases = i < cases.length ? cases[i] : Double.POSITIVE_INFINITY;
    return j < controls.length ? Math.min(ofCases, controls[j]) : ofCases;
  }

  private static double rate(int count, double[] group) {
    return (double) count / group.length;
  }

  /** The area under the whole curve by trapezoids. */
  public double area() {
    return area(Axis.SPECIFICITY, 0, 1);
  }

  /**
   * The area under the part of the curve over a band of one axis; at the edge of the band the curve is interpolated.
   *
   * @param from lower edge of the band, at least 0
   * @param to upper edge, above the lower, at most 1
   */
  public PartialArea partialArea(Axis axis, double from, double to) {
    if (!(from >= 0 && from < to && to <= 1)) {
      throw new IllegalArgumentException(
          "the band must be in order and in [0, 1]: " + from + " to " + to);
    }
    double area = area(axis, from, to);
    double diagonal = ((1 - from) * (1 - from) - (1 - to) * (1 - to)) / 2;
    double perfect = to - from;
    double corrected =
        area < diagonal ? Double.NaN : (1 + (area - diagonal) / (perfect - diagonal)) / 2;
    return new PartialArea(area, corrected);
  }

  private double area(Axis axis, double from, double to) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      Point a = points.get(i - 1);
      Point b = points.get(i);
      area += axis == Axis.SPECIFICITY
          ? piece(a.specificity(), a.sensitivity(), b.specificity(), b.sensitivity(), from, to)
          : piece(b.sensitivity(), b.specificity(), a.sensitivity(), a.specificity(), from, to);
    }
    return area;
  }

  /** The area under one straight line, from the left to the right, within the band. */
  private static double piece(double x1, double y1, double x2, double y2, double from, double to) {
    double left = Math.max(x1, from);
    double right = Math.min(x2, to);
    if (right <= left) {
      return Double.isNaN(x1 + x2 + y1 + y2) ? Double.NaN : 0;
    }
    double slope = (y2 - y1) / (x2 - x1);
    double atLeft = left == x1 ? y1 : y1 + slope * (left - x1);
    double atRight = right == x2 ? y2 : y1 + slope * (right - x1);
    return (right - left) * (atLeft + atRight) / 2;
  }
}
