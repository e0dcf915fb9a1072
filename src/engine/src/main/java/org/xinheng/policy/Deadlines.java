package org.xinheng.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** When which step is due, by what it is due for. */
public record Deadlines(Map<Occasion, Map<Step, Due>> due) {

  /** Nothing is due. */
  public static final Deadlines NONE = new Deadlines(Map.of());

  public Deadlines {
    Map<Occasion, Map<Step, Due>> copy = new EnumMap<>(Occasion.class);
    due.forEach((occasion, steps) -> {
      Map<Step, Due> sorted = new EnumMap<>(Step.class);
      sorted.putAll(steps);
      copy.put(occasion, Collections.unmodifiableMap(sorted));
    });
    due = Collections.unmodifiableMap(copy);
  }

  /** The steps of an occasion, in the order of {@link Step}. */
  public Map<Step, Due> of(Occasion occasion) {
    return due.getOrDefault(occasion, Map.of());
  }

  /** When a step is due, if the policy says so. */
  public Optional<Due> of(Occasion occasion, Step step) {
    return Optional.ofNullable(of(occasion).get(step));
  }
}
