package org.xinheng.app.report;

/** A share as people read it. */
final class Share {

  private static final int ALL = 100;

  private Share() {}

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
