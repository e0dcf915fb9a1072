package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/** What each answer to an item adds to a scale, as a whole number over a denominator that all items share. */
final class Contribution {

  private final long[] byCode = new long[ResponseSet.HIGHEST_CODE - ResponseSet.LOWEST_CODE + 1];

  Contribution(Scale scale, Key key, ResponseSet responses, long denominator) {
    for (Option option : responses.options()) {
      byCode[option.code() - ResponseSet.LOWEST_CODE] = scale
          .contribution(key, responses, option.code())
          .multiply(BigDecimal.valueOf(denominator))
          .longValueExact();
    }
  }

  long of(byte answer) {
    return byCode[answer - ResponseSet.LOWEST_CODE];
  }

  /** No answer adds more than this, in absolute value. */
  BigInteger largest(long denominator) {
    long largest = 0;
    for (long value : byCode) {
      largest = Math.max(largest, Math.abs(value));
    }
    return BigDecimal.valueOf(largest)
        .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.CEILING)
        .toBigInteger();
  }

  /** The smallest power of ten over which everything that a scale adds is whole. */
  static long commonDenominator(Scale scale, List<Key> keys, Instrument instrument) {
    long common = 1;
    for (Key key : keys) {
      ResponseSet responses = instrument.responsesOf(item(key, instrument)).orElseThrow();
      for (BigDecimal value : scale.contributions(key, responses)) {
        common = Math.max(common, Fraction.denominator(value));
      }
    }
    return common;
  }

  static Item item(Key key, Instrument instrument) {
    return instrument
        .item(key.item())
        .orElseThrow(
            () -> new IllegalArgumentException("item '" + key.item() + "' is not defined"));
  }
}
