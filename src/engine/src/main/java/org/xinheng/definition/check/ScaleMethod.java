package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Scale;

/** Counts and extremes are of items; a composite adds its parts up or takes their mean. */
final class ScaleMethod implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      boolean ofItems = scale.method() == Method.COUNT || scale.method().isExtreme();
      if (places.isSound(scale) && ofItems && scale.keying() instanceof Keying.OfScales) {
        found.add(error(
                "scale.method",
                places.of(scale, "method"),
                "composite '%s' cannot be a %s of scales",
                scale.id(),
                scale.method().word())
            .hint("write sum or mean; a %s is of items", scale.method().word()));
      }
    }
    return found;
  }
}
