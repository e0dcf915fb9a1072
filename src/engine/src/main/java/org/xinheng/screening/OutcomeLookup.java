package org.xinheng.screening;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.MissingScores;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.RowLookup;
import org.xinheng.scoring.ScaleScore;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.Validity;

/**
 * Screens students of whom nothing but plain rows of answers is known, one at a time: what the policy depends on is
 * packed into a number, and each number is asked of the {@link Screener} once. For one thread.
 */
public final class OutcomeLookup {

  /** An outcome without its reasons, which depend on more. */
  public record Placement(Status status, Optional<Tier> tier, Alert alert, Optional<String> rule) {}

  // What is packed: a few bits for each scale of the battery, and for each form.
  private static final int BITS_OF_LEVEL = 3;
  private static final int NO_LEVEL = 1;
  private static final int LEVEL = 2;
  private static final int BITS_OF_FORM = 6;

  private final Screener screener;
  private final Part[] parts;
  private final int size;
  private final Memo<Placement> placements = new Memo<>();

  /** A form in the rows of cells. */
  private static final class Part {

    private final RowLookup lookup;
    private final int first;
    private final int[] kept;

    /** Where the facts of the form are packed. */
    private final int shift;

    /** The scales that the battery reads, and where the level of each is packed. */
    private final int[] scales;

    private final int[] shifts;

    /** Scales of which a missing level is bounded by the answers. */
    private final boolean[] bounded;

    /** All results of each scale, of those that are the same for every student. */
    private final Map<Integer, ScoreTable> ofEverybody = new HashMap<>();

    /** By remainder, what the form says beside its levels. */
    private final Memo<Long> facts = new Memo<>();

    Part(RowLookup lookup, int first, int shift, int[] scales, int[] shifts, boolean[] bounded) {
      this.lookup = lookup;
      this.first = first;
      Instrument instrument = lookup.plan().instrument();
      kept = instrument.keptItems().stream()
          .mapToInt(item -> instrument.items().indexOf(item))
          .toArray();
      this.shift = shift;
      this.scales = scales;
      this.shifts = shifts;
      this.bounded = bounded;
    }

    ScoreTable results(int scale, ResponseTable student) {
      return lookup.asksStudent(scale)
          ? lookup.resultsFor(student, scale)
          : ofEverybody.computeIfAbsent(scale, of -> lookup.resultsFor(student, of));
    }
  }

  /** Students who get the same scores for the same answers. */
  public static final class Kind {

    /** One row for each form, of which only the student counts. */
    private final List<ResponseTable> students;

    /** By form and scale. */
    private final ScoreTable[][] results;

    /** By form, scale of the battery and result: the level, in its place. */
    private final long[][][] packed;

    /** The same: whether the answers bound the level. */
    private final boolean[][][] open;

    private Kind(
        List<ResponseTable> students,
        ScoreTable[][] results,
        long[][][] packed,
        boolean[][][] open) {
      this.students = students;
      this.results = results;
      this.packed = packed;
      this.open = open;
    }

    /** All results of a scale: its column holds each in the row of its number. Nothing else is in the table. */
    public ScoreTable results(int form, int scale) {
      return results[form][scale];
    }
  }

  private OutcomeLookup(Screener screener, Part[] parts, int size) {
    this.screener = screener;
    this.parts = parts;
    this.size = size;
  }

  /**
   * A lookup for the students of a battery; none if the battery reads classifications, or too much to pack.
   *
   * @param lookups of all its questionnaires, in the order in which their cells stand behind each other
   */
  public static Optional<OutcomeLookup> of(Screener screener, List<RowLookup> lookups) {
    Battery battery = screener.battery();
    boolean bounds = screener.policy().missing() == MissingScores.BOUNDED;
    Part[] parts = new Part[lookups.size()];
    int shift = 0;
    int first = 0;
    for (int form = 0; form < parts.length; form++) {
      RowLookup lookup = lookups.get(form);
      String id = lookup.plan().instrument().id();
      List<ScaleReference> read = battery.banded().stream()
          .filter(scale -> scale.questionnaire().equals(id))
          .distinct()
          .toList();
      boolean isOfScales = read.stream()
          .allMatch(scale -> lookup.plan().instrument().scale(scale.scale()).isPresent());
      if (!isOfScales) {
        return Optional.empty();
      }
      int[] shifts = new int[read.size()];
      boolean[] bounded = new boolean[read.size()];
      for (int i = 0; i < shifts.length; i++) {
        shifts[i] = shift;
        shift += BITS_OF_LEVEL;
        bounded[i] = bounds && !isImpactAlone(read.get(i), battery);
      }
      parts[form] = new Part(
          lookup,
          first,
          shift,
          read.stream().mapToInt(scale -> position(scale, lookup)).toArray(),
          shifts,
          bounded);
      shift += BITS_OF_FORM;
      first += lookup.plan().instrument().items().size();
    }
    return shift < Long.SIZE
        ? Optional.of(new OutcomeLookup(screener, parts, first))
        : Optional.empty();
  }

  private static boolean isImpactAlone(ScaleReference scale, Battery battery) {
    return !battery.primary().equals(scale) && !battery.supporting().contains(scale);
  }

