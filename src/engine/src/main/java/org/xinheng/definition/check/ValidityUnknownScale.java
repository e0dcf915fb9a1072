package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;

/** A validity index asks a scale of the questionnaire. */
final class ValidityUnknownScale implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      for (String scale : new LinkedHashSet<>(index.sign().scales())) {
        if (places.isSound(index) && instrument.scale(scale).isEmpty()) {
          found.add(error(
                  "validity.unknown-scale",
                  places.of(index.sign(), "scale " + scale),
                  "validity index '%s' uses scale '%s', which is not defined",
                  index.id(),
                  scale)
              .hint("%s", Names.ofScales(instrument)));
        }
      }
    }
    return found;
  }
}
