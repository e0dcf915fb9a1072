package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;

/** Everybody has an outcome: the last one of a classification holds always. */
final class ClassificationNotTotal implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Classification classification : instrument.classifications()) {
      if (places.isSound(classification)) {
        Classification.Outcome last =
            classification.outcomes().get(classification.outcomes().size() - 1);
        if (!last.when().equals(Condition.always())) {
          found.add(error(
                  "classification.not-total",
                  places.of(last, "when"),
                  "classification '%s' leaves those without an outcome for whom '%s' does not hold",
                  classification.id(),
                  last.id())
              .hint("end with an outcome whose 'when' is {}"));
        }
      }
    }
    return found;
  }
}
