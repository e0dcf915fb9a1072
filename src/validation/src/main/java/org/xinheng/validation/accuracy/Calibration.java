package org.xinheng.validation.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.Direction;
import org.xinheng.validation.distribution.ChiSquared;
import org.xinheng.validation.regression.OrdinalRegression;
import org.xinheng.validation.roc.Auc;
import org.xinheng.validation.summary.Moments;
import org.xinheng.validation.summary.PairedNumbers;
import org.xinheng.validation.summary.QuantileType;

/**
 * Whether chances that were predicted are those that come true. What rests on the logit leaves out chances of exactly 0 and 1.
 *
 * @see "Steyerberg (2019), Clinical Prediction Models, chapter 15; Harrell (2015), Regression Modeling Strategies, section 10.9"
 */
public final class Calibration {

  private final double[] chances;
  private final boolean[] isCase;
  private final double[] logits;
  private final int[] outcomes;
  private final OrdinalRegression recalibrated;
  private final OrdinalRegression shifted;

  private Calibration(double[] chances, boolean[] isCase) {
    this.chances = chances;
    this.isCase = isCase;
    int[] inner = IntStream.range(0, chances.length)
        .filter(i -> chances[i] > 0 && chances[i] < 1)
        .toArray();
    this.logits = Arrays.stream(inner)
        .mapToDouble(i -> Math.log(chances[i]) - Math.log1p(-chances[i]))
        .toArray();
    this.outcomes = Arrays.stream(inner).map(i -> isCase[i] ? 1 : 0).toArray();
    double[] ones = new double[inner.length];
    Arrays.fill(ones, 1);
    double[][] predictor =
        Arrays.stream(logits).mapToObj(logit -> new double[] {logit}).toArray(double[][]::new);
    this.recalibrated = OrdinalRegression.fit(outcomes, predictor, ones, new double[inner.length]);
    this.shifted = OrdinalRegression.fit(outcomes, new double[inner.length][0], ones, logits);
  }

  /**
   * Of predicted chances.
   *
   * @param chances from 0 to 1; who has {@code NaN} is left out
   * @throws IllegalArgumentException for a chance beyond 0 and 1, or without a case or a control whose chance lies between
   */
  public static Calibration of(double[] chances, boolean[] isCase) {
    int[] kept = IntStream.range(0, chances.length)
        .filter(i -> !Double.isNaN(chances[i]))
        .toArray();
    double[] p = Arrays.stream(kept).mapToDouble(i -> chances[i]).toArray();
    boolean[] y = new boolean[kept.length];
    for (int i = 0; i < kept.length; i++) {
      y[i] = isCase[kept[i]];
      if (!(p[i] >= 0 && p[i] <= 1)) {
        throw new IllegalArgumentException("a chance must be in [0, 1]: " + p[i]);
      }
    }
    return new Calibration(p, y);
  }

  public int n() {
    return chances.length;
  }

  /** The area under the ROC curve of the chances. */
  public double area() {
    return Auc.of(chances, isCase, Direction.HIGHER_IS_CASE).value();
  }

  /** Mean squared distance of chance and outcome. */
  public double brier() {
    return mean(i -> (chances[i] - outcome(i)) * (chances[i] - outcome(i)));
  }

  private double outcome(int i) {
    return isCase[i] ? 1 : 0;
  }

  private double mean(IntToDoubleFunction of) {
    return IntStream.range(0, chances.length).mapToDouble(of).sum() / chances.length;
  }

  /** Of the logistic regression of the outcome on the logit of the chance; 0 is perfect. */
  public double intercept() {
    return -recalibrated.limits().get(0);
  }

  /** Of that regression; 1 is perfect, less means that chances are too extreme. */
  public double slope() {
    return recalibrated.slope(0);
  }

  public double slopeStandardError() {
    return recalibrated.slopeError(0);
  }

  /** Calibration in the large: the intercept with the slope held at 1. */
  public double interceptAlone() {
    return -shifted.limits().get(0);
  }

  /** Cases by the sum of the chances. */
  public double observedOverExpected() {
    return mean(this::outcome) / mean(i -> chances[i]);
  }

