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

  private static final long MOST_PARTS_OF_ONE = 1000;

  private final ScoringPlan plan;
  private final ScaleStep step;
  private final Terms terms;
  private final int[] firstResult;
  private final int[] perSum;
  private final int results;

  /** What is added in a row. */
  private sealed interface Terms {

    /** How many values there can be. */
    int size();

    long lowest();

    long highest();

    /** What every value adds beyond its term. */
    long perValue();

    /** Sums are counted in parts of this. */
    long denominator();

    /** Of this kind, with the tables of its results. */
    RowScales.Entry entry(int scale, int[] firstResult, int[] perSum);

    /** The same for columns. */
    ColumnStep columns(int scale, int[] firstResult, int[] perSum);
  }

  private record OfItems(Tally tally, long denominator) implements Terms {
    @Override
    public int size() {
      return tally.size();
    }

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
    public RowScales.Entry entry(int scale, int[] firstResult, int[] perSum) {
      return new RowScales.Entry(
          scale,
          List.of(tally),
          new int[0],
          new long[0][],
          new long[] {lowest(), highest()},
          firstResult,
          perSum);
    }

    @Override
    public ColumnStep columns(int scale, int[] firstResult, int[] perSum) {
      return new ColumnSums(scale, tally, firstResult, perSum);
    }
  }

  private static final class OfParts implements Terms {

    private final int[] scales;

    /** Of each part, by its result: one value and what it adds, or nothing. */
    private final long[][] tallies;

    private final long denominator;
    private long lowest;
    private long highest;

    /** @param parts what the composite gathers of each result of each part */
    OfParts(int[] scales, List<Block> parts, long denominator) {
      this.scales = scales;
      this.denominator = denominator;
      tallies = new long[scales.length][];
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
    }

    @Override
    public int size() {
      return scales.length;
    }

    @Override
    public long lowest() {
      return lowest;
    }

    @Override
    public long highest() {
      return highest;
    }

    @Override
    public long perValue() {
      return 0;
    }

    @Override
    public long denominator() {
      return denominator;
    }

    @Override
    public RowScales.Entry entry(int scale, int[] firstResult, int[] perSum) {
      return new RowScales.Entry(
          scale, List.of(), scales, tallies, new long[] {lowest(), highest()}, firstResult, perSum);
    }

    @Override
    public ColumnStep columns(int scale, int[] firstResult, int[] perSum) {
      return new ColumnParts(scale, scales, tallies, firstResult, perSum);
    }
  }

  /**
   * The results of a scale for one kind of student, each in the row of its number.
   *
   * @param block holds the values of the scale
   * @param scores holds the column of the scale, and nothing else
   */
  record Results(Block block, ResponseTable students, StoredScores scores) {}

  private ScaleLookup(ScoringPlan plan, ScaleStep step, Terms terms) {
    this.plan = plan;
    this.step = step;
    this.terms = terms;
    firstResult = new int[terms.size() + 1];
    perSum = new int[terms.size() + 1];
    StoredScores ofCounts = scoresOfCounts();
    int next = 0;
    for (int count = 0; count <= terms.size(); count++) {
      boolean none = ofCounts.score(count, step.scale()) instanceof ScaleScore.NotScored notScored
          && notScored.reason() != NotScoredReason.NOT_IN_TABLE;
      long lowest = count * terms.lowest();
      perSum[count] = none ? 0 : 1;
      firstResult[count] = none ? next : (int) (next - lowest);
      next += none ? 1 : (int) (count * terms.highest() - lowest) + 1;
    }
    results = next;
  }

  /** What becomes of the lowest sum of each number of values, each number in its row. */
  private StoredScores scoresOfCounts() {
    int counts = terms.size() + 1;
    Block block = plan.block(counts);
    block.moveTo(0, counts);
    for (int count = 0; count < counts; count++) {
      set(block, count, count, count * terms.lowest());
    }
    return finish(block, plan.anybody()).scores();
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
      terms = ofParts(parts, step.finish().rounds(), before);
    }
    return terms
        .filter(of -> (of.highest() - of.lowest()) * of.size() <= MOST_RESULTS)
        .map(of -> new ScaleLookup(plan, step, of))
        .filter(lookup -> lookup.results <= MOST_RESULTS);
  }

  /**
   * Parts over one denominator. A plan may find a smaller one where some parts are missing; unless the value is rounded
   * in the end, that could be seen in its last bit.
   */
  private static Optional<Terms> ofParts(
      Gathering.Parts composite, boolean isRounded, IntFunction<ScaleLookup> before) {
    int[] scales = composite.scales();
    List<Block> parts = Arrays.stream(scales)
        .mapToObj(scale -> before.apply(scale).alone(composite))
        .toList();
    long denominator = 1;
    boolean differ = false;
    for (Block part : parts) {
      for (int r = 0; r < part.rows && denominator <= MOST_PARTS_OF_ONE; r++) {
        differ |= denominator > 1 && part.scale[r] != denominator;
        denominator *= part.scale[r] / Fraction.gcd(denominator, part.scale[r]);
      }
    }
    return denominator > MOST_PARTS_OF_ONE || (differ && !isRounded)
        ? Optional.empty()
        : Optional.of(new OfParts(scales, parts, denominator));
  }

  /** What a composite gathers of each result of this scale, if no other part has a value. */
  private Block alone(Gathering.Parts composite) {
    Results all = resultsFor(plan.anybody());
    composite.gather(all.block(), all.students());
    return all.block();
  }

  /** How many results there are. */
  int results() {
    return results;
  }

  /** Whether some students get other bands or standard scores than others. */
  boolean asksStudent() {
    return step.finish().asksStudent();
  }

  /** How the number of the result of a row is found. */
  RowScales.Entry entry() {
    return terms.entry(step.scale(), firstResult, perSum);
  }

  /** How the numbers of the results of many rows are found. */
  ColumnStep columns() {
    return terms.columns(step.scale(), firstResult, perSum);
  }

  private int result(int count, long sum) {
    return firstResult[count] + perSum[count] * (int) sum;
  }

  /**
   * All results.
   *
   * @param student one row, of which only the student counts
   */
  Results resultsFor(ResponseTable student) {
    Block block = plan.block(results);
    block.moveTo(0, results);
    for (int count = 0; count <= terms.size(); count++) {
      long lowest = count * terms.lowest();
      long highest = perSum[count] == 0 ? lowest : count * terms.highest();
      for (long sum = lowest; sum <= highest; sum++) {
        set(block, result(count, sum), count, sum);
      }
    }
    return finish(block, student);
  }

  private void set(Block block, int r, int count, long sum) {
    block.sum[r] = sum + count * terms.perValue();
    block.scale[r] = terms.denominator();
    block.answered[r] = count;
  }

  private Results finish(Block block, ResponseTable student) {
    ResponseTable students = student.copiesOfFirst(block.rows);
    StoredScores scores = StoredScores.ofScale(plan, step.scale(), block.rows);
    step.finish().run(step.scale(), block, students, scores);
    return new Results(block, students, scores);
  }
}
