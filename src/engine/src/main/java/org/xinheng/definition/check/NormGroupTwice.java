package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.NormSet;

/** Every norm group has an id of its own. */
final class NormGroupTwice implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NormSet.Group group : norms.groups()) {
      if (places.isSound(group) && !seen.add(group.id())) {
        found.add(error(
                "norm.group-twice",
                places.of(group, "id"),
                "two norm groups are called '%s'",
                group.id())
            .hint("give each group its own id"));
      }
    }
    return found;
  }
}
