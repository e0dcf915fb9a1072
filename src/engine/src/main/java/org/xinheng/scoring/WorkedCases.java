package org.xinheng.scoring;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xinheng.definition.WorkedCase;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.NormSet;

/** Scores the worked cases of a questionnaire and compares. */
public final class WorkedCases {

  private static final Map<String, Missing> LETTERS = Map.of(
      "-", Missing.SKIPPED,
      "r", Missing.REFUSED,
      "u", Missing.UNKNOWN,
      "n", Missing.NOT_APPLICABLE,
      "e", Missing.NOT_REACHED);

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

  /** {@code 1;3}: options that were chosen together. */
  private static final Pattern SEVERAL = Pattern.compile("-?[0-9]{1,3}(;-?[0-9]{1,3})+");

  private final Instrument instrument;
  private final Map<PlanOptions, ScoringPlan> plans = new HashMap<>();
  private final List<Diagnostic> found = new ArrayList<>();

  private WorkedCases(Instrument instrument) {
    this.instrument = instrument;
  }

  /** What does not come out as a case expects, of cases that name no norm set; empty if all is well. */
  public static List<Diagnostic> run(Instrument instrument, List<WorkedCase> cases) {
    return run(instrument, cases, Map.of());
  }

  /**
   * What does not come out as a case expects; empty if all is well.
   *
   * @param norms by id, at least those that the cases name
   * @throws IllegalArgumentException if a norm set is not there or belongs to another questionnaire, or a system of
   *     cut-offs is not there
   */
  public static List<Diagnostic> run(
      Instrument instrument, List<WorkedCase> cases, Map<String, NormSet> norms) {
    WorkedCases run = new WorkedCases(instrument);
    cases.forEach(workedCase -> run.compare(workedCase, optionsOf(workedCase, norms)));
    return run.found;
  }

  private static PlanOptions optionsOf(WorkedCase workedCase, Map<String, NormSet> norms) {
    Optional<NormSet> set = workedCase
        .norms()
        .map(id -> Optional.ofNullable(norms.get(id))
            .orElseThrow(() -> new IllegalArgumentException("there is no norm set '" + id + "'")));
    return new PlanOptions(set, workedCase.bandSystems());
  }

  private void compare(WorkedCase workedCase, PlanOptions options) {
    int items = instrument.keptItems().size();
    if (workedCase.answers().size() != items) {
      found.add(error(
          "case.length",
          workedCase.place(),
          "case '%s' has %d answers for %d items",
          workedCase.name(),
          workedCase.answers().size(),
          items));
      return;
    }
    ScoreTable scores = plans
        .computeIfAbsent(options, chosen -> ScoringPlan.compile(instrument, chosen))
        .run(answers(workedCase));
    workedCase.scales().forEach((scale, expected) -> compare(workedCase, scale, expected, scores));
    workedCase
        .critical()
        .ifPresent(fired -> compare(
            workedCase,
            "critical",
            fired.toString(),
            scores.fired(0).stream().map(CriticalItem::id).toList().toString()));
    workedCase
        .alert()
        .ifPresent(alert -> compare(workedCase, "alert", alert, scores.alert(0).word()));
    workedCase
        .validity()
        .ifPresent(validity ->
            compare(workedCase, "validity", validity, scores.validity(0).word()));
  }

  private ResponseTable answers(WorkedCase workedCase) {
    ResponseTable table = new ResponseTable(instrument, 1);
    WorkedCase.Student student = workedCase.student();
    student.sex().ifPresent(sex -> table.sex(0, sex));
    student.grade().ifPresent(grade -> table.grade(0, grade));
    student.age().ifPresent(age -> table.age(0, age));
    student.informant().ifPresent(informant -> table.informant(0, informant));
    student.language().ifPresent(language -> table.language(0, language));
    student.region().ifPresent(region -> table.region(0, region));
    student.year().ifPresent(year -> table.year(0, year));
    List<Item> items = instrument.keptItems();
    for (int i = 0; i < items.size(); i++) {
      int column = table.column(items.get(i).id());
      String answer = workedCase.answers().get(i);
      Optional<Missing> missing = Optional.ofNullable(LETTERS.get(answer));
      if (missing.isPresent()) {
        table.setMissing(0, column, missing.get());
      } else if (SEVERAL.matcher(answer).matches()) {
        table.setChosen(
            0, column, Stream.of(answer.split(";")).map(Integer::valueOf).toList());
      } else if (NUMBER.matcher(answer).matches()) {
        table.setNumber(0, column, new BigDecimal(answer));
      } else {
        table.setMissing(0, column, Missing.UNDECLARED);
      }
    }
    workedCase.seconds().ifPresent(seconds -> table.seconds(0, seconds.doubleValue()));
    return table;
  }

