package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;

/** What is divided by is not always 0. */
final class RatioZero implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      ItemUse.divisor(scale, places)
          .filter(part -> isZero(part, instrument, places))
          .ifPresent(part -> found.add(error(
                  "ratio.zero",
                  places.of(part),
                  "scale '%s' is divided by scale '%s', which is always 0",
                  scale.id(),
                  part.scale())
              .hint("correct the range or the weight of '%s'", part.scale())));
    }
    return found;
  }

  private static boolean isZero(Keying.Part part, Instrument instrument, Places places) {
    Optional<Scale> scale = instrument.scale(part.scale()).filter(places::isSound);
    return scale.isPresent()
        && (part.weight().signum() == 0
            || (scale.get().lowest().signum() == 0 && scale.get().highest().signum() == 0));
  }
}
