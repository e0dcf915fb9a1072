package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;

/** Every outcome of a classification has an id of its own. */
final class ClassificationOutcomeTwice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Classification classification : instrument.classifications()) {
      Set<String> seen = new HashSet<>();
      for (Classification.Outcome outcome : classification.outcomes()) {
        if (places.isSound(outcome) && !seen.add(outcome.id())) {
          found.add(error(
                  "classification.outcome-twice",
                  places.of(outcome, "id"),
                  "outcome '%s' stands twice in classification '%s'",
                  outcome.id(),
                  classification.id())
              .hint("give it another id, or join the two with 'any'"));
        }
      }
    }
    return found;
  }
}
