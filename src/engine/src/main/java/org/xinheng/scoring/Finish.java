package org.xinheng.scoring;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Magnitude;
import org.xinheng.instrument.Magnitudes;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Scale;

/**
 * From the gathered sum to the value of a scale: missing rule, one division, transforms with one rounding, bands, standard
 * scores.
 *
 * <p>The raw value is the exact fraction {@code num / den}:
 *
 * <pre>
 *   sum                 S / w                       w: common denominator of the weights
 *   sum, prorated       S · n / (w · answered)      n: items less those left out as not applicable
 *   mean                S / (w · counted)           counted: answered, or n where blanks count as 0
 *   all others          as they were gathered
 * </pre>
 *
 * <p>{@link Magnitudes} proves that none of this leaves 64 bits.
 */
final class Finish {

  private final int size;
  private final int mostMissing;
  private final boolean composite;
  private final boolean mean;
  private final ScoreTable.State undefined;
  private final MissingRule.Then then;
  private final MissingRule.NotApplicable notApplicable;
  private final TransformStep transform;
  private final List<BandStep> bandSets;
  private final Optional<BandStep> bandsForAll;
  private final boolean sameForAll;
  private final MissingRule missingRule;
  private final Gathering gathering;
  private final Optional<NormStep> norms;

  private Finish(Scale scale, Gathering gathering, Magnitude magnitude, PlanOptions options) {
    size = gathering.size();
    mostMissing = scale.method().isOfTwo() ? 0 : scale.missing().limit().of(size);
    composite = scale.keying() instanceof Keying.OfScales;
    mean = scale.method() == Method.MEAN;
    undefined = switch (scale.method()) {
      case RATIO -> ScoreTable.State.DIVIDED_BY_ZERO;
      case STANDARD_DEVIATION -> ScoreTable.State.TOO_FEW_ANSWERS;
      case SUM, MEAN, COUNT, MAXIMUM, MINIMUM, DIFFERENCE, PRODUCT, IRT ->
        ScoreTable.State.NO_ESTIMATE;
    };
    then = scale.missing().then();
    notApplicable = scale.missing().notApplicable();
    transform = new TransformStep(scale);
    bandSets = BandStep.of(scale, options.bandSystem(scale));
    bandsForAll = bandSets.stream().findFirst().filter(BandStep::isForEverybody);
    sameForAll = bandSets.isEmpty() || bandsForAll.isPresent();
    missingRule = scale.missing();
    this.gathering = gathering;
    norms = options.norms().flatMap(set -> NormStep.of(scale, set));
    norms.ifPresent(step -> requireSmall(
        scale.id(), step.largest(magnitude.value(), magnitude.denominator(), bandSets)));
  }

  static Finish of(Scale scale, Gathering gathering, Magnitude magnitude, PlanOptions options) {
    return new Finish(scale, gathering, magnitude, options);
  }

  static void requireSmall(String scale, BigInteger largest) {
    if (!Magnitude.fits(largest)) {
      throw new IllegalArgumentException("the arithmetic of scale '" + scale
          + "' leaves 64 bits; use fewer decimals or round its parts");
    }
  }

  /** Whether a missing answer is filled in by what the other answers are. */
  boolean fillsIn() {
    return then.isFill();
  }

  /** Whether a value is rounded before anything else is made of it. */
  boolean rounds() {
    return transform.rounds();
  }

  /** Whether a value has other bands or standard scores for some students than for others. */
  boolean asksStudent() {
    return norms.isPresent() || !sameForAll;
  }

  void run(int scale, Block block, ResponseTable table, StoredScores scores) {
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
      long rawNum = numerators[r];
      long rawDen = denominators[r];
      if (!transform.run(numerators, denominators, r)) {
        scores.setState(scale, row, ScoreTable.State.NOT_IN_TABLE);
        denominators[r] = 0;
        continue;
      }
      Optional<BandStep> bands = bandsFor(table, row);
      if (bands.isPresent() && bands.get().isOf(Bands.Stage.RAW)) {
        scores.setBand(scale, row, rawBand(bands.get(), rawNum, rawDen));
      }
      scores.setValue(scale, row, (double) numerators[r] / denominators[r]);
      if (bands.isPresent() && bands.get().isOf(Bands.Stage.VALUE)) {
        scores.setBand(scale, row, bands.get().bandOf(numerators[r], denominators[r]));
      }
      if (norms.isPresent()) {
        norms.get().run(numerators[r], denominators[r], scale, row, table, scores, bands);
      }
    }
  }

  private int rawBand(BandStep bands, long num, long den) {
    return transform.isOfRoot() ? bands.bandOfRoot(num, den) : bands.bandOf(num, den);
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
      return undefined;
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
}
