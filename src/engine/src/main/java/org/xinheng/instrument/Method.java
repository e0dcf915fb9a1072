package org.xinheng.instrument;

/** How the answers, or the parts of a composite, are combined. */
public enum Method {
  SUM("sum"),
  MEAN("mean"),
  /** The number of answers that {@link Counting} names. */
  COUNT("count"),
  /** The largest answer of a group of items. */
  MAXIMUM("maximum"),
  /** The smallest answer of a group of items. */
  MINIMUM("minimum"),
  /** The level that {@link ItemResponseModel} estimates. */
  IRT("irt");

  private final String word;

  Method(String word) {
    this.word = word;
  }

  /** Whether one answer of the group decides, rather than all together. */
  public boolean isExtreme() {
    return this == MAXIMUM || this == MINIMUM;
  }

  /** The word used in definitions. */
  public String word() {
    return word;
  }
}
