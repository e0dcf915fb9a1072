package org.xinheng.administration;

/** How much is shown at once. */
public enum Paging {
  /** One item. */
  ITEMS("items"),
  /** The pages that a questionnaire divides its form into, and one item where it does not. */
  PAGES("pages");

  private final String word;

  Paging(String word) {
    this.word = word;
  }

  /** The word in stored sessions. */
  public String word() {
    return word;
  }
}
