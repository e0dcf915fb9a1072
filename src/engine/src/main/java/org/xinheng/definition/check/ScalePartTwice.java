package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;

/** A scale counts once in a composite. */
final class ScalePartTwice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      Set<String> seen = new HashSet<>();
      for (Keying.Part part : ItemUse.parts(scale, places)) {
        if (!seen.add(part.scale())) {
          found.add(error(
                  "scale.part-twice",
                  places.of(part),
                  "scale '%s' counts scale '%s' twice",
                  scale.id(),
                  part.scale())
              .hint("name it once"));
        }
      }
    }
    return found;
  }
}
