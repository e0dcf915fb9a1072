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
  /** How far the answers of one person lie from their mean, with n − 1 below; irrational, so always rounded. */
  STANDARD_DEVIATION("standard-deviation"),
  /** The first of two scales less the second. */
  DIFFERENCE("difference"),
  /** The first of two scales divided by the second; no score where the second is 0. */
  RATIO("ratio"),
  /** One scale times another. */
  PRODUCT("product"),
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

  /** Whether it is of items alone, and never of scales. */
  public boolean isOfItems() {
    return isExtreme() || this == COUNT || this == STANDARD_DEVIATION || this == IRT;
  }

  /** Whether it is of exactly two scales, both of which must have a score. */
  public boolean isOfTwo() {
    return this == DIFFERENCE || this == RATIO || this == PRODUCT;
  }

  /** The word used in definitions. */
  public String word() {
    return word;
  }
}
