package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.StandardScore;

/** Column by column, every row of a large table scores as the steps of the plan score it. */
class ColumnLookupTest {

  private static final int ROWS = 8501;
  private static final int COMPARED = 300;
  private static final int KINDS = 4;

  /** Of plans that are scored by columns: else the tests would say nothing. */
  static LongStream seeds() {
    return LongStream.iterate(1, seed -> seed + 1)
        .filter(seed -> ColumnLookup.of(plan(RandomInstrument.additive(seed)))
            .filter(lookup -> lookup.results(KINDS) <= ROWS)
            .isPresent())
        .limit(Long.getLong("xinheng.seeds", 6));
  }

  static LongStream anySeeds() {
    return LongStream.rangeClosed(1, Long.getLong("xinheng.seeds", 3));
  }

  private static ScoringPlan plan(RandomInstrument random) {
    return ScoringPlan.compile(random.value(), random.options());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scoresLikeTheStepsOfThePlan(long seed) {
    RandomInstrument random = RandomInstrument.additive(seed);
    ScoringPlan plan = plan(random);
    ResponseTable table = answers(random, seed, 0);
    ColumnLookup lookup = ColumnLookup.of(plan).orElseThrow();
    StoredScores expected = plan.runStored(table, 1);
    assertSame(lookup.run(table, 1).orElseThrow(), expected, seed);
    assertSame(lookup.run(table, 2).orElseThrow(), expected, seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scoresRowsThatAreNotPlainLikeTheStepsOfThePlan(long seed) {
    RandomInstrument random = RandomInstrument.additive(seed);
    ScoringPlan plan = plan(random);
    ResponseTable table = answers(random, seed, 0.02);
    ColumnLookup lookup = ColumnLookup.of(plan).orElseThrow();
    assertSame(lookup.run(table, 1).orElseThrow(), plan.runStored(table, 1), seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("anySeeds")
  void saysNothingWrongOfPlansOfAllKinds(long seed) {
    RandomInstrument random = new RandomInstrument(seed);
    ScoringPlan plan = plan(random);
    ResponseTable table = answers(random, seed, 0.01);
    ColumnLookup.of(plan)
        .flatMap(lookup -> lookup.run(table, 1))
        .ifPresent(scores -> assertSame(scores, plan.runStored(table, 1), seed));
  }

  @Test
  void aPlanThatHasScoredManyRowsScoresByColumns() {
    Instrument instrument = Example.with("""
        scales:
          total:
            name: {en: t, zh-CN: t}
            method: sum
            items: 1..6
            missing: strict
            range: 0..18
        """);
    ScoringPlan plan = ScoringPlan.compile(instrument);
    ResponseTable large = new ResponseTable(instrument, 1 << 15);
    assertThat(plan.run(large)).isInstanceOf(StoredScores.class);
    assertThat(plan.run(large)).isInstanceOf(NumberedScores.class);
    assertThat(plan.run(new ResponseTable(instrument, 100))).isInstanceOf(StoredScores.class);
  }

  @Test
  void aTableThatChangesScoresAnew() {
    RandomInstrument random = RandomInstrument.additive(seeds().findFirst().orElseThrow());
    ScoringPlan plan = plan(random);
    ResponseTable table = answers(random, 1, 0);
    ColumnLookup lookup = ColumnLookup.of(plan).orElseThrow();
    lookup.run(table, 1);
    ResponseTable same = table.as(random.value());
    for (int row = 0; row < ROWS; row++) {
      kind(table, row, 1 + row % (KINDS - 1));
    }
    table.setMissing(3, random.value().keptColumns()[0], Missing.UNDECLARED);
    assertSame(lookup.run(table, 1).orElseThrow(), plan.runStored(table, 1), 1);
    assertSame(lookup.run(same, 1).orElseThrow(), plan.runStored(table, 1), 1);
  }

  /** Answers of few kinds of students; a share of rows has one cell that is not plain. */
  private static ResponseTable answers(RandomInstrument random, long seed, double notPlain) {
    Instrument instrument = random.value();
    ResponseTable from = random.answers(ROWS);
    ResponseTable table = new ResponseTable(instrument, ROWS);
    Random students = new Random(seed);
    int[] kept = instrument.keptColumns();
    for (int row = 0; row < ROWS; row++) {
      for (int column : kept) {
        if (from.isAnswered(row, column) || Cells.isPlain(from.cells(column)[row])) {
          table.take(from, row, column);
        }
      }
      if (students.nextDouble() < notPlain) {
        table.setMissing(
            row,
            kept[students.nextInt(kept.length)],
            students.nextBoolean() ? Missing.NOT_APPLICABLE : Missing.UNDECLARED);
      }
      kind(table, row, students.nextInt(KINDS));
    }
    return table;
  }

  private static void kind(ResponseTable table, int row, int kind) {
    if (kind > 0) {
      table
          .sex(row, Sex.values()[kind % 2])
          .grade(row, 2 * kind)
          .age(row, 7 + 2 * kind)
          .year(row, 2023 + kind % 3)
          .informant(row, Informant.values()[kind % 3]);
    }
    if (kind > 1) {
      table.language(row, kind == 3 ? "zh-CN" : "en").region(row, kind == 3 ? "north" : "south");
    }
  }

  private static void assertSame(ScoreTable found, ScoreTable expected, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < COMPARED; i++) {
      int row = random.nextInt(ROWS);
      assertThat(line(found, row)).as("row %d", row).isEqualTo(line(expected, row));
    }
    assertThat(line(found, ROWS - 1)).isEqualTo(line(expected, ROWS - 1));
    Map<Integer, ScoreMeasure> ofScales = new LinkedHashMap<>();
    for (int scale = 0; scale < expected.plan().instrument().scales().size(); scale++) {
      int of = scale;
      ofScales.put(
          scale,
          new ScoreMeasure((scores, row) -> (2 + 3L * of) * (1 + scores.bandNumber(of, row))
              + (scores.isScored(row, of) ? 1 : 0)));
    }
    for (Scale scale : expected.plan().instrument().scales()) {
      assertColumns(found, expected, scale.id());
    }
    assertThat(sums(found.numbers(ofScales))).isEqualTo(sums(expected.numbers(ofScales)));
    ScoreMeasure measure = new ScoreMeasure((scores, row) ->
        scores.alert(row).ordinal() + 10L * scores.validity(row).ordinal());
    assertThat(sums(found.numbers(measure))).isEqualTo(sums(expected.numbers(measure)));
  }

  private static void assertColumns(ScoreTable found, ScoreTable expected, String scale) {
    double[] values = found.values(scale);
    double[] standards = found.standards(scale, StandardScore.T);
    byte[] levels = found.levels(scale);
    for (int row = 0; row < ROWS; row += 97) {
      // Boxed, what is no number is the same.
      assertThat(Double.valueOf(values[row]))
          .isEqualTo(Double.valueOf(expected.value(row, scale).orElse(Double.NaN)));
      assertThat(Double.valueOf(standards[row]))
          .isEqualTo(
              Double.valueOf(expected.standard(row, scale, StandardScore.T).orElse(Double.NaN)));
      assertThat(levels[row]).isEqualTo(expected.level(row, scale).orElse(-1).byteValue());
    }
  }

  /** Of all rows but the first and the last, each added to 1. */
  private static long[] sums(RowNumbers numbers) {
    long[] sums = new long[ROWS - 2];
    Arrays.fill(sums, 1);
    numbers.addTo(1, ROWS - 1, sums);
    return sums;
  }

  private static String line(ScoreTable scores, int row) {
    Instrument instrument = scores.plan().instrument();
    Stream<Object> ofScales = IntStream.range(0, instrument.scales().size())
        .boxed()
        .flatMap(scale -> Stream.concat(
            Stream.of(
                scores.score(row, scale),
                scores.band(row, scale),
                scores.bandSet(row, scale),
                scores.standardError(row, scale),
                scores.normGroup(row, scale).map(group -> group.id()),
                scores.notNormed(row, scale)),
            Stream.of(StandardScore.values()).map(score -> scores.standard(row, scale, score))));
    Stream<Object> ofClassifications = IntStream.range(
            0, instrument.classifications().size())
        .mapToObj(index -> scores.classification(row, index));
    Stream<Object> others = Stream.of(
        scores.alert(row),
        scores.fired(row),
        scores.notKnown(row),
        scores.validity(row),
        scores.validityMet(row));
    return Stream.of(ofScales, ofClassifications, others)
        .flatMap(all -> all)
        .toList()
        .toString();
  }
}
