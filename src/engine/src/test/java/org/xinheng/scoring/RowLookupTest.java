package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.instrument.Instrument;

/** The tables of a plan hold what the plan itself says of every plain row. */
class RowLookupTest {

  private static final int ROWS = 150;
  private static final int FIRST = 3;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("xinheng.seeds", 15));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsWhatThePlanComputes(long seed) {
    RandomInstrument random = RandomInstrument.additive(seed);
    ScoringPlan plan = ScoringPlan.compile(random.value(), random.options());
    RowLookup.of(plan).ifPresent(lookup -> assertSame(lookup, random.answers(ROWS)));
  }

  /** Else the test above would say nothing. */
  @Test
  void manyAdditivePlansHaveTables() {
    long tables = LongStream.rangeClosed(1, 100)
        .filter(seed -> {
          RandomInstrument random = RandomInstrument.additive(seed);
          return RowLookup.of(ScoringPlan.compile(random.value(), random.options()))
              .isPresent();
        })
        .count();
    assertThat(tables).isGreaterThan(50);
  }

  /** All constructs there are: what has tables must be right also here. */
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void saysNothingWrongOfPlansOfAllKinds(long seed) {
    RandomInstrument random = new RandomInstrument(seed);
    ScoringPlan plan = ScoringPlan.compile(random.value(), random.options());
    RowLookup.of(plan).ifPresent(lookup -> assertSame(lookup, random.answers(ROWS)));
  }

  /** All rows of three answers that are blank, 0 or 1. Of three, two are the least that are 40 %. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "classifications: {second: {name: {en: s, zh-CN: s}, source: us, verification: project-rule, outcomes: ["
            + "{id: yes, level: 2, label: {en: y, zh-CN: 是}, when: {item: 2, equal-to: 1}}, "
            + "{id: no, level: 0, label: {en: n, zh-CN: 否}, when: {}}]}}",
        "validity: [{id: same, name: {en: i, zh-CN: i}, when: {same-answer: 1..3}, verdict: suspect, "
            + "source: us, verification: project-rule}]",
        "validity: [{id: blank, name: {en: i, zh-CN: i}, when: {unanswered: 1..3, share-at-or-above: 0.4}, "
            + "verdict: suspect, source: us, verification: project-rule}]"
      })
  void tellsBlankRowsFromOthers(String ofNoScale) {
    Instrument instrument = Example.ofItems("""
        items: [{ids: 1..3, topic: {en: t, zh-CN: t}, responses: r}]
        scales:
          s: {name: {en: s, zh-CN: s}, method: sum, items: [1], missing: strict, range: 0..3}
        """ + ofNoScale);
    ResponseTable table = new ResponseTable(instrument, 27);
    for (int row = 0; row < table.rows(); row++) {
      int[] codes = {row % 3 - 1, row / 3 % 3 - 1, row / 9 - 1};
      for (int column = 0; column < 3; column++) {
        if (codes[column] >= 0) {
          table.set(row, column, codes[column]);
        }
      }
    }
    assertSame(RowLookup.of(ScoringPlan.compile(instrument)).orElseThrow(), table);
  }

  private static void assertSame(RowLookup lookup, ResponseTable table) {
    ScoringPlan plan = lookup.plan();
    ScoreTable whole = plan.run(table);
    int items = plan.instrument().items().size();
    int scales = plan.instrument().scales().size();
    byte[] cells = new byte[FIRST + items];
    RowCells cellsOfRow = new RowCells(items);
    int[] results = new int[scales];
    RowResults numbers = new RowResults(SheetTables.of(List.of(lookup)), results);
    Map<Integer, String> remainders = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      if (!isPlain(table, row)) {
        continue;
      }
      for (int column : plan.instrument().keptColumns()) {
        cells[FIRST + column] = (byte) RowLookup.cell(table, row, column).orElseThrow();
      }
      ResponseTable student = table.select(List.of(row));
      cellsOfRow.set(cells, FIRST);
      assertThat(cellsOfRow.toBytes()).isEqualTo(Arrays.copyOfRange(cells, FIRST, cells.length));
      numbers.find(cellsOfRow);
      for (int scale = 0; scale < scales; scale++) {
        assertThat(results[scale]).isBetween(0, lookup.results(scale) - 1);
        assertThat(scale(lookup.resultsFor(student, scale), results[scale], scale))
            .as("row %d scale %d", row, scale)
            .isEqualTo(scale(whole, row, scale));
      }
      int remainder = numbers.remainders()[0];
      assertThat(remainder).isBetween(0, lookup.remainder().size() - 1);
      String expected = remainder(whole, row);
      assertThat(remainders.computeIfAbsent(remainder, unseen -> expected))
          .as("row %d", row)
          .isEqualTo(expected);
      assertThat(remainder(plan.run(lookup.table(cells, FIRST, student)), 0)).isEqualTo(expected);
    }
  }

  private static boolean isPlain(ResponseTable table, int row) {
    return table.instrument().keptItems().stream()
        .allMatch(item -> RowLookup.cell(table, row, table.column(item.id())).isPresent());
  }

  private static String scale(ScoreTable scores, int row, int scale) {
    return Stream.of(
            scores.score(row, scale),
            scores.band(row, scale),
            scores.bandSet(row, scale),
            scores.standardError(row, scale),
            scores.normGroup(row, scale),
            scores.notNormed(row, scale),
            scores.plan().standardScores(scores.plan().instrument().scales().get(scale)).stream()
                .map(score -> scores.standard(row, scale, score))
                .toList())
        .map(Object::toString)
        .toList()
        .toString();
  }

  private static String remainder(ScoreTable scores, int row) {
    List<Object> all = new ArrayList<>(List.of(
        scores.alert(row), scores.fired(row), scores.notKnown(row), scores.validityMet(row)));
    all.add(scores.validity(row));
    IntStream.range(0, scores.plan().instrument().classifications().size())
        .forEach(index -> all.add(scores.classification(row, index)));
    return all.toString();
  }
}
