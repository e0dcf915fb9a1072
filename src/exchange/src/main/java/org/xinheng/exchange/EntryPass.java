package org.xinheng.exchange;

/** One of the two times that a sheet is typed in. */
public enum EntryPass {
  FIRST("first"),
  SECOND("second");

  private final String word;

  EntryPass(String word) {
    this.word = word;
  }

  /** The word on the command line and in journals. */
  public String word() {
    return word;
  }

  public EntryPass other() {
    return this == FIRST ? SECOND : FIRST;
  }
}
