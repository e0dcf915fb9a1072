package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;

/** An estimate has no last decimal: it is rounded. */
final class IrtUnrounded implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : ItemUse.models(instrument, places).keySet()) {
      if (scale.transform().rounding().mode() == Rounding.Mode.NONE) {
        found.add(error(
                "irt.unrounded",
                places.of(scale, places.has(scale, "round") ? "round" : "method"),
                "scale '%s' is not rounded, and an estimate has no last decimal",
                scale.id())
            .hint("write 'round: {to: 2, mode: half-up}'"));
      }
    }
    return found;
  }
}
