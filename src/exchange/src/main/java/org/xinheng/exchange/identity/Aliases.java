package org.xinheng.exchange.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ids that have been replaced: the {@code L} number of a student who has a {@code G} number now, an id of a former school. */
public final class Aliases {

  public static final Aliases NONE = new Aliases(Map.of());

  private final Map<String, String> newest = new HashMap<>();

  /**
   * Takes what replaced what.
   *
   * @param replaced old ids and, for each, the one that replaced it; that one may have been replaced as well
   * @throws IllegalArgumentException if ids replace one another in a circle
   */
  public Aliases(Map<String, String> replaced) {
    Map<String, String> steps = new HashMap<>();
    replaced.forEach(
        (from, to) -> steps.put(StudentNumber.canonical(from), StudentNumber.canonical(to)));
    steps.keySet().forEach(id -> newest.put(id, last(id, steps)));
  }

  private static String last(String id, Map<String, String> steps) {
    Set<String> passed = new HashSet<>();
    String at = id;
    @Nullable String next = steps.get(at);
    while (next != null) {
      if (!passed.add(at)) {
        throw new IllegalArgumentException(
            "the table of replaced student numbers goes in a circle: following one leads back to"
                + " it");
      }
      at = next;
      next = steps.get(at);
    }
    return at;
  }

  /** The id that a student has now. */
  public String current(String id) {
    return Optional.ofNullable(newest.get(StudentNumber.canonical(id))).orElse(id);
  }

  /** The same of other names of the ids. */
  Aliases renamed(UnaryOperator<String> name) {
    Map<String, String> renamed = new HashMap<>();
    newest.forEach((from, to) -> renamed.put(name.apply(from), name.apply(to)));
    return new Aliases(renamed);
  }

  /** How many ids have been replaced. */
  public int size() {
    return newest.size();
  }
}
