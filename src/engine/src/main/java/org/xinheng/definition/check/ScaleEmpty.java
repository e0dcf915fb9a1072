package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;

/** A scale is made of something. */
final class ScaleEmpty implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      boolean composite = scale.keying() instanceof Keying.OfScales;
      if (places.isSound(scale) && ItemUse.isEmpty(scale)) {
        String list = composite ? "scales" : "items";
        found.add(
            error("scale.empty", places.of(scale, list), "scale '%s' has no %s", scale.id(), list)
                .hint("list what it is made of"));
      }
    }
    return found;
  }
}
