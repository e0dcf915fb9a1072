package org.xinheng.screening;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.xinheng.screening.FirstContact.State;
import org.xinheng.screening.PublishedCounts.Counted;
import org.xinheng.screening.Summary.Cell;
import org.xinheng.screening.SuppressedCounts.Line;

/** The rows of published counts as they stand beside those of a later run: their cells, and who has come and gone since. */
final class EarlierRows {

  private EarlierRows() {}

  /** The cells of tiers. */
  static Map<RowKey, SuccessiveCounts.Before> tiers(PublishedCounts before, List<Summary.Row> now) {
    return rows(
        before,
        students(now, EarlierRows::counted),
        EarlierRows::tierLine,
        counted -> true,
        Counted::isAtSameTier);
  }

  /** The cells of contacts; none if they were not known then. */
  static Map<RowKey, SuccessiveCounts.Before> contacts(
      PublishedCounts before,
      List<Summary.Row> now,
      Function<StudentOutcome, Optional<State>> stateOf) {
    boolean isKnown = before.rows().stream()
        .flatMap(row -> row.students().values().stream())
        .anyMatch(counted -> counted.contact().isPresent());
    return isKnown
        ? rows(
            before,
            students(
                now,
                student ->
                    new Counted(Cell.of(student.outcome()), true, stateOf.apply(student), "")),
            EarlierRows::contactLine,
            counted -> counted.contact().isPresent(),
            (one, other) -> one.contact().equals(other.contact()))
        : Map.of();
  }

  private static Counted counted(StudentOutcome student) {
    return new Counted(
        Cell.of(student.outcome()), Participation.of(student).isComplete(), Optional.empty(), "");
  }

  private static Map<RowKey, Map<String, Counted>> students(
      List<Summary.Row> rows, Function<StudentOutcome, Counted> counted) {
    Map<RowKey, Map<String, Counted>> all = new HashMap<>();
    for (Summary.Row row : rows) {
      Map<String, Counted> students = new LinkedHashMap<>();
      row.students()
          .forEach(student ->
              students.put(PublishedCounts.keyOf(student.student()), counted.apply(student)));
      all.put(RowKey.of(row), students);
    }
    return all;
  }

  private static Map<RowKey, SuccessiveCounts.Before> rows(
      PublishedCounts before,
      Map<RowKey, Map<String, Counted>> now,
      Function<PublishedCounts.Row, Line> line,
      Predicate<Counted> isCounted,
      BiPredicate<Counted, Counted> isSame) {
    Map<RowKey, SuccessiveCounts.Before> rows = new LinkedHashMap<>();
    for (PublishedCounts.Row row : before.rows()) {
      Map<String, Counted> later = now.getOrDefault(row.key(), Map.of());
      rows.put(
          row.key(),
          new SuccessiveCounts.Before(
              line.apply(row),
              notIn(later, row.students(), isCounted, isSame),
              notIn(row.students(), later, isCounted, isSame)));
    }
    return rows;
  }

  /** How many of some students are not among others, or count as something else there. */
  private static int notIn(
      Map<String, Counted> some,
      Map<String, Counted> others,
      Predicate<Counted> isCounted,
      BiPredicate<Counted, Counted> isSame) {
    int count = 0;
    for (Map.Entry<String, Counted> student : some.entrySet()) {
      Counted here = student.getValue();
      if (isCounted.test(here)) {
        Counted there = others.get(student.getKey());
        count += there != null && isSame.test(here, there) ? 0 : 1;
      }
    }
    return count;
  }

  private static Line tierLine(PublishedCounts.Row row) {
    int[] counts = new int[Cell.values().length];
    int[] most = new int[counts.length];
    Arrays.fill(most, row.students().size());
    most[Cell.T1.ordinal()] = 0;
    most[Cell.NO_TIER.ordinal()] = 0;
    for (Counted counted : row.students().values()) {
      Cell cell = counted.cell();
      counts[cell.ordinal()]++;
      most[Cell.T1.ordinal()] += counted.complete() || cell == Cell.T1 ? 1 : 0;
      most[Cell.NO_TIER.ordinal()] += !counted.complete() || cell == Cell.NO_TIER ? 1 : 0;
    }
    boolean[] shown = new boolean[counts.length];
    row.shown().forEach(cell -> shown[cell.ordinal()] = true);
    return new Line(counts, shown, most, true, Cell.NO_TIER.ordinal());
  }

  private static Line contactLine(PublishedCounts.Row row) {
    int[] counts = new int[State.values().length];
    int flagged = 0;
    for (Counted counted : row.students().values()) {
      if (counted.contact().isPresent()) {
        counts[counted.contact().get().ordinal()]++;
        flagged++;
      }
    }
    int[] most = new int[counts.length];
    Arrays.fill(most, row.isFlaggedShown() ? flagged : row.students().size());
    boolean[] shown = new boolean[counts.length];
    row.contactsShown().forEach(state -> shown[state.ordinal()] = true);
    return new Line(counts, shown, most, row.isFlaggedShown(), SuppressedCounts.NONE);
  }
}
