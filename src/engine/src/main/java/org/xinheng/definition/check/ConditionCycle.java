package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NamedCondition;

/**
 * No named condition asks itself, directly or through other names, and none goes deeper than anybody could follow. Each
 * cycle is reported once.
 */
final class ConditionCycle implements Rule<Instrument> {

  static final int MOST_LEVELS = 20;

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    Walk walk = new Walk(instrument, places);
    instrument.conditions().forEach(walk::enter);
    return walk.found;
  }

  /** A walk along the names, which meets a cycle when it comes to a condition that it is still in. */
  private static final class Walk {

    private final Instrument instrument;
    private final Places places;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private final Map<String, Integer> levels = new HashMap<>();

    Walk(Instrument instrument, Places places) {
      this.instrument = instrument;
      this.places = places;
    }

    /** How many levels of names a condition has, itself included. */
    int enter(NamedCondition condition) {
      String id = condition.id();
      @Nullable Integer known = levels.get(id);
      if (known != null) {
        return known;
      }
      open.add(id);
      int deepest = 0;
      for (Condition part : condition.condition().walk().toList()) {
        if (part instanceof Condition.Named named) {
          deepest = Math.max(deepest, below(named));
        }
      }
      open.remove(open.size() - 1);
      levels.put(id, deepest + 1);
      return deepest + 1;
    }

    private int below(Condition.Named named) {
      if (open.contains(named.id())) {
        reportCycle(named);
        return 0;
      }
      int levels = open.size() >= MOST_LEVELS
          ? MOST_LEVELS
          : instrument.conditions().stream()
              .filter(condition -> condition.id().equals(named.id()))
              .findFirst()
              .map(this::enter)
              .orElse(0);
      if (levels >= MOST_LEVELS) {
        reportDepth(named);
        return 0;
      }
      return levels;
    }

    private void reportDepth(Condition.Named named) {
      found.add(error(
              "condition.depth",
              places.of(named),
              "the conditions use each other more than %d deep, down to '%s'",
              MOST_LEVELS,
              named.id())
          .hint("write the inner conditions out"));
    }

    private void reportCycle(Condition.Named named) {
      String cycle = open.subList(open.indexOf(named.id()), open.size()).stream()
          .map(name -> "'" + name + "' uses ")
          .collect(Collectors.joining());
      found.add(error(
              "condition.cycle",
              places.of(named),
              "the conditions go round in a circle: %s'%s'",
              cycle,
              named.id())
          .hint("a condition cannot ask itself; take one of them out"));
    }
  }
}
