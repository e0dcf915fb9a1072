package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.xinheng.definition.WorkedCase;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Transform;
import org.xinheng.scoring.CaseRun;
import org.xinheng.scoring.ClassificationResult;
import org.xinheng.scoring.PlanOptions;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/**
 * A questionnaire with its worked cases, and with forms that show it from all sides. Cases are tried with the norms and
 * the systems of cut-offs that they name, and so are the forms.
 */
final class Rehearsal {

  private final Instrument instrument;
  private final List<WorkedCase> cases;
  private final List<Sheet> sheets;
  private final List<Integer> complete;
  private final List<Trial> trials = new ArrayList<>();

  /**
   * @param norms by id, at least those that the cases name
   */
  Rehearsal(Instrument instrument, List<WorkedCase> cases, Map<String, NormSet> norms) {
    this.instrument = instrument;
    this.cases = cases;
    sheets = Sheets.of(instrument);
    ResponseTable table =
        CaseRun.answers(instrument, sheets.stream().map(Sheet::asCase).toList());
    complete = IntStream.range(0, sheets.size())
        .filter(row -> sheets.get(row).isComplete())
        .boxed()
        .toList();
    Map<PlanOptions, List<Integer>> rows = new LinkedHashMap<>();
    for (int row = 0; row < cases.size(); row++) {
      rows.computeIfAbsent(CaseRun.options(cases.get(row), norms), any -> new ArrayList<>())
          .add(row);
    }
    rows.forEach((options, own) -> trials.add(new Trial(options, own, table)));
  }

  /** What is scored with the same options. */
  private final class Trial {

    /** The cases of this trial, by their place among all. */
    final List<Integer> own;

    final ResponseTable answers;
    final ResponseTable table;
    final ScoringPlan plan;
    final ScoreTable scores;

    Trial(PlanOptions options, List<Integer> own, ResponseTable table) {
      this.own = own;
      this.table = table;
      answers = CaseRun.answers(instrument, own.stream().map(cases::get).toList());
      plan = ScoringPlan.compile(instrument, options);
      scores = plan.run(table);
    }

    /** The plan of a mutant; empty if it cannot be compiled, which the checker would say. */
    Optional<ScoringPlan> compile(Mutant mutant) {
      try {
        return Optional.of(plan.recompile(mutant.instrument()));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }

    boolean notices(Mutant mutant) {
      return compile(mutant)
          .map(plan -> {
            ScoreTable mutated = plan.run(answers.as(mutant.instrument()));
            return IntStream.range(0, own.size()).anyMatch(i -> fails(i, mutated));
          })
          .orElse(true);
    }

    boolean notices(Mutant mutant, int row) {
      return compile(mutant)
          .map(plan -> fails(own.indexOf(row), plan.run(answers.as(mutant.instrument()))))
          .orElse(true);
    }

    private boolean fails(int i, ScoreTable mutated) {
      return !CaseRun.failures(cases.get(own.get(i)), mutated, i).isEmpty();
    }

    /** What the cases of this trial write beside their answers. */
    String inWords() {
      WorkedCase first = cases.get(own.get(0));
      return first.norms().map(id -> ", norms: " + id).orElse("")
          + (first.bandSystems().isEmpty()
              ? ""
              : ", bands: " + new TreeMap<>(first.bandSystems()).toString().replace("=", ": "));
    }
  }

  Instrument instrument() {
    return instrument;
  }

  /** Whether a case fails with the mutant. */
  boolean isNoticed(Mutant mutant) {
    return trials.stream().anyMatch(trial -> trial.notices(mutant));
  }

  /** Whether one of the cases, by its row, fails with the mutant. */
  boolean isNoticed(Mutant mutant, int row) {
    return trials.stream()
        .filter(trial -> trial.own.contains(row))
        .allMatch(trial -> trial.notices(mutant, row));
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

  /** The forms, by number, that the mutant scores in another way: those of the first trial, of the second, and so on. */
  BitSet tellApart(Mutant mutant) {
    BitSet forms = new BitSet();
    for (int number = 0; number < trials.size(); number++) {
      Trial trial = trials.get(number);
      ScoreTable others =
          trial.compile(mutant).orElseThrow().run(trial.table.as(mutant.instrument()));
      for (int row = 0; row < sheets.size(); row++) {
        forms.set(number * sheets.size() + row, !sameResults(trial.scores, others, row));
      }
    }
    return forms;
  }

  boolean isComplete(int form) {
    return sheets.get(form % sheets.size()).isComplete();
  }

  /** A form as a worked case writes it. */
  String inWords(int form) {
    return sheets.get(form % sheets.size()).inWords()
        + trials.get(form / sheets.size()).inWords();
  }

  /** Whether everything that a case can state of a row is the same. */
  private boolean sameResults(ScoreTable scores, ScoreTable others, int row) {
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

  /** The outcome with its level, or why there is none; which outcomes are then left, no case can state. */
  private static String outcome(ScoreTable of, int row, Classification classification) {
    ClassificationResult result = of.classification(row, classification.id());
    if (result instanceof ClassificationResult.NotClassified not) {
      return not.reason().word();
    }
    Classification.Outcome outcome = result.possible().get(0);
    return outcome.id() + " " + outcome.level();
  }

  private static String band(ScoreTable of, int row, int scale) {
    return of.band(row, scale).map(band -> band.id() + " " + band.level()).orElse("");
  }

  private static List<String> fired(ScoreTable of, int row) {
    return of.fired(row).stream().map(CriticalItem::id).toList();
  }

  /** The values of a stage of a scale that complete forms give. */
  NavigableSet<BigDecimal> values(Scale scale, Bands.Stage stage) {
    int index = instrument.scales().indexOf(scale);
    NavigableSet<BigDecimal> values = new TreeSet<>();
    for (Trial trial : trials) {
      ScoreTable staged = stage == Bands.Stage.RAW ? raw(trial, scale) : trial.scores;
      for (int row : complete) {
        OptionalDouble value = stage
            .standard()
            .map(standard -> staged.standard(row, index, standard))
            .orElseGet(() -> staged.value(row, scale.id()));
        value.ifPresent(number -> values.add(BigDecimal.valueOf(number)));
      }
    }
    return values;
  }

  private ScoreTable raw(Trial trial, Scale scale) {
    Instrument unrounded = Draft.of(instrument, scale, draft -> draft.transform(Transform.NONE));
    return trial.plan.recompile(unrounded).run(trial.table.as(unrounded));
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
