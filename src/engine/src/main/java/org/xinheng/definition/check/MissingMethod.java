package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Scale;

/**
 * What happens to missing answers fits the method: only sums and means of items can be filled in, and an
 * estimate uses what was answered.
 */
final class MissingMethod implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      if (places.isSound(scale) && !fits(scale)) {
        found.add(error(
                "missing.method",
                places.of(scale.missing(), "then"),
                "scale '%s' cannot take '%s' for missing answers: it is %s of %s",
                scale.id(),
                scale.missing().then().word(),
                scale.method() == Method.IRT
                    ? "an estimate"
                    : "a " + scale.method().word(),
                scale.keying() instanceof Keying.OfScales ? "scales" : "items")
            .hint("write 'then: ignore', or allow none to be missing"));
      }
    }
    return found;
  }

  private static boolean fits(Scale scale) {
    MissingRule.Then then = scale.missing().then();
    if (scale.method().isExtreme() || scale.method() == Method.IRT) {
      return then == MissingRule.Then.IGNORE
          && scale.missing().notApplicable() != MissingRule.NotApplicable.ZERO;
    }
    return !then.isFill() || scale.keying() instanceof Keying.OfItems;
  }
}
