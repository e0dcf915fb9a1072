package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;

/** The response set of every item is defined. */
final class ItemUnknownResponses implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<Place> reported = new HashSet<>();
    // Where nothing is defined, that is the fault.
    if (instrument.responseSets().isEmpty()) {
      return found;
    }
    for (Item item : instrument.items()) {
      Place place = places.of(item, "responses");
      boolean unknown = places.isSound(item)
          && !item.isInformation()
          && instrument.responsesOf(item).isEmpty();
      // The items of a run share one place.
      if (unknown && reported.add(place)) {
        found.add(error(
                "item.unknown-responses",
                place,
                "item '%s' uses the response set '%s', which is not defined",
                item.id(),
                item.responses().orElse(""))
            .hint("%s", Names.ofResponseSets(instrument)));
      }
    }
    return found;
  }
}
