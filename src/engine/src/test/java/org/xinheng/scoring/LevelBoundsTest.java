package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Scale;

/** Bounds against all answers that a student could still give. */
class LevelBoundsTest {

  private static final int BLANK = -1;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void areTheLevelsThatCompleteAnswersReach(long seed) {
    compare(
        RandomInstrument.small(seed),
        (reached, bounds) -> assertThat(List.of(bounds.lowest(), bounds.highest()))
            .containsExactly(reached.getMin(), reached.getMax()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void holdEveryLevelThatAnswersReachByWhateverBranch(long seed) {
    compare(RandomInstrument.smallWithSkips(seed), (reached, bounds) -> {
      assertThat(bounds.lowest()).isLessThanOrEqualTo(reached.getMin());
      assertThat(bounds.highest()).isGreaterThanOrEqualTo(reached.getMax());
    });
  }

  private static void compare(
      RandomInstrument random, BiConsumer<IntSummaryStatistics, LevelBounds> comparison) {
    ResponseTable table = random.everyPattern();
    ScoringPlan plan = ScoringPlan.compile(random.value());
    ScoreTable scores = plan.run(table);
    Map<String, List<Integer>> completions = completions(table);
    for (Scale scale : random.value().scales()) {
      for (int row = 0; row < table.rows(); row += 5) {
        IntSummaryStatistics reached = completions.get(pattern(table, row)).stream()
            .flatMap(complete -> scores.band(complete, scale.id()).stream())
            .mapToInt(Band::level)
            .summaryStatistics();
        LevelBounds bounds = LevelBounds.of(plan, table, row, scale.id());
        if (reached.getCount() > 0 && !bounds.equals(LevelBounds.OPEN)) {
          comparison.accept(reached, bounds);
        }
      }
    }
  }

  /** The rows without a blank that each pattern can become. */
  private static Map<String, List<Integer>> completions(ResponseTable table) {
    Map<String, List<Integer>> completions = new HashMap<>();
    int items = table.instrument().keptItems().size();
    for (int row = 0; row < table.rows(); row++) {
      if (pattern(table, row).contains("?")) {
        continue;
      }
      for (int blanks = 0; blanks < 1 << items; blanks++) {
        StringBuilder pattern = new StringBuilder();
        for (int item = 0; item < items; item++) {
          int column = column(table, item);
          boolean isBlank = (blanks & 1 << item) != 0 && table.isAnswered(row, column);
          pattern.append(isBlank ? "? " : cell(table, row, column));
        }
        completions
            .computeIfAbsent(pattern.toString(), any -> new ArrayList<>())
            .add(row);
      }
    }
    return completions;
  }

  private static int column(ResponseTable table, int item) {
    return table.column(table.instrument().keptItems().get(item).id());
  }

  private static String pattern(ResponseTable table, int row) {
    StringBuilder pattern = new StringBuilder();
    for (int item = 0; item < table.instrument().keptItems().size(); item++) {
      pattern.append(cell(table, row, column(table, item)));
    }
    return pattern.toString();
  }

  private static String cell(ResponseTable table, int row, int column) {
    if (table.isAnswered(row, column)) {
      return table.number(row, column).toPlainString() + " ";
    }
    return table.missing(row, column) == Missing.NOT_APPLICABLE ? "n " : "? ";
  }

  private static final String BANDS =
      "bands: {risk: high, source: us, verification: project-rule, edges: ["
          + "{from: %s, id: a, level: 0, label: {en: a, zh-CN: a}}, "
          + "{from: %s, id: b, level: 1, label: {en: b, zh-CN: b}}, "
          + "{from: %s, id: c, level: 2, label: {en: c, zh-CN: c}}]}";

  @Test
  void aDifferenceIsLowestWhereTheSecondScaleIsHighest() {
    Instrument instrument = Example.with("""
        scales:
          d: {name: {en: d, zh-CN: d}, method: difference, scales: [a, b], missing: strict, range: -9..9, %s}
          a: {name: {en: a, zh-CN: a}, method: sum, items: 1..3, missing: strict, range: 0..9}
          b: {name: {en: b, zh-CN: b}, method: sum, items: 4..6, missing: strict, range: 0..9}
        """.formatted(BANDS.formatted(-9, 0, 4)));
    // a = 6 + x, b = 4 + y: from 6 - 7 = -1 to 9 - 4 = 5.
    assertThat(bounds(instrument, "d", 3, 3, BLANK, 2, 2, BLANK)).isEqualTo(new LevelBounds(0, 2));
    // a = 6 + x, b = 2: from 4 to 7.
    assertThat(bounds(instrument, "d", 3, 3, BLANK, 0, 1, 1)).isEqualTo(new LevelBounds(2, 2));
  }

  @Test
  void anItemThatCountsForAndAgainstLeavesThemOpen() {
    Instrument instrument = Example.with("""
        scales:
          d: {name: {en: d, zh-CN: d}, method: difference, scales: [a, b], missing: strict, range: -6..6, %s}
          a: {name: {en: a, zh-CN: a}, method: sum, items: [1, 2], missing: strict, range: 0..6}
          b: {name: {en: b, zh-CN: b}, method: sum, items: [2, 3], recode: [{items: [2], values: {1: 3, 2: 0, 3: 1}}], missing: strict, range: 0..6}
        """.formatted(BANDS.formatted(-6, 0, 2)));
    assertThat(bounds(instrument, "d", 1, BLANK, 1)).isEqualTo(LevelBounds.OPEN);
    // a = 3 + 1, b = 3 + x: from 4 - 6 = -2 to 4 - 3 = 1.
    assertThat(bounds(instrument, "d", 3, 1, BLANK)).isEqualTo(new LevelBounds(0, 1));
  }

  @ParameterizedTest
  @CsvSource({"ratio, 0..9", "product, 0..81"})
  void aRatioAndAProductLeaveThemOpen(String method, String range) {
    Instrument instrument = Example.with("""
        scales:
          d: {name: {en: d, zh-CN: d}, method: %s, scales: [a, b], missing: strict, round: {to: 1, mode: half-up}, range: %s, %s}
          a: {name: {en: a, zh-CN: a}, method: sum, items: 1..3, missing: strict, range: 0..9}
          b: {name: {en: b, zh-CN: b}, method: sum, items: 4..6, missing: strict, range: 0..9}
        """.formatted(method, range, BANDS.formatted(0, 1, 2)));
    assertThat(bounds(instrument, "d", 3, 3, 3, 2, 2, BLANK)).isEqualTo(LevelBounds.OPEN);
    // 9 / 6 = 1.5 and 9 * 6 = 54.
    assertThat(bounds(instrument, "d", 3, 3, 3, 2, 2, 2))
        .isEqualTo(method.equals("ratio") ? new LevelBounds(1, 1) : new LevelBounds(2, 2));
  }

  @Test
  void aStandardDeviationLeavesThemOpen() {
    Instrument instrument =
        Example.scale("method: standard-deviation, items: 1..6, missing: strict,"
            + " round: {to: 2, mode: half-up}, range: 0..1.64, " + BANDS.formatted(0, 0.5, 1));
    // Between 3 threes and 3 zeros and nearly all alike lies everything.
    assertThat(bounds(instrument, "s", 1, 1, 1, 1, 1, BLANK)).isEqualTo(LevelBounds.OPEN);
  }

  @Test
  void aTableThatFallsTurnsThem() {
    Instrument instrument = Example.scale("method: sum, items: 1..2, missing: strict,"
        + " convert: {table: {0: 60, 6: 30}, between: interpolate, round: {to: 0, mode: half-up}},"
        + " range: 30..60, " + BANDS.formatted(30, 40, 50));
    // 3 + 0..3: 60 - 5 * 3 = 45 down to 30.
    assertThat(bounds(instrument, "s", 3, BLANK)).isEqualTo(new LevelBounds(0, 1));
  }

  private static LevelBounds bounds(Instrument instrument, String scale, int... codes) {
    return LevelBounds.of(
        ScoringPlan.compile(instrument), Example.row(instrument, codes), 0, scale);
  }
}
