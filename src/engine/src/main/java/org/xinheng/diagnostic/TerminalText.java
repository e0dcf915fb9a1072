package org.xinheng.diagnostic;

/** Text as a terminal shows it: how many columns a character takes, and none that could command the terminal. */
public final class TerminalText {

  private static final int REPLACEMENT = 0xFFFD;

  private static final int FIRST_NOT_ASCII = 0x80;

  /** First and last code points of the blocks that take two columns: Han, Kana, Hangul, full-width forms, emoji. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
  };

  private TerminalText() {}

  /** The text on one line, with control characters other than tabs made visible. */
  public static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c != '\t' && isControl(c) ? REPLACEMENT : c)
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /** Blanks as wide as the text. Tabs stay tabs, so that both lines meet wherever the terminal stops. */
  static String blank(String text) {
    StringBuilder blank = new StringBuilder(text.length());
    text.codePoints().forEach(c -> blank.append(c == '\t' ? "\t" : " ".repeat(width(c))));
    return blank.toString();
  }

  /** How many columns the text takes, without tabs. */
  public static int width(String text) {
    int width = 0;
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      width += c < FIRST_NOT_ASCII ? 1 : width(c);
    }
    return width;
  }

  private static int width(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    for (int[] block : WIDE) {
      if (block[0] <= c && c <= block[1]) {
        return true;
      }
    }
    return false;
  }

  /** Controls, line separators, and the marks that turn the direction of writing and so can hide what stands there. */
  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
