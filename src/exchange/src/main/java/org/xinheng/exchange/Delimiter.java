package org.xinheng.exchange;

/** What stands between the fields of a row, the more usual first. */
public enum Delimiter {
  COMMA("comma", ','),
  SEMICOLON("semicolon", ';'),
  TAB("tab", '\t');

  private final String word;
  private final char character;

  Delimiter(String word, char character) {
    this.word = word;
    this.character = character;
  }

  /** The name used in {@code run.json}. */
  public String word() {
    return word;
  }

  public char character() {
    return character;
  }

  static boolean isOne(int c) {
    return c == ',' || c == ';' || c == '\t';
  }
}
