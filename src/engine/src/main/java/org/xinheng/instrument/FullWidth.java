package org.xinheng.instrument;

/** Full-width characters, as a Chinese keyboard writes them: {@code ０１２} for 012. */
public final class FullWidth {

  private FullWidth() {}

  /** The text with full-width letters, digits, signs and spaces replaced by their narrow forms. */
  public static String toNarrow(String text) {
    int first = 0;
    while (first < text.length() && !isWide(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u3000') {
        narrow.append(' ');
      } else {
        narrow.append(isWide(c) ? (char) (c - 0xFEE0) : c);
      }
    }
    return narrow.toString();
  }

  private static boolean isWide(char c) {
    return c == '\u3000' || (c >= '\uFF01' && c <= '\uFF5E');
  }
}
