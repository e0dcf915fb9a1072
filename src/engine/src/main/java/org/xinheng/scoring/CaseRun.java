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
public final class CaseRun {

  private static final Map<String, Missing> LETTERS = Map.of(
      "-", Missing.SKIPPED,
      "r", Missing.REFUSED,
      "u", Missing.UNKNOWN,
      "n", Missing.NOT_APPLICABLE,
      "e", Missing.NOT_REACHED);

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

  /** {@code 1;3}: options that were chosen together. */
  private static final Pattern SEVERAL = Pattern.compile("-?[0-9]{1,3}(;-?[0-9]{1,3})+");

  private final WorkedCase workedCase;
  private final ScoreTable scores;
  private final int row;
  private final List<Diagnostic> found = new ArrayList<>();

  private CaseRun(WorkedCase workedCase, ScoreTable scores, int row) {
    this.workedCase = workedCase;
    this.scores = scores;
    this.row = row;
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
    int items = instrument.keptItems().size();
    Map<PlanOptions, ScoringPlan> plans = new HashMap<>();
    List<Diagnostic> found = new ArrayList<>();
    for (WorkedCase workedCase : cases) {
      if (workedCase.answers().size() != items) {
        found.add(error(
            "case.length",
            workedCase.place(),
            "case '%s' has %d answers for %d items",
            workedCase.name(),
            workedCase.answers().size(),
            items));
      } else {
        ScoreTable scores = plans
            .computeIfAbsent(
                options(workedCase, norms), chosen -> ScoringPlan.compile(instrument, chosen))
            .run(answers(instrument, List.of(workedCase)));
        found.addAll(failures(workedCase, scores, 0));
      }
    }
    return found;
  }

  /**
   * With what a case is scored.
   *
   * @param norms by id, at least the one that the case names
   * @throws IllegalArgumentException if its norm set is not there
   */
  public static PlanOptions options(WorkedCase workedCase, Map<String, NormSet> norms) {
    Optional<NormSet> set = workedCase
        .norms()
        .map(id -> Optional.ofNullable(norms.get(id))
            .orElseThrow(() -> new IllegalArgumentException("there is no norm set '" + id + "'")));
    return new PlanOptions(set, workedCase.bandSystems());
  }

  /**
   * The answers of cases, a row each.
   *
   * @param cases each with as many answers as the questionnaire has items whose answers are kept
   */
  public static ResponseTable answers(Instrument instrument, List<WorkedCase> cases) {
    ResponseTable table = new ResponseTable(instrument, cases.size());
    int[] columns =
        instrument.keptItems().stream().map(Item::id).mapToInt(table::column).toArray();
    for (int row = 0; row < cases.size(); row++) {
      for (int i = 0; i < columns.length; i++) {
        answer(table, row, columns[i], cases.get(row).answers().get(i));
      }
      student(table, row, cases.get(row).student());
      int of = row;
      cases.get(row).seconds().ifPresent(seconds -> table.seconds(of, seconds.doubleValue()));
    }
    return table;
  }

  private static void answer(ResponseTable table, int row, int column, String answer) {
    Optional<Missing> missing = Optional.ofNullable(LETTERS.get(answer));
    if (missing.isPresent()) {
      table.setMissing(row, column, missing.get());
    } else if (NUMBER.matcher(answer).matches()) {
      table.setNumber(row, column, new BigDecimal(answer));
    } else if (SEVERAL.matcher(answer).matches()) {
      table.setChosen(
          row, column, Stream.of(answer.split(";")).map(Integer::valueOf).toList());
    } else {
      table.setMissing(row, column, Missing.UNDECLARED);
    }
  }

  private static void student(ResponseTable table, int row, WorkedCase.Student student) {
    student.sex().ifPresent(sex -> table.sex(row, sex));
    student.age().ifPresent(age -> table.age(row, age));
    student.grade().ifPresent(grade -> table.grade(row, grade));
    student.informant().ifPresent(informant -> table.informant(row, informant));
    student.language().ifPresent(language -> table.language(row, language));
    student.region().ifPresent(region -> table.region(row, region));
    student.year().ifPresent(year -> table.year(row, year));
  }

