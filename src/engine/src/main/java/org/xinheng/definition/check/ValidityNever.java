package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;

/** A validity index can be met. */
final class ValidityNever implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    PossibleScores possible = new PossibleScores(instrument, places::isSound);
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index)) {
        highest(index.condition(), instrument, possible)
            .ifPresent(highest -> found.add(error(
                    "validity.never",
                    places.of(index.condition(), "at-or-above"),
                    "validity index '%s' can never be met: %s",
                    index.id(),
                    highest)
                .hint("correct 'at-or-above'")));
      }
    }
    return found;
  }

  /** What the condition falls short of; empty if it can be met. */
  private static Optional<String> highest(
      ValidityIndex.Condition condition, Instrument instrument, PossibleScores possible) {
    if (condition instanceof ValidityIndex.Condition.ScaleAtOrAbove scale) {
      return instrument
          .scale(scale.scale())
          .flatMap(possible::values)
          .filter(range -> range.endsBelow(scale.atOrAbove()))
          .map(range -> "scale '" + scale.scale() + "' ends at " + range.highestText() + ", below "
              + scale.atOrAbove().toPlainString());
    }
    if (condition instanceof ValidityIndex.Condition.UnansweredAtOrAbove unanswered) {
      int items = unanswered.items().size();
      return items < unanswered.atOrAbove()
          ? Optional.of("it asks for " + unanswered.atOrAbove() + " of " + items + " items")
          : Optional.empty();
    }
    return Optional.empty();
  }
}
