package org.xinheng.scoring;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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

  private final ScoringPlan plan;
  private final List<Diagnostic> found = new ArrayList<>();

  private WorkedCases(ScoringPlan plan) {
    this.plan = plan;
  }

  /** What does not come out as a case expects; empty if all is well. */
  public static List<Diagnostic> run(Instrument instrument, List<WorkedCase> cases) {
    WorkedCases run = new WorkedCases(ScoringPlan.compile(instrument));
    cases.forEach(run::compare);
    return run.found;
  }

  private void compare(WorkedCase workedCase) {
    int items = plan.instrument().keptItems().size();
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
    ScoreTable scores = plan.run(answers(workedCase));
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
    ResponseTable table = new ResponseTable(plan.instrument(), 1);
    List<Item> items = plan.instrument().keptItems();
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
    return table;
  }

  private void compare(
      WorkedCase workedCase, String id, WorkedCase.Expected expected, ScoreTable scores) {
    if (plan.instrument().classification(id).isPresent()) {
      compareClassification(workedCase, id, expected, scores);
    } else if (plan.instrument().scale(id).isPresent()) {
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
