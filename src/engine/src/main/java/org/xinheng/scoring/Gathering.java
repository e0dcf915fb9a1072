package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/** Brings what a scale is made of into one exact sum per row, and counts what was answered. */
abstract sealed class Gathering {

  /** The numbers of items or parts. */
  abstract int size();

  /** No sum is larger, in absolute value. */
  abstract BigInteger largestSum();

  /** Nothing that is added is larger, in absolute value. */
  abstract BigInteger largestTerm();

  /** No sum has a larger denominator. */
  abstract BigInteger largestDenominator();

  /** Whether every sum has the same denominator. */
  abstract boolean hasFixedDenominator();

  abstract void gather(Block block, ResponseTable table);

  static Gathering of(Scale scale, Instrument instrument, Function<Scale, ScaleStep> compile) {
    if (scale.keying() instanceof Keying.OfItems items) {
      return new Items(items.keys(), instrument);
    }
    Keying.OfScales composite = (Keying.OfScales) scale.keying();
    return new Parts(composite.parts().stream()
        .map(part -> compile.apply(instrument
            .scale(part.scale())
            .orElseThrow(() -> new IllegalArgumentException("scale '" + scale.id()
                + "' uses scale '" + part.scale() + "', which is not defined"))))
        .toList());
  }

  /** Items with their keys: {@code sum = Σ weight · answer + Σ offset}, weights scaled to whole numbers. */
  static final class Items extends Gathering {

    private final int[] columns;
    private final long[] weights;
    private final long[] offsets;
    private final long scale;
    private final BigInteger largestSum;
    private final BigInteger largestTerm;

    Items(List<Key> keys, Instrument instrument) {
      columns = new int[keys.size()];
      weights = new long[keys.size()];
      offsets = new long[keys.size()];
      scale =
          keys.stream().map(Key::weight).mapToLong(Fraction::denominator).max().orElse(1);
      BigInteger sum = BigInteger.ZERO;
      BigInteger largest = BigInteger.ZERO;
      for (int i = 0; i < columns.length; i++) {
        Key key = keys.get(i);
        Item item = instrument
            .item(key.item())
            .orElseThrow(
                () -> new IllegalArgumentException("item '" + key.item() + "' is not defined"));
        ResponseSet responses = instrument.responsesOf(item).orElseThrow();
        long weight = key.weight().multiply(BigDecimal.valueOf(scale)).longValueExact();
        columns[i] = instrument.items().indexOf(item);
        weights[i] = key.reversed() ? -weight : weight;
        offsets[i] = key.reversed() ? weight * (responses.lowest() + responses.highest()) : 0;
        int code = Math.max(Math.abs(responses.lowest()), Math.abs(responses.highest()));
        BigInteger term = key.weight()
            .abs()
            .multiply(BigDecimal.valueOf(code))
            .setScale(0, RoundingMode.CEILING)
            .toBigInteger();
        sum = sum.add(term);
        largest = largest.max(term);
      }
      largestSum = sum;
      largestTerm = largest;
    }

    @Override
    int size() {
      return columns.length;
    }

    @Override
    BigInteger largestSum() {
      return largestSum;
    }

    @Override
    BigInteger largestTerm() {
      return largestTerm;
    }

    @Override
    BigInteger largestDenominator() {
      return BigInteger.valueOf(scale);
    }

    @Override
    boolean hasFixedDenominator() {
      return true;
    }

    @Override
    void gather(Block block, ResponseTable table) {
      int rows = block.rows;
      Arrays.fill(block.sum, 0, rows, 0);
      Arrays.fill(block.scale, 0, rows, scale);
      Arrays.fill(block.answered, 0, rows, 0);
      Arrays.fill(block.notApplicable, 0, rows, 0);
      Arrays.fill(block.undeclared, 0, rows, false);
      for (int i = 0; i < columns.length; i++) {
        add(table.cells(columns[i]), weights[i], offsets[i], block);
      }
    }

    private static void add(byte[] cells, long weight, long offset, Block block) {
      for (int r = 0; r < block.rows; r++) {
        byte cell = cells[block.firstRow + r];
        if (Cells.isAnswer(cell)) {
          block.sum[r] += weight * cell + offset;
          block.answered[r]++;
        } else if (cell == Cells.of(Missing.NOT_APPLICABLE)) {
          block.notApplicable[r]++;
        } else if (cell == Cells.of(Missing.UNDECLARED)) {
          block.undeclared[r] = true;
        }
      }
    }
  }

  /** Other scales: fractions are added; they are brought to lowest terms, so that they stay small. */
  static final class Parts extends Gathering {

    private final List<ScaleStep> parts;

    Parts(List<ScaleStep> parts) {
      this.parts = parts;
    }

    @Override
    int size() {
      return parts.size();
    }

    @Override
    BigInteger largestSum() {
      return parts.stream()
          .map(part -> part.finish().largestValue())
          .reduce(BigInteger.ZERO, BigInteger::add);
    }

    @Override
    BigInteger largestTerm() {
      return parts.stream()
          .map(part -> part.finish().largestValue())
          .reduce(BigInteger.ZERO, BigInteger::max);
    }

    /** The least common multiple of denominators that are fixed, times all that are not. */
    @Override
    BigInteger largestDenominator() {
      BigInteger common = BigInteger.ONE;
      for (ScaleStep part : parts) {
        BigInteger den = part.finish().largestDenominator();
        BigInteger shared = part.finish().hasFixedDenominator() ? common.gcd(den) : BigInteger.ONE;
        common = common.multiply(den.divide(shared));
      }
      return common;
    }

    @Override
    boolean hasFixedDenominator() {
      return false;
    }

    @Override
    void gather(Block block, ResponseTable table) {
      int rows = block.rows;
      Arrays.fill(block.sum, 0, rows, 0);
      Arrays.fill(block.scale, 0, rows, 1);
      Arrays.fill(block.answered, 0, rows, 0);
      Arrays.fill(block.notApplicable, 0, rows, 0);
      Arrays.fill(block.undeclared, 0, rows, false);
      for (ScaleStep part : parts) {
        add(block.numerators(part.scale()), block.denominators(part.scale()), block);
      }
    }

    private static void add(long[] numerators, long[] denominators, Block block) {
      for (int r = 0; r < block.rows; r++) {
        long den = denominators[r];
        if (den != 0) {
          block.answered[r]++;
          if (den == block.scale[r]) {
            block.sum[r] += numerators[r];
          } else {
            addUnlike(numerators[r], den, block, r);
          }
        }
      }
    }

    private static void addUnlike(long num, long den, Block block, int r) {
      long divisor = Fraction.gcd(den, block.scale[r]);
      block.sum[r] = block.sum[r] * (den / divisor) + num * (block.scale[r] / divisor);
      block.scale[r] = block.scale[r] / divisor * den;
    }
  }
}
