package org.xinheng.validation.dif;

import java.util.Arrays;
import java.util.List;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;
import org.xinheng.validation.distribution.ChiSquared;

/**
 * An item answered 0 or 1 in two groups, people matched by score. Matching scores at which one group has nobody, or all answer
 * alike, add nothing.
 *
 * @see "Mantel and Haenszel (1959), Journal of the National Cancer Institute 22, 719-748"
 * @see "Robins, Breslow and Greenland (1986), Biometrics 42, 311-323"
 */
public final class MantelHaenszel {

  private static final double ETS = 2.35;
  private static final double SIGNIFICANT = 0.05;

  /** What is taken off the distance between observed and expected count before it is squared. */
  public enum Correction {
    /** Nothing. */
    NONE,
    /** One half, always, as R's package difR does; where the distance is less it is overshot. */
    HALF,
    /** One half, but nothing where the distance is less, as {@code mantelhaen.test} of R does. */
    HALF_UNLESS_CLOSER
  }

  private final List<Stratum> informative;
  private final double distance;
  private final double variance;
  private final double oddsRatio;
  private final double standardError;
  private final double standardisedDifference;

  private MantelHaenszel(List<Stratum> strata) {
    this.informative = strata.stream()
        .filter(s -> s.hasBoth() && s.sum() > 0 && s.sum() < s.n())
        .toList();
    double observed = 0;
    double spread = 0;
    double r = 0;
    double s = 0;
    double pr = 0;
    double both = 0;
    double qs = 0;
    for (Stratum at : informative) {
      double n = at.n();
      double a = at.referenceSum();
      double b = at.reference() - a;
      double c = at.focalSum();
      double d = at.focal() - c;
      observed += a - at.reference() * at.sum() / n;
      spread += at.reference() * at.focal() * at.sum() * (n - at.sum()) / (n * n * (n - 1));
      double concordant = a * d / n;
      double discordant = b * c / n;
      double p = (a + d) / n;
      r += concordant;
      s += discordant;
      pr += p * concordant;
      both += p * discordant + (1 - p) * concordant;
      qs += (1 - p) * discordant;
    }
    this.distance = observed;
    this.variance = spread;
    this.oddsRatio = r / s;
    this.standardError = Math.sqrt(pr / (2 * r * r) + both / (2 * r * s) + qs / (2 * s * s));
    List<Stratum> compared = strata.stream().filter(Stratum::hasBoth).toList();
    double people = compared.stream().mapToDouble(Stratum::focal).sum();
    this.standardisedDifference =
        compared.stream().mapToDouble(at -> at.focal() * at.difference()).sum() / people;
  }

  /**
   * Of one item.
   *
   * @param answers 0 or 1; who has {@code NaN} is left out
   * @param isFocal whether each person is of the focal group
   * @param matching score of each person
   * @throws IllegalArgumentException if an answer is neither 0 nor 1
   */
  public static MantelHaenszel of(double[] answers, boolean[] isFocal, double[] matching) {
    Arrays.stream(answers)
        .filter(answer -> !(answer == 0 || answer == 1 || Double.isNaN(answer)))
        .findFirst()
        .ifPresent(answer -> {
          throw new IllegalArgumentException("an answer must be 0 or 1: " + answer);
        });
    return new MantelHaenszel(Stratum.of(answers, isFocal, matching));
  }

  /** Matching scores that tell something. */
  public int strata() {
    return informative.size();
  }

  /** With one degree of freedom; {@code NaN} if no matching score tells anything. */
  public double chiSquare(Correction correction) {
    double off = Math.abs(distance);
    double less = switch (correction) {
      case NONE -> 0;
      case HALF -> 0.5;
      case HALF_UNLESS_CLOSER -> off < 0.5 ? 0 : 0.5;
    };
    return (off - less) * (off - less) / variance;
  }

  /** Of the test that the groups do not differ. */
  public double p(Correction correction) {
    return ChiSquared.above(chiSquare(correction), 1);
  }

  /** The common odds ratio of answering 1, reference by focal group. */
  public double oddsRatio() {
    return oddsRatio;
  }

  /** The interval of the odds ratio. */
  public Interval oddsRatioInterval(double level) {
    double half = Normal.critical(level) * standardError;
    double log = Math.log(oddsRatio);
    return new Interval(Math.exp(log - half), Math.exp(log + half));
  }

  /** {@code -2.35 ln(odds ratio)}: negative if the item is harder for the focal group. */
  public double delta() {
    return -ETS * Math.log(oddsRatio);
  }

  /** Of {@link #delta}, by Robins, Breslow and Greenland. */
  public double deltaStandardError() {
    return ETS * standardError;
  }

  /** How much it functions differently; the test of class A uses this correction. */
  public EtsClass etsClass(Correction correction) {
    double size = Math.abs(delta());
    if (!(size >= 1) || !(p(correction) < SIGNIFICANT)) {
      return EtsClass.A;
    }
    return size >= 1.5 && size - 1.645 * deltaStandardError() > 1 ? EtsClass.C : EtsClass.B;
  }

  /**
   * Share of 1 in the focal group less that in the reference group, at each matching score, weighted by people of the focal group.
   *
   * @see "Dorans and Kulick (1986), Journal of Educational Measurement 23, 355-368"
   */
  public double standardisedDifference() {
    return standardisedDifference;
  }

  /** A test by chi square. */
  public record Test(double chiSquare, int df, double p) {}

  /**
   * Breslow and Day's test that the odds ratio is the same at every matching score, without Tarone's term.
   *
   * @see "Breslow and Day (1980), Statistical Methods in Cancer Research 1, 142"
   */
  public Test breslowDay() {
    double sum = 0;
    for (Stratum at : informative) {
      double expected = expected(at);
      double variance = 1
          / (1 / expected
              + 1 / (at.reference() - expected)
              + 1 / (at.sum() - expected)
              + 1 / (at.focal() - at.sum() + expected));
      double off = at.referenceSum() - expected;
      sum += off * off / variance;
    }
    int df = Math.max(0, informative.size() - 1);
    double chi = df == 0 ? Double.NaN : sum;
    return new Test(chi, df, ChiSquared.above(chi, df));
  }

  /** The count of the reference group's 1 that the common odds ratio and the margins give. */
  private double expected(Stratum at) {
    double quadratic = 1 - oddsRatio;
    double linear = at.focal() - at.sum() + oddsRatio * (at.reference() + at.sum());
    double constant = -oddsRatio * at.reference() * at.sum();
    if (Math.abs(quadratic) < 1e-12) {
      return -constant / linear;
    }
    // The root between the bounds is the one whose formula has no difference of like numbers.
    double root = Math.sqrt(linear * linear - 4 * quadratic * constant);
    return -2 * constant / (linear + root);
  }
}
