package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
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
      for (int code : set.missing().keySet()) {
        if (places.isSound(set) && set.declares(code)) {
          found.add(error(
                  "responses.code-twice",
                  places.of(set, "missing " + code),
                  "the code %d of response set '%s' is an option and a missing code",
                  code,
                  set.id())
              .hint("keep it in 'options' or in 'missing'"));
        }
      }
    }
    return found;
  }
}
