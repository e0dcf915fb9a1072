package org.xinheng.app.report;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/**
 * Text in a terminal of fixed columns: ASCII takes one, everything else two, as GBK writes it in two bytes. Characters
 * that GBK lacks, or that could command the terminal, become question marks.
 */
final class Wide {

  private static final int LAST_ASCII = 0x7E;

  private Wide() {}

  /** How many columns the text takes. */
  static int width(String text) {
    return text.codePoints().map(Wide::width).sum();
  }

  /** The text with blanks behind it; cut if it is too long, with one blank left. */
  static String left(String text, int columns) {
    String cut = cut(text, columns - 1);
    return cut + " ".repeat(columns - width(cut));
  }

  /** The text with blanks before it; never cut, because it may be a number. */
  static String right(String text, int columns) {
    String safe = safe(text);
    return " ".repeat(Math.max(0, columns - width(safe))) + safe;
  }

  /** As much of the text as fits; two dots say that something is missing. */
  static String cut(String text, int columns) {
    String safe = safe(text);
    if (width(safe) <= columns) {
      return safe;
    }
    StringBuilder cut = new StringBuilder();
    int room = columns - 2;
    for (int c : safe.codePoints().toArray()) {
      room -= width(c);
      if (room < 0) {
        break;
      }
      cut.appendCodePoint(c);
    }
    return cut.append("..").toString();
  }

  private static String safe(String text) {
    CharsetEncoder gbk = Charset.forName("GBK").newEncoder();
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      boolean isShown = !Character.isISOControl(c) && gbk.canEncode(Character.toString(c));
      safe.appendCodePoint(isShown ? c : '?');
    });
    return safe.toString();
  }

  private static int width(int c) {
    return c <= LAST_ASCII ? 1 : 2;
  }
}
