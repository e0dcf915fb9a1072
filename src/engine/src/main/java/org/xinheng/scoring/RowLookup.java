package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;

/**
 * A plan as tables, for scoring one row at a time without arithmetic: each scale has all its results numbered, and a row
 * is scored by finding the numbers. All results come from the steps of the plan itself.
 *
 * <p>It takes plain rows alone: cells that stand side by side, one a column of the questionnaire, each a declared code or
 * a kind of missing other than not applicable. All other rows are scored by {@link ScoringPlan#run}. It is immutable.
 */
public final class RowLookup {

  /** How many bytes must stand behind the cells of a row. */
  public static final int SLACK = Tally.SLACK;

  private static final int CELLS = 1 << Byte.SIZE;

  private final ScoringPlan plan;
  private final ScaleLookup[] scales;
  private final int[] order;
  private final Sight[] sights;

  /** Something that conditions or validity indices see of a row, as a number. */
  private interface Sight {

    /** How many numbers there are. */
    int size();

    int of(byte[] cells, int first, int[] results);
  }

  private RowLookup(ScoringPlan plan, ScaleLookup[] scales, List<Sight> sights) {
    this.plan = plan;
    this.scales = scales;
    this.order = plan.steps().stream().mapToInt(ScaleStep::scale).toArray();
    this.sights = sights.toArray(new Sight[0]);
  }

