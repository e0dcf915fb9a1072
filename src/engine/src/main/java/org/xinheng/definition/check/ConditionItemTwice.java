package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;

/** What is counted is not counted twice: in {@code at-least … of}, an item is asked once. */
final class ConditionItemTwice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ConditionUse use : ConditionUse.of(instrument)) {
      use.condition().walk().filter(places::isSound).forEach(part -> {
        if (part instanceof Condition.AtLeast atLeast && isCount(atLeast)) {
          check(use, atLeast, places, found);
        }
      });
    }
    return found;
  }

  /** All or any of several comparisons may well ask the same item. */
  private static boolean isCount(Condition.AtLeast condition) {
    return condition.n() > 1 && condition.n() < condition.parts().size();
  }

  private static void check(
      ConditionUse use, Condition.AtLeast count, Places places, List<Diagnostic> found) {
    Set<String> seen = new HashSet<>();
    for (Condition part : count.parts()) {
      part.askedItem()
          .filter(item -> !seen.add(item))
          .ifPresent(item -> found.add(error(
                  "condition.item-twice",
                  places.of(part, "item"),
                  "%s counts item '%s' twice",
                  use.where(),
                  item)
              .hint("name it in one of the comparisons")));
    }
  }
}
