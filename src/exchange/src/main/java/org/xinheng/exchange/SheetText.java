package org.xinheng.exchange;

import java.util.regex.Pattern;
import org.xinheng.diagnostic.TerminalText;

/** How text stands in the cells of a workbook. */
final class SheetText {

  /** The most that Excel takes in a cell, counted as it counts. */
  static final int LONGEST = 32_767;

  private static final char REPLACEMENT = '\uFFFD';

  /** What a workbook takes for the code of a character, such as {@code _x0041_} for A. */
  private static final Pattern CODE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private static final double FILLED = 0.92;

  private SheetText() {}

  /**
   * The text as it is to be written: no formula when it is saved as CSV, no character that a workbook cannot hold, and nothing that it takes for a
   * code. Blanks around the text may be lost in a workbook, so that a formula may not hide behind them either.
   */
  static String written(String text) {
    String stripped = text.strip();
    String harmless = OutputText.harmless(stripped).equals(stripped) ? text : "'" + text;
    String visible = visible(harmless);
    return visible.contains("_x") ? CODE.matcher(visible).replaceAll("_x005F_") : visible;
  }

  /** The text with a sign in place of each character that XML cannot hold, so that one sees that something was there. */
  static String visible(String text) {
    if (isHeld(text)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().map(c -> isHeld(c) ? c : REPLACEMENT).forEach(visible::appendCodePoint);
    return visible.toString();
  }

  private static boolean isHeld(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c) || !isHeld(c)) {
        return text.codePoints().allMatch(SheetText::isHeld);
      }
    }
    return true;
  }

  /** How many lines a text takes in a column, at most: lines that end between words are not quite full. */
  static int lines(String text, double width) {
    double filled = Math.max(1, width * FILLED);
    return text.lines()
        .mapToInt(line -> Math.max(1, (int) Math.ceil(TerminalText.width(line) / filled)))
        .sum();
  }

  private static boolean isHeld(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c < Character.MIN_SURROGATE)
        || (c > Character.MAX_SURROGATE && c < 0xFFFE)
        || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }
}
