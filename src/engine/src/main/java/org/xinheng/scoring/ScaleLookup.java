package org.xinheng.scoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * All results that one scale can have, numbered, for a scale whose result depends on nothing but how many of its items or
 * parts have a value, and on the sum of these.
 *
 * <p>Where that many values give no score, all sums have one number. The results are made by the {@link Finish} of the
 * scale itself, for one kind of student at a time.
 */
final class ScaleLookup {

  /** More results than this are not worth a table. */
  private static final int MOST_RESULTS = 1 << 14;

  private static final long MOST_SUMS = 1 << 12;
  private static final long MOST_PARTS_OF_ONE = 1000;

  private final ScoringPlan plan;
  private final ScaleStep step;
  private final Terms terms;
  private final int size;
  private final int[] firstResult;
  private final int[] perSum;
  private final int results;

  /** What is added in a row. */
  private sealed interface Terms {

    long lowest();

    long highest();

    /** What every value adds beyond its term. */
    long perValue();

    /** Sums are counted in parts of this. */
    long denominator();

    /** @param others the results of the scales before this one */
    long tally(byte[] cells, int first, int[] others);
  }

  private record OfItems(Tally tally, long denominator) implements Terms {
    @Override
    public long lowest() {
      return tally.lowestTerm();
    }

    @Override
    public long highest() {
      return tally.highestTerm();
    }

    @Override
    public long perValue() {
      return tally.perAnswer();
    }

    @Override
    public long tally(byte[] cells, int first, int[] others) {
      return tally.of(cells, first);
    }
  }

  /** @param tallies of each part, by its result: one value and what it adds, or nothing */
  private record OfParts(
      int[] scales, long[][] tallies, long lowest, long highest, long denominator)
      implements Terms {
    @Override
    public long perValue() {
      return 0;
    }

    @Override
    public long tally(byte[] cells, int first, int[] others) {
      long sum = 0;
      for (int part = 0; part < scales.length; part++) {
        sum += tallies[part][others[scales[part]]];
      }
      return sum;
    }
  }

  private ScaleLookup(ScoringPlan plan, ScaleStep step, Terms terms) {
    this.plan = plan;
    this.step = step;
    this.terms = terms;
    size = step.gathering().size();
    firstResult = new int[size + 1];
    perSum = new int[size + 1];
    int next = 0;
    for (int count = 0; count <= size; count++) {
      boolean scored = isScored(count);
      long lowest = count * terms.lowest();
      perSum[count] = scored ? 1 : 0;
      firstResult[count] = scored ? (int) (next - lowest) : next;
      next += scored ? (int) (count * terms.highest() - lowest) + 1 : 1;
    }
    results = next;
  }

  /**
   * The results of a scale.
   *
   * @param before the lookups of the scales that it is made of
   */
  static Optional<ScaleLookup> of(
      ScoringPlan plan, ScaleStep step, IntFunction<ScaleLookup> before) {
    if (step.finish().fillsIn()) {
      return Optional.empty();
    }
    Optional<Terms> terms = Optional.empty();
    if (step.gathering() instanceof Gathering.Items items) {
      terms = items.tally().map(tally -> new OfItems(tally, items.denominator()));
    } else if (step.gathering() instanceof Gathering.Parts parts) {
      terms = ofParts(plan, parts, before);
    }
    long mostValues = step.gathering().size();
    return terms
        .filter(of -> (of.highest() - of.lowest()) * mostValues <= MOST_SUMS)
        .map(of -> new ScaleLookup(plan, step, of))
        .filter(lookup -> lookup.results <= MOST_RESULTS);
  }

  private static Optional<Terms> ofParts(
      ScoringPlan plan, Gathering.Parts composite, IntFunction<ScaleLookup> before) {
    int[] scales = composite.parts().stream().mapToInt(ScaleStep::scale).toArray();
    List<Block> parts = Arrays.stream(scales)
        .mapToObj(scale -> before.apply(scale).alone(composite))
        .toList();
    long denominator = 1;
    for (Block part : parts) {
      for (int r = 0; r < part.rows && denominator <= MOST_PARTS_OF_ONE; r++) {
        denominator *= part.scale[r] / Fraction.gcd(denominator, part.scale[r]);
      }
    }
    if (denominator > MOST_PARTS_OF_ONE) {
      return Optional.empty();
    }
    long[][] tallies = new long[scales.length][];
    long lowest = 0;
    long highest = 0;
    for (int i = 0; i < scales.length; i++) {
      Block part = parts.get(i);
      tallies[i] = new long[part.rows];
      for (int r = 0; r < part.rows; r++) {
        long term = part.sum[r] * (denominator / part.scale[r]);
        tallies[i][r] = Tally.of(part.answered[r], term);
        lowest = Math.min(lowest, term);
        highest = Math.max(highest, term);
      }
    }
    return Optional.of(new OfParts(scales, tallies, lowest, highest, denominator));
  }

  /** What a composite gathers of each result of this scale, if no other part has a value. */
  private Block alone(Gathering.Parts composite) {
    Block block = all();
    ResponseTable anybody = new ResponseTable(plan.instrument(), block.rows);
    step.finish().run(step.scale(), block, anybody, new ScoreTable(plan, block.rows));
    composite.gather(block, anybody);
    return block;
  }

  /** Whether that many values give a score, whatever they are. */
  private boolean isScored(int count) {
    Block block = plan.block(1);
    block.moveTo(0, 1);
    set(block, 0, count, count * terms.lowest());
    ScoreTable scores = new ScoreTable(plan, 1);
    step.finish().run(step.scale(), block, new ResponseTable(plan.instrument(), 1), scores);
    return scores.score(0, step.scale()) instanceof ScaleScore.Scored;
  }

  /** Every result as it is gathered, in a row of its own. */
  private Block all() {
    Block block = plan.block(results);
    block.moveTo(0, results);
    for (int count = 0; count <= size; count++) {
      long lowest = count * terms.lowest();
      long highest = perSum[count] == 0 ? lowest : count * terms.highest();
      for (long sum = lowest; sum <= highest; sum++) {
        set(block, result(count, sum), count, sum);
      }
    }
    return block;
  }

  private void set(Block block, int r, int count, long sum) {
    block.sum[r] = sum + count * terms.perValue();
    block.scale[r] = terms.denominator();
    block.answered[r] = count;
  }

  private int result(int count, long sum) {
    return firstResult[count] + perSum[count] * (int) sum;
  }

  /** How many results there are. */
  int results() {
    return results;
  }

  /** Whether some students get other bands or standard scores than others. */
  boolean asksStudent() {
    return step.finish().asksStudent();
  }

  /**
   * The number of the result in a row of cells, of which none is not applicable or undeclared.
   *
   * @param others the results of the scales before this one
   */
  int resultOf(byte[] cells, int first, int[] others) {
    long tally = terms.tally(cells, first, others);
    return result(Tally.answered(tally), Tally.sum(tally));
  }

  /**
   * Fills the column of this scale with all results, each in the row of its number.
   *
   * @param students as many copies of one student
   */
  void fill(ResponseTable students, ScoreTable scores) {
    step.finish().run(step.scale(), all(), students, scores);
  }
}
