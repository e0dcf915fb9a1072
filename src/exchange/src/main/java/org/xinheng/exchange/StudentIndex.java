package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The students of a roster by their id. A table that names no school is understood as long as the id belongs to one
 * student only.
 */
final class StudentIndex {

  private final Map<String, List<RosterStudent>> byId = new HashMap<>();

  void add(RosterStudent student) {
    byId.computeIfAbsent(student.student().id(), id -> new ArrayList<>()).add(student);
  }

  /** The one student whom a row is about; empty if there is none, or more than one could be meant. */
  Optional<RosterStudent> find(Person person) {
    List<RosterStudent> candidates =
        person.student().map(id -> byId.getOrDefault(id, List.of())).orElse(List.of()).stream()
            .filter(candidate -> person.school().isEmpty()
                || person.school().get().equals(candidate.student().school()))
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }
}
