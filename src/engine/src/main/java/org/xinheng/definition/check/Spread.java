package org.xinheng.definition.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.instrument.Exact;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Scale;

/**
 * The smallest and the largest standard deviation of answers, exact.
 *
 * <p>Of {@code k} answers with the sum {@code S} the variance {@code (k Σx² − S²) / (k (k − 1))} is the larger, the larger
 * {@code Σx²}. So items are taken one after the other, and for every sum of the first ones the least and the greatest sum
 * of squares are kept: of twenty items with answers from 0 to 3 that are 61 sums, not 4²⁰ patterns. For items with the
 * same answers the largest is the well-known one, with half of the answers at each end.
 */
final class Spread {

  /** Sums that are gone through; more would take seconds. */
  private static final long MOST_STEPS = 20_000_000;

  private static final MathContext DIGITS = new MathContext(60, RoundingMode.DOWN);
  private static final int DECIMALS = 40;
  private static final long NONE = -1;

  private final int mostLeftOut;
  private final int highestSum;
  private long items;
  /** Least and greatest sum of squares, by how many items were left out and by the sum of the others. */
  private long[][] least;

  private long[][] greatest;

  private Spread(int mostLeftOut, int highestSum) {
    this.mostLeftOut = mostLeftOut;
    this.highestSum = highestSum;
    least = noSums();
    greatest = noSums();
    least[0][0] = 0;
    greatest[0][0] = 0;
  }

  /**
   * From the smallest to the largest; a root that no fraction holds is cut after forty decimals.
   *
   * @param contributions what the answers to each item can add, by item
   * @return empty if there are fewer than two items, or too many sums to go through
   */
  static Optional<PossibleScores.Range> of(
      Scale scale, Map<String, List<BigDecimal>> contributions) {
    int n = contributions.size();
    if (n < 2) {
      return Optional.empty();
    }
    boolean shrinks = scale.missing().notApplicable() == MissingRule.NotApplicable.IGNORE;
    int mostLeftOut = Math.min(n - 2, shrinks ? n : scale.missing().limit().of(n));
    // A shift leaves a variance as it is, and another unit changes it by its square alone.
    List<BigDecimal> all = contributions.values().stream().flatMap(List::stream).toList();
    BigDecimal lowest = Collections.min(all);
    BigFraction unit = all.stream()
        .map(value -> Exact.of(value.subtract(lowest)))
        .reduce(BigFraction.ZERO, Spread::commonUnit);
    if (unit.compareTo(BigFraction.ZERO) == 0) {
      return Optional.of(new PossibleScores.Range(
          BigFraction.ZERO, BigFraction.ZERO, contributions.keySet(), true));
    }
    List<List<BigInteger>> answers = contributions.values().stream()
        .map(some -> some.stream()
            .map(value -> Exact.of(value.subtract(lowest)).divide(unit).getNumerator())
            .toList())
        .toList();
    BigInteger highestSum =
        answers.stream().map(Collections::max).reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger steps = highestSum
        .add(BigInteger.ONE)
        .multiply(BigInteger.valueOf(mostLeftOut + 1L))
        .multiply(BigInteger.valueOf(all.size()));
    if (steps.compareTo(BigInteger.valueOf(MOST_STEPS)) > 0) {
      return Optional.empty();
    }
    Spread spread = new Spread(mostLeftOut, highestSum.intValueExact());
    answers.forEach(spread::add);
    return Optional.of(spread.range(unit, contributions));
  }

  /** The largest number of which both are multiples. */
  private static BigFraction commonUnit(BigFraction a, BigFraction b) {
    BigInteger denominator = a.getDenominator().multiply(b.getDenominator());
    return new BigFraction(
        a.multiply(denominator).getNumerator().gcd(b.multiply(denominator).getNumerator()),
        denominator);
  }

  private long[][] noSums() {
    long[][] squares = new long[mostLeftOut + 1][highestSum + 1];
    Arrays.stream(squares).forEach(row -> Arrays.fill(row, NONE));
    return squares;
  }

  private void add(List<BigInteger> answers) {
    long[][] nextLeast = noSums();
    long[][] nextGreatest = noSums();
    for (int left = 0; left <= mostLeftOut; left++) {
      for (int sum = 0; sum <= highestSum; sum++) {
        if (least[left][sum] != NONE) {
          for (BigInteger answer : answers) {
            int x = answer.intValueExact();
            long square = (long) x * x;
            keepLeast(nextLeast[left], sum + x, least[left][sum] + square);
            keepGreatest(nextGreatest[left], sum + x, greatest[left][sum] + square);
          }
          if (left < mostLeftOut) {
            keepLeast(nextLeast[left + 1], sum, least[left][sum]);
            keepGreatest(nextGreatest[left + 1], sum, greatest[left][sum]);
          }
        }
      }
    }
    least = nextLeast;
    greatest = nextGreatest;
    items++;
  }

  private static void keepLeast(long[] squares, int sum, long square) {
    squares[sum] = squares[sum] == NONE ? square : Math.min(squares[sum], square);
  }

  private static void keepGreatest(long[] squares, int sum, long square) {
    squares[sum] = Math.max(squares[sum], square);
  }

  private PossibleScores.Range range(
      BigFraction unit, Map<String, List<BigDecimal>> contributions) {
    List<BigFraction> variances = new ArrayList<>();
    for (int left = 0; left <= mostLeftOut; left++) {
      long k = items - left;
      long smallest = Long.MAX_VALUE;
      long largest = 0;
      for (long sum = 0; sum <= highestSum; sum++) {
        if (least[left][(int) sum] != NONE) {
          smallest = Math.min(smallest, k * least[left][(int) sum] - sum * sum);
          largest = Math.max(largest, k * greatest[left][(int) sum] - sum * sum);
        }
      }
      BigInteger below = BigInteger.valueOf(k * (k - 1));
      variances.add(new BigFraction(BigInteger.valueOf(smallest), below));
      variances.add(new BigFraction(BigInteger.valueOf(largest), below));
    }
    return new PossibleScores.Range(
        root(Collections.min(variances)).multiply(unit),
        root(Collections.max(variances)).multiply(unit),
        contributions.keySet(),
        true);
  }

  private static BigFraction root(BigFraction square) {
    BigInteger num = square.getNumerator().sqrt();
    BigInteger den = square.getDenominator().sqrt();
    BigFraction root = new BigFraction(num, den);
    return root.multiply(root).equals(square)
        ? root
        : Exact.of(new BigDecimal(square.getNumerator())
            .divide(new BigDecimal(square.getDenominator()), DIGITS)
            .sqrt(DIGITS)
            .setScale(DECIMALS, RoundingMode.DOWN));
  }
}
