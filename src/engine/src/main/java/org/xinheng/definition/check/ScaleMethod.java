package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;

/** Counts, extremes and standard deviations are of items; differences, ratios and products are of scales. */
final class ScaleMethod implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      boolean composite = scale.keying() instanceof Keying.OfScales;
      String method = scale.method().word().replace('-', ' ');
      if (places.isSound(scale) && composite && scale.method().isOfItems()) {
        found.add(error(
                "scale.method",
                places.of(scale, "method"),
                "composite '%s' cannot be a %s of scales",
                scale.id(),
                method)
            .hint("write sum or mean; a %s is of items", method));
      }
      if (places.isSound(scale) && !composite && scale.method().isOfTwo()) {
        found.add(error(
                "scale.method",
                places.of(scale, "method"),
                "scale '%s' cannot be a %s of items",
                scale.id(),
                method)
            .hint("make two scales of the items, and name them in 'scales'"));
      }
    }
    return found;
  }
}
