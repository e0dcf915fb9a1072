package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;

/** Every outcome of a classification can be the result. */
final class ClassificationUnreachable implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    ConditionSpace space = new ConditionSpace(instrument, places);
    for (Classification classification : instrument.classifications()) {
      boolean fits = classification.outcomes().size() <= Classification.MOST_OUTCOMES;
      if (places.isSound(classification) && fits) {
        check(classification, space, places, found);
      }
    }
    return found;
  }

  private static void check(
      Classification classification, ConditionSpace space, Places places, List<Diagnostic> found) {
    List<Condition> conditions =
        classification.outcomes().stream().map(Classification.Outcome::when).toList();
    boolean[] reached = space.reached(conditions);
    for (int i = 0; i < reached.length; i++) {
      Classification.Outcome outcome = classification.outcomes().get(i);
      if (!reached[i] || conditions.indexOf(outcome.when()) < i) {
        found.add(error(
                "classification.unreachable",
                places.of(outcome, "when"),
                "nobody gets to outcome '%s' of classification '%s'",
                outcome.id(),
                classification.id())
            .hint("its condition never holds, or never where the earlier ones do not; correct it,"
                + " or move the outcome up"));
      }
    }
  }
}
