package org.xinheng.scoring;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.irt.LevelEstimator;
import org.xinheng.instrument.irt.LevelRange;
import org.xinheng.instrument.irt.Worksheet;

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

  /** Reports what goes with the values of a scale, once it is clear which rows have one. */
  void report(int scale, Block block, ScoreTable scores) {}

  /**
   * What each missing answer of a row counts as by a rule that fills in, in units of the sum.
   *
   * @throws IllegalStateException for a composite, which no checked definition fills in
   */
  long fill(ResponseTable table, int row, MissingRule rule) {
    throw new IllegalStateException("only items are filled in");
  }

  private static void clear(Block block, long scale) {
    Arrays.fill(block.sum, 0, block.rows, 0);
    Arrays.fill(block.scale, 0, block.rows, scale);
    Arrays.fill(block.answered, 0, block.rows, 0);
    Arrays.fill(block.notApplicable, 0, block.rows, 0);
    Arrays.fill(block.undeclared, 0, block.rows, false);
  }

  /** Notes why an item of a row has no answer. */
  private static void note(byte cell, Block block, int r) {
    if (cell == Cells.of(Missing.NOT_APPLICABLE)) {
      block.notApplicable[r]++;
    } else if (cell == Cells.of(Missing.UNDECLARED)) {
      block.undeclared[r] = true;
    }
  }

  static Gathering of(Scale scale, Instrument instrument, Function<Scale, ScaleStep> compile) {
    if (scale.keying() instanceof Keying.OfItems items) {
      return new Items(scale, items.keys(), instrument);
    }
    if (scale.keying() instanceof Keying.OfModel model) {
      return new Levels(scale, model, instrument);
    }
    Keying.OfScales composite = (Keying.OfScales) scale.keying();
    return new Parts(composite.parts().stream()
        .map(part -> compile.apply(instrument
            .scale(part.scale())
            .orElseThrow(() -> new IllegalArgumentException("scale '" + scale.id()
                + "' uses scale '" + part.scale() + "', which is not defined"))))
        .toList());
  }

  /** Items with their keys: what each answer adds, scaled to a whole number. */
  static final class Items extends Gathering {

    private final int[] columns;
    private final Contribution[] contributions;
    private final long scale;
    private final Method method;
    private final BigInteger largestSum;
    private final BigInteger largestTerm;

    Items(Scale of, List<Key> keys, Instrument instrument) {
      columns = new int[keys.size()];
      contributions = new Contribution[keys.size()];
      method = of.method();
      scale = Contribution.commonDenominator(of, keys, instrument);
      BigInteger sum = BigInteger.ZERO;
      BigInteger largest = BigInteger.ZERO;
      for (int i = 0; i < columns.length; i++) {
        Key key = keys.get(i);
        Item item = Contribution.item(key, instrument);
        columns[i] = instrument.items().indexOf(item);
        contributions[i] = Contribution.of(of, key, Contribution.responses(key, instrument), scale);
        BigInteger term = contributions[i].largest();
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
      clear(block, scale);
      for (int i = 0; i < columns.length; i++) {
        byte[] cells = table.cells(columns[i]);
        if (contributions[i] instanceof Contribution.OfCodes ofCodes) {
          if (method.isExtreme()) {
            pick(cells, ofCodes, block);
          } else {
            add(cells, ofCodes, block);
          }
        } else if (contributions[i] instanceof Contribution.OfWide ofWide) {
          gatherWide(cells, table.wide(columns[i]), ofWide, block);
        }
      }
    }

    private void gatherWide(
        byte[] cells, int[] answers, Contribution.OfWide contribution, Block block) {
      for (int r = 0; r < block.rows; r++) {
        byte cell = cells[block.firstRow + r];
        if (!Cells.isAnswer(cell)) {
          note(cell, block, r);
          continue;
        }
        long value = contribution.of(answers[block.firstRow + r]);
        if (method.isExtreme()) {
          pick(value, block, r);
        } else {
          block.sum[r] += value;
          block.answered[r]++;
        }
      }
    }

    private static void add(byte[] cells, Contribution.OfCodes contribution, Block block) {
      for (int r = 0; r < block.rows; r++) {
        byte cell = cells[block.firstRow + r];
        if (Cells.isAnswer(cell)) {
          block.sum[r] += contribution.of(cell);
          block.answered[r]++;
        } else {
          note(cell, block, r);
        }
      }
    }

    private void pick(byte[] cells, Contribution.OfCodes contribution, Block block) {
      for (int r = 0; r < block.rows; r++) {
        byte cell = cells[block.firstRow + r];
        if (Cells.isAnswer(cell)) {
          pick(contribution.of(cell), block, r);
        } else {
          note(cell, block, r);
        }
      }
    }

    private void pick(long value, Block block, int r) {
      boolean better = method == Method.MAXIMUM ? value > block.sum[r] : value < block.sum[r];
      if (block.answered[r] == 0 || better) {
        block.sum[r] = value;
      }
      block.answered[r]++;
    }

    @Override
    long fill(ResponseTable table, int row, MissingRule rule) {
      long[] answers = new long[columns.length];
      int answered = 0;
      long sum = 0;
      for (int i = 0; i < columns.length; i++) {
        byte cell = table.cells(columns[i])[row];
        if (Cells.isAnswer(cell)) {
          answers[answered] = contributions[i] instanceof Contribution.OfWide ofWide
              ? ofWide.of(table.wide(columns[i])[row])
              : ((Contribution.OfCodes) contributions[i]).of(cell);
          sum += answers[answered];
          answered++;
        }
      }
      if (rule.then() == MissingRule.Then.ROUNDED_MEAN) {
        return Fraction.divide(sum, answered * scale, rule.fill()) * scale;
      }
      Arrays.sort(answers, 0, answered);
      long twiceMedian = answers[(answered - 1) / 2] + answers[answered / 2];
      return Fraction.divide(twiceMedian, 2 * scale, rule.fill()) * scale;
    }
  }

  /**
   * Items with a model of item response theory. The sum is the estimated level, taken to a fixed number of decimals, so
   * that all that follows is exact.
   */
  static final class Levels extends Gathering {

    private final int scale;
    private final Categories categories;
    private final LevelEstimator estimator;
    private final long denominator;
    private final BigInteger largest;
    private final double unit;
    private final double power;

    Levels(Scale of, Keying.OfModel keying, Instrument instrument) {
      scale = instrument.scales().indexOf(of);
      categories = new Categories(keying, instrument);
      estimator = LevelEstimator.of(keying);
      Optional<LevelRange> range = estimator.range(of.missing().allowsFewer(categories.size()));
      denominator = range.map(LevelRange::denominator).orElse(1L);
      largest = range
          .map(ends -> Math.max(Math.abs(ends.lowest()), Math.abs(ends.highest())))
          .map(end -> BigInteger.valueOf((long) Math.ceil(end)))
          .orElse(BigInteger.ZERO);
      unit = Math.abs(of.multiplier().doubleValue());
      power = Fraction.POWERS_OF_TEN[of.rounding().decimals()];
    }

    @Override
    int size() {
      return categories.size();
    }

    @Override
    BigInteger largestSum() {
      return largest;
    }

    @Override
    BigInteger largestTerm() {
      return largest;
    }

    @Override
    BigInteger largestDenominator() {
      return BigInteger.valueOf(denominator);
    }

    @Override
    boolean hasFixedDenominator() {
      return true;
    }

    @Override
    void gather(Block block, ResponseTable table) {
      clear(block, denominator);
      for (int item = 0; item < categories.size(); item++) {
        count(table.cells(categories.column(item)), block);
      }
      int[] answers = new int[categories.size()];
      Worksheet sheet = estimator.worksheet();
      double[] thetas = block.thetas(scale);
      double[] standardErrors = block.standardErrors(scale);
      for (int r = 0; r < block.rows; r++) {
        categories.read(table, block.firstRow + r, answers);
        if (estimator.estimate(answers, sheet)) {
          thetas[r] = sheet.theta();
          standardErrors[r] = sheet.standardError();
          block.sum[r] = LevelRange.numerator(sheet.theta(), denominator);
        } else {
          block.scale[r] = 0;
        }
      }
    }

    private static void count(byte[] cells, Block block) {
      for (int r = 0; r < block.rows; r++) {
        byte cell = cells[block.firstRow + r];
        if (Cells.isAnswer(cell)) {
          block.answered[r]++;
        } else {
          note(cell, block, r);
        }
      }
    }

    /** The standard error in the unit of the value and with its decimals, halves up. */
    @Override
    void report(int scaleIndex, Block block, ScoreTable scores) {
      double[] standardErrors = block.standardErrors(scaleIndex);
      for (int r = 0; r < block.rows; r++) {
        double error = Math.floor(standardErrors[r] * unit * power + 0.5) / power;
        if (block.denominators(scaleIndex)[r] != 0 && Double.isFinite(error)) {
          scores.setStandardError(scaleIndex, block.firstRow + r, error);
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
      clear(block, 1);
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
