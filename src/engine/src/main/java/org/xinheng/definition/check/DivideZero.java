package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** Nothing is divided by 0. */
final class DivideZero implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      if (places.isSound(scale) && scale.transform().divisor().signum() == 0) {
        found.add(error(
                "divide.zero", places.of(scale, "divide"), "scale '%s' is divided by 0", scale.id())
            .hint("write another number, or take 'divide' out"));
      }
    }
    return found;
  }
}
