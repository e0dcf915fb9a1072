package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Stopping;

/**
 * Early stopping speaks of questionnaires that are given, and of each item once: {@code stopping.not-given}, {@code
 * stopping.item-twice}.
 */
final class StoppingItems implements Rule<Battery> {

  @Override
  public List<Diagnostic> check(Battery battery, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    battery.stopping().filter(places::isSound).ifPresent(stopping -> {
      if (stopping instanceof Stopping.Stochastic stochastic) {
        check(battery, stochastic, places, found);
      } else if (stopping instanceof Stopping.Adaptive adaptive) {
        given(battery, adaptive.scale().questionnaire(), places.of(adaptive), found);
        Set<String> seen = new HashSet<>();
        for (Stopping.Content content : adaptive.content()) {
          once(content.items(), seen, places.of(content), found);
        }
      }
    });
    return found;
  }

  private static void check(
      Battery battery, Stopping.Stochastic rule, Places places, List<Diagnostic> found) {
    for (Map.Entry<String, List<Stopping.AnswerShares>> entry : rule.answers().entrySet()) {
      given(battery, entry.getKey(), places.of(rule), found);
      Set<String> seen = new HashSet<>();
      for (Stopping.AnswerShares shares : entry.getValue()) {
        once(shares.items(), seen, places.of(shares), found);
      }
    }
  }

  private static void given(
      Battery battery, String questionnaire, Place place, List<Diagnostic> found) {
    // A questionnaire whose id could not be read may be the one that is meant.
    if (!battery.questionnaires().contains(questionnaire)
        && !battery.questionnaires().contains("")) {
      found.add(error(
              "stopping.not-given",
              place,
              "'stopping' speaks of '%s', which is not given",
              questionnaire)
          .hint("the questionnaires are %s", String.join(", ", battery.questionnaires())));
    }
  }

  private static void once(
      List<String> items, Set<String> seen, Place place, List<Diagnostic> found) {
    for (String item : items) {
      if (!seen.add(item)) {
        found.add(error("stopping.item-twice", place, "item '%s' stands twice", item)
            .hint("name each item once"));
      }
    }
  }
}
