package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Scale;

/** At least one answer is needed: a rule that allows all to be missing is a slip. */
final class MissingLimit implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      int size = ItemUse.keys(scale).size() + ItemUse.parts(scale).size();
      int allowed = allowed(scale.missing().limit(), size);
      if (places.isSound(scale) && size > 0 && allowed >= size) {
        found.add(error(
                "missing.limit",
                places.of(
                    scale.missing(),
                    places.has(scale.missing(), "allow") ? "allow" : "allow-share"),
                "scale '%s' allows %d to be missing, and has only %d",
                scale.id(),
                allowed,
                size)
            .hint("allow at most %d", size - 1));
      }
    }
    return found;
  }

  private static int allowed(MissingRule.Limit limit, int size) {
    return limit instanceof MissingRule.Limit.Count count ? count.atMost() : limit.of(size);
  }
}
