package org.xinheng.instrument.irt;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.xinheng.instrument.ItemResponseModel;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.ModelledItem;

/**
 * The items of one scale, which measure one thing, with their declared parameters.
 *
 * <p>Answers are an array with one category for each item, in order; {@link #MISSING} stands for no answer. A missing
 * answer adds nothing: every result is that of the scale without the item.
 *
 * @param items at least one
 */
public record IrtScale(List<ItemModel> items) {

  /** In an array of answers: this item was not answered. */
  public static final int MISSING = -1;

  /** @throws IllegalArgumentException if there are no items */
  public IrtScale {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a scale needs at least one item");
    }
  }

  /**
   * The items of a scale with the parameters that it declares.
   *
   * @throws IllegalArgumentException if the parameters are none of the model
   */
  public static IrtScale of(Keying.OfModel keying) {
    return new IrtScale(
        keying.items().stream().map(item -> model(keying.model().kind(), item)).toList());
  }

  private static ItemModel model(ItemResponseModel.Kind kind, ModelledItem item) {
    double slope = item.discrimination().doubleValue();
    List<Double> thresholds =
        item.thresholds().stream().map(BigDecimal::doubleValue).toList();
    if (kind == ItemResponseModel.Kind.PARTIAL_CREDIT) {
      return new PartialCredit(slope, thresholds);
    }
    return thresholds.size() == 1
        ? new Dichotomous(slope, thresholds.get(0))
        : new Graded(slope, thresholds);
  }

  /**
   * The mean total at a level when all items are answered.
   *
   * @param theta the level, finite
   */
  public double expectedScore(double theta) {
    return items.stream().mapToDouble(item -> item.expectedScore(theta)).sum();
  }

  /**
   * The information of all items together, the sum of theirs.
   *
   * @param theta the level, finite
   */
  public double information(double theta) {
    double sum = 0;
    for (ItemModel item : items) {
      sum += item.information(theta);
    }
    return sum;
  }

  /**
   * The information of the items that are answered.
   *
   * @param theta the level, finite
   * @param answers a category or {@link #MISSING} for each item
   * @return 0 when nothing is answered
   * @throws IllegalArgumentException if the answers do not fit the items
   */
  public double information(double theta, int[] answers) {
    return informationOf(theta, checked(answers)).value();
  }

  /**
   * The logarithm of the probability of these answers.
   *
   * @param theta the level, finite
   * @param answers a category or {@link #MISSING} for each item
   * @return at most 0; 0 when nothing is answered
   * @throws IllegalArgumentException if the answers do not fit the items
   */
  public double logLikelihood(double theta, int[] answers) {
    checked(answers);
    double sum = 0;
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] != MISSING) {
        sum += items.get(i).logProbability(answers[i], theta);
      }
    }
    return sum;
  }

  /**
   * Person fit: the standardised log-likelihood {@code lz = (l - E(l)) / sqrt(Var(l))}, where {@code l} is the
   * log-likelihood of the answers and its mean and variance are those of random answers to the same items at theta:
   * {@code E(l) = sum of sum of P log P} over items and categories,
   * {@code Var(l) = sum of (sum of P (log P)^2 - (sum of P log P)^2)}.
   *
   * <p>Strongly negative values say that the pattern is unlikely for this level. With an estimated theta and few items
   * the values spread less than a standard normal variable does, so that cut-offs from its quantiles flag too few.
   *
   * @param theta the level, finite
   * @param answers a category or {@link #MISSING} for each item
   * @return lz; empty when nothing is answered, or when all patterns are equally likely and nothing can misfit
   * @throws IllegalArgumentException if the answers do not fit the items
   * @see "Drasgow, Levine and Williams (1985), British Journal of Mathematical and Statistical Psychology 38, 67-86"
   */
  public OptionalDouble lz(double theta, int[] answers) {
    checked(answers);
    double difference = 0;
    double variance = 0;
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] != MISSING) {
        ItemModel item = items.get(i);
        double mean = 0;
        double square = 0;
        for (int category = 0; category < item.categories(); category++) {
          double log = item.logProbability(category, theta);
          double p = item.probability(category, theta);
          mean += p * log;
          square += p * log * log;
        }
        difference += item.logProbability(answers[i], theta) - mean;
        variance += square - mean * mean;
      }
    }
    return variance > 0
        ? OptionalDouble.of(difference / Math.sqrt(variance))
        : OptionalDouble.empty();
  }

  /** The derivatives of {@link #logLikelihood} by theta. */
  Derivatives ofLogLikelihood(double theta, int[] answers) {
    double first = 0;
    double second = 0;
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] != MISSING) {
        LogCurve curve = LogCurve.of(items.get(i), answers[i], theta);
        first += curve.first();
        second += curve.second();
      }
    }
    return new Derivatives(first, second);
  }

  Information informationOf(double theta, int[] answers) {
    Information sum = Information.NONE;
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] != MISSING) {
        sum = sum.plus(Information.of(items.get(i), theta));
      }
    }
    return sum;
  }

  /** The lowest answers to all items. */
  int[] lowest() {
    return new int[items.size()];
  }

  /** The highest answers to all items. */
  int[] highest() {
    return items.stream().mapToInt(item -> item.categories() - 1).toArray();
  }

  static boolean isBlank(int[] answers) {
    for (int answer : answers) {
      if (answer != MISSING) {
        return false;
      }
    }
    return true;
  }

  /** Whether every answer that is given is the lowest. */
  boolean isLowest(int[] answers) {
    for (int answer : answers) {
      if (answer > 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether every answer that is given is the highest. */
  boolean isHighest(int[] answers) {
    for (int i = 0; i < answers.length; i++) {
      if (answers[i] != MISSING && answers[i] != items.get(i).categories() - 1) {
        return false;
      }
    }
    return true;
  }

  /** From the estimate for the lowest answers to that for the highest. */
  Optional<LevelRange> rangeOfEnds(LevelEstimator estimator) {
    Worksheet sheet = estimator.worksheet();
    estimator.estimate(lowest(), sheet);
    double lowest = sheet.theta();
    estimator.estimate(highest(), sheet);
    return Optional.of(new LevelRange(lowest, sheet.theta(), true));
  }

  int[] checked(int[] answers) {
    if (answers.length != items.size()) {
      throw new IllegalArgumentException(
          "%d answers for %d items".formatted(answers.length, items.size()));
    }
    for (int i = 0; i < answers.length; i++) {
      int categories = items.get(i).categories();
      if (answers[i] != MISSING && (answers[i] < 0 || answers[i] >= categories)) {
        throw new IllegalArgumentException("the answer to item %d must be %d or in [0, %d]: %d"
            .formatted(i, MISSING, categories - 1, answers[i]));
      }
    }
    return answers;
  }
}
