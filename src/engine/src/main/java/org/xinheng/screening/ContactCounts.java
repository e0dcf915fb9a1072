package org.xinheng.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xinheng.screening.Summary.Cell;

/**
 * How many students at tiers 2 and 3 were contacted in time, for the schools and groups of a summary and with small cells suppressed
 * by the same rules. Grades and classes have too few such students; what they would show in parts would cost the numbers of the groups. A row of which the summary does not say how many are at these tiers says nothing here either.
 *
 * <p>It is about how the school does, and no ranking: neither of persons nor of classes.
 */
public final class ContactCounts {

  private static final int STATES = FirstContact.State.values().length;

  /** One row of the summary. */
  public static final class Row {

    private final Summary.Row of;
    private final List<FirstContact> contacts;
    private final SuppressedCounts counts;
    private final int few;

    private Row(Summary.Row of, List<FirstContact> contacts, SuppressedCounts counts, int few) {
      this.of = of;
      this.contacts = contacts;
      this.counts = counts;
      this.few = few;
    }

    /** The school or group. */
    public Summary.Row of() {
      return of;
    }

    /** How many students; empty if the cell is suppressed. */
    public Optional<Integer> count(FirstContact.State state) {
      return state.ordinal() < counts.cells() ? counts.shown(state.ordinal()) : Optional.of(0);
    }

    /** Students at tiers 2 and 3 whose time for a first contact is over, or who were contacted; empty if hidden. */
    public Optional<Integer> told() {
      return count(FirstContact.State.ON_TIME)
          .flatMap(onTime -> count(FirstContact.State.OVERDUE).map(overdue -> onTime + overdue));
    }

    /** The median time to contact; empty if the row is hidden, or so few that it would tell of single ones. */
    public Optional<MedianWait> median() {
      boolean isHidden = count(FirstContact.State.ON_TIME).isEmpty()
          && count(FirstContact.State.OVERDUE).isEmpty();
      return isHidden || of.flagged().isEmpty()
          ? Optional.empty()
          : MedianWait.of(contacts.stream().map(FirstContact::schoolDays).toList(), few);
    }
  }

  private final Map<Summary.Row, Row> rows;
  private final Map<String, FirstContact> contacts;

  private ContactCounts(Map<Summary.Row, Row> rows, Map<String, FirstContact> contacts) {
    this.rows = rows;
    this.contacts = contacts;
  }

  /**
   * Counts the contacts.
   *
   * @param summary of the students
   * @param contact of a student at tier 2 or 3
   * @param result whose counts they are
   */
  public static ContactCounts of(
      Summary summary, Function<StudentOutcome, FirstContact> contact, CampaignResult result) {
    int suppressBelow = result.policy().suppressBelow();
    Map<Summary.Row, Row> rows = new LinkedHashMap<>();
    Map<String, FirstContact> known = new HashMap<>();
    List<SuppressedCounts> schools = new ArrayList<>();
    int cells = STATES;
    SuppressedCounts school = counts(List.of(), STATES);
    for (Summary.Row of : ofSchoolsAndGroups(summary)) {
      List<FirstContact> contacts = of.students().stream()
          .filter(student -> isFlagged(student.outcome()))
          .map(student -> known.computeIfAbsent(
              PublishedCounts.keyOf(student.student()), key -> contact.apply(student)))
          .toList();
      if (of.level() == Summary.Level.SCHOOL) {
        cells = cells(contacts);
      }
      SuppressedCounts counts = counts(contacts, cells);
      // Where nobody is at these tiers there is nothing to hide, and nothing to hide behind.
      boolean isEmpty = of.flagged().equals(Optional.of(0));
      switch (of.level()) {
        case SCHOOL -> {
          school = counts;
          schools.add(counts);
        }
        case SEX, BOARDING, REGISTRY, GRADE, CLASS -> {
          if (!isEmpty) {
            school.part(of.level().word(), counts);
          }
        }
      }
      if (of.flagged().isEmpty()) {
        counts.hideWithTotal(of.eligible());
      }
      rows.put(of, new Row(of, contacts, counts, suppressBelow));
    }
    schools.forEach(one -> one.suppressBelow(suppressBelow));
    ContactCounts all = new ContactCounts(rows, known);
    Map<RowKey, SuppressedCounts.Line> tiers = new LinkedHashMap<>();
    ofSchoolsAndGroups(summary).forEach(row -> tiers.put(RowKey.of(row), row.line()));
    ContactLines.guard(all.counts(), tiers, STATES, suppressBelow);
    result
        .published()
        .forEach(
            before -> all.guard(before, suppressBelow, result.policy().suppressBelowOutside()));
    return all;
  }

  private static List<Summary.Row> ofSchoolsAndGroups(Summary summary) {
    return summary.rows().stream()
        .filter(row -> row.level() == Summary.Level.SCHOOL || row.level().isGroup())
        .toList();
  }

  /** Where nobody of a school still has time, as when all deadlines are over, there is nothing to hide in that column. */
  private static int cells(List<FirstContact> ofSchool) {
    boolean isAnyDue = ofSchool.stream().anyMatch(one -> one.state() == FirstContact.State.DUE);
    return isAnyDue ? STATES : FirstContact.State.DUE.ordinal();
  }

  private static boolean isFlagged(Outcome outcome) {
    Cell cell = Cell.of(outcome);
    return cell == Cell.T2 || cell == Cell.T3;
  }

  private static SuppressedCounts counts(List<FirstContact> contacts, int cells) {
    int[] counts = new int[cells];
    contacts.forEach(one -> counts[one.state().ordinal()]++);
    return new SuppressedCounts(counts, new int[cells]);
  }

  private Map<RowKey, SuppressedCounts> counts() {
    Map<RowKey, SuppressedCounts> counts = new LinkedHashMap<>();
    rows.forEach((of, row) -> counts.put(RowKey.of(of), row.counts));
    return counts;
  }

  /** What a student at tier 2 or 3 counts as. */
  Optional<FirstContact.State> stateOf(StudentOutcome student) {
    return Optional.ofNullable(contacts.get(PublishedCounts.keyOf(student.student())))
        .map(FirstContact::state);
  }

  /**
   * Hides what would tell, beside counts that were published before, of the few who have changed since.
   *
   * @param few differences made by fewer students are hidden
   */
  void guard(PublishedCounts before, int suppressBelow, int few) {
    Map<RowKey, SuccessiveCounts.Before> earlier =
        EarlierRows.contacts(before, List.copyOf(rows.keySet()), this::stateOf);
    if (!earlier.isEmpty()) {
      SuccessiveCounts.guard(counts(), earlier, suppressBelow, few);
    }
  }

  /** The same of one school. */
  ContactCounts ofSchool(String school) {
    Map<Summary.Row, Row> some = new LinkedHashMap<>();
    rows.forEach((of, row) -> {
      if (of.school().equals(school)) {
        some.put(of, row);
      }
    });
    return new ContactCounts(some, contacts);
  }

  /** In the order of the summary. */
  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /** The row of a row of the summary; empty of a grade or class. */
  public Optional<Row> of(Summary.Row row) {
    return Optional.ofNullable(rows.get(row));
  }
}
