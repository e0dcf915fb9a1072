package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;

/** Every part of a composite is a scale of the questionnaire. */
final class ScaleUnknownScale implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      for (Keying.Part part : ItemUse.parts(scale, places)) {
        if (instrument.scale(part.scale()).isEmpty()) {
          found.add(error(
                  "scale.unknown-scale",
                  places.of(part),
                  "scale '%s' uses scale '%s', which is not defined",
                  scale.id(),
                  part.scale())
              .hint("%s", Names.ofScales(instrument)));
        }
      }
    }
    return found;
  }
}
