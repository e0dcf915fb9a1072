package org.xinheng.app.report;

import org.xinheng.validation.Interval;
import org.xinheng.validation.accuracy.ProportionInterval;

/** A share as people read it. */
final class Share {

  private static final int ALL = 100;
  private static final double LEVEL = 0.95;

  private Share() {}

  /** The 95 % interval of a share by Wilson's method, in whole percents. */
  static String interval(int part, int whole) {
    Interval interval = ProportionInterval.WILSON.of(part, whole, LEVEL);
    return "(" + Math.round(ALL * interval.lower()) + "–" + Math.round(ALL * interval.upper())
        + ")";
  }

  /** Whole percents; never 0 or 100 % unless it is nobody or everybody. */
  static String of(int part, int whole) {
    if (whole == 0) {
      return "–";
    }
    long rounded = Math.round((double) ALL * part / whole);
    if (rounded == 0 && part > 0) {
      return "<1%";
    }
    return rounded == ALL && part < whole ? ">99%" : rounded + "%";
  }
}
