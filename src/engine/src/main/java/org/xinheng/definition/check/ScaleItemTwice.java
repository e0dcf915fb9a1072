package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Scale;

/** An item counts once in a scale. */
final class ScaleItemTwice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      Set<String> seen = new HashSet<>();
      for (Key key : ItemUse.keys(scale, places)) {
        if (!seen.add(key.item())) {
          found.add(error(
                  "scale.item-twice",
                  places.of(key),
                  "scale '%s' counts item '%s' twice",
                  scale.id(),
                  key.item())
              .hint("name it once; 'weights: {%s: 2}' doubles it", key.item()));
        }
      }
    }
    return found;
  }
}