  private double predictedLogLikelihood() {
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      double z = outcomes[i] == 1 ? -logits[i] : logits[i];
      sum -= z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
    }
    return sum;
  }

  private double likelihoodRatio() {
    return 2 * (predictedLogLikelihood() - recalibrated.nullLogLikelihood());
  }

  /** Nagelkerke's share of variation that the chances explain as they are. */
  public double explained() {
    double n = logits.length;
    return -Math.expm1(-likelihoodRatio() / n)
        / -Math.expm1(2 * recalibrated.nullLogLikelihood() / n);
  }

  /** An index for each person, its chi square, and the p value of that. */
  public record Index(double value, double chiSquare, double p) {}

  /** Harrell's discrimination index {@code D}. */
  public Index discrimination() {
    double ratio = likelihoodRatio();
    return new Index((ratio - 1) / logits.length, ratio, ChiSquared.above(ratio, 1));
  }

  /** Harrell's unreliability index {@code U}: what recalibrating would gain. */
  public Index unreliability() {
    double ratio = Math.max(0, 2 * (recalibrated.logLikelihood() - predictedLogLikelihood()));
    return new Index((ratio - 2) / logits.length, ratio, ChiSquared.above(ratio, 2));
  }

  /** Harrell's quality index {@code Q}, discrimination less unreliability. */
  public double quality() {
    return discrimination().value() - unreliability().value();
  }

  /** A normal deviate and its two-sided p value. */
  public record Test(double z, double p) {}

  /**
   * Whether squared distances are as large as they should be.
   *
   * @see "Spiegelhalter (1986), Statistics in Medicine 5, 421-433"
   */
  public Test spiegelhalter() {
    double distance = 0;
    double variance = 0;
    for (int i = 0; i < chances.length; i++) {
      double p = chances[i];
      distance += (outcome(i) - p) * (1 - 2 * p);
      variance += (1 - 2 * p) * (1 - 2 * p) * p * (1 - p);
    }
    double z = distance / Math.sqrt(variance);
    return new Test(z, Normal.beyond(z));
  }

  /**
   * How far chances lie from a smooth line through the outcomes.
   *
   * @param mean of the distances
   * @param most nine people in ten lie no farther
   * @param largest of them
   */
  public record Distance(double mean, double most, double largest) {}

  /** A place on the line of calibration. */
  public record Place(double chance, double observed) {}

  /** The smooth line of the outcome over the chance, at each distinct chance. */
  public List<Place> line() {
    int[] order = IntStream.range(0, chances.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> chances[i]))
        .mapToInt(Integer::intValue)
        .toArray();
    double[] x = Arrays.stream(order).mapToDouble(i -> chances[i]).toArray();
    double[] fit = Lowess.of(x, Arrays.stream(order).mapToDouble(this::outcome).toArray());
    List<Place> line = new ArrayList<>();
    for (int start = 0; start < x.length; ) {
      int end = start;
      while (end < x.length && x[end] == x[start]) {
        end++;
      }
      line.add(
          new Place(x[start], Moments.of(Arrays.copyOfRange(fit, start, end)).mean()));
      start = end;
    }
    return line;
  }

  /** How far chances lie from the smooth line. */
  public Distance distance() {
    List<Place> line = line();
    double[] places = line.stream().mapToDouble(Place::chance).toArray();
    double[] distances = Arrays.stream(chances)
        .map(p -> Math.abs(p - line.get(Arrays.binarySearch(places, p)).observed()))
        .sorted()
        .toArray();
    return new Distance(
        Moments.of(distances).mean(),
        QuantileType.TYPE_7.of(distances, 0.9),
        distances[distances.length - 1]);
  }

  /**
   * People with like chances.
   *
   * @param group from 1
   * @param chance their mean chance
   * @param observed share of cases
   */
  public record Group(int group, int people, double chance, double observed) {}

  /** Groups of equal size by rank of the chance, ties sharing theirs; one that gets nobody is not in the list. */
  public List<Group> groups(int count) {
    double[] ranks = PairedNumbers.ranks(chances);
    int[] people = new int[count];
    double[] sums = new double[count];
    double[] cases = new double[count];
    for (int i = 0; i < chances.length; i++) {
      int group = (int) Math.ceil(ranks[i] * count / chances.length - 1e-9) - 1;
      int at = Math.max(0, Math.min(count - 1, group));
      people[at]++;
      sums[at] += chances[i];
      cases[at] += outcome(i);
    }
    return IntStream.range(0, count)
        .filter(g -> people[g] > 0)
        .mapToObj(g -> new Group(g + 1, people[g], sums[g] / people[g], cases[g] / people[g]))
        .toList();
  }
}
