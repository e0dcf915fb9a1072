package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;

/** The option that says none of these is among the options. */
final class NoneUnknown implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ResponseSet set : instrument.responseSets()) {
      if (places.isSound(set) && set instanceof ResponseSet.SeveralChoices several) {
        several
            .none()
            .filter(code -> !several.declares(code))
            .map(code -> error(
                    "responses.none",
                    places.of(set, "none"),
                    "'none' of response set '%s' is %d, which is not among its options",
                    set.id(),
                    code)
                .hint("add the option %d, with its label", code))
            .ifPresent(found::add);
      }
    }
    return found;
  }
}
