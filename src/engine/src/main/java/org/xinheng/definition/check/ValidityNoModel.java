package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** Person fit is asked of a scale with a model. */
final class ValidityNoModel implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index) && index.sign() instanceof Sign.PersonFitBelow fit) {
        instrument
            .scale(fit.scale())
            .filter(places::isSound)
            .filter(scale -> !(scale.keying() instanceof Keying.OfModel))
            .ifPresent(scale -> found.add(error(
                    "validity.no-model",
                    places.of(fit, "person-fit"),
                    "validity index '%s' asks for the person fit of scale '%s', which has no item"
                        + " parameters",
                    index.id(),
                    scale.id())
                .hint("name a scale with 'method: irt'")));
      }
    }
    return found;
  }
}
