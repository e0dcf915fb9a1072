package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/** What each answer to an item adds to a scale, as a whole number over a denominator that all items share. */
sealed interface Contribution {

  /** Answers that are kept in bytes. */
  final class OfCodes implements Contribution {

    private final long[] byCode;

    private OfCodes(long[] byCode) {
      this.byCode = byCode;
    }

    long of(byte answer) {
      return byCode[answer - ResponseSet.LOWEST_CODE];
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

    private OfChosen(int countedBits, long[] byCount) {
      this.countedBits = countedBits;
      this.byCount = byCount;
    }

    @Override
    public long of(int answer) {
      return byCount[Integer.bitCount(answer & countedBits)];
    }
  }

  /** Numbers: {@code start + factor · answer}. */
  record OfNumbers(long start, long factor) implements OfWide {
    @Override
    public long of(int answer) {
      return start + factor * answer;
    }
  }

  /** Numbers of which a scale counts some. */
  record OfCounted(Scale scale, Key key, ResponseSet.Numeric responses, long denominator)
      implements OfWide {
    @Override
    public long of(int answer) {
      BigDecimal number = BigDecimal.valueOf(answer, responses.decimals());
      return whole(scale.contribution(key, responses, number), denominator);
    }
  }

  static Contribution of(Scale scale, Key key, ResponseSet.Scorable responses, long denominator) {
    if (!Cells.isWide(responses)) {
      return new OfCodes(byCode(scale, key, responses, denominator));
    }
    if (!(responses instanceof ResponseSet.Numeric numeric)) {
      return new OfChosen(
          ResponseTable.countedBits(responses), byCount(scale, key, responses, denominator));
    }
    if (scale.counting().isPresent()) {
      return new OfCounted(scale, key, numeric, denominator);
    }
    long start = whole(scale.contribution(key, numeric, BigDecimal.ZERO), denominator);
    BigDecimal unit = BigDecimal.ONE.movePointLeft(numeric.decimals());
    return new OfNumbers(start, whole(scale.contribution(key, numeric, unit), denominator) - start);
  }

  private static long[] byCode(
      Scale scale, Key key, ResponseSet.Scorable responses, long denominator) {
    long[] byCode = new long[ResponseSet.HIGHEST_CODE - ResponseSet.LOWEST_CODE + 1];
    for (int code : responses.codesOfByte()) {
      byCode[code - ResponseSet.LOWEST_CODE] =
          whole(scale.contribution(key, responses, BigDecimal.valueOf(code)), denominator);
    }
    return byCode;
  }

  private static long[] byCount(
      Scale scale, Key key, ResponseSet.Scorable responses, long denominator) {
    long[] byCount = new long[responses.options().size() + 1];
    for (BigDecimal count : responses.representatives(List.of())) {
      byCount[count.intValueExact()] =
          whole(scale.contribution(key, responses, count), denominator);
    }
    return byCount;
  }

  private static long whole(BigDecimal value, long denominator) {
    return value.multiply(BigDecimal.valueOf(denominator)).longValueExact();
  }

  /** The smallest power of ten over which everything that a scale adds is whole. */
  static long commonDenominator(Scale scale, List<Key> keys, List<ResponseSet.Scorable> responses) {
    int decimals = 0;
    for (int i = 0; i < keys.size(); i++) {
      if (!Key.addsLikeBefore(i, keys, responses)) {
        decimals = Math.max(decimals, scale.decimals(keys.get(i), responses.get(i)));
      }
    }
    return BigInteger.TEN.pow(decimals).longValueExact();
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
