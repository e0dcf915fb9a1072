package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;

/** The primary scale does not support itself, and a scale supports once. */
final class BatteryPrimarySupporting implements Rule<Battery> {

  @Override
  public List<Diagnostic> check(Battery battery, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<ScaleReference> seen = new HashSet<>();
    for (ScaleReference scale : battery.supporting()) {
      if (scale.equals(battery.primary())) {
        found.add(error(
                "battery.primary-supporting",
                places.of(scale),
                "the primary scale '%s' is also supporting, so it would count twice",
                scale)
            .hint("take it out of 'supporting'"));
      } else if (!seen.add(scale)) {
        found.add(error(
                "battery.supporting-twice",
                places.of(scale),
                "the supporting scale '%s' stands twice, so it would count twice",
                scale)
            .hint("name it once"));
      }
    }
    return found;
  }
}
