package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;

/** A code is an answer or stands for no answer, not both. */
final class ResponsesCodeTwice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ResponseSet set : instrument.responseSets()) {
      if (!places.isSound(set) || !(set instanceof ResponseSet.Scorable scorable)) {
        continue;
      }
      for (int code : new TreeSet<>(scorable.missing().keySet())) {
        if (scorable.declares(code)) {
          found.add(error(
                  "responses.code-twice",
                  places.of(set, "missing " + code),
                  "the code %d of response set '%s' is %s and a missing code",
                  code,
                  set.id(),
                  scorable.options().isEmpty() ? "an answer" : "an option")
              .hint(
                  "%s",
                  scorable.options().isEmpty()
                      ? "choose a missing code outside " + set.codes()
                      : "keep it in 'options' or in 'missing'"));
        }
      }
    }
    return found;
  }
}
