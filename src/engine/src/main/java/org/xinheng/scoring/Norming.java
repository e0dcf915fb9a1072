package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.xinheng.instrument.Norm;

/**
 * A norm, compiled: from the exact score {@code num / den} of a student to the exact number that the norm gives at once,
 * its basis.
 */
abstract sealed class Norming {

  /** What a norm gives for one score. */
  sealed interface Basis {
    record Found(long num, long den) implements Basis {}

    record None(NotNormedReason reason) implements Basis {}
  }

  private static final Basis NOT_KNOWN = new Basis.None(NotNormedReason.NOT_KNOWN);
  private static final Basis OUTSIDE_TABLE = new Basis.None(NotNormedReason.OUTSIDE_TABLE);
  private static final Basis NOT_LISTED = new Basis.None(NotNormedReason.NOT_LISTED);

  abstract Basis of(long num, long den, ResponseTable table, int row);

  /** No numerator of a basis, nor anything on the way to one, is larger for values up to {@code value}. */
  abstract BigInteger largestNumerator(BigInteger value, BigInteger denominator);

  /** No denominator of a basis is larger. */
  abstract BigInteger largestDenominator(BigInteger denominator);

  /** No basis is larger, in absolute value. */
  abstract BigInteger largestBasis(BigInteger value);

  static Norming of(Norm norm) {
    if (norm instanceof Norm.MeanAndSd cell) {
      BigDecimal none = BigDecimal.ZERO;
      return new Distance(new Norm.Regression(cell.mean(), none, none, none, none, cell.sd()));
    }
    return norm instanceof Norm.Regression regression
        ? new Distance(regression)
        : new Listing((Norm.Table) norm);
  }

  /** The least power of ten that makes all of the decimal numbers whole. */
  private static long commonDenominator(List<BigDecimal> decimals) {
    return decimals.stream().mapToLong(Fraction::denominator).max().orElse(1);
  }

  private static long over(long denominator, BigDecimal decimal) {
    return decimal.multiply(BigDecimal.valueOf(denominator)).longValueExact();
  }

  /**
   * The distance from an expected mean in standard deviations. With the mean {@code m / k} and the standard deviation
   * {@code s / k} that is {@code (num · k − m · den) / (s · den)}.
   */
  static final class Distance extends Norming {

    private static final int OLDEST = 150;
    private static final int LAST_GRADE = 12;

    private final Norm.Regression regression;
    private final long intercept;
    private final long perYear;
    private final long perSquaredYear;
    private final long female;
    private final long perGrade;
    private final long sd;
    private final long denominator;

    Distance(Norm.Regression regression) {
      this.regression = regression;
      denominator = commonDenominator(List.of(
          regression.intercept(),
          regression.age(),
          regression.ageSquared(),
          regression.female(),
          regression.grade(),
          regression.sd()));
      intercept = over(denominator, regression.intercept());
      perYear = over(denominator, regression.age());
      perSquaredYear = over(denominator, regression.ageSquared());
      female = over(denominator, regression.female());
      perGrade = over(denominator, regression.grade());
      sd = over(denominator, regression.sd());
    }

    @Override
    Basis of(long num, long den, ResponseTable table, int row) {
      boolean known = (!regression.asksAge() || isWithin(table.ageOf(row), OLDEST))
          && (!regression.asksSex() || table.isSexKnown(row))
          && (!regression.asksGrade() || isWithin(table.gradeOf(row), LAST_GRADE));
      return known
          ? new Basis.Found(num * denominator - mean(table, row) * den, sd * den)
          : NOT_KNOWN;
    }

    private long mean(ResponseTable table, int row) {
      long age = regression.asksAge() ? table.ageOf(row) : 0;
      long grade = regression.asksGrade() ? table.gradeOf(row) : 0;
      return intercept
          + perYear * age
          + perSquaredYear * age * age
          + (table.isFemale(row) ? female : 0)
          + perGrade * grade;
    }

