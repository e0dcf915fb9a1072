package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;

/** There are at least two answers to choose from. */
final class ResponsesTooFew implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ResponseSet set : instrument.responseSets()) {
      if (places.isSound(set) && offersOptions(set) && set.options().size() < 2) {
        found.add(error(
                "responses.too-few",
                places.of(set, "options"),
                "response set '%s' needs at least two options, and has %d",
                set.id(),
                set.options().size())
            .hint("declare every answer that can be given, with its code"));
      }
    }
    return found;
  }

  private static boolean offersOptions(ResponseSet set) {
    return set instanceof ResponseSet.Choice || set instanceof ResponseSet.SeveralChoices;
  }
}
