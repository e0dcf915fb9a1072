package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.ModelledItem;
import org.xinheng.instrument.ResponseSet;

/** A level is estimated from items of which one option is chosen. */
final class IrtNotChoice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Keying.OfModel keying : ItemUse.models(instrument, places).values()) {
      for (ModelledItem modelled : keying.items()) {
        instrument
            .item(modelled.key().item())
            .flatMap(instrument::responsesOf)
            .filter(places::isSound)
            .filter(ResponseSet.Scorable.class::isInstance)
            .filter(responses -> !isChoice(responses))
            .ifPresent(responses -> found.add(error(
                    "irt.not-choice",
                    places.of(modelled),
                    "item '%s' has parameters, but is not answered with one of several options",
                    modelled.key().item())
                .hint("give parameters to items with 'options' only")));
      }
    }
    return found;
  }

  static boolean isChoice(ResponseSet responses) {
    return responses instanceof ResponseSet.Choice;
  }
}
