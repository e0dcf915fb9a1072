package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** Scales whose halves are correlated have no item in common. */
final class ValiditySharedItem implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      boolean splits = places.isSound(index) && index.sign() instanceof Sign.EvenOdd;
      Map<String, String> scaleOf = new HashMap<>();
      for (String id : splits ? index.sign().scales() : List.<String>of()) {
        instrument.scale(id).stream()
            .flatMap(scale -> ItemUse.keys(scale, places).stream())
            .map(Key::item)
            .filter(item -> scaleOf.putIfAbsent(item, id) != null)
            .findFirst()
            .ifPresent(item -> found.add(error(
                    "validity.shared-item",
                    places.of(index.sign(), "scale " + id),
                    "validity index '%s' has item '%s' of scale '%s' in another scale, or twice",
                    index.id(),
                    item,
                    id)
                .hint("name scales that share no item, each once")));
      }
    }
    return found;
  }
}
