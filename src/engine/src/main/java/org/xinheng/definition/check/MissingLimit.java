package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Scale;

/**
 * At least one answer is needed, and two for a standard deviation: a rule that allows more to be missing is a slip.
 */
final class MissingLimit implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      int size = ItemUse.keys(scale).size() + ItemUse.parts(scale).size();
      int allowed = allowed(scale.missing().limit(), size);
      int needed = scale.method() == Method.STANDARD_DEVIATION ? 2 : 1;
      if (places.isSound(scale) && size >= needed && allowed > size - needed) {
        found.add(error(
                "missing.limit",
                places.of(
                    scale.missing(),
                    places.has(scale.missing(), "allow") ? "allow" : "allow-share"),
                needed == 1
                    ? "scale '%s' allows %d to be missing, and has only %d"
                    : "scale '%s' allows %d to be missing of %d, and needs two answers",
                scale.id(),
                allowed,
                size)
            .hint("allow at most %d", size - needed));
      }
    }
    return found;
  }

  private static int allowed(MissingRule.Limit limit, int size) {
    return limit instanceof MissingRule.Limit.Count count ? count.atMost() : limit.of(size);
  }
}
