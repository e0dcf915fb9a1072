package org.xinheng.screening;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.xinheng.screening.FirstContact.State;
import org.xinheng.screening.Summary.Cell;
import org.xinheng.screening.Summary.Level;

/**
 * Counts of a campaign that were published, with who stands behind them. The counts of a later run of the same campaign are not to
 * tell, less these, of the few students who have changed in between.
 *
 * @param at the time for which they were told
 * @param rows the rows of the summary
 */
public record PublishedCounts(LocalDateTime at, List<Row> rows) {

  public PublishedCounts {
    rows = List.copyOf(rows);
  }

  /**
   * What a student counted as.
   *
   * @param cell the tier, or that there was none
   * @param complete whether there was a complete form
   * @param contact of a student at tier 2 or 3, where contacts were known
   * @param others stands for the scores and the alert; two that differ have other ones
   */
  public record Counted(Cell cell, boolean complete, Optional<State> contact, String others) {

    boolean isFlagged() {
      return cell == Cell.T2 || cell == Cell.T3;
    }

    boolean isAtSameTier(Counted other) {
      return cell == other.cell && complete == other.complete;
    }

    boolean isSameBesideContacts(Counted other) {
      return isAtSameTier(other) && others.equals(other.others);
    }
  }

  /**
   * A row of the summary.
   *
   * @param students by school and id
   * @param shown the cells that were shown
   * @param contactsShown the counts of contacts that were shown
   */
  public record Row(
      Level level,
      String school,
      Optional<Integer> grade,
      Optional<String> schoolClass,
      Optional<String> group,
      Map<String, Counted> students,
      Set<Cell> shown,
      Set<State> contactsShown) {

    public Row {
      students = Collections.unmodifiableMap(new LinkedHashMap<>(students));
      shown = Set.copyOf(shown);
      contactsShown = Set.copyOf(contactsShown);
    }

    RowKey key() {
      return new RowKey(level, school, grade, schoolClass, group);
    }

    boolean isFlaggedShown() {
      return shown.containsAll(EnumSet.of(Cell.T2, Cell.T3))
          || shown.containsAll(EnumSet.of(Cell.T1, Cell.NO_TIER));
    }
  }

  /**
   * Counts as they are at a time.
   *
   * @param contacts of the same students, where they are known
   */
  public static PublishedCounts of(
      LocalDateTime at, Summary summary, Optional<ContactCounts> contacts) {
    // Everybody stands in several rows.
    IdentityHashMap<StudentOutcome, Counted> known = new IdentityHashMap<>();
    return new PublishedCounts(
        at, summary.rows().stream().map(row -> row(row, contacts, known)).toList());
  }

  private static Row row(
      Summary.Row row,
      Optional<ContactCounts> contacts,
      IdentityHashMap<StudentOutcome, Counted> known) {
    Map<String, Counted> students = new LinkedHashMap<>();
    row.students()
        .forEach(student -> students.put(
            keyOf(student.student()),
            known.computeIfAbsent(student, one -> counted(one, contacts))));
    Set<Cell> shown = EnumSet.noneOf(Cell.class);
    Stream.of(Cell.values()).filter(cell -> row.count(cell).isPresent()).forEach(shown::add);
    Set<State> contactsShown = EnumSet.noneOf(State.class);
    contacts.ifPresent(counts -> Stream.of(State.values())
        .filter(state -> counts.of(row).flatMap(one -> one.count(state)).isPresent())
        .forEach(contactsShown::add));
    return new Row(
        row.level(),
        row.school(),
        row.grade(),
        row.schoolClass(),
        row.group(),
        students,
        shown,
        contactsShown);
  }

  private static Counted counted(StudentOutcome student, Optional<ContactCounts> contacts) {
    return new Counted(
        Cell.of(student.outcome()),
        Participation.of(student).isComplete(),
        contacts.flatMap(counts -> counts.stateOf(student)),
        others(student));
  }

  /** By school, since two schools may use one number. */
  static String keyOf(Student student) {
    return student.school() + "/" + student.id();
  }