    private static boolean isWithin(int value, int highest) {
      return 0 <= value && value <= highest;
    }

    @Override
    BigInteger largestNumerator(BigInteger value, BigInteger den) {
      return largestDistance(value).multiply(den);
    }

    @Override
    BigInteger largestBasis(BigInteger value) {
      return largestDistance(value).divide(BigInteger.valueOf(sd)).add(BigInteger.ONE);
    }

    private BigInteger largestDistance(BigInteger value) {
      BigInteger mean = Stream.of(
              times(intercept, 1),
              times(perYear, OLDEST),
              times(perSquaredYear, OLDEST * OLDEST),
              times(female, 1),
              times(perGrade, LAST_GRADE))
          .reduce(BigInteger.ZERO, BigInteger::add);
      return value.multiply(BigInteger.valueOf(denominator)).add(mean);
    }

    private static BigInteger times(long coefficient, int highest) {
      return BigInteger.valueOf(coefficient).abs().multiply(BigInteger.valueOf(highest));
    }

    @Override
    BigInteger largestDenominator(BigInteger den) {
      return BigInteger.valueOf(sd).multiply(den);
    }
  }

  /**
   * A table. Between the rows {@code (x0, y0)} and {@code (x1, y1)}, with scores over {@code k} and listed numbers over
   * {@code m}, a value on the line is {@code (y0 (x1 − x0) den + (y1 − y0) (num · k − x0 · den)) / (m (x1 − x0) den)}.
   */
  static final class Listing extends Norming {

    private final long[] scores;
    private final long scoreDen;
    private final long[] listed;
    private final long listedDen;
    private final boolean interpolated;

    Listing(Norm.Table table) {
      List<BigDecimal> x = table.rows().stream().map(Norm.Row::score).toList();
      List<BigDecimal> y = table.rows().stream().map(Norm.Row::standard).toList();
      scoreDen = commonDenominator(x);
      scores = x.stream().mapToLong(score -> over(scoreDen, score)).toArray();
      listedDen = commonDenominator(y);
      listed = y.stream().mapToLong(standard -> over(listedDen, standard)).toArray();
      interpolated = table.interpolated();
    }

    @Override
    Basis of(long num, long den, ResponseTable table, int row) {
      long score = num * scoreDen;
      int last = scores.length - 1;
      if (score < scores[0] * den || score > scores[last] * den) {
        return OUTSIDE_TABLE;
      }
      int i = 0;
      while (i < last && score >= scores[i + 1] * den) {
        i++;
      }
      if (score == scores[i] * den) {
        return new Basis.Found(listed[i], listedDen);
      }
      return interpolated ? between(i, score, den) : NOT_LISTED;
    }

    private Basis between(int i, long score, long den) {
      long width = scores[i + 1] - scores[i];
      long rise = listed[i + 1] - listed[i];
      return new Basis.Found(
          listed[i] * width * den + rise * (score - scores[i] * den), listedDen * width * den);
    }

    @Override
    BigInteger largestNumerator(BigInteger value, BigInteger den) {
      BigInteger score = value.multiply(BigInteger.valueOf(scoreDen)).max(largest(scores));
      BigInteger line = interpolated
          ? largest(scores).multiply(largest(listed)).multiply(BigInteger.valueOf(6))
          : largest(listed);
      return score.max(line).multiply(den);
    }

    @Override
    BigInteger largestBasis(BigInteger value) {
      return largest(listed).divide(BigInteger.valueOf(listedDen)).add(BigInteger.ONE);
    }

    @Override
    BigInteger largestDenominator(BigInteger den) {
      BigInteger width = largest(scores).multiply(BigInteger.TWO).max(BigInteger.ONE);
      return BigInteger.valueOf(listedDen)
          .multiply(interpolated ? width.multiply(den) : BigInteger.ONE);
    }

    private static BigInteger largest(long[] values) {
      return BigInteger.valueOf(Arrays.stream(values).map(Math::abs).max().orElse(0));
    }
  }
}