  private void compare(
      WorkedCase workedCase, String id, WorkedCase.Expected expected, ScoreTable scores) {
    if (instrument.classification(id).isPresent()) {
      compareClassification(workedCase, id, expected, scores);
    } else if (instrument.scale(id).isPresent()) {
      compareScale(workedCase, id, expected, scores);
    } else {
      found.add(error(
          "case.unknown-scale",
          workedCase.place(),
          "case '%s' expects scale '%s', which is not defined",
          workedCase.name(),
          id));
    }
  }

  private void compareClassification(
      WorkedCase workedCase, String id, WorkedCase.Expected expected, ScoreTable scores) {
    expected
        .outcome()
        .ifPresent(outcome -> compare(
            workedCase,
            id,
            outcome,
            scores.outcome(0, id).map(Classification.Outcome::id).orElse("not classified")));
    compareLevel(workedCase, id, expected, scores);
    expected
        .reason()
        .ifPresent(reason -> compare(
            workedCase,
            id + " reason",
            reason,
            scores.classification(0, id) instanceof ClassificationResult.NotClassified none
                ? none.reason().word()
                : "none"));
  }

  private void compareScale(
      WorkedCase workedCase, String scale, WorkedCase.Expected expected, ScoreTable scores) {
    ScaleScore score = scores.score(0, scale);
    expected
        .value()
        .ifPresent(value -> compare(
            workedCase,
            scale,
            Numbers.plain(value.doubleValue()),
            score instanceof ScaleScore.Scored scored
                ? Numbers.plain(scored.value())
                : "no score"));
    expected
        .standardError()
        .ifPresent(error -> compare(
            workedCase,
            scale + " standard error",
            Numbers.plain(error.doubleValue()),
            standardError(scores.standardError(0, scale))));
    expected
        .band()
        .ifPresent(band -> compare(
            workedCase,
            scale + " band",
            band,
            scores.band(0, scale).map(Band::id).orElse("none")));
    compareLevel(workedCase, scale, expected, scores);
    compareNorms(workedCase, scale, expected, scores);
    expected
        .answered()
        .ifPresent(answered -> compare(
            workedCase,
            scale + " answered",
            answered.toString(),
            Integer.toString(score.answered())));
    expected
        .status()
        .ifPresent(status -> compare(workedCase, scale + " status", status, status(score)));
    expected
        .reason()
        .ifPresent(reason -> compare(
            workedCase,
            scale + " reason",
            reason,
            score instanceof ScaleScore.NotScored none ? none.reason().word() : "none"));
  }

  private void compareLevel(
      WorkedCase workedCase, String id, WorkedCase.Expected expected, ScoreTable scores) {
    expected
        .level()
        .ifPresent(level -> compare(
            workedCase,
            id + " level",
            level.toString(),
            scores.level(0, id).map(found -> found.toString()).orElse("none")));
  }

  private void compareNorms(
      WorkedCase workedCase, String scale, WorkedCase.Expected expected, ScoreTable scores) {
    int index = instrument.scales().indexOf(instrument.scale(scale).orElseThrow());
    new TreeMap<>(expected.standard()).forEach((score, value) -> {
      OptionalDouble standard = scores.standard(0, index, score);
      compare(
          workedCase,
          scale + " " + score.word(),
          Numbers.plain(value.doubleValue()),
          standard.isPresent() ? Numbers.plain(standard.getAsDouble()) : "none");
    });
    expected
        .norm()
        .ifPresent(group -> compare(
            workedCase,
            scale + " norm",
            group,
            scores.normGroup(0, index).map(NormSet.Group::id).orElse("none")));
    expected
        .notNormed()
        .ifPresent(reason -> compare(
            workedCase,
            scale + " not-normed",
            reason,
            scores.notNormed(0, index).map(NotNormedReason::word).orElse("none")));
  }

  private static String standardError(OptionalDouble error) {
    return error.isPresent() ? Numbers.plain(error.getAsDouble()) : "none";
  }

  private static String status(ScaleScore score) {
    if (score instanceof ScaleScore.Scored scored) {
      return scored.prorated() ? "prorated" : "scored";
    }
    return "not-scored";
  }

  private void compare(WorkedCase workedCase, String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      found.add(error(
              "case.failed",
              workedCase.place(),
              "case '%s': %s is %s, expected %s",
              workedCase.name(),
              what,
              actual,
              expected)
          .hint("expected by: %s", workedCase.origin()));
    }
  }
}
