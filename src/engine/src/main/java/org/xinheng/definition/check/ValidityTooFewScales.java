package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** A correlation over scales needs at least three of them. */
final class ValidityTooFewScales implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index)
          && index.sign() instanceof Sign.EvenOdd sign
          && new HashSet<>(sign.scales()).size() < Sign.EvenOdd.FEWEST_SCALES) {
        found.add(error(
                "validity.too-few-scales",
                places.of(sign, "even-odd"),
                "validity index '%s' correlates the halves of fewer than %d scales",
                index.id(),
                Sign.EvenOdd.FEWEST_SCALES)
            .hint("with two scales a correlation can only be -1 or 1; name more, or leave it out"));
      }
    }
    return found;
  }
}
