package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.NormSet;

/** A norm set has a group. */
final class NormNoGroups implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (places.isSound(norms) && norms.groups().isEmpty()) {
      found.add(error(
              "norm.no-groups",
              places.of(norms, "groups"),
              "norm set '%s' has no group",
              norms.id())
          .hint("add one with 'id' and 'scales'"));
    }
    return found;
  }
}
