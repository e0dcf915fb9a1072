package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.xinheng.definition.WorkedCase;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.scoring.CaseRun;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/** A questionnaire with its worked cases, and with forms that show it from all sides. */
final class Rehearsal {

  private final Instrument instrument;
  private final List<WorkedCase> cases;
  private final ResponseTable answers;
  private final List<Sheet> sheets;
  private final ResponseTable table;
  private final List<Integer> complete;
  private final ScoringPlan plan;
  private final ScoreTable scores;

  Rehearsal(Instrument instrument, List<WorkedCase> cases) {
    this.instrument = instrument;
    this.cases = cases;
    answers = CaseRun.answers(instrument, cases);
    sheets = Sheets.of(instrument);
    table = CaseRun.answers(instrument, sheets.stream().map(Sheet::asCase).toList());
    complete = IntStream.range(0, sheets.size())
        .filter(row -> sheets.get(row).isComplete())
        .boxed()
        .toList();
    plan = ScoringPlan.compile(instrument);
    scores = plan.run(table);
  }

  Instrument instrument() {
    return instrument;
  }

  Sheet sheet(int row) {
    return sheets.get(row);
  }

  /** The plan of a mutant; empty if its numbers leave 64 bits, which the checker would say. */
  private Optional<ScoringPlan> compile(Mutant mutant) {
    try {
      return Optional.of(plan.recompile(mutant.instrument()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether a case fails with the mutant. */
  boolean isNoticed(Mutant mutant) {
    return compile(mutant)
        .map(plan -> {
          ScoreTable mutated = plan.run(answers.as(mutant.instrument()));
          return cases().anyMatch(row -> fails(row, mutated));
        })
        .orElse(true);
  }

  /** Whether one of the cases, by its row, fails with the mutant. */
  boolean isNoticed(Mutant mutant, int row) {
    return compile(mutant)
        .map(plan -> fails(row, plan.run(answers.as(mutant.instrument()))))
        .orElse(true);
  }

  private boolean fails(int row, ScoreTable mutated) {
    return !CaseRun.failures(cases.get(row), mutated, row).isEmpty();
  }

  /** The rows of the cases. */
  IntStream cases() {
    return IntStream.range(0, cases.size());
  }

  /**
   * What a case answers to each item, with all else that decides what the answer gives to a scale: the item's responses,
   * and the item itself if skip logic may leave it out.
   */
  Map<String, String> answers(int row) {
    Map<String, String> byItem = new HashMap<>();
    List<Item> items = instrument.keptItems();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      String answer = cases.get(row).answers().get(i);
      String shown = instrument.visibleWhen(item).isEmpty() ? "" : item.id();
      byItem.put(item.id(), item.responses().orElseThrow() + " " + answer + " " + shown);
    }
    return byItem;
  }

  /** The sheets that the mutant scores in another way. */
  BitSet tellApart(Mutant mutant) {
    ScoreTable others = compile(mutant).orElseThrow().run(table.as(mutant.instrument()));
    BitSet rows = new BitSet();
    for (int row = 0; row < sheets.size(); row++) {
      rows.set(row, !sameResults(others, row));
    }
    return rows;
  }

  /** Whether everything that a case can state of a row is the same. */
  private boolean sameResults(ScoreTable others, int row) {
    for (int scale = 0; scale < instrument.scales().size(); scale++) {
      boolean same = scores.score(row, scale).equals(others.score(row, scale))
          && scores.standardError(row, scale).equals(others.standardError(row, scale))
          && band(scores, row, scale).equals(band(others, row, scale));
      if (!same) {
        return false;
      }
    }
    for (Classification classification : instrument.classifications()) {
      if (!outcome(scores, row, classification).equals(outcome(others, row, classification))) {
        return false;
      }
    }
    return scores.alert(row) == others.alert(row)
        && scores.validity(row) == others.validity(row)
        && fired(scores, row).equals(fired(others, row));
  }

  private static Object outcome(ScoreTable of, int row, Classification classification) {
    return of.outcome(row, classification.id())
        .<Object>map(outcome -> outcome.id() + " " + outcome.level())
        .orElseGet(() -> of.classification(row, classification.id()));
  }

  private static String band(ScoreTable of, int row, int scale) {
    return of.band(row, scale).map(band -> band.id() + " " + band.level()).orElse("");
  }

  private static List<String> fired(ScoreTable of, int row) {
    return of.fired(row).stream().map(CriticalItem::id).toList();
  }

  /** The values of a stage of a scale that complete forms give. */
  NavigableSet<BigDecimal> values(Scale scale, Bands.Stage stage) {
    ScoreTable staged = stage == Bands.Stage.RAW ? raw(scale) : scores;
    NavigableSet<BigDecimal> values = new TreeSet<>();
    complete.forEach(row ->
        staged.value(row, scale.id()).ifPresent(value -> values.add(BigDecimal.valueOf(value))));
    return values;
  }

  private ScoreTable raw(Scale scale) {
    Instrument unrounded = Draft.of(instrument, scale, draft -> {
      draft.multiplier = BigDecimal.ONE;
      draft.rounding = Rounding.NONE;
    });
    return plan.recompile(unrounded).run(table.as(unrounded));
  }

  /**
   * An edge with a value on the wrong side.
   *
   * @param edge where the mistaken edge lies
   * @param value the value that is on its wrong side
   * @param below whether the value belongs below the edge
   */
  record Slip(BigDecimal edge, BigDecimal value, boolean below) {}

  /** The two nearest mistakes about an edge: the last value below it, or the first at or above it, changes sides. */
  static List<Slip> slips(BigDecimal edge, NavigableSet<BigDecimal> values) {
    List<Slip> slips = new ArrayList<>();
    BigDecimal below = values.lower(edge);
    if (below != null) {
      BigDecimal next = values.lower(below);
      slips.add(new Slip(
          between(next == null ? below.subtract(BigDecimal.ONE) : next, below), below, true));
    }
    BigDecimal above = values.ceiling(edge);
    if (above != null) {
      BigDecimal next = values.higher(above);
      slips.add(
          new Slip(between(above, next == null ? above.add(BigDecimal.ONE) : next), above, false));
    }
    return slips;
  }

  /** A number above the one and at most the other, with as few decimals as there may be. */
  private static BigDecimal between(BigDecimal above, BigDecimal atMost) {
    int decimals = 0;
    BigDecimal candidate = atMost.setScale(decimals, RoundingMode.FLOOR);
    while (candidate.compareTo(above) <= 0) {
      decimals++;
      candidate = atMost.setScale(decimals, RoundingMode.FLOOR);
    }
    return candidate;
  }

  /** The values on both sides of one that is written in a definition, by one unit of its last digit. */
  static List<BigDecimal> neighbours(BigDecimal value) {
    return List.of(value.subtract(value.ulp()), value.add(value.ulp()));
  }

  /** How warnings name a scale. */
  static String part(Scale scale) {
    return "scale '" + scale.id() + "'";
  }
}
