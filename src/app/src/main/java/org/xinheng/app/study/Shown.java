package org.xinheng.app.study;

import java.util.Locale;
import org.xinheng.validation.Interval;
import org.xinheng.validation.study.Figure;

/** Numbers as a reader sees them. */
public final class Shown {

  private Shown() {}

  /** A number without needless digits. */
  public static String plain(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    String text =
        String.format(Locale.ROOT, "%.4f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
    return text.equals("-0") ? "0" : text.replace('-', '−');
  }

  static String fixed(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "–";
    }
    return Double.isInfinite(value)
        ? plain(value)
        : String.format(Locale.ROOT, "%,." + decimals + "f", value).replace('-', '−');
  }

  static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  static String whole(double value) {
    return fixed(value, 0);
  }

  static String one(double value) {
    return fixed(value, 1);
  }

  static String two(double value) {
    return fixed(value, 2);
  }

  static String three(double value) {
    return fixed(value, 3);
  }

  static String four(double value) {
    return fixed(value, 4);
  }

  static String three(Interval interval) {
    return interval.isDefined() ? three(interval.lower()) + "–" + three(interval.upper()) : "–";
  }

  static String range(Interval interval) {
    return interval.isDefined() ? plain(interval.lower()) + "–" + plain(interval.upper()) : "–";
  }

  static String two(Figure figure) {
    return two(figure.value())
        + (figure.interval().isDefined()
            ? " (" + two(figure.interval().lower()) + "–"
                + two(figure.interval().upper()) + ")"
            : "");
  }

  static String percent(double share) {
    return Double.isNaN(share) ? "–" : fixed(100 * share, 1) + "%";
  }

  static String percent(Figure figure) {
    return percent(figure.value())
        + (figure.interval().isDefined()
            ? " (" + one(100 * figure.interval().lower()) + "–"
                + one(100 * figure.interval().upper()) + ")"
            : "");
  }

  static String percent(Interval interval) {
    return interval.isDefined()
        ? one(100 * interval.lower()) + "–" + one(100 * interval.upper())
        : "–";
  }

  static String points(Figure figure) {
    return one(100 * figure.value())
        + (figure.interval().isDefined()
            ? " (" + one(100 * figure.interval().lower()) + ", "
                + one(100 * figure.interval().upper()) + ")"
            : "");
  }

  /** A chance of error. */
  public static String p(double p) {
    return p < 0.001 ? "< 0.001" : fixed(p, 3);
  }
}
