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

  private final Map<String, List<Entry>> byId = new HashMap<>();

  private record Entry(RosterStudent student, String school) {}

  /** Adds a student as one of a school: of the present one, and of each that the student was at before. */
  void add(RosterStudent student, String school) {
    byId.computeIfAbsent(student.student().id(), id -> new ArrayList<>())
        .add(new Entry(student, school));
  }

  /** The one student whom a row is about; empty if there is none, or more than one could be meant. */
  Optional<RosterStudent> find(Person person) {
    List<Entry> ofId =
        person.student().map(id -> byId.getOrDefault(id, List.of())).orElse(List.of());
    Optional<RosterStudent> found = Optional.empty();
    for (Entry candidate : ofId) {
      if (person.school().isEmpty() || person.school().get().equals(candidate.school())) {
        if (found.filter(other -> !other.equals(candidate.student())).isPresent()) {
          return Optional.empty();
        }
        found = Optional.of(candidate.student());
      }
    }
    return found;
  }
}
