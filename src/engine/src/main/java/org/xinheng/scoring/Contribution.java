package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/** What each answer to an item adds to a scale, as a whole number over a denominator that all items share. */
sealed interface Contribution {

  /** No answer adds more than this, in absolute value. */
  BigInteger largest();

  /** Answers that are kept in bytes. */
  final class OfCodes implements Contribution {

    private final long[] byCode;
    private final BigInteger largest;

    private OfCodes(long[] byCode, BigInteger largest) {
      this.byCode = byCode;
      this.largest = largest;
    }

    long of(byte answer) {
      return byCode[answer - ResponseSet.LOWEST_CODE];
    }

    @Override
    public BigInteger largest() {
      return largest;
    }
  }

  /** Answers that are kept in whole numbers beside the bytes. */
  sealed interface OfWide extends Contribution {
    long of(int answer);
  }

  /** Several choices, by how many count. */
  final class OfChosen implements OfWide {

    private final int countedBits;
    private final long[] byCount;
    private final BigInteger largest;

    private OfChosen(int countedBits, long[] byCount, BigInteger largest) {
      this.countedBits = countedBits;
      this.byCount = byCount;
      this.largest = largest;
    }

    @Override
    public long of(int answer) {
      return byCount[Integer.bitCount(answer & countedBits)];
    }

    @Override
    public BigInteger largest() {
      return largest;
    }
  }

  /** Numbers: {@code start + factor · answer}. */
  record OfNumbers(long start, long factor, BigInteger largest) implements OfWide {
    @Override
    public long of(int answer) {
      return start + factor * answer;
    }
  }

  /** Numbers of which a scale counts some. */
  record OfCounted(
      Scale scale, Key key, ResponseSet.Numeric responses, long denominator, BigInteger largest)
      implements OfWide {
    @Override
    public long of(int answer) {
      BigDecimal number = BigDecimal.valueOf(answer, responses.decimals());
      return whole(scale.contribution(key, responses, number), denominator);
    }
  }

  static Contribution of(Scale scale, Key key, ResponseSet.Scorable responses, long denominator) {
    BigInteger largest = scale.contributions(key, responses).stream()
        .map(value -> value.abs().setScale(0, RoundingMode.CEILING).toBigInteger())
        .reduce(BigInteger.ZERO, BigInteger::max);
    if (!Cells.isWide(responses)) {
      return new OfCodes(byCode(scale, key, responses, denominator), largest);
    }
    if (!(responses instanceof ResponseSet.Numeric numeric)) {
      return new OfChosen(
          ResponseTable.countedBits(responses),
          byCount(scale, key, responses, denominator),
          largest);
    }
    if (scale.counting().isPresent()) {
      return new OfCounted(scale, key, numeric, denominator, largest);
    }
    long start = whole(scale.contribution(key, numeric, BigDecimal.ZERO), denominator);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(numeric.decimals());
    return new OfNumbers(
        start, whole(scale.contribution(key, numeric, unit), denominator) - start, largest);
  }

  private static long[] byCode(
      Scale scale, Key key, ResponseSet.Scorable responses, long denominator) {
    return IntStream.rangeClosed(ResponseSet.LOWEST_CODE, ResponseSet.HIGHEST_CODE)
        .mapToLong(code -> responses.declares(code)
            ? whole(scale.contribution(key, responses, BigDecimal.valueOf(code)), denominator)
            : 0)
        .toArray();
  }

  private static long[] byCount(
      Scale scale, Key key, ResponseSet.Scorable responses, long denominator) {
    return IntStream.rangeClosed(0, responses.options().size())
        .mapToLong(count ->
            whole(scale.contribution(key, responses, BigDecimal.valueOf(count)), denominator))
        .toArray();
  }

  private static long whole(BigDecimal value, long denominator) {
    BigDecimal whole = value.multiply(BigDecimal.valueOf(denominator));
    if (whole.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
      throw new IllegalArgumentException(
          "the arithmetic of an item leaves 64 bits; use fewer decimals");
    }
    return whole.longValueExact();
  }

  /** The smallest power of ten over which everything that a scale adds is whole. */
  static long commonDenominator(Scale scale, List<Key> keys, Instrument instrument) {
    long common = 1;
    for (Key key : keys) {
      ResponseSet.Scorable responses = responses(key, instrument);
      for (BigDecimal value : scale.contributions(key, responses)) {
        common = Math.max(common, Fraction.denominator(value));
      }
      if (responses instanceof ResponseSet.Numeric numeric && scale.counting().isEmpty()) {
        BigDecimal unit = BigDecimal.ONE.movePointLeft(numeric.decimals());
        common = Math.max(common, Fraction.denominator(unit.multiply(key.weight())));
      }
    }
    return common;
  }

  static ResponseSet.Scorable responses(Key key, Instrument instrument) {
    return instrument
        .scorable(item(key, instrument))
        .orElseThrow(
            () -> new IllegalArgumentException("item '" + key.item() + "' keeps no answer"));
  }

  static Item item(Key key, Instrument instrument) {
    return instrument
        .item(key.item())
        .orElseThrow(
            () -> new IllegalArgumentException("item '" + key.item() + "' is not defined"));
  }
}
