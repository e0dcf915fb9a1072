package org.xinheng.instrument;

/** How item response theory estimates the level of a person. */
public enum Estimator {
  /** Expected a posteriori: the mean of the posterior. */
  EAP("eap"),
  /** Maximum a posteriori: the mode of the posterior. */
  MAP("map"),
  /** Maximum likelihood; none where all answers are the lowest or all the highest. */
  ML("ml"),
  /** Weighted likelihood by Warm; finite for all answers. */
  WLE("wle");

  private final String word;

  Estimator(String word) {
    this.word = word;
  }

  /** The word used in definitions. */
  public String word() {
    return word;
  }

  /** Whether it starts from what is known before the answers. */
  public boolean hasPrior() {
    return this == EAP || this == MAP;
  }
}