  /**
   * A student of a row under another id.
   *
   * @param student by school and id, as in {@link Row#students}
   * @param ids gives the other id
   */
  public static String renamed(String student, String school, UnaryOperator<String> ids) {
    String prefix = school + "/";
    if (!student.startsWith(prefix)) {
      throw new IllegalArgumentException("a student of a row must be of its school");
    }
    return prefix + ids.apply(student.substring(prefix.length()));
  }

  /** All that the sections with scores, items and alerts are made of. */
  private static String others(StudentOutcome student) {
    StringBuilder all = new StringBuilder(student.outcome().alert().word());
    student.forms().forEach((id, form) -> {
      all.append(' ').append(id);
      form.scores()
          .plan()
          .instrument()
          .scales()
          .forEach(scale -> all.append(' ')
              .append(form.scores().value(form.row(), scale.id()).orElse(Double.NaN)));
      for (int item = 0; item < form.responses().instrument().items().size(); item++) {
        all.append(form.responses().isAnswered(form.row(), item) ? 'a' : '-');
      }
    });
    return Integer.toHexString(all.toString().hashCode())
        + Integer.toHexString(all.reverse().toString().hashCode());
  }

  /** Schools of which any student counts as something else, or has other scores or alerts, whoever was contacted. */
  public Set<String> schoolsOtherThan(PublishedCounts before) {
    Map<String, Map<String, Counted>> mine = bySchool();
    Map<String, Map<String, Counted>> theirs = before.bySchool();
    Set<String> all = new LinkedHashSet<>(mine.keySet());
    all.addAll(theirs.keySet());
    all.removeIf(school ->
        isSame(mine.getOrDefault(school, Map.of()), theirs.getOrDefault(school, Map.of())));
    return all;
  }

  private Map<String, Map<String, Counted>> bySchool() {
    Map<String, Map<String, Counted>> schools = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.level() == Level.SCHOOL)
        .forEach(row -> schools.put(row.school(), row.students()));
    return schools;
  }

  private static boolean isSame(Map<String, Counted> some, Map<String, Counted> others) {
    return some.size() == others.size()
        && some.entrySet().stream()
            .allMatch(student -> Optional.ofNullable(others.get(student.getKey()))
                .filter(student.getValue()::isSameBesideContacts)
                .isPresent());
  }

  /** Whether students were counted before and none of them is counted now. */
  public boolean sharesNobodyWith(PublishedCounts before) {
    Set<String> theirs = before.students().keySet();
    return !theirs.isEmpty() && Collections.disjoint(students().keySet(), theirs);
  }

  /** How many students count as something else than before, have come or have gone. */
  public int changedSince(PublishedCounts before) {
    Map<String, Counted> mine = students();
    Map<String, Counted> theirs = before.students();
    int changed = 0;
    for (Map.Entry<String, Counted> student : mine.entrySet()) {
      changed += student.getValue().equals(theirs.get(student.getKey())) ? 0 : 1;
    }
    for (String student : theirs.keySet()) {
      changed += mine.containsKey(student) ? 0 : 1;
    }
    return changed;
  }

  private Map<String, Counted> students() {
    Map<String, Counted> all = new HashMap<>();
    rows.stream()
        .filter(row -> row.level() == Level.SCHOOL)
        .forEach(row -> all.putAll(row.students()));
    return all;
  }

  /**
   * Whether these counts of whole schools hide what the earlier ones show: then the earlier ones had better stay. Contacts are hidden
   * where few were made since; that alone keeps the earlier counts only if nothing else is new.
   */
  public boolean losesOf(PublishedCounts before) {
    return loses(before, Row::shown)
        || (loses(before, Row::contactsShown) && schoolsOtherThan(before).isEmpty());
  }

  private boolean loses(PublishedCounts before, Function<Row, Set<?>> shown) {
    Map<RowKey, Row> mine = new HashMap<>();
    rows.forEach(row -> mine.put(row.key(), row));
    return before.rows.stream()
        .filter(row -> row.level() == Level.SCHOOL)
        .anyMatch(row -> Optional.ofNullable(mine.get(row.key()))
            .filter(same -> !shown.apply(same).containsAll(shown.apply(row)))
            .isPresent());
  }

  /** The same of some schools. */
  PublishedCounts ofSchools(Set<String> schools) {
    return new PublishedCounts(
        at, rows.stream().filter(row -> schools.contains(row.school())).toList());
  }
}