  /** What does not come out in the row of a case; empty if all is well. */
  public static List<Diagnostic> failures(WorkedCase workedCase, ScoreTable scores, int row) {
    CaseRun comparison = new CaseRun(workedCase, scores, row);
    comparison.compare();
    return comparison.found;
  }

  private void compare() {
    workedCase.scales().forEach(this::compare);
    workedCase
        .critical()
        .ifPresent(fired -> compare(
            "critical",
            fired.toString(),
            scores.fired(row).stream().map(CriticalItem::id).toList().toString()));
    workedCase
        .alert()
        .ifPresent(alert -> compare("alert", alert, scores.alert(row).word()));
    workedCase
        .validity()
        .ifPresent(
            validity -> compare("validity", validity, scores.validity(row).word()));
  }

  private void compare(String id, WorkedCase.Expected expected) {
    Instrument instrument = scores.plan().instrument();
    if (instrument.classification(id).isPresent()) {
      compareClassification(id, expected);
    } else if (instrument.scale(id).isPresent()) {
      compareScale(id, expected);
    } else {
      found.add(error(
          "case.unknown-scale",
          workedCase.place(),
          "case '%s' expects scale '%s', which is not defined",
          workedCase.name(),
          id));
    }
  }

  private void compareClassification(String id, WorkedCase.Expected expected) {
    Optional<Classification.Outcome> outcome = scores.outcome(row, id);
    expected
        .outcome()
        .ifPresent(expect ->
            compare(id, expect, outcome.map(Classification.Outcome::id).orElse("not classified")));
    compareLevel(id, expected);
    expected
        .reason()
        .ifPresent(reason -> compare(
            id + " reason",
            reason,
            scores.classification(row, id) instanceof ClassificationResult.NotClassified none
                ? none.reason().word()
                : "none"));
  }

  private void compareScale(String scale, WorkedCase.Expected expected) {
    ScaleScore score = scores.score(row, scale);
    Optional<Band> band = scores.band(row, scale);
    expected
        .value()
        .ifPresent(value -> compare(
            scale,
            Numbers.plain(value.doubleValue()),
            score instanceof ScaleScore.Scored scored
                ? Numbers.plain(scored.value())
                : "no score"));
    expected
        .standardError()
        .ifPresent(error -> compare(
            scale + " standard error",
            Numbers.plain(error.doubleValue()),
            standardError(scores.standardError(row, scale))));
    expected
        .band()
        .ifPresent(id -> compare(scale + " band", id, band.map(Band::id).orElse("none")));
    compareLevel(scale, expected);
    compareNorms(scale, expected);
    expected
        .answered()
        .ifPresent(answered ->
            compare(scale + " answered", answered.toString(), Integer.toString(score.answered())));
    expected.status().ifPresent(status -> compare(scale + " status", status, status(score)));
    expected
        .reason()
        .ifPresent(reason -> compare(
            scale + " reason",
            reason,
            score instanceof ScaleScore.NotScored none ? none.reason().word() : "none"));
  }

  private void compareLevel(String id, WorkedCase.Expected expected) {
    expected
        .level()
        .ifPresent(level -> compare(
            id + " level",
            level.toString(),
            scores.level(row, id).map(found -> found.toString()).orElse("none")));
  }

  private void compareNorms(String scale, WorkedCase.Expected expected) {
    Instrument instrument = scores.plan().instrument();
    int index = instrument.scaleNumber(scale);
    new TreeMap<>(expected.standard()).forEach((score, value) -> {
      OptionalDouble standard = scores.standard(row, index, score);
      compare(
          scale + " " + score.word(),
          Numbers.plain(value.doubleValue()),
          standard.isPresent() ? Numbers.plain(standard.getAsDouble()) : "none");
    });
    expected
        .norm()
        .ifPresent(group -> compare(
            scale + " norm",
            group,
            scores.normGroup(row, index).map(NormSet.Group::id).orElse("none")));
    expected
        .notNormed()
        .ifPresent(reason -> compare(
            scale + " not-normed",
            reason,
            scores.notNormed(row, index).map(NotNormedReason::word).orElse("none")));
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

  private void compare(String what, String expected, String actual) {
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