  /**
   * The tables of a plan, if there are not too many results: a plan with skip logic, with answers that are no codes, or
   * with a scale that is more than a function of the count and the sum of its answers has none.
   */
  public static Optional<RowLookup> of(ScoringPlan plan) {
    if (plan.hasSkips()) {
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
    return new Sights(plan.instrument(), scales)
        .all()
        .map(sights -> new RowLookup(plan, scales, sights));
  }

  public ScoringPlan plan() {
    return plan;
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
   * All results of all scales for one kind of student: the column of a scale holds each of its results in the row of
   * its number. Nothing else is in the table.
   *
   * @param student one row, of which only the student counts
   */
  public ScoreTable resultsFor(ResponseTable student) {
    int most = Arrays.stream(scales).mapToInt(ScaleLookup::results).max().orElse(0);
    ScoreTable all = new ScoreTable(plan, most);
    ResponseTable students =
        student.select(IntStream.range(0, most).mapToObj(row -> 0).toList());
    for (ScaleLookup scale : scales) {
      scale.fill(students, all);
    }
    return all;
  }

  /**
   * Scores the scales of a plain row.
   *
   * @param cells the cells from {@code first} on, and {@link #SLACK} bytes of anything
   * @param results takes the number of the result of each scale
   */
  public void score(byte[] cells, int first, int[] results) {
    for (int scale : order) {
      results[scale] = scales[scale].resultOf(cells, first, results);
    }
  }

  /**
   * All that critical items, classifications and validity indices depend on in a plain row, as one number: rows with the
   * same number have the same of these.
   *
   * @param results of the row, by {@link #score}
   */
  public long remainder(byte[] cells, int first, int[] results) {
    long all = 0;
    for (Sight sight : sights) {
      all = all * sight.size() + sight.of(cells, first, results);
    }
    return all;
  }

  /** The scores of a plain row in full, by the plan. */
  public ScoreTable whole(byte[] cells, int first, ResponseTable student) {
    ResponseTable table = student.select(List.of(0));
    table.setCells(0, cells, first);
    return plan.run(table);
  }

  /** Finds out what conditions and validity indices see. */
  private static final class Sights {

    private final Instrument instrument;
    private final ScaleLookup[] scales;
    private final Map<Integer, List<Condition.OfItem>> comparisons = new HashMap<>();
    private final List<Sight> found = new ArrayList<>();
    private boolean tooMuch;

    Sights(Instrument instrument, ScaleLookup[] scales) {
      this.instrument = instrument;
      this.scales = scales;
    }

    Optional<List<Sight>> all() {
      instrument.critical().stream().map(CriticalItem::when).forEach(this::see);
      instrument.classifications().stream()
          .flatMap(classification -> classification.outcomes().stream())
          .map(Classification.Outcome::when)
          .forEach(this::see);
      comparisons.forEach((column, asked) -> found.add(itemClasses(column, asked)));
      instrument.validity().stream().map(ValidityIndex::condition).forEach(this::see);
      double numbers = 1;
      for (Sight sight : found) {
        numbers *= sight.size();
      }
      return tooMuch || numbers > Long.MAX_VALUE / 2 ? Optional.empty() : Optional.of(found);
    }

    private void see(Condition condition) {
      for (Condition comparison : instrument.comparisons(condition)) {
        if (comparison instanceof Condition.OfItem ofItem) {
          comparisons
              .computeIfAbsent(column(ofItem.item()), any -> new ArrayList<>())
              .add(ofItem);
        } else if (comparison instanceof Condition.OfScale ofScale) {
          seeResult(ofScale.scale());
        } else if (comparison instanceof Condition.OfBand ofBand
            && !scales[scale(ofBand.scale())].asksStudent()) {
          seeResult(ofBand.scale());
        } else {
          tooMuch = true;
        }
      }
    }

    private void see(ValidityIndex.Condition condition) {
      if (condition instanceof ValidityIndex.Condition.ScaleAtOrAbove scale) {
        seeResult(scale.scale());
      } else if (condition instanceof ValidityIndex.Condition.UnansweredAtOrAbove unanswered) {
        found.add(new Unanswered(columns(unanswered.items()), unanswered.atOrAbove()));
      } else if (condition instanceof ValidityIndex.Condition.SameAnswer same) {
        found.add(new Same(columns(same.items())));
      } else {
        tooMuch = true;
      }
    }

    private void seeResult(String scale) {
      found.add(new Result(scale(scale), scales[scale(scale)].results()));
    }

    private int scale(String id) {
      return instrument.scales().indexOf(instrument.scale(id).orElseThrow());
    }

    private int column(String item) {
      return instrument.items().indexOf(instrument.item(item).orElseThrow());
    }

    private int[] columns(List<String> items) {
      return items.stream().mapToInt(this::column).toArray();
    }

    /** Cells that all comparisons with an item take alike are of one class. */
    private static Sight itemClasses(int column, List<Condition.OfItem> asked) {
      int[] classOf = new int[CELLS];
      Map<List<Boolean>, Integer> classes = new HashMap<>();
      for (int cell = Byte.MIN_VALUE; cell <= Byte.MAX_VALUE; cell++) {
        List<Boolean> met = new ArrayList<>();
        if (Cells.isAnswer((byte) cell)) {
          BigDecimal code = BigDecimal.valueOf(cell);
          asked.forEach(ofItem -> met.add(ofItem.comparison().isMetBy(code)));
        }
        @Nullable Integer known = classes.putIfAbsent(met, classes.size());
        classOf[cell & CELLS - 1] = known == null ? classes.size() - 1 : known;
      }
      return new Answer(column, classOf, classes.size());
    }
  }

  private record Answer(int column, int[] classOf, int size) implements Sight {
    @Override
    public int of(byte[] cells, int first, int[] results) {
      return classOf[cells[first + column] & CELLS - 1];
    }
  }

  private record Result(int scale, int size) implements Sight {
    @Override
    public int of(byte[] cells, int first, int[] results) {
      return results[scale];
    }
  }

  private record Unanswered(int[] columns, int most) implements Sight {
    @Override
    public int size() {
      return most + 1;
    }

    @Override
    public int of(byte[] cells, int first, int[] results) {
      int unanswered = 0;
      for (int column : columns) {
        unanswered += Cells.isAnswer(cells[first + column]) ? 0 : 1;
      }
      return Math.min(most, unanswered);
    }
  }

  private record Same(int[] columns) implements Sight {
    @Override
    public int size() {
      return 2;
    }

    @Override
    public int of(byte[] cells, int first, int[] results) {
      byte same = cells[first + columns[0]];
      for (int column : columns) {
        if (cells[first + column] != same) {
          return 0;
        }
      }
      return Cells.isAnswer(same) ? 1 : 0;
    }
  }
}
