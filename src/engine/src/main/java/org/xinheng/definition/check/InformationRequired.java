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

/** What takes no answer requires none. */
final class InformationRequired implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<Place> reported = new HashSet<>();
    for (Item item : instrument.items()) {
      boolean fault = places.isSound(item) && item.isInformation() && item.required();
      // The items of a run share one place.
      if (fault && reported.add(places.of(item))) {
        found.add(error(
                "item.required-information",
                places.of(item, "required"),
                "item '%s' is information, and an answer to it cannot be required",
                item.id())
            .hint("take out 'required', or name its 'responses'"));
      }
    }
    return found;
  }
}
