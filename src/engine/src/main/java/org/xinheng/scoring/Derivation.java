package org.xinheng.scoring;

import java.math.BigInteger;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.StandardScore;

/**
 * How one standard score is taken from the exact number that a norm gives at once, the basis.
 *
 * <pre>
 *   from z, T or IQ    z, T, IQ         (c − c') · f / f' …     exact, on the line of the other
 *                      sten, stanine    the same, to the nearest whole number, within the classes
 *                      percentile       100 times the share of the normal curve below z
 *   from a percentile  z, T, IQ         the quantile of the normal curve
 *                      sten             the classes of half a standard deviation of that quantile
 *                      stanine          4, 7, 12, 17, 20, 17, 12, 7 and 4 in a hundred
 * </pre>
 *
 * <p>What goes through the normal curve is always rounded, so that the last bits of the curve are never seen. A percentile
 * that would be rounded to 0 or 100, which nobody has, is the nearest inside.
 */
final class Derivation {

  private static final Rounding TO_CLASS = new Rounding(Rounding.Mode.HALF_UP, 0);
  private static final double HUNDRED = 100;

  /** How many of a hundred are below each stanine but the first. */
  private static final int[] BELOW_STANINE = {4, 11, 23, 40, 60, 77, 89, 96};

  /** The share below each sten but the first: z from −2 to 2 by halves. */
  private static final double[] BELOW_STEN = new double[9];

  static {
    for (int i = 0; i < BELOW_STEN.length; i++) {
      BELOW_STEN[i] = Normal.below(-2 + i / 2.0);
    }
  }

  private final StandardScore score;
  private final StandardScore basis;
  private final Rounding rounding;
  private final boolean throughNormal;

  /** Twice the means, which may be halves. */
  private final long twiceMean;

  private final long twiceBasisMean;

  Derivation(StandardScore score, StandardScore basis, Rounding declared) {
    this.score = score;
    this.basis = basis;
    this.rounding = score.isClass() ? TO_CLASS : declared;
    this.throughNormal = NormSet.isThroughNormal(score, basis);
    this.twiceMean = Math.round(2 * score.mean());
    this.twiceBasisMean = Math.round(2 * basis.mean());
  }

  StandardScore score() {
    return score;
  }

  /** The standard score as a fraction, rounded. */
  Fraction of(long num, long den) {
    if (score == basis) {
      return score == StandardScore.PERCENTILE ? inside(rounded(num, den)) : rounded(num, den);
    }
    if (throughNormal) {
      return score == StandardScore.PERCENTILE
          ? inside(Fraction.of(HUNDRED * Normal.below(z(num, den)), rounding))
          : Fraction.of(score.mean() + score.sd() * Normal.quantile(share(num, den)), rounding);
    }
    if (basis == StandardScore.PERCENTILE) {
      return new Fraction(
          score == StandardScore.STANINE ? stanine(num, den) : sten(share(num, den)), 1);
    }
    return rounded(
        twiceMean * basis.sd() * den + score.sd() * (2 * num - twiceBasisMean * den),
        2L * basis.sd() * den);
  }

  private double z(long num, long den) {
    return ((double) num / den - basis.mean()) / basis.sd();
  }

  private static double share(long num, long den) {
    return num / (HUNDRED * den);
  }

  private static int stanine(long num, long den) {
    int stanine = 1;
    for (int below : BELOW_STANINE) {
      stanine += num >= below * den ? 1 : 0;
    }
    return stanine;
  }

  private static int sten(double share) {
    int sten = 1;
    for (double below : BELOW_STEN) {
      sten += share >= below ? 1 : 0;
    }
    return sten;
  }

  /** A percentile is above 0 and below 100. */
  private static Fraction inside(Fraction percentile) {
    long den = percentile.den();
    long num = Math.max(1, Math.min(100 * den - 1, percentile.num()));
    return new Fraction(num, den);
  }

  private Fraction rounded(long num, long den) {
    if (rounding.mode() == Rounding.Mode.NONE) {
      return new Fraction(num, den);
    }
    long power = Fraction.POWERS_OF_TEN[rounding.decimals()];
    long whole = Fraction.divide(num * power, den, rounding.mode());
    return score.isClass()
        ? new Fraction(Math.max(score.lowestClass(), Math.min(score.highestClass(), whole)), 1)
        : new Fraction(whole, power);
  }

  /** Nothing on the way to the standard score is larger, for bases up to {@code numerator / denominator}. */
  BigInteger largest(BigInteger numerator, BigInteger denominator) {
    BigInteger power = BigInteger.TEN.pow(rounding.decimals());
    if (score == basis || basis == StandardScore.PERCENTILE) {
      return numerator
          .max(denominator.multiply(BigInteger.valueOf(100)))
          .multiply(power)
          .shiftLeft(1);
    }
    BigInteger line = BigInteger.valueOf(twiceMean * basis.sd() + score.sd() * twiceBasisMean)
        .multiply(denominator)
        .add(numerator.multiply(BigInteger.valueOf(2L * score.sd())));
    return line.max(denominator.multiply(BigInteger.valueOf(2L * basis.sd())))
        .multiply(power)
        .shiftLeft(1);
  }

  /** No numerator or denominator of a standard score is larger; {@code largestBasis} bounds the basis itself. */
  BigInteger largestResult(BigInteger numerator, BigInteger denominator, BigInteger largestBasis) {
    if (rounding.mode() == Rounding.Mode.NONE) {
      return largest(numerator, denominator);
    }
    BigInteger distance = largestBasis.add(BigInteger.valueOf(twiceBasisMean));
    return BigInteger.valueOf(twiceMean)
        .add(distance.multiply(BigInteger.valueOf(Math.max(1, score.sd()))))
        .max(BigInteger.valueOf((long) HUNDRED))
        .multiply(BigInteger.TEN.pow(rounding.decimals()));
  }
}
