package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How a level follows from answers by item response theory.
 *
 * @param kind which parameters the items have
 * @param estimator how the level is estimated
 * @param prior what is known before the answers, for an estimator that has one and for no other
 * @param source the id of the source of the parameters
 * @param verification how well they are verified
 */
public record ItemResponseModel(
    Kind kind,
    Estimator estimator,
    Optional<Prior> prior,
    String source,
    Verification verification) {

  /** The models, in the logistic metric without the factor 1.702. */
  public enum Kind {
    /** Samejima's graded model: a discrimination, and a threshold between each two answers. */
    GRADED("graded"),
    /** Muraki's generalised partial credit model: a discrimination, and a step between each two answers. */
    PARTIAL_CREDIT("partial-credit"),
    /** Birnbaum's model of items with two answers: a discrimination and a difficulty. */
    TWO_PARAMETER("two-parameter"),
    /** Rasch's model of items with two answers: a difficulty; the discrimination is 1. */
    RASCH("rasch");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Whether items may have more than two answers. */
    public boolean isOfSeveralAnswers() {
      return this == GRADED || this == PARTIAL_CREDIT;
    }

    /** The word used in definitions. */
    public String word() {
      return word;
    }
  }

  /** A normal distribution of levels. */
  public record Prior(BigDecimal mean, BigDecimal sd) {}
}
