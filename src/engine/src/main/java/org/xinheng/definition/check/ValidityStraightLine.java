package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** Even answers never make a form invalid by themselves: they go with severe distress as well as with carelessness. */
final class ValidityStraightLine implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index)
          && index.verdict() == ValidityIndex.Verdict.INVALID
          && index.sign().family() == Sign.Family.STRAIGHT_LINING) {
        found.add(error(
                "validity.straight-line",
                places.of(index, "verdict"),
                "validity index '%s' makes a form invalid for even answers alone",
                index.id())
            .hint("write suspect; who feels very bad or very well also answers evenly"));
      }
    }
    return found;
  }
}
