package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.definition.ColumnMap;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.exchange.identity.StudentNumber;

/**
 * The list of students that a school sends: those who are there now.
 *
 * @param rows that can be used, in file order
 * @param bad those that cannot
 * @param warnings about the table itself
 * @param namesSchools whether it has a column of schools
 */
record RosterList(
    List<Row> rows, List<BadRow> bad, List<Diagnostic> warnings, boolean namesSchools) {

  private static final int BATCH_ROWS = 1024;

  RosterList {
    rows = List.copyOf(rows);
    bad = List.copyOf(bad);
    warnings = List.copyOf(warnings);
  }

  /**
   * A student and where the row stands.
   *
   * @param isNational whether the number is one that no other student of the country has
   */
  record Row(Place place, Member member, boolean isNational) {}

  /**
   * A row that cannot be used.
   *
   * @param faults at least one
   * @param person as far as it can be read
   */
  record BadRow(List<Diagnostic> faults, Person person) {}

  /**
   * Reads a list.
   *
   * @param date students who left before it are passed over
   * @param ids by which students are known, whatever stands in the list; with pseudonyms birthdates are left out
   * @throws TableException if it is no table of students
   */
  static RosterList read(Path file, LocalDate date, StudentIds ids) throws IOException {
    try (Table table = Table.open(file)) {
      Columns columns = Columns.find(table, List.of(), ColumnMap.NONE);
      List<Diagnostic> found = new ArrayList<>(table.diagnostics());
      found.addAll(columns.diagnostics());
      PersonReader people = columns.people();
      if (people.field(KnownColumn.STUDENT).isEmpty()) {
        found.add(Diagnostic.error(
                "roster.no-student", table.headerPlace(), "no column holds the students")
            .hint("name a column student or 学号"));
      }
      if (people.field(KnownColumn.GRADE).isEmpty()
          && people.field(KnownColumn.CLASS).isEmpty()) {
        found.add(
            Diagnostic.error("roster.no-grade", table.headerPlace(), "no column holds the grades")
                .hint("name a column grade or 年级, or write classes such as 初三(2)班"));
      }
      if (found.stream().anyMatch(Diagnostic::isError)) {
        throw new TableException(found);
      }
      Reader reader = new Reader(table, people, date, ids);
      List<TableRow> rows = table.read(BATCH_ROWS);
      while (!rows.isEmpty()) {
        rows.forEach(reader::add);
        rows = table.read(BATCH_ROWS);
      }
      reader.finish();
      List<Diagnostic> warnings = new ArrayList<>(withoutAge(table.diagnostics()));
      warnings.addAll(reader.warnings);
      return new RosterList(
          reader.rows,
          reader.bad,
          TableException.inFileOrder(warnings),
          people.field(KnownColumn.SCHOOL).isPresent());
    }
  }

  /** Of ages no roster says anything. */
  private static List<Diagnostic> withoutAge(List<Diagnostic> found) {
    return found.stream()
        .filter(one -> !one.code().equals("column.birthdate-without-date"))
        .toList();
  }

  private static final class Reader {

    private final Table table;
    private final PersonReader people;
    private final LocalDate date;
    private final StudentIds ids;
    private final StudentNumberCheck numbers;
    private final List<Diagnostic> warnings = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();
    private final Map<List<String>, Long> lines = new HashMap<>();

    Reader(Table table, PersonReader people, LocalDate date, StudentIds ids) {
      this.table = table;
      this.people = people;
      this.date = date;
      this.ids = ids;
      this.numbers = new StudentNumberCheck(ids, warnings::add);
    }

    void finish() {
      numbers.finish();
      if (ids.arePseudonyms()) {
        people
            .field(KnownColumn.BIRTHDATE)
            .ifPresent(field -> warnings.add(Diagnostic.warning(
                    "pseudonym.birthdates",
                    table.headings().get(field).place(),
                    "the birthdates are left out of a roster with pseudonyms")
                .hint("where norms need ages, keep the roster with the ids, and give"
                    + " --pseudonyms to screen")));
      }
    }

    /** What is kept of a row of which no field is missing. */
    private TableRow written(TableRow row) {
      TableRow named = WrittenIds.withId(row, people.field(KnownColumn.STUDENT), ids);
      Optional<Integer> birthdate = people.field(KnownColumn.BIRTHDATE);
      return ids.arePseudonyms() && birthdate.isPresent() ? named.with(birthdate.get(), "") : named;
    }

    void add(TableRow row) {
      if (row.cells().size() < table.headings().size()) {
        bad.add(new BadRow(
            List.of(fault(
                row,
                Optional.empty(),
                "row.too-few-fields",
                "the row has fewer fields than the header")),
            Person.UNKNOWN));
        return;
      }
      List<RowFault> read = new ArrayList<>();
      people.readMember(row, read);
      Member member = people.readMember(written(row), new ArrayList<>());
      List<Diagnostic> faults = new ArrayList<>();
      read.forEach(
          one -> faults.add(fault(row, one.field(), "row." + one.kind().word(), one.message())));
      String id = people.field(KnownColumn.STUDENT).map(row.cells()::get).orElse("");
      requireKey(row, id, faults);
      boolean hasFault = !faults.isEmpty();
      require(row, KnownColumn.STUDENT, member.person().student().isPresent() || hasFault, faults);
      require(row, KnownColumn.GRADE, member.person().grade().isPresent() || hasFault, faults);
      boolean hasSchool =
          people.field(KnownColumn.SCHOOL).isEmpty() || member.person().school().isPresent();
      require(row, KnownColumn.SCHOOL, hasSchool || hasFault, faults);
      requireOnce(row, member, faults);
      if (!faults.isEmpty()) {
        bad.add(new BadRow(faults, member.person()));
      } else if (!member.lastDay().isBefore(date)) {
        rows.add(new Row(table.place(row.line()), member, StudentNumber.isNational(id)));
      }
    }

    /** A number that is mistyped is only doubtful; a pseudonym of another key would come to stay as another student. */
    private void requireKey(TableRow row, String id, List<Diagnostic> faults) {
      Optional<Integer> field = people.field(KnownColumn.STUDENT);
      if (ids.isOfAnotherKey(id)) {
        faults.add(fault(row, field, StudentNumberCheck.KEY_CODE, StudentNumberCheck.OTHER_KEY));
      } else {
        field.ifPresent(of -> numbers.check(() -> table.place(row.line(), of), id));
      }
    }

    private void require(
        TableRow row, KnownColumn column, boolean isThere, List<Diagnostic> faults) {
      if (!isThere) {
        faults.add(
            fault(row, people.field(column), "roster.blank", "the row has no " + column.word()));
      }
    }

    private void requireOnce(TableRow row, Member member, List<Diagnostic> faults) {
      Optional<String> student = member.person().student();
      if (student.isEmpty() || member.lastDay().isBefore(date)) {
        return;
      }
      Optional<Long> first = Optional.ofNullable(lines.putIfAbsent(
          List.of(member.person().school().orElse(""), student.get()), row.line()));
      first.ifPresent(line -> faults.add(fault(
          row,
          people.field(KnownColumn.STUDENT),
          "roster.twice",
          "the student stands in line " + line + " already")));
      if (student.filter(id -> !OutputText.harmless(id).equals(id)).isPresent()) {
        faults.add(fault(
            row,
            people.field(KnownColumn.STUDENT),
            "roster.formula",
            "the number of the student begins like a formula"));
      }
    }

    private Diagnostic fault(TableRow row, Optional<Integer> field, String code, String message) {
      Place place = field.map(of -> table.place(row.line(), of)).orElse(table.place(row.line()));
      return Diagnostic.error(code, place, "%s", message);
    }
  }
}
