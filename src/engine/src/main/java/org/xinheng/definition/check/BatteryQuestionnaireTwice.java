package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Battery;

/** A questionnaire is given once. */
final class BatteryQuestionnaireTwice implements Rule<Battery> {

  @Override
  public List<Diagnostic> check(Battery battery, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < battery.questionnaires().size(); i++) {
      String id = battery.questionnaires().get(i);
      if (!id.isEmpty() && !seen.add(id)) {
        found.add(error(
                "battery.questionnaire-twice",
                places.of(battery, "questionnaire " + i),
                "the questionnaire '%s' is given twice",
                id)
            .hint("name it once"));
      }
    }
    return found;
  }
}
