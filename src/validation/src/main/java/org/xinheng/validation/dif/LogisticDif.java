package org.xinheng.validation.dif;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinheng.validation.distribution.ChiSquared;
import org.xinheng.validation.regression.OrdinalRegression;
import org.xinheng.validation.summary.Moments;

/**
 * An item as regressed on the matching score (model 0), then on the group as well (1), then on their product as well (2): logistic
 * regression for two answers, proportional odds for more.
 *
 * @param n people
 * @param uniform group at all scores alike: model 1 against 0
 * @param nonUniform group at some scores more: model 2 against 1
 * @param both model 2 against 0
 * @param explained Nagelkerke's share of explained variation of the three models
 * @param group slope of the focal group in model 1
 * @param groupError its standard error
 * @param interaction slope of the product in model 2, for one unit of the matching score
 * @param converged whether all three fits came to rest; they do not where answers are separated
 * @see "Swaminathan and Rogers (1990), Journal of Educational Measurement 27, 361-370"
 * @see "Crane, Gibbons, Jolley and van Belle (2006), Medical Care 44(11 S3), S115-S123"
 */
public record LogisticDif(
    int n,
    Test uniform,
    Test nonUniform,
    Test both,
    List<Double> explained,
    double group,
    double groupError,
    double interaction,
    boolean converged) {

  /** A likelihood-ratio test. */
  public record Test(double chiSquare, int df, double p) {

    static Test between(OrdinalRegression smaller, OrdinalRegression larger, int df) {
      double chi = Math.max(0, 2 * (larger.logLikelihood() - smaller.logLikelihood()));
      return new Test(chi, df, ChiSquared.above(chi, df));
    }
  }

  /** How large a change of the explained share is. */
  public enum Size {
    NEGLIGIBLE,
    MODERATE,
    LARGE
  }

  public LogisticDif {
    explained = List.copyOf(explained);
  }

  /** People with the same answer, group and matching score. */
  private record Cell(double answer, boolean isFocal, double matching) {}

  /**
   * Of one item.
   *
   * @param answers in any coding whose order is that of the answers; who has {@code NaN} is left out
   * @param isFocal whether each person is of the focal group
   * @param matching score of each person
   * @return all {@code NaN} if there are no two answers, groups or scores
   */
  public static LogisticDif of(double[] answers, boolean[] isFocal, double[] matching) {
    Map<Cell, Integer> counts = new TreeMap<>(Comparator.comparingDouble(Cell::answer)
        .thenComparing(Cell::isFocal)
        .thenComparingDouble(Cell::matching));
    double[] scores = new double[answers.length];
    int n = 0;
    for (int i = 0; i < answers.length; i++) {
      if (!Double.isNaN(answers[i]) && !Double.isNaN(matching[i])) {
        scores[n++] = matching[i];
        counts.merge(new Cell(answers[i] + 0.0, isFocal[i], matching[i] + 0.0), 1, Integer::sum);
      }
    }
    return of(counts, Moments.of(Arrays.copyOf(scores, n)));
  }

  private static LogisticDif of(Map<Cell, Integer> counts, Moments scores) {
    List<Cell> cells = new ArrayList<>(counts.keySet());
    double[] kinds = cells.stream().mapToDouble(Cell::answer).distinct().toArray();
    boolean hasBoth = cells.stream().map(Cell::isFocal).distinct().count() == 2;
    if (kinds.length < 2 || !hasBoth || !(scores.variance() > 0)) {
      Test none = new Test(Double.NaN, 0, Double.NaN);
      List<Double> nothing = List.of(Double.NaN, Double.NaN, Double.NaN);
      return new LogisticDif(
          scores.n(), none, none, none, nothing, Double.NaN, Double.NaN, Double.NaN, false);
    }
    int[] y =
        cells.stream().mapToInt(cell -> Arrays.binarySearch(kinds, cell.answer)).toArray();
    double[] weights = cells.stream().mapToDouble(counts::get).toArray();
    OrdinalRegression[] fits = new OrdinalRegression[3];
    for (int model = 0; model < 3; model++) {
      int terms = model + 1;
      double[][] x = cells.stream()
          .map(cell -> {
            double z = (cell.matching - scores.mean()) / scores.sd();
            double focal = cell.isFocal ? 1 : 0;
            return Arrays.copyOf(new double[] {z, focal, z * focal}, terms);
          })
          .toArray(double[][]::new);
      fits[model] = OrdinalRegression.fit(y, x, weights, new double[y.length]);
    }
    return new LogisticDif(
        scores.n(),
        Test.between(fits[0], fits[1], 1),
        Test.between(fits[1], fits[2], 1),
        Test.between(fits[0], fits[2], 2),
        Arrays.stream(fits).map(OrdinalRegression::nagelkerke).toList(),
        fits[1].slope(1),
        fits[1].slopeError(1),
        fits[2].slope(2) / scores.sd(),
        Arrays.stream(fits).allMatch(OrdinalRegression::converged));
  }

  /** What group and product together add to the explained share. */
  public double explainedByGroup() {
    return explained.get(2) - explained.get(0);
  }

  /**
   * Its size by narrow limits, 0.035 and 0.070.
   *
   * @see "Jodoin and Gierl (2001), Applied Measurement in Education 14, 329-349"
   */
  public Size sizeByJodoinGierl() {
    return size(0.035, 0.070);
  }

  /**
   * Its size by wide limits, 0.13 and 0.26.
   *
   * @see "Zumbo and Thomas (1997), A measure of effect size for a model-based approach for studying DIF"
   */
  public Size sizeByZumboThomas() {
    return size(0.13, 0.26);
  }

  private Size size(double moderateFrom, double largeFrom) {
    double added = explainedByGroup();
    if (!(added >= moderateFrom)) {
      return Size.NEGLIGIBLE;
    }
    return added >= largeFrom ? Size.LARGE : Size.MODERATE;
  }
}
