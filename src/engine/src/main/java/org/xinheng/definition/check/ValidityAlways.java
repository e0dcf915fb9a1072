package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;

/** A validity index is not met by every form. */
final class ValidityAlways implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    PossibleScores possible = new PossibleScores(instrument, places::isSound);
    for (ValidityIndex index : instrument.validity()) {
      if (!places.isSound(index)) {
        continue;
      }
      if (index.condition() instanceof ValidityIndex.Condition.ScaleAtOrAbove condition) {
        instrument
            .scale(condition.scale())
            .flatMap(possible::values)
            .filter(range -> !range.startsBelow(condition.atOrAbove()))
            .ifPresent(range -> found.add(error(
                    "validity.always",
                    places.of(condition, "at-or-above"),
                    "validity index '%s' is always met: scale '%s' starts at %s",
                    index.id(),
                    condition.scale(),
                    range.lowestText())
                .hint("correct 'at-or-above'")));
      }
      if (index.condition() instanceof ValidityIndex.Condition.SameAnswer same
          && same.items().size() < 2) {
        found.add(error(
                "validity.always",
                places.of(same, "same-answer"),
                "validity index '%s' is always met: it compares fewer than two items",
                index.id())
            .hint("list the items that it compares"));
      }
    }
    return found;
  }
}
