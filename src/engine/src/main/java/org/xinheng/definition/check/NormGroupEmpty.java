package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.NormSet;

/** A norm group has norms. */
final class NormGroupEmpty implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (NormSet.Group group : norms.groups()) {
      if (places.isSound(group) && group.scales().isEmpty()) {
        found.add(error(
                "norm.group-empty",
                places.of(group, "scales"),
                "norm group '%s' has no scale",
                group.id())
            .hint("write mean and standard deviation, such as 'total: {mean: 6.2, sd: 4.1}'"));
      }
    }
    return found;
  }
}
