package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Scale;

/** Every item of a scale is an item of the form. */
final class ScaleUnknownItem implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (!Names.knowsItems(instrument)) {
      return found;
    }
    for (Scale scale : instrument.scales()) {
      for (Key key : ItemUse.keys(scale, places)) {
        if (instrument.item(key.item()).isEmpty()) {
          found.add(error(
                  "scale.unknown-item",
                  places.of(key),
                  "scale '%s' uses item '%s', which is not defined",
                  scale.id(),
                  key.item())
              .hint("%s", Names.ofItems(instrument)));
        }
      }
    }
    return found;
  }
}
