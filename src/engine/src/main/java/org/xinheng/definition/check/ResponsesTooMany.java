package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;

/** Several choices are kept as one bit an option, so that there is a most. */
final class ResponsesTooMany implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ResponseSet set : instrument.responseSets()) {
      boolean several = set instanceof ResponseSet.SeveralChoices;
      int most = ResponseSet.SeveralChoices.MOST_OPTIONS;
      if (places.isSound(set) && several && set.options().size() > most) {
        found.add(error(
                "responses.too-many",
                places.of(set, "options"),
                "several of %d options can be chosen in response set '%s', which is more than %d",
                set.options().size(),
                set.id(),
                most)
            .hint("split the question in two"));
      }
    }
    return found;
  }
}
