package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.instrument.Exact;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.irt.LevelEstimator;
import org.xinheng.instrument.irt.LevelRange;
import org.xinheng.instrument.irt.Worksheet;

/** Brings what a scale is made of into one exact sum per row, and counts what was answered. */
abstract sealed class Gathering {

  /** The numbers of items or parts. */
  abstract int size();

  /**
   * Leaves a value of each row as {@link Block#sum} over {@link Block#scale}, which is 0 where the value is not defined.
   */
  abstract void gather(Block block, ResponseTable table);

  /** Reports what goes with the values of a scale, once it is clear which rows have one. */
  void report(int scale, Block block, StoredScores scores) {}

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
    if (scale.keying() instanceof Keying.OfItems items && !scale.method().isOfTwo()) {
      return new Items(scale, items.keys(), instrument);
    }
    if (scale.keying() instanceof Keying.OfModel model) {
      return new Levels(scale, model, instrument);
    }
    if (!(scale.keying() instanceof Keying.OfScales composite) || scale.method().isOfItems()) {
      throw new IllegalArgumentException("scale '" + scale.id() + "' cannot be a "
          + scale.method().word() + " of what it is made of");
    }
    List<Part> parts = new ArrayList<>();
    for (Keying.Part part : composite.parts()) {
      Scale of = instrument
          .scale(part.scale())
          .orElseThrow(() -> new IllegalArgumentException("scale '" + scale.id() + "' uses scale '"
              + part.scale() + "', which is not defined"));
      boolean subtracted = scale.method() == Method.DIFFERENCE && !parts.isEmpty();
      parts.add(new Part(
          compile.apply(of).scale(),
          Exact.of(subtracted ? part.weight().negate() : part.weight())));
    }
    if (scale.method().isOfTwo() && parts.size() != 2) {
      throw new IllegalArgumentException("scale '" + scale.id() + "' is a "
          + scale.method().word() + " of " + parts.size() + " scales, not of two");
    }
    boolean divides = scale.method() == Method.RATIO;
    return divides || scale.method() == Method.PRODUCT
        ? new Pair(parts, divides)
        : new Parts(parts);
  }

  /** The levels that a scale with a model can have; only 0 if no answers have an estimate. */
  static Optional<LevelRange> levels(Scale scale) {
    return scale.keying() instanceof Keying.OfModel model
        ? LevelEstimator.of(model)
            .range(scale.missing().allowsFewer(model.items().size()))
            .or(() -> Optional.of(new LevelRange(0, 0, true)))
        : Optional.empty();
  }

  /** Items with their keys: what each answer adds, scaled to a whole number. */
  static final class Items extends Gathering {

    private final int[] columns;
    private final Contribution[] contributions;
    private final long scale;
    private final Method method;
    private final List<ResponseSet.Scorable> responses = new ArrayList<>();

    Items(Scale of, List<Key> keys, Instrument instrument) {
      columns = new int[keys.size()];
      contributions = new Contribution[keys.size()];
      method = of.method();
      for (Key key : keys) {
        responses.add(Contribution.responses(key, instrument));
      }
      scale = Contribution.commonDenominator(of, keys, responses);
      for (int i = 0; i < columns.length; i++) {
        Key key = keys.get(i);
        columns[i] = instrument.column(key.item());
        contributions[i] = Key.addsLikeBefore(i, keys, responses)
            ? contributions[i - 1]
            : Contribution.of(of, key, responses.get(i), scale);
      }
    }

    @Override
    int size() {
      return columns.length;
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
      if (method == Method.STANDARD_DEVIATION) {
        spread(block, table);
      }
    }

    /** Makes the sums to variances: {@code (k Σx² − (Σx)²) / (k (k − 1))} of k answers. */
    private void spread(Block block, ResponseTable table) {
      for (int r = 0; r < block.rows; r++) {
        long squares = 0;
        for (int i = 0; i < columns.length; i++) {
          byte cell = table.cells(columns[i])[block.firstRow + r];
          if (Cells.isAnswer(cell)) {
            long adds = adds(i, cell, table, block.firstRow + r);
            squares += adds * adds;
          }
        }
        long k = block.answered[r];
        block.sum[r] = k * squares - block.sum[r] * block.sum[r];
        block.scale[r] = k < 2 ? 0 : k * (k - 1) * scale * scale;
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

    /** Adds cells that stand side by side; empty if there is more to do than adding, or answers are no codes. */
    Optional<Tally> tally() {
      boolean adds = switch (method) {
        case SUM, MEAN, COUNT -> true;
        case MAXIMUM, MINIMUM, STANDARD_DEVIATION, DIFFERENCE, RATIO, PRODUCT, IRT -> false;
      };
      boolean eachOnce = Arrays.stream(columns).distinct().count() == columns.length;
      List<Tally.Item> items = new ArrayList<>();
      for (int i = 0; i < columns.length; i++) {
        List<Tally.Term> terms = new ArrayList<>();
        if (contributions[i] instanceof Contribution.OfCodes of) {
          for (int code : responses.get(i).codesOfByte()) {
            terms.add(new Tally.Term(code, of.of((byte) code)));
          }
        }
        if (!terms.isEmpty()) {
          items.add(new Tally.Item(columns[i], terms));
        }
      }
      return adds && eachOnce && items.size() == columns.length
          ? Optional.of(new Tally(items))
          : Optional.empty();
    }

    /** What sums are counted in parts of. */
    long denominator() {
      return scale;
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

    /** What the answer to an item adds. */
    private long adds(int item, byte cell, ResponseTable table, int row) {
      return contributions[item] instanceof Contribution.OfWide ofWide
          ? ofWide.of(table.wide(columns[item])[row])
          : ((Contribution.OfCodes) contributions[item]).of(cell);
    }

    @Override
    long fill(ResponseTable table, int row, MissingRule rule) {
      long[] answers = new long[columns.length];
      int answered = 0;
      long sum = 0;
      for (int i = 0; i < columns.length; i++) {
        byte cell = table.cells(columns[i])[row];
        if (Cells.isAnswer(cell)) {
          answers[answered] = adds(i, cell, table, row);
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
    private final double unit;
    private final double power;
    private final boolean isConverted;

    Levels(Scale of, Keying.OfModel keying, Instrument instrument) {
      scale = instrument.scaleNumber(of.id());
      categories = new Categories(keying, instrument);
      estimator = LevelEstimator.of(keying);
      denominator = estimator
          .range(of.missing().allowsFewer(categories.size()))
          .map(LevelRange::denominator)
          .orElse(1L);
      unit = of.transform().factor().abs().doubleValue();
      power = Fraction.POWERS_OF_TEN[of.transform().rounding().decimals()];
      isConverted = of.transform().conversion().isPresent();
    }

    @Override
    int size() {
      return categories.size();
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

    /** The standard error in the unit of the value and with its decimals, halves up; none in the unit of a table. */
    @Override
    void report(int scaleIndex, Block block, StoredScores scores) {
      if (isConverted) {
        return;
      }
      double[] standardErrors = block.standardErrors(scaleIndex);
      for (int r = 0; r < block.rows; r++) {
        double error = Math.floor(standardErrors[r] * unit * power + 0.5) / power;
        if (block.denominators(scaleIndex)[r] != 0 && Double.isFinite(error)) {
          scores.setStandardError(scaleIndex, block.firstRow + r, error);
        }
      }
    }
  }

  /**
   * One scale of a composite.
   *
   * @param scale its position in the definition
   */
  private record Part(int scale, long weightNum, long weightDen) {

    Part(int scale, BigFraction weight) {
      this(
          scale, weight.getNumerator().longValueExact(), weight.getDenominator().longValueExact());
    }
  }

  /** Scales of which any may lack a score. */
  private abstract static sealed class Composite extends Gathering {

    final List<Part> parts;

    Composite(List<Part> parts) {
      this.parts = List.copyOf(parts);
    }

    @Override
    int size() {
      return parts.size();
    }

    @Override
    void gather(Block block, ResponseTable table) {
      clear(block, 1);
      combine(block);
    }

    abstract void combine(Block block);
  }

  /** Fractions are added; they are brought to lowest terms, so that they stay small. */
  static final class Parts extends Composite {

    Parts(List<Part> parts) {
      super(parts);
    }

    /** The scales that are added. */
    int[] scales() {
      return parts.stream().mapToInt(Part::scale).toArray();
    }

    @Override
    void combine(Block block) {
      parts.forEach(part -> add(part, block));
    }

    private static void add(Part part, Block block) {
      long[] numerators = block.numerators(part.scale());
      long[] denominators = block.denominators(part.scale());
      for (int r = 0; r < block.rows; r++) {
        if (denominators[r] != 0) {
          block.answered[r]++;
          long num = numerators[r] * part.weightNum();
          long den = denominators[r] * part.weightDen();
          if (den == block.scale[r]) {
            block.sum[r] += num;
          } else {
            addUnlike(num, den, block, r);
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

  /** One scale times another, or divided by it. */
  static final class Pair extends Composite {

    private final boolean divides;

    Pair(List<Part> parts, boolean divides) {
      super(parts);
      this.divides = divides;
    }

    @Override
    void combine(Block block) {
      Part first = parts.get(0);
      Part second = parts.get(1);
      for (int r = 0; r < block.rows; r++) {
        long firstDen = block.denominators(first.scale())[r] * first.weightDen();
        long secondDen = block.denominators(second.scale())[r] * second.weightDen();
        block.answered[r] = (firstDen != 0 ? 1 : 0) + (secondDen != 0 ? 1 : 0);
        if (firstDen == 0 || secondDen == 0) {
          continue;
        }
        long firstNum = block.numerators(first.scale())[r] * first.weightNum();
        long secondNum = block.numerators(second.scale())[r] * second.weightNum();
        if (divides) {
          // A denominator is never negative.
          block.sum[r] = firstNum * secondDen * Long.signum(secondNum);
          block.scale[r] = firstDen * Math.abs(secondNum);
        } else {
          block.sum[r] = firstNum * secondNum;
          block.scale[r] = firstDen * secondDen;
        }
      }
    }
  }
}
