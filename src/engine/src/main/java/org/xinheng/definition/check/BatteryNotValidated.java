package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;

/** The third tier does not rest on a questionnaire that nobody has validated: it does not lead, and supports up to level 2. */
final class BatteryNotValidated {

  private static final int HIGHEST_LEVEL = 2;

  private BatteryNotValidated() {}

  /** The faults of a battery against one of its questionnaires, in any order. */
  static List<Diagnostic> check(Battery battery, Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (!instrument.about().isNotValidated()) {
      return found;
    }
    ScaleReference primary = battery.primary();
    if (primary.questionnaire().equals(instrument.id())) {
      found.add(error(
              "battery.not-validated",
              places.of(primary),
              "the primary scale '%s' would lead to tiers, but nobody has validated its"
                  + " questionnaire",
              primary)
          .hint("name a scale of a published questionnaire, and this one under 'supporting'"));
    }
    for (ScaleReference supporting : battery.supporting()) {
      if (supporting.questionnaire().equals(instrument.id())
          && instrument.levels(supporting.scale()).anyMatch(level -> level > HIGHEST_LEVEL)) {
        found.add(error(
                "battery.not-validated",
                places.of(supporting),
                "the supporting scale '%s' has a level above %d, but nobody has validated its"
                    + " questionnaire",
                supporting,
                HIGHEST_LEVEL)
            .hint("leave it out, or end its bands at level %d", HIGHEST_LEVEL));
      }
    }
    return found;
  }
}
