package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/** Only single choices are recoded: a number and a count of choices have no codes. */
final class RecodeOfNumber implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      // The items of a scale mostly share their responses; one fault a scale is enough.
      ItemUse.keys(scale, places).stream()
          .filter(key -> key.isRecoded())
          .flatMap(key -> instrument.item(key.item()).stream())
          .filter(item -> instrument
              .scorable(item)
              .filter(places::isSound)
              .filter(set -> !(set instanceof ResponseSet.Choice))
              .isPresent())
          .findFirst()
          .ifPresent(item -> found.add(error(
                  "scale.recode-kind",
                  places.of(scale, "recode"),
                  "scale '%s' recodes item '%s', which takes %s",
                  scale.id(),
                  item.id(),
                  instrument.responsesOf(item).map(DefinitionWords::kind).orElseThrow())
              .hint("take it out of 'recode'; only the codes of a single choice are recoded")));
    }
    return found;
  }
}
