package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.instrument.Verification;

/** Only a published rule makes a form invalid by itself. */
final class ValidityUnpublished implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      boolean published = index.verification() == Verification.TWO_SOURCES
          || index.verification() == Verification.SINGLE_SOURCE;
      if (places.isSound(index) && index.verdict() == ValidityIndex.Verdict.INVALID && !published) {
        found.add(error(
                "validity.unpublished",
                places.of(index, "verdict"),
                "validity index '%s' makes a form invalid, but its verification is '%s'",
                index.id(),
                index.verification().word())
            .hint("write suspect; two indicators of different kinds make a form invalid"));
      }
    }
    return found;
  }
}
