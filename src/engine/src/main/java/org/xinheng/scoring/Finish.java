package org.xinheng.scoring;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;

/**
 * From the gathered sum to the value of a scale: missing rule, one division, multiplication, one rounding, bands, standard
 * scores.
 *
 * <p>The value is the exact fraction {@code num / den}:
 *
 * <pre>
 *   sum                 S / w                       w: common denominator of the weights
 *   sum, prorated       S · n / (w · answered)      n: items less those left out as not applicable
 *   mean                S / (w · counted)           counted: answered, or n where blanks count as 0
 *   multiplied          num · m / den               m: the declared multiplier
 *   rounded to d        round(num · 10^d / den) / 10^d
 * </pre>
 */
final class Finish {

  private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(61);

  private final String id;
  private final int size;
  private final int mostMissing;
  private final boolean composite;
  private final boolean mean;
  private final MissingRule.Then then;
  private final MissingRule.NotApplicable notApplicable;
  private final long multiplierNum;
  private final long multiplierDen;
  private final Rounding rounding;
  private final List<BandStep> bandSets;
  private final Optional<BandStep> bandsForAll;
  private final boolean sameForAll;
  private final MissingRule missingRule;
  private final Gathering gathering;
  private final Optional<NormStep> norms;
  private final BigInteger largestValue;
  private final boolean hasFixedDenominator;
  private final BigInteger largestDenominator;

  private Finish(Scale scale, Gathering gathering, PlanOptions options) {
    id = scale.id();
    size = gathering.size();
    mostMissing = scale.missing().limit().of(size);
    composite = scale.keying() instanceof Keying.OfScales;
    mean = scale.method() == Method.MEAN;
    then = scale.missing().then();
    notApplicable = scale.missing().notApplicable();
    multiplierNum = Fraction.numerator(scale.multiplier());
    multiplierDen = Fraction.denominator(scale.multiplier());
    rounding = scale.rounding();
    bandSets = BandStep.of(scale, options.bandSystem(scale));
    bandsForAll = bandSets.stream().findFirst().filter(BandStep::isForEverybody);
    sameForAll = bandSets.isEmpty() || bandsForAll.isPresent();
    missingRule = scale.missing();
    this.gathering = gathering;
    norms = options.norms().flatMap(set -> NormStep.of(scale, set));

    boolean prorates = then == MissingRule.Then.PRORATE || then.isFill();
    boolean varies = mean || (prorates && mostMissing > 0);
    BigInteger n = varies ? BigInteger.valueOf(size) : BigInteger.ONE;
    BigInteger power = BigInteger.TEN.pow(rounding.decimals());
    BigInteger num =
        gathering.largestSum().multiply(gathering.largestDenominator()).multiply(n);
    BigInteger den =
        gathering.largestDenominator().multiply(n).multiply(BigInteger.valueOf(multiplierDen));
    requireSmall(
        num.multiply(BigInteger.valueOf(multiplierNum).abs()).multiply(power).shiftLeft(1));
    requireSmall(den.shiftLeft(1));
    largestValue = largestRaw(gathering, varies)
        .multiply(scale.multiplier().abs().setScale(0, RoundingMode.CEILING).toBigInteger());
    hasFixedDenominator =
        rounding.mode() != Rounding.Mode.NONE || (!varies && gathering.hasFixedDenominator());
    largestDenominator = rounding.mode() == Rounding.Mode.NONE ? den : power;
    bandSets.stream()
        .filter(step -> step.isOf(Bands.Stage.RAW))
        .forEach(step -> requireSmall(num.max(den).multiply(step.largestEdge())));
    bandSets.forEach(step -> requireSmall(step.largest(largestValue, largestDenominator)));
    norms.ifPresent(step -> requireSmall(step.largest(largestValue, largestDenominator, bandSets)));
  }

  private BigInteger largestRaw(Gathering gathering, boolean varies) {
    if (!varies) {
      return gathering.largestSum();
    }
    return mean
        ? gathering.largestTerm()
        : gathering.largestTerm().multiply(BigInteger.valueOf(size));
  }

  static Finish of(Scale scale, Gathering gathering, PlanOptions options) {
    return new Finish(scale, gathering, options);
  }

  private void requireSmall(BigInteger product) {
    if (product.compareTo(LARGEST) > 0) {
      throw new IllegalArgumentException("the arithmetic of scale '" + id
          + "' leaves 64 bits; use fewer decimals or round its parts");
    }
  }

