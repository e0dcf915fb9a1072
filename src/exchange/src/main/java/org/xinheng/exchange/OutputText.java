package org.xinheng.exchange;

/** How text is spelled in tables that are written. */
final class OutputText {

  private OutputText() {}

  /**
   * Text that a spreadsheet will not take for a formula: with an apostrophe before it if it starts like one and is not
   * a plain number.
   */
  static String harmless(String text) {
    return startsFormula(text) && !isPlainNumber(text) ? "'" + text : text;
  }

  private static boolean startsFormula(String text) {
    return !text.isEmpty()
        && switch (text.charAt(0)) {
          case '=', '+', '-', '@', '\t', '\r' -> true;
          default -> false;
        };
  }

  /** Such as {@code -5}, {@code +0.25} or {@code -1.5e-7}. */
  private static boolean isPlainNumber(String text) {
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    int end = exponent < 0 ? text.length() : exponent;
    int start = afterSign(text, 0);
    int point = text.indexOf('.');
    int wholeEnd = point < 0 ? end : point;
    return areDigits(text, start, wholeEnd)
        && (point < 0 || areDigits(text, point + 1, end))
        && (exponent < 0 || areDigits(text, afterSign(text, exponent + 1), text.length()));
  }

  private static int afterSign(String text, int start) {
    boolean signed =
        start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-');
    return signed ? start + 1 : start;
  }

  private static boolean areDigits(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return start < end;
  }
}
