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
 * What happens to missing answers fits the method: only sums and means of items can be filled in, an estimate uses what
 * was answered, and two scales of which one is lacking have no difference, ratio or product.
 */
final class MissingMethod implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      if (places.isSound(scale) && scale.method().isOfTwo() && allowsAny(scale)) {
        found.add(error(
                "missing.method",
                places.of(scale, "missing"),
                "scale '%s' is a %s, and cannot do without one of its two scales",
                scale.id(),
                scale.method().word())
            .hint("write 'missing: strict'"));
      } else if (places.isSound(scale) && !fits(scale)) {
        found.add(error(
                "missing.method",
                places.of(scale.missing(), "then"),
                "scale '%s' cannot take '%s' for missing answers: it is %s of %s",
                scale.id(),
                scale.missing().then().word(),
                scale.method() == Method.IRT
                    ? "an estimate"
                    : "a " + scale.method().word().replace('-', ' '),
                scale.keying() instanceof Keying.OfScales ? "scales" : "items")
            .hint("write 'then: ignore', or allow none to be missing"));
      }
    }
    return found;
  }

  private static boolean allowsAny(Scale scale) {
    return scale.missing().limit().of(2) > 0;
  }

  private static boolean fits(Scale scale) {
    MissingRule.Then then = scale.missing().then();
    boolean leavesOut = scale.method().isExtreme()
        || scale.method() == Method.STANDARD_DEVIATION
        || scale.method() == Method.IRT;
    if (leavesOut) {
      return then == MissingRule.Then.IGNORE
          && scale.missing().notApplicable() != MissingRule.NotApplicable.ZERO;
    }
    return !then.isFill() || scale.keying() instanceof Keying.OfItems;
  }
}
