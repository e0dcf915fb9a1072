package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Missing;

/**
 * A plan as tables, for scoring one row at a time without arithmetic: each scale has all its results numbered, and a row
 * is scored by finding the numbers. All results come from the steps of the plan itself.
 *
 * <p>It takes plain rows alone: cells that stand side by side, one a column of the questionnaire, each a declared code or
 * a kind of missing other than not applicable. All other rows are scored by {@link ScoringPlan#run}. It is immutable.
 */
public final class RowLookup {

  private final ScoringPlan plan;
  private final ScaleLookup[] scales;
  private final Remainder remainder;
  private final int[] columns;

  /** All results of the scales of which every student gets the same. */
  private final Map<Integer, ScoreTable> ofEverybody = new HashMap<>();

  private RowLookup(ScoringPlan plan, ScaleLookup[] scales, Remainder remainder) {
    this.plan = plan;
    this.scales = scales;
    this.remainder = remainder;
    this.columns = IntStream.range(0, plan.instrument().items().size()).toArray();
    for (int scale = 0; scale < scales.length; scale++) {
      if (!scales[scale].asksStudent()) {
        ofEverybody.put(scale, scales[scale].resultsFor(plan.anybody()).scores());
      }
    }
  }

  /**
   * The tables of a plan, if there are not too many results: a plan with skip logic, with answers that are no codes, with
   * a scale that is more than a function of the count and the sum of its answers, or with a condition or sign that asks
   * more than single answers, scales and how many answers are missing, has none.
   */
  public static Optional<RowLookup> of(ScoringPlan plan) {
    if (plan.hasSkips() || !hasCodesOnly(plan)) {
      return Optional.empty();
    }
    ScaleLookup[] scales = new ScaleLookup[plan.steps().size()];
    for (ScaleStep step : plan.steps()) {
      Optional<ScaleLookup> scale = ScaleLookup.of(plan, step, before -> scales[before]);
      if (scale.isEmpty()) {
        return Optional.empty();
      }
      scales[step.scale()] = scale.get();
    }
    return Remainder.of(plan, scales).map(remainder -> new RowLookup(plan, scales, remainder));
  }

  private static boolean hasCodesOnly(ScoringPlan plan) {
    return plan.instrument().items().stream()
        .flatMap((Item item) -> plan.instrument().scorable(item).stream())
        .noneMatch(Cells::isWide);
  }

  public ScoringPlan plan() {
    return plan;
  }

  /**
   * The byte that stands for a cell of a table in a row of cells; empty if no row with this cell is plain.
   */
  public static OptionalInt cell(ResponseTable table, int row, int column) {
    byte cell = table.cells(column)[row];
    boolean isPlain =
        cell != Cells.of(Missing.NOT_APPLICABLE) && cell != Cells.of(Missing.UNDECLARED);
    return isPlain ? OptionalInt.of(cell) : OptionalInt.empty();
  }

  /** How many results a scale can have. */
  public int results(int scale) {
    return scales[scale].results();
  }

  /** Whether some students get other bands or standard scores on a scale than others. */
  public boolean asksStudent(int scale) {
    return scales[scale].asksStudent();
  }

  /**
   * All results of a scale for one kind of student: its column holds each result in the row of its number. Nothing else
   * is in the table.
   *
   * @param student one row, of which only the student counts
   */
  public ScoreTable resultsFor(ResponseTable student, int scale) {
    @Nullable ScoreTable same = ofEverybody.get(scale);
    return same == null ? scales[scale].resultsFor(student).scores() : same;
  }

  /**
   * How the results of its scales are found in rows in which others stand before it.
   *
   * @param cells how many cells stand before its own
   * @param results how many results do
   */
  List<RowScales.Entry> entries(int cells, int results) {
    List<RowScales.Entry> entries = new ArrayList<>();
    for (ScaleStep step : plan.steps()) {
      entries.add(scales[step.scale()].entry().behind(cells, results));
    }
    return entries;
  }

  /** How the numbers of the results of its scales are found in columns, in the order in which scales are scored. */
  List<ColumnStep> columns() {
    List<ColumnStep> columns = new ArrayList<>();
    for (ScaleStep step : plan.steps()) {
      columns.add(scales[step.scale()].columns());
    }
    return List.copyOf(columns);
  }

  /** All that critical items, classifications and validity indices depend on. */
  Remainder remainder() {
    return remainder;
  }

  /**
   * A plain row as a table, for the plan.
   *
   * @param student one row, of which only the student counts
   */
  public ResponseTable table(byte[] cells, int first, ResponseTable student) {
    ResponseTable table = student.copiesOfFirst(1).withOwn(columns);
    table.setCells(0, cells, first);
    return table;
  }
}
