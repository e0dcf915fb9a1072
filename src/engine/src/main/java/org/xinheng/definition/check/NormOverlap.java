package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.NormSet;

/** Every norm group can be reached: the first that fits a student and has a norm of the scale is used. */
final class NormOverlap implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (int i = 1; i < norms.groups().size(); i++) {
      NormSet.Group later = norms.groups().get(i);
      norms.groups().subList(0, i).stream()
          .filter(earlier -> places.isSound(earlier) && places.isSound(later))
          .filter(earlier -> earlier.audience().covers(later.audience())
              && earlier.scales().keySet().containsAll(later.scales().keySet()))
          .findFirst()
          .ifPresent(earlier -> found.add(warning(
                  "norm.overlap",
                  places.of(later),
                  "norm group '%s' is never used: '%s' fits the same students and comes first",
                  later.id(),
                  earlier.id())
              .hint("put the narrower group first, or take one of them out")));
    }
    return found;
  }
}
