package org.xinheng.instrument.irt;

/**
 * How likely each category of an item is at a level {@code theta} of what is measured.
 *
 * <p>The family of {@link Dichotomous} and {@link Graded} is Samejima's graded model in the logistic metric, without the factor 1.702. With slope {@code a} and
 * ordered thresholds {@code b_1 < ... < b_m}, category {@code k} or a higher one has the probability
 * {@code 1 / (1 + exp(-a (theta - b_k)))}; the probability of {@code k} itself is the difference of two neighbours. One
 * threshold gives the two-parameter model of a dichotomous item.
 *
 * <p>The difference is computed as the product {@code F(u) F(-v) (1 - exp(v - u))}, where {@code F} is the logistic
 * function, {@code u = a (theta - b_k)} and {@code v = a (theta - b_(k+1))}: the same number, but small probabilities
 * keep all their digits.
 *
 * <p>Categories count from 0, the lowest level; items that are keyed the other way are reversed before. A {@code theta}
 * is in the unit of the parameters, usually standard deviations of the reference population.
 *
 * @see "Samejima (1969), Estimation of latent ability using a response pattern of graded scores, Psychometrika Monograph
 *     17"
 */
public sealed interface ItemModel permits Dichotomous, Graded, PartialCredit {

  /** The discrimination, above 0. */
  double slope();

  /** How many categories the item has, at least 2. */
  int categories();

  /**
   * Where this category or a higher one becomes as likely as not; of {@link PartialCredit} where it becomes as likely as
   * the one below.
   *
   * @param category from 0 to {@link #categories()}
   * @return the threshold; minus infinity below category 0, plus infinity above the highest
   * @throws IllegalArgumentException if there is no such category
   */
  double thresholdBelow(int category);

  /**
   * The probability of one category.
   *
   * @param category from 0 to {@code categories() - 1}
   * @param theta the level, finite
   * @throws IllegalArgumentException if there is no such category or theta is not finite
   */
  default double probability(int category, double theta) {
    return Steps.of(this, category, theta).probability();
  }

  /**
   * The natural logarithm of {@link #probability}, finite also where the probability itself is too small for a double.
   *
   * @param category from 0 to {@code categories() - 1}
   * @param theta the level, finite
   * @throws IllegalArgumentException if there is no such category or theta is not finite
   */
  default double logProbability(int category, double theta) {
    Steps steps = Steps.of(this, category, theta);
    return Logistic.log(steps.below()) + Logistic.log(-steps.above()) + StrictMath.log(steps.gap());
  }

  /**
   * The probabilities of all categories, lowest first. They sum to 1.
   *
   * @param theta the level, finite
   * @throws IllegalArgumentException if theta is not finite
   */
  default double[] probabilities(double theta) {
    double[] probabilities = new double[categories()];
    for (int category = 0; category < probabilities.length; category++) {
      probabilities[category] = probability(category, theta);
    }
    return probabilities;
  }

  /**
   * The mean answer at a level, from 0 to {@code categories() - 1}.
   *
   * @param theta the level, finite
   * @throws IllegalArgumentException if theta is not finite
   */
  default double expectedScore(double theta) {
    double sum = 0;
    for (int category = 1; category < categories(); category++) {
      sum += Steps.of(this, category, theta).reached();
    }
    return sum;
  }

  /**
   * Fisher's information, {@code sum over k of P_k'(theta)^2 / P_k(theta)}; for a dichotomous item
   * {@code a^2 P (1 - P)}.
   *
   * @param theta the level, finite
   * @return the information, at least 0, in units of {@code 1 / theta^2}
   * @throws IllegalArgumentException if theta is not finite
   */
  default double information(double theta) {
    return Information.of(this, theta).value();
  }
}
