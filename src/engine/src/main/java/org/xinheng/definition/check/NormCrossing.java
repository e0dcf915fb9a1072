package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.NormSet;

/**
 * Ages, grades and years of two groups do not cross, as {@code 8..12} and {@code 12..16} do: which of them a student of
 * 12 belongs to would hang on the order alone. A narrower group before a wider one is no crossing.
 */
final class NormCrossing implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (int i = 1; i < norms.groups().size(); i++) {
      NormSet.Group later = norms.groups().get(i);
      norms.groups().subList(0, i).stream()
          .filter(earlier -> places.isSound(earlier) && places.isSound(later))
          .filter(earlier -> cross(earlier.audience(), later.audience()))
          .filter(
              earlier -> earlier.scales().keySet().stream().anyMatch(later.scales()::containsKey))
          .findFirst()
          .ifPresent(earlier -> found.add(warning(
                  "norm.crossing",
                  places.of(later),
                  "norm groups '%s' and '%s' cross: some students are in both, and '%s' is used",
                  earlier.id(),
                  later.id(),
                  earlier.id())
              .hint("let one end before the other begins")));
    }
    return found;
  }

  private static boolean cross(Audience a, Audience b) {
    return a.meets(b)
        && (cross(a.ages(), b.ages())
            || cross(a.grades(), b.grades())
            || cross(a.years(), b.years()));
  }

  private static boolean cross(Optional<Interval> a, Optional<Interval> b) {
    return a.isPresent()
        && b.isPresent()
        && a.get().meets(b.get())
        && !a.get().covers(b.get())
        && !b.get().covers(a.get());
  }
}
