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

/** There is one threshold between each two answers. */
final class IrtThresholdCount implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Keying.OfModel keying : ItemUse.models(instrument, places).values()) {
      for (ModelledItem modelled : keying.items()) {
        instrument
            .item(modelled.key().item())
            .flatMap(instrument::responsesOf)
            .filter(places::isSound)
            .filter(IrtNotChoice::isChoice)
            .filter(responses -> !fits(modelled, responses))
            .ifPresent(responses -> found.add(fault(keying, modelled, responses, places)));
      }
    }
    return found;
  }

  private static Diagnostic fault(
      Keying.OfModel keying, ModelledItem modelled, ResponseSet responses, Places places) {
    int answers = responses.options().size();
    Diagnostic fault = error(
        "irt.threshold-count",
        places.of(modelled, "b"),
        "the thresholds of item '%s' are for %d answers, and it has %d",
        modelled.key().item(),
        modelled.thresholds().size() + 1,
        answers);
    return keying.model().kind().isOfSeveralAnswers()
        ? fault.hint("list %d, one between each two answers", answers - 1)
        : fault.hint(
            "the model '%s' is for items with two answers; write 'model: graded'",
            keying.model().kind().word());
  }

  static boolean fits(ModelledItem modelled, ResponseSet responses) {
    return IrtNotChoice.isChoice(responses)
        && modelled.thresholds().size() == responses.options().size() - 1;
  }
}
