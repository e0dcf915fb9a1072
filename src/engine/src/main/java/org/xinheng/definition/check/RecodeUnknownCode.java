package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/** What is recoded is a code that the item takes. */
final class RecodeUnknownCode implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      // The items of a scale mostly share their codes; one fault a scale is enough.
      ItemUse.keys(scale, places).stream()
          .flatMap(key -> fault(scale, key, instrument, places).stream())
          .findFirst()
          .ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Diagnostic> fault(
      Scale scale, Key key, Instrument instrument, Places places) {
    // What is no choice has a rule of its own.
    Optional<ResponseSet.Choice> set = instrument
        .item(key.item())
        .flatMap(instrument::responsesOf)
        .filter(places::isSound)
        .filter(ResponseSet.Choice.class::isInstance)
        .map(ResponseSet.Choice.class::cast);
    return set.flatMap(responses -> key.values().keySet().stream()
        .filter(code -> !responses.declares(code))
        .min(Comparator.naturalOrder())
        .map(code -> error(
                "scale.recode-code",
                places.of(scale, "recode"),
                "scale '%s' recodes %d of item '%s', which is no code of '%s'",
                scale.id(),
                code,
                key.item(),
                responses.id())
            .hint("the codes are %s", responses.codes())));
  }
}
