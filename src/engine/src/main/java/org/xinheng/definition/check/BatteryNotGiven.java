package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;

/**
 * A scale that a battery reads belongs to a questionnaire that it gives: {@code battery.primary-not-given}, {@code
 * battery.supporting-not-given}, {@code battery.impact-not-given}, {@code battery.banded-not-given}.
 */
final class BatteryNotGiven implements Rule<Battery> {

  @Override
  public List<Diagnostic> check(Battery battery, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    check("battery.primary-not-given", "primary", battery.primary(), battery, places)
        .ifPresent(found::add);
    for (ScaleReference supporting : battery.supporting()) {
      check("battery.supporting-not-given", "supporting", supporting, battery, places)
          .ifPresent(found::add);
    }
    battery
        .impact()
        .flatMap(impact -> check("battery.impact-not-given", "impact", impact, battery, places))
        .ifPresent(found::add);
    for (ScaleReference banded : battery.bandSystems().keySet()) {
      check("battery.banded-not-given", "banded", banded, battery, places).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Diagnostic> check(
      String code, String role, ScaleReference scale, Battery battery, Places places) {
    // A questionnaire whose id could not be read may be the one that is meant.
    boolean known = places.isSound(scale) && !battery.questionnaires().contains("");
    return known && !battery.questionnaires().contains(scale.questionnaire())
        ? Optional.of(error(
                code,
                places.of(scale),
                "the %s scale '%s' belongs to a questionnaire that is not given",
                role,
                scale)
            .hint("add '%s' to 'questionnaires'", scale.questionnaire()))
        : Optional.empty();
  }
}