  private static int position(ScaleReference scale, RowLookup lookup) {
    return lookup
        .plan()
        .instrument()
        .scales()
        .indexOf(lookup.plan().instrument().scale(scale.scale()).orElseThrow());
  }

  /** How many cells a row has, without the {@link RowLookup#SLACK} bytes behind them. */
  public int size() {
    return size;
  }

  /** Where the cells of a form begin. */
  public int first(int form) {
    return parts[form].first;
  }

  /**
   * What the results of a student come to.
   *
   * @param students a table of one row for each form, of which only the student counts
   */
  public Kind kind(List<ResponseTable> students) {
    ScoreTable[][] all = new ScoreTable[parts.length][];
    long[][][] packed = new long[parts.length][][];
    boolean[][][] open = new boolean[parts.length][][];
    for (int form = 0; form < parts.length; form++) {
      Part part = parts[form];
      ResponseTable student = students.get(form);
      all[form] = IntStream.range(0, part.lookup.plan().instrument().scales().size())
          .mapToObj(scale -> part.results(scale, student))
          .toArray(ScoreTable[]::new);
      packed[form] = new long[part.scales.length][];
      open[form] = new boolean[part.scales.length][];
      for (int i = 0; i < part.scales.length; i++) {
        int scale = part.scales[i];
        ScoreTable results = all[form][scale];
        packed[form][i] = new long[results.rows()];
        open[form][i] = new boolean[results.rows()];
        for (int result = 0; result < results.rows(); result++) {
          packed[form][i][result] = level(results, result, scale) << part.shifts[i];
          open[form][i][result] = part.bounded[i] && results.band(result, scale).isEmpty();
        }
      }
    }
    return new Kind(List.copyOf(students), all, packed, open);
  }

  private static long level(ScoreTable results, int result, int scale) {
    boolean isScored = results.score(result, scale) instanceof ScaleScore.Scored;
    return results
        .band(result, scale)
        .map(band -> LEVEL + band.level())
        .orElse(isScored ? NO_LEVEL : 0);
  }

  /**
   * Scores and screens a student.
   *
   * @param cells the cells of all forms behind each other, from {@code from} on, each a declared code or a kind of
   *     missing other than not applicable, and {@link RowLookup#SLACK} bytes of anything
   * @param results takes for each form the number of the result of each scale
   */
  public Placement place(byte[] cells, int from, Kind kind, int[][] results) {
    for (int form = 0; form < parts.length; form++) {
      parts[form].lookup.score(cells, from + parts[form].first, results[form]);
    }
    return placeScored(cells, from, kind, results);
  }

  /** The same of results that are known. */
  public Placement placeScored(byte[] cells, int from, Kind kind, int[][] results) {
    long key = 0;
    boolean open = false;
    for (int form = 0; form < parts.length; form++) {
      Part part = parts[form];
      int first = from + part.first;
      long facts = facts(part, cells, first, kind.students.get(form), results[form]);
      long isBlank = isBlank(cells, first, part) ? 1 : 0;
      key |= (facts << 1 | isBlank) << part.shift;
      boolean isValid = (facts & 1) == 0;
      for (int i = 0; i < part.scales.length; i++) {
        int result = results[form][part.scales[i]];
        key |= kind.packed[form][i][result];
        open |= isValid && kind.open[form][i][result];
      }
    }
    if (open) {
      return ask(cells, from, kind);
    }
    return placements.get(key, unseen -> ask(cells, from, kind));
  }

  /** Whether nothing was answered: that is found at the first answer. */
  private static boolean isBlank(byte[] cells, int first, Part part) {
    for (int column : part.kept) {
      if (cells[first + column] >= ResponseSet.LOWEST_CODE) {
        return false;
      }
    }
    return true;
  }

  /** In this order of bits: whether the form is invalid, its alert, and the worst that unanswered items leave open. */
  private static long facts(
      Part part, byte[] cells, int first, ResponseTable student, int[] results) {
    long remainder = part.lookup.remainder(cells, first, results);
    return part.facts.get(
        remainder,
        unseen -> facts(part.lookup.plan().run(part.lookup.table(cells, first, student))));
  }

  private static long facts(ScoreTable scores) {
    Alert worst = scores.alert(0);
    for (CriticalItem item : scores.notKnown(0)) {
      worst = worst.orWorse(item.alert());
    }
    long invalid = scores.validity(0) == Validity.INVALID ? 1 : 0;
    return invalid | scores.alert(0).ordinal() << 1 | worst.ordinal() << 3;
  }

  private Placement ask(byte[] cells, int from, Kind kind) {
    Map<String, Form> forms = new LinkedHashMap<>();
    for (int form = 0; form < parts.length; form++) {
      Part part = parts[form];
      ResponseTable table = part.lookup.table(cells, from + part.first, kind.students.get(form));
      forms.put(
          part.lookup.plan().instrument().id(),
          new Form(table, part.lookup.plan().run(table), 0));
    }
    Outcome outcome = screener.screen(forms, Evidence.NONE);
    return new Placement(outcome.status(), outcome.tier(), outcome.alert(), outcome.rule());
  }
}
