package org.xinheng.instrument;

/** Full-width characters, as a Chinese keyboard writes them: {@code ０１２} for 012. */
public final class FullWidth {

  private FullWidth() {}

  /** The text with full-width letters, digits, signs and spaces replaced by their narrow forms. */
  public static String toNarrow(String text) {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '\uFF01' && c <= '\uFF5E') {
        narrow.append((char) (c - 0xFEE0));
      } else {
        narrow.append(c == '\u3000' ? ' ' : c);
      }
    }
    return narrow.toString();
  }
}
