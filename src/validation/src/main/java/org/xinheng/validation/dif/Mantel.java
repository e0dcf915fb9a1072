package org.xinheng.validation.dif;

import java.util.List;
import org.xinheng.validation.distribution.ChiSquared;
import org.xinheng.validation.summary.Moments;

/**
 * An item with ordered answers in two groups, people matched by score.
 *
 * @param strata matching scores at which both groups have somebody
 * @param chiSquare of the sum of the focal group's answers, with one degree of freedom and without correction
 * @param p of the test that the groups do not differ
 * @param difference mean answer of the focal group less that of the reference group at each matching score, weighted by people of the
 *     focal group
 * @param differenceBySd the same in standard deviations of all answers
 * @see "Mantel (1963), Journal of the American Statistical Association 58, 690-700"
 * @see "Zwick and Thayer (1996), Journal of Educational and Behavioral Statistics 21, 187-201"
 */
public record Mantel(
    int strata, double chiSquare, double p, double difference, double differenceBySd) {

  private static final double SIGNIFICANT = 0.05;

  /**
   * Of one item.
   *
   * @param answers scores of the answers; who has {@code NaN} is left out
   * @param isFocal whether each person is of the focal group
   * @param matching score of each person
   */
  public static Mantel of(double[] answers, boolean[] isFocal, double[] matching) {
    List<Stratum> strata =
        Stratum.of(answers, isFocal, matching).stream().filter(Stratum::hasBoth).toList();
    double distance = 0;
    double variance = 0;
    double differences = 0;
    double people = 0;
    for (Stratum at : strata) {
      double n = at.n();
      distance += at.focalSum() - at.focal() * at.sum() / n;
      variance += at.focal()
          * at.reference()
          / (n * n * (n - 1))
          * (n * at.squares() - at.sum() * at.sum());
      differences += at.focal() * at.difference();
      people += at.focal();
    }
    double chi = distance * distance / variance;
    double difference = differences / people;
    double sd = Moments.of(matched(answers, matching)).sd();
    return new Mantel(strata.size(), chi, ChiSquared.above(chi, 1), difference, difference / sd);
  }

  private static double[] matched(double[] answers, double[] matching) {
    double[] matched = answers.clone();
    for (int i = 0; i < matched.length; i++) {
      matched[i] = Double.isNaN(matching[i]) ? Double.NaN : matched[i];
    }
    return matched;
  }

  /**
   * The classes of the United States' assessment of educational progress: C for a significant difference of more than a quarter of a
   * standard deviation, B for one of more than 0.17, else A.
   *
   * @see "Zwick, Donoghue and Grima (1993), Journal of Educational Measurement 30, 233-251"
   */
  public EtsClass sizeClass() {
    double size = Math.abs(differenceBySd);
    if (!(p < SIGNIFICANT) || !(size > 0.17)) {
      return EtsClass.A;
    }
    return size > 0.25 ? EtsClass.C : EtsClass.B;
  }
}
