package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Input;
import org.xinheng.policy.MissingScores;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.StateSpace;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.scoring.LevelBounds;
import org.xinheng.scoring.NumberMap;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.RowLookup;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.SheetScorer;
import org.xinheng.scoring.Validity;

/**
 * Screens students of whom nothing but plain rows of answers is known, one at a time: all that the policy depends on makes
 * a number, to which each scale adds, and each number is asked of the {@link Screener} once. For one thread.
 */
public final class OutcomeLookup {

  /** An outcome without its reasons, which depend on more. */
  public record Decision(
      Status status,
      Optional<Tier> tier,
      Optional<Tier> atLeast,
      Alert alert,
      Optional<String> rule) {

    /** As it would be generated; but that is linked when it is first asked, which takes long in a run of a second. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Decision decision
          && status == decision.status
          && alert == decision.alert
          && tier.equals(decision.tier)
          && atLeast.equals(decision.atLeast)
          && rule.equals(decision.rule);
    }

    @Override
    public int hashCode() {
      return List.of(status, tier, atLeast, alert, rule).hashCode();
    }

    public static Decision of(Outcome outcome) {
      return new Decision(
          outcome.status(), outcome.tier(), outcome.atLeast(), outcome.alert(), outcome.rule());
    }
  }

  /** More scales or forms would not fit their bits. */
  private static final int MOST_COUNTED = 60;

  private final Screener screener;
  private final SheetScorer scorer;
  private final Part[] parts;
  private final OutcomeTables tables;
  private final long[] facts;
  private final NumberMap numbers = new NumberMap();

  /** By number, of which all counts are only what the policy tells apart. */
  private final Map<Long, Integer> numbersOfTold = new HashMap<>();

  private final Map<Decision, Integer> numberOf = new HashMap<>();
  private final List<Decision> decisions = new ArrayList<>();

  /** A form in the rows of cells. */
  private static final class Part {

    private final RowLookup lookup;
    private final int first;
    /** The scales that the battery reads. */
    private final List<ScaleReference> references;

    private final int[] scales;

    /** Where their results stand among those of a row. */
    private final int[] places;

    /** By scale, what the results added that were asked for last. */
    private final Map<Integer, long[][]> adds = new HashMap<>();

    /** By the number of the remainder, what the form says beside its levels. */
    private long[] facts = {};

    Part(SheetScorer scorer, int form, List<ScaleReference> references) {
      this.lookup = scorer.lookups().get(form);
      this.first = scorer.first(form);
      Instrument instrument = lookup.plan().instrument();
      this.references = references;
      scales = new int[references.size()];
      places = new int[scales.length];
      for (int i = 0; i < scales.length; i++) {
        scales[i] = instrument.scaleNumber(references.get(i).scale());
        places[i] = scorer.firstResult(form) + scales[i];
      }
    }

    /** The worst level of a scale. */
    int worst(int scale) {
      return lookup
          .plan()
          .instrument()
          .levels(references.get(scale).scale())
          .max(Comparator.naturalOrder())
          .orElse(LevelBounds.OPEN.highest());
    }
  }

  /** Students who get the same scores for the same answers. Any lookup of the same battery and policy takes them. */
  public static final class Group {

    /** One row for each form, of which only the student counts. */
    private final List<ResponseTable> students;

    private final OutcomeTables.Adds adds;

    private Group(List<ResponseTable> students, OutcomeTables.Adds adds) {
      this.students = List.copyOf(students);
      this.adds = adds;
    }

    /** What the results of these students add. */
    public OutcomeTables.Adds adds() {
      return adds;
    }
  }

  private OutcomeLookup(Screener screener, SheetScorer scorer, Part[] parts) {
    this.screener = screener;
    this.scorer = scorer;
    this.parts = parts;
    facts = new long[parts.length];
    StateSpace states = new StateSpace(screener.policy());
    int[] highs = told(states.values(Input.HIGH_SCALES));
    int[] severes = told(states.values(Input.SEVERE_SCALES));
    List<OutcomeTables.Part> forms = new ArrayList<>();
    for (int form = 0; form < parts.length; form++) {
      Instrument instrument = parts[form].lookup.plan().instrument();
      forms.add(new OutcomeTables.Part(
          parts[form].first,
          instrument.keptColumns(),
          parts[form].places,
          screener.battery().primary().questionnaire().equals(instrument.id())));
    }
    tables = new OutcomeTables(
        forms,
        new int[] {
          OutcomeTables.HIGH,
          OutcomeTables.SEVERE,
          OutcomeTables.AT_WORST_HIGH,
          OutcomeTables.AT_WORST_SEVERE,
          OutcomeTables.SCORED_FORMS
        },
        new int[][] {
          highs, severes, highs, severes, told(states.values(Input.SCORED_QUESTIONNAIRES))
        });
  }

  /** @param values that are told apart, ascending from 0 */
  private static int[] told(List<Integer> values) {
    int[] told = new int[OutcomeTables.COUNTS];
    for (int value : values) {
      if (value < told.length) {
        Arrays.fill(told, value, told.length, value);
      }
    }
    return told;
  }

  /**
   * A lookup for the students of a battery; none if the battery reads classifications, or very many scales.
   *
   * @param scorer of all its questionnaires
   */
  public static Optional<OutcomeLookup> of(Screener screener, SheetScorer scorer) {
    List<RowLookup> lookups = scorer.lookups();
    Battery battery = screener.battery();
    Part[] parts = new Part[lookups.size()];
    for (int form = 0; form < parts.length; form++) {
      Instrument instrument = lookups.get(form).plan().instrument();
      List<ScaleReference> read = battery.banded().stream()
          .filter(scale -> scale.questionnaire().equals(instrument.id()))
          .distinct()
          .toList();
      if (read.stream().anyMatch(scale -> instrument.scale(scale.scale()).isEmpty())) {
        return Optional.empty();
      }
      parts[form] = new Part(scorer, form, read);
    }
    return battery.banded().size() <= MOST_COUNTED && parts.length <= MOST_COUNTED
        ? Optional.of(new OutcomeLookup(screener, scorer, parts))
        : Optional.empty();
  }

  /**
   * What the results of a student come to.
   *
   * @param students a table of one row for each form, of which only the student counts
   */
  public Group group(List<ResponseTable> students) {
    ScoreTable[][] results = new ScoreTable[parts.length][];
    for (int form = 0; form < parts.length; form++) {
      RowLookup lookup = parts[form].lookup;
      results[form] = new ScoreTable[lookup.plan().instrument().scales().size()];
      for (int scale : parts[form].scales) {
        results[form][scale] = lookup.resultsFor(students.get(form), scale);
      }
    }
    return group(students, results);
  }

  /**
   * What the results of a student come to.
   *
   * @param results by form and scale, as {@link RowLookup#resultsFor} gives them for the student
   */
  public Group group(List<ResponseTable> students, ScoreTable[][] results) {
    long[][][] ofValid = new long[parts.length][][];
    long[][][] ofInvalid = new long[parts.length][][];
    for (int form = 0; form < parts.length; form++) {
      Part part = parts[form];
      ofValid[form] = new long[part.scales.length][];
      ofInvalid[form] = new long[part.scales.length][];
      for (int scale = 0; scale < part.scales.length; scale++) {
        if (part.lookup.asksStudent(part.scales[scale]) || !part.adds.containsKey(scale)) {
          part.adds.put(scale, adds(form, scale, results[form][part.scales[scale]]));
        }
        long[][] adds = part.adds.get(scale);
        ofValid[form][scale] = adds[0];
        ofInvalid[form][scale] = adds[1];
      }
    }
    return new Group(students, new OutcomeTables.Adds(ofValid, ofInvalid));
  }

  /** By result, what it adds where the form is valid, and the same where it is invalid. */
  private long[][] adds(int form, int scale, ScoreTable results) {
    Part part = parts[form];
    ScaleReference reference = part.references.get(scale);
    boolean bounds = screener.policy().missing() == MissingScores.BOUNDED;
    boolean isOpen = bounds && !isImpactAlone(reference);
    int worst = bounds ? LevelBounds.OPEN.highest() : part.worst(scale);
    long ofNone = number(reference, Optional.empty(), worst);
    // There are few levels, and many results.
    long[] ofLevels = IntStream.rangeClosed(0, Math.max(worst, part.worst(scale)))
        .mapToLong(level -> number(reference, Optional.of(level), level))
        .toArray();
    long[] ofValid = new long[results.rows()];
    long[] ofInvalid = new long[results.rows()];
    for (int result = 0; result < results.rows(); result++) {
      long withoutScore =
          results.isScored(result, part.scales[scale]) ? 0 : 1L << OutcomeTables.WITHOUT_SCORE;
      Optional<Band> band = results.band(result, part.scales[scale]);
      ofInvalid[result] = withoutScore + ofNone;
      ofValid[result] = withoutScore
          + (band.isPresent() ? ofLevels[band.get().level()] : ofNone)
          + (isOpen && band.isEmpty() ? 1L << OutcomeTables.IS_OPEN : 0);
    }
    return new long[][] {ofValid, ofInvalid};
  }

  /** What a level adds to the number. */
  private long number(ScaleReference scale, Optional<Integer> level, int worst) {
    Battery battery = screener.battery();
    long number = 0;
    if (scale.equals(battery.primary())) {
      number += level.map(of -> of + 1L).orElse(0L) << OutcomeTables.PRIMARY;
    }
    if (battery.impact().filter(scale::equals).isPresent()) {
      number += (long) level.orElse(0) << OutcomeTables.IMPACT;
    }
    long times = battery.supporting().stream().filter(scale::equals).count();
    int known = level.orElse(0);
    number += times * (known >= Screener.HIGH ? 1L << OutcomeTables.HIGH : 0);
    number += times * (known >= Screener.SEVERE ? 1L << OutcomeTables.SEVERE : 0);
    number += times * (worst >= Screener.HIGH ? 1L << OutcomeTables.AT_WORST_HIGH : 0);
    number += times * (worst >= Screener.SEVERE ? 1L << OutcomeTables.AT_WORST_SEVERE : 0);
    return number;
  }

  private boolean isImpactAlone(ScaleReference scale) {
    Battery battery = screener.battery();
    return !battery.primary().equals(scale) && !battery.supporting().contains(scale);
  }

  /**
   * Screens the student whose row was scored last.
   *
   * @param cells as they were scored
   * @return the number of the decision
   */
  public int decide(byte[] cells, int from, Group group) {
    for (int form = 0; form < facts.length; form++) {
      facts[form] = facts(form);
    }
    long key = tables.number(scorer.row(), scorer.results(), facts, group.adds);
    if (key == OutcomeTables.OPEN) {
      return ask(cells, from, group);
    }
    int known = numbers.get(key);
    if (known == NumberMap.UNKNOWN) {
      known = numbersOfTold.computeIfAbsent(tables.told(key), unseen -> ask(cells, from, group));
      numbers.put(key, known);
    }
    return known;
  }

  /** How many different decisions there were so far; they are numbered from 0. */
  public int decisions() {
    return decisions.size();
  }

  public Decision decision(int number) {
    return decisions.get(number);
  }

  /** The same as {@link #decide} without the screener, as far as it was asked. */
  public OutcomeTables tables() {
    return tables;
  }

  private long facts(int form) {
    Part part = parts[form];
    int known = part.facts.length;
    if (scorer.remainder(form) >= known) {
      part.facts = Arrays.copyOf(part.facts, scorer.remainders(form));
      for (int number = known; number < part.facts.length; number++) {
        part.facts[number] = facts(scorer.remainder(form, number));
      }
    }
    return part.facts[scorer.remainder(form)];
  }

  /** What the one form of a table says beside its levels: whether it is invalid, its alert, and the worst that may be missing. */
  public static long facts(ScoreTable scores) {
    Alert worst = scores.alert(0);
    for (CriticalItem item : scores.notKnown(0)) {
      worst = worst.orWorse(item.alert());
    }
    return OutcomeTables.facts(
        scores.validity(0) == Validity.INVALID, scores.alert(0).ordinal(), worst.ordinal());
  }

  private int ask(byte[] cells, int from, Group group) {
    Decision decision = ask(cells, from, group.students);
    return numberOf.computeIfAbsent(decision, unseen -> {
      decisions.add(unseen);
      return decisions.size() - 1;
    });
  }

  /**
   * What the screener decides about a plain row.
   *
   * @param students a table of one row for each form, of which only the student counts
   */
  public Decision ask(byte[] cells, int from, List<ResponseTable> students) {
    Map<String, Form> forms = new LinkedHashMap<>();
    for (int form = 0; form < parts.length; form++) {
      Part part = parts[form];
      ResponseTable table = part.lookup.table(cells, from + part.first, students.get(form));
      forms.put(
          part.lookup.plan().instrument().id(),
          new Form(table, part.lookup.plan().run(table), 0));
    }
    return screener.decide(forms, Evidence.NONE);
  }
}
