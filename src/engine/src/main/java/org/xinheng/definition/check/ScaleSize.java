package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Scale;

/** A difference, a ratio and a product are of two scales; a standard deviation is of two items or more. */
final class ScaleSize implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      int parts = ItemUse.parts(scale, places).size();
      int items = ItemUse.keys(scale, places).size();
      if (scale.method().isOfTwo() && parts > 0 && parts != 2) {
        found.add(error(
                "scale.size",
                places.of(scale, "scales"),
                "scale '%s' is a %s of %d scales, not of two",
                scale.id(),
                scale.method().word(),
                parts)
            .hint("name the first and the second"));
      }
      if (scale.method() == Method.STANDARD_DEVIATION && items == 1) {
        found.add(error(
                "scale.size",
                places.of(scale, "items"),
                "scale '%s' is the standard deviation of one item",
                scale.id())
            .hint("name two items or more"));
      }
    }
    return found;
  }
}
