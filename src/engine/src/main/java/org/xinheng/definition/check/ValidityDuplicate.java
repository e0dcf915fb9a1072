package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;

/** Every validity index has an id of its own. */
final class ValidityDuplicate implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index) && !seen.add(index.id())) {
        found.add(error(
                "validity.duplicate",
                places.of(index, "id"),
                "two validity indices are called '%s'",
                index.id())
            .hint("give each its own id"));
      }
    }
    return found;
  }
}