  /** No value of the scale is larger, in absolute value. */
  BigInteger largestValue() {
    return largestValue;
  }

  /** Whether every value has the same denominator. */
  boolean hasFixedDenominator() {
    return hasFixedDenominator;
  }

  /** No value has a larger denominator. */
  BigInteger largestDenominator() {
    return largestDenominator;
  }

  void run(int scale, Block block, ResponseTable table, ScoreTable scores) {
    long[] numerators = block.numerators(scale);
    long[] denominators = block.denominators(scale);
    for (int r = 0; r < block.rows; r++) {
      int row = block.firstRow + r;
      int zeros = notApplicable == MissingRule.NotApplicable.ZERO ? block.notApplicable[r] : 0;
      int answered = block.answered[r] + zeros;
      int n =
          notApplicable == MissingRule.NotApplicable.IGNORE ? size - block.notApplicable[r] : size;
      scores.setAnswered(scale, row, block.answered[r]);
      ScoreTable.State state = stateOf(block, r, n, answered);
      scores.setState(scale, row, state);
      if (!state.isScored()) {
        denominators[r] = 0;
        continue;
      }
      if (then.isFill() && answered < n) {
        block.sum[r] += (n - answered) * gathering.fill(table, row, missingRule);
        answered = n;
      }
      finish(block, r, n, answered, numerators, denominators);
      Optional<BandStep> bands = bandsFor(table, row);
      if (bands.isPresent() && bands.get().isOf(Bands.Stage.RAW)) {
        scores.setBand(scale, row, bands.get().bandOf(numerators[r], denominators[r]));
      }
      multiplyAndRound(numerators, denominators, r);
      scores.setValue(scale, row, (double) numerators[r] / denominators[r]);
      if (bands.isPresent() && bands.get().isOf(Bands.Stage.VALUE)) {
        scores.setBand(scale, row, bands.get().bandOf(numerators[r], denominators[r]));
      }
      if (norms.isPresent()) {
        norms.get().run(numerators[r], denominators[r], scale, row, table, scores, bands);
      }
    }
  }

  /** The first set of bands that is for the student. */
  private Optional<BandStep> bandsFor(ResponseTable table, int row) {
    if (sameForAll) {
      return bandsForAll;
    }
    for (BandStep step : bandSets) {
      if (step.isFor(table, row)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  private ScoreTable.State stateOf(Block block, int r, int n, int answered) {
    if (block.undeclared[r]) {
      return ScoreTable.State.UNDECLARED_ANSWER;
    }
    if (block.notApplicable[r] > 0 && notApplicable == MissingRule.NotApplicable.NO_SCORE) {
      return ScoreTable.State.NOT_APPLICABLE_ITEM;
    }
    boolean nothingToFillWith = then.isFill() && answered < n && block.answered[r] == 0;
    if (answered == 0 || nothingToFillWith) {
      return composite ? ScoreTable.State.PART_NOT_SCORED : ScoreTable.State.NOTHING_ANSWERED;
    }
    int missing = n - answered;
    if (missing > mostMissing) {
      return composite ? ScoreTable.State.PART_NOT_SCORED : ScoreTable.State.TOO_MANY_MISSING;
    }
    if (block.scale[r] == 0) {
      return ScoreTable.State.NO_ESTIMATE;
    }
    return missing > 0 && (then == MissingRule.Then.PRORATE || then.isFill())
        ? ScoreTable.State.PRORATED
        : ScoreTable.State.SCORED;
  }

  private void finish(
      Block block, int r, int n, int answered, long[] numerators, long[] denominators) {
    long num = block.sum[r];
    long den = block.scale[r];
    if (mean) {
      den *= then == MissingRule.Then.ZERO ? n : answered;
    } else if (then == MissingRule.Then.PRORATE && answered < n) {
      num *= n;
      den *= answered;
    }
    numerators[r] = num;
    denominators[r] = den;
  }

  private void multiplyAndRound(long[] numerators, long[] denominators, int r) {
    long num = numerators[r] * multiplierNum;
    long den = denominators[r] * multiplierDen;
    if (rounding.mode() != Rounding.Mode.NONE) {
      long power = Fraction.POWERS_OF_TEN[rounding.decimals()];
      num = Fraction.divide(num * power, den, rounding.mode());
      den = power;
    }
    numerators[r] = num;
    denominators[r] = den;
  }
}
