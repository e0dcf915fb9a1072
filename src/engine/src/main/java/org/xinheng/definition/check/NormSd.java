package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.NormSet;

/** A standard deviation is above 0. */
final class NormSd implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (NormSet.Group group : norms.groups()) {
      group.scales().forEach((scale, cell) -> {
        if (places.isSound(cell) && cell.sd().signum() <= 0) {
          found.add(error(
                  "norm.sd",
                  places.of(cell, "sd"),
                  "the standard deviation of scale '%s' in norm group '%s' is %s, not above 0",
                  scale,
                  group.id(),
                  cell.sd().toPlainString())
              .hint("look it up in the source"));
        }
      });
    }
    return found;
  }
}
