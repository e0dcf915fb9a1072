package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

/** A questionnaire says where it comes from. */
final class VerificationNoSource implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (places.isSound(instrument) && instrument.about().sources().isEmpty()) {
      found.add(error(
              "verification.no-source",
              places.of(instrument, "sources"),
              "the questionnaire names no source")
          .hint("add one, such as 'manual: {citation: authors, year, title}'"));
    }
    return found;
  }
}
