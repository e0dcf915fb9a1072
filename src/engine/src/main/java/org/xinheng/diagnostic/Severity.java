package org.xinheng.diagnostic;

/** How bad a {@link Diagnostic} is. An error stops the use of what it stands in; a warning does not. */
public enum Severity {
  ERROR("error"),
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The word printed in messages and JSON. */
  public String word() {
    return word;
  }
}
