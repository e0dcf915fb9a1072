package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Truth;

/** A comparison does not hold whatever the answer is. */
final class ConditionAlways implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    ConditionSpace space = new ConditionSpace(instrument, places);
    // The items of a run share one comparison.
    Set<Place> reported = new HashSet<>();
    for (ConditionUse use : ConditionUse.of(instrument)) {
      use.condition().walk().forEach(part -> {
        Place place = places.of(part, Places.COMPARED);
        if (space.foreseen(part) == Truth.YES && reported.add(place)) {
          found.add(error(
                  "condition.always",
                  place,
                  "%s: %s always holds, %s",
                  use.where(),
                  DefinitionWords.condition(part, instrument),
                  space.extent(part))
              .hint("correct the comparison"));
        }
      });
    }
    return found;
  }
}
