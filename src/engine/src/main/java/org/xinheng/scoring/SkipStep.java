package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Truth;

/**
 * Skip logic, before everything else. An item whose condition does not hold is not applicable, also if somebody answered
 * it; where nobody knows whether it holds, the answer stands. Critical items see what was answered in any case: for them,
 * only what was left blank is not applicable.
 *
 * <p>Conditions ask earlier items only. They are evaluated in the order of the form, each on what the ones before it have
 * left, so that an item which asks an item that was left out finds nothing to compare.
 */
final class SkipStep {

  private static final Truth[] TRUTHS = Truth.values();

  /**
   * @param conditions holds the named conditions that this one uses
   * @param columns what it leaves out
   */
  private record Skip(
      Conditions conditions, CompiledCondition visibleWhen, List<Integer> columns) {}

  private final List<Skip> skips = new ArrayList<>();

  /** The same of all items, also of those that take no answer. */
  private final List<Skip> shown = new ArrayList<>();

  private final int[] columns;
  private final int named;

  /**
   * @throws IllegalArgumentException if a condition asks a scale or something that is not defined
   */
  SkipStep(Instrument instrument) {
    // In the order of their first items: by then nothing that they ask can change any more.
    Map<Condition, List<Integer>> columnsOf = new LinkedHashMap<>();
    Map<Condition, List<Integer>> shownOf = new LinkedHashMap<>();
    for (int column = 0; column < instrument.items().size(); column++) {
      Item item = instrument.items().get(column);
      for (Condition condition : instrument.visibleWhen(item)) {
        shownOf.computeIfAbsent(condition, any -> new ArrayList<>()).add(column);
        if (instrument.scorable(item).isPresent()) {
          columnsOf.computeIfAbsent(condition, any -> new ArrayList<>()).add(column);
        }
      }
    }
    columnsOf.forEach((condition, hidden) -> skips.add(skip(instrument, condition, hidden)));
    shownOf.forEach((condition, hidden) -> shown.add(skip(instrument, condition, hidden)));
    columns = columnsOf.values().stream()
        .flatMap(List::stream)
        .distinct()
        .mapToInt(Integer::intValue)
        .toArray();
    named = shown.stream().mapToInt(skip -> skip.conditions().named()).max().orElse(0);
  }

  private static Skip skip(Instrument instrument, Condition condition, List<Integer> columns) {
    Conditions conditions = new Conditions(instrument, Map.of());
    return new Skip(conditions, conditions.compile(condition), List.copyOf(columns));
  }

  /** Whether there is no skip logic. */
  boolean isEmpty() {
    return skips.isEmpty();
  }

  /** The most named conditions that a condition uses. */
  int named() {
    return named;
  }

  /**
   * The answers of a table after skip logic.
   *
   * @param reached without those to items that skip logic left out
   * @param given with them
   */
  record Answers(ResponseTable reached, ResponseTable given) {}

  /** The answers of a table, which is not changed, to {@linkplain #run run} on. */
  Answers of(ResponseTable table) {
    return isEmpty()
        ? new Answers(table, table)
        : new Answers(table.withOwn(columns), table.withOwn(columns));
  }

  void run(Block block, Answers answers, StoredScores scores) {
    for (Skip skip : skips) {
      skip.conditions().run(block, answers.reached(), scores);
      byte[] truths = skip.visibleWhen().truths(block, answers.reached(), scores);
      skip.columns().forEach(column -> leaveOut(column, truths, block, answers));
    }
  }

  /**
   * The columns of which nobody knows, in the first row of the block, whether they are reached; also where that hangs on an
   * answer that may itself not be reached.
   */
  Set<Integer> open(Block block, ResponseTable reached, ScoreTable scores) {
    Set<Integer> open = new HashSet<>();
    ResponseTable certain = reached.withOwn(columns);
    for (Skip skip : skips) {
      skip.conditions().run(block, certain, scores);
      if (skip.visibleWhen().truths(block, certain, scores)[0] == CompiledCondition.UNKNOWN) {
        open.addAll(skip.columns());
        skip.columns()
            .forEach(column -> certain.setMissing(block.firstRow, column, Missing.SKIPPED));
      }
    }
    return open;
  }

  /**
   * Whether each item of the first row of the block is shown, as far as the answers tell.
   *
   * @return by column; an item without a condition is
   */
  Truth[] reach(Block block, ResponseTable table, ScoreTable scores) {
    ResponseTable reached = table.withOwn(columns);
    Truth[] reach = new Truth[table.instrument().items().size()];
    Arrays.fill(reach, Truth.YES);
    for (Skip skip : shown) {
      skip.conditions().run(block, reached, scores);
      Truth holds = TRUTHS[skip.visibleWhen().truths(block, reached, scores)[0]];
      for (int column : skip.columns()) {
        reach[column] = holds.compareTo(reach[column]) < 0 ? holds : reach[column];
        if (holds == Truth.NO) {
          reached.leaveOut(block.firstRow, column);
        }
      }
    }
    return reach;
  }

  private static void leaveOut(int column, byte[] truths, Block block, Answers answers) {
    for (int r = 0; r < truths.length; r++) {
      if (truths[r] == CompiledCondition.NO) {
        int row = block.firstRow + r;
        if (answers.given().isBlank(row, column)) {
          answers.given().leaveOut(row, column);
        }
        answers.reached().leaveOut(row, column);
      }
    }
  }
}
