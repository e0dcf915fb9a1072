package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;

/** A standard deviation is no fraction that could be kept as it is. */
final class RoundIrrational implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      boolean isKept = scale.transform().rounding().mode() == Rounding.Mode.NONE;
      if (places.isSound(scale)
          && scale.method() == Method.STANDARD_DEVIATION
          && places.has(scale, "round")
          && isKept) {
        found.add(error(
                "round.irrational",
                places.of(scale, "round"),
                "scale '%s' is a standard deviation, which no fraction can hold",
                scale.id())
            .hint("say to how many decimals, such as 'round: {to: 2, mode: half-up}'"));
      }
    }
    return found;
  }
}
