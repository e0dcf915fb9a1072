package org.xinheng.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.definition.ColumnMap;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.identity.Pseudonyms;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.instrument.Sex;
import org.xinheng.policy.SchoolKind;
import org.xinheng.screening.Boarding;
import org.xinheng.screening.ConsentState;
import org.xinheng.screening.Dormitory;

/**
 * The roster that is kept over the years: a row for each time of a student in a class. It is a CSV file that people may edit; what
 * they add in columns of their own stays where it is.
 */
final class KeptRoster {

  private static final int BATCH_ROWS = 1024;

  /** In the order in which a new roster has them. */
  private static final List<KnownColumn> COLUMNS = List.of(
      KnownColumn.STUDENT,
      KnownColumn.SCHOOL,
      KnownColumn.GRADE,
      KnownColumn.CLASS,
      KnownColumn.SEX,
      KnownColumn.BIRTHDATE,
      KnownColumn.BOARDING,
      KnownColumn.CONSENT,
      KnownColumn.FROM,
      KnownColumn.UNTIL);

  /** Columns that only some schools need: they are there once a list says something of them. */
  private static final List<KnownColumn> FURTHER =
      List.of(KnownColumn.SCHOOL_KIND, KnownColumn.DORMITORY, KnownColumn.ROOM);

  private final List<String> headings = new ArrayList<>();
  private final Map<KnownColumn, Integer> fields = new EnumMap<>(KnownColumn.class);
  private final List<Period> periods = new ArrayList<>();

  /** A time of a student in a class: a row of the file. */
  static final class Period {

    private final List<String> cells;
    private Member member;

    private Period(List<String> cells, Member member) {
      this.cells = cells;
      this.member = member;
    }

    Member member() {
      return member;
    }
  }

  private KeptRoster() {}

  /**
   * Reads the roster; an empty one if there is no file yet.
   *
   * @param ids by which students are known
   * @throws TableException if it is no CSV, a row of it is at fault, or its pseudonyms were not made with the key of the ids
   */
  static KeptRoster read(Path file, StudentIds ids) throws IOException {
    KeptRoster roster = new KeptRoster();
    // What stands in the file goes first, in its order.
    if (Files.exists(file)) {
      if (TableFile.of(file).isWorkbook()) {
        throw new TableException(List.of(Diagnostic.error(
                "roster.kept-form",
                Place.startOf(file.toString()),
                "the roster that is kept is a workbook")
            .hint("save it as 'CSV UTF-8', or name a folder for a new one")));
      }
      try (TextTable table = TextTable.open(file)) {
        if (!table.beginsWithHeadings()) {
          // A row above them would not be there any more once the roster is written.
          throw new TableException(List.of(Diagnostic.error(
                  "roster.kept-form",
                  Place.startOf(file.toString()),
                  "something stands above the headings of the roster that is kept")
              .hint("delete it, so that the headings are the first row")));
        }
        roster.read(table, ids);
      }
    }
    roster.addMissingColumns();
    return roster;
  }

  static KeptRoster empty() {
    KeptRoster roster = new KeptRoster();
    roster.addMissingColumns();
    return roster;
  }

  private void addMissingColumns() {
    COLUMNS.forEach(this::addMissing);
    periods.forEach(this::fill);
  }

  private void addMissing(KnownColumn column) {
    if (!fields.containsKey(column)) {
      fields.put(column, headings.size());
      headings.add(column.word());
    }
  }

  /** A row that is older than a column has nothing in it. */
  private void fill(Period period) {
    while (period.cells.size() < headings.size()) {
      period.cells.add("");
    }
  }

  private void read(TextTable table, StudentIds ids) throws IOException {
    Columns columns = Columns.find(table, List.of(), ColumnMap.NONE);
    PersonReader people = columns.people();
    List<Diagnostic> faults = new ArrayList<>(table.diagnostics());
    faults.addAll(columns.diagnostics());
    if (people.field(KnownColumn.STUDENT).isEmpty()
        || people.field(KnownColumn.GRADE).isEmpty()) {
      faults.add(Diagnostic.error(
              "roster.kept-columns",
              table.headerPlace(),
              "the roster that is kept has no column of students, or none of grades")
          .hint("name the columns student (学号) and grade (年级)"));
    }
    table.headings().forEach(heading -> headings.add(heading.text()));
    Stream.concat(COLUMNS.stream(), FURTHER.stream())
        .forEach(column -> people.field(column).ifPresent(field -> fields.put(column, field)));
    List<TableRow> rows = table.read(BATCH_ROWS);
    while (!rows.isEmpty()) {
      for (TableRow row : rows) {
        read(row, table, people, ids, faults);
      }
      rows = table.read(BATCH_ROWS);
    }
    if (faults.stream().anyMatch(Diagnostic::isError)) {
      throw new TableException(faults);
    }
  }

  /** Spreadsheets write blank fields behind the last heading. */
  private TableRow withoutBlankEnd(TableRow row) {
    int width = headings.size();
    boolean isLonger = row.cells().size() > width
        && row.cells().subList(width, row.cells().size()).stream().allMatch(Cell::isBlank);
    return isLonger ? new TableRow(row.line(), row.cells().subList(0, width)) : row;
  }

  private void read(
      TableRow ofFile,
      TextTable table,
      PersonReader people,
      StudentIds ids,
      List<Diagnostic> faults) {
    TableRow source = withoutBlankEnd(ofFile);
    if (source.cells().size() != headings.size()) {
      faults.add(Diagnostic.error(
          "row.fields",
          table.place(source.line()),
          "a row of the roster that is kept has other fields than its header"));
      return;
    }
    requireKey(source, table, people, ids, faults);
    TableRow row = WrittenIds.withId(source, people.field(KnownColumn.STUDENT), ids);
    List<RowFault> found = new ArrayList<>();
    Member member = people.readMember(row, found);
    found.forEach(fault -> faults.add(Diagnostic.error(
        "row." + fault.kind().word(),
        fault
            .field()
            .map(of -> table.place(row.line(), of))
            .orElseGet(() -> table.place(row.line())),
        "%s",
        fault.message())));
    if (found.isEmpty()
        && (member.person().student().isEmpty() || member.person().grade().isEmpty())) {
      faults.add(Diagnostic.error(
          "roster.blank",
          table.place(
              row.line(),
              people
                  .field(
                      member.person().student().isEmpty() ? KnownColumn.STUDENT : KnownColumn.GRADE)
                  .orElse(0)),
          "a row of the roster that is kept has no student or no grade"));
    }
    periods.add(new Period(new ArrayList<>(row.cells()), member));
  }

  /** Ids on it would become pseudonyms for good, and those of another key nobody's. */
  private static void requireKey(
      TableRow row, TextTable table, PersonReader people, StudentIds ids, List<Diagnostic> faults) {
    Optional<Integer> field = people.field(KnownColumn.STUDENT);
    String id = field.map(row.cells()::get).orElse("");
    if (ids.isOfAnotherKey(id)) {
      faults.add(Diagnostic.error(
              StudentNumberCheck.KEY_CODE,
              table.place(row.line(), field.orElse(0)),
              "%s",
              StudentNumberCheck.OTHER_KEY)
          .hint("name the key with which the roster is kept"));
    } else if (ids.arePseudonyms() && !id.isBlank() && !Pseudonyms.isPseudonym(id)) {
      faults.add(Diagnostic.error(
              "roster.kept-ids",
              table.place(row.line(), field.orElse(0)),
              "the roster that is kept holds ids, which pseudonyms would replace for good")
          .hint("leave out --pseudonyms here and give it to screen, or name a new file"));
    }
  }

  /** Whether it holds pseudonyms of a key that is not given. */
  boolean lacksKeyOf(StudentIds ids) {
    return periods.stream()
        .anyMatch(
            period -> period.member().person().student().filter(ids::lacksKeyOf).isPresent());
  }

  /** In the order of the file. */
  List<Period> periods() {
    return List.copyOf(periods);
  }

  /** The last day on which anything was changed; empty if none is known. */
  Optional<LocalDate> lastChange() {
    return periods.stream()
        .flatMap(period -> Stream.concat(
            period.member.from().stream(),
            period.member.until().map(day -> day.plusDays(1)).stream()))
        .max(Comparator.naturalOrder());
  }

  /** Adds a student who was not there, from a day on if one is given. */
  void add(Member member) {
    Period period = new Period(new ArrayList<>(), new Member(Person.UNKNOWN));
    put(period, KnownColumn.STUDENT, member.person().student());
    putClass(period, member);
    putDetails(period, member);
    put(period, KnownColumn.CONSENT, member.consent().map(ConsentState::word));
    put(period, KnownColumn.FROM, member.from().map(LocalDate::toString));
    period.member = member;
    periods.add(period);
  }

  /** Puts a student into another class from a day on. What people wrote about the student goes along. */
  void move(Period period, Member to, LocalDate from) {
    close(period, from.minusDays(1));
    reopen(period, to, from);
  }

  /** Takes a student in again who has left. What people wrote about the student goes along. */
  void reopen(Period period, Member to, LocalDate from) {
    Period next = new Period(new ArrayList<>(period.cells), period.member);
    put(next, KnownColumn.FROM, Optional.of(from.toString()));
    put(next, KnownColumn.UNTIL, Optional.empty());
    next.member = period.member.between(Optional.of(from), Optional.empty());
    correctClass(next, to);
    putDetails(next, to);
    periods.add(periods.indexOf(period) + 1, next);
  }

  /** Writes another school, grade and class into a row. */
  void correctClass(Period period, Member to) {
    putClass(period, to);
  }

  /** Writes what else is known of the student and the school into a row, as far as it is, and says whether that changes anything. */
  boolean putDetails(Period period, Member of) {
    boolean changes = put(
        period,
        KnownColumn.SEX,
        of.person().sex().map(Sex::word),
        period.member.person().sex().map(Sex::word));
    changes |= put(
        period,
        KnownColumn.BIRTHDATE,
        of.person().birthdate().map(LocalDate::toString),
        period.member.person().birthdate().map(LocalDate::toString));
    changes |= put(
        period,
        KnownColumn.BOARDING,
        of.boarding().map(Boarding::word),
        period.member.boarding().map(Boarding::word));
    changes |= put(
        period,
        KnownColumn.SCHOOL_KIND,
        of.kind().map(SchoolKind::word),
        period.member.kind().map(SchoolKind::word));
    changes |= putDormitory(period, of);
    return changes;
  }

  private boolean putDormitory(Period period, Member of) {
    Optional<Dormitory> before = period.member.dormitory();
    boolean isFirst = before.isEmpty() && of.dormitory().isPresent();
    if (isFirst || period.member.livesElsewhereThan(of)) {
      // Both, since one cell may have held both.
      put(period, KnownColumn.DORMITORY, of.dormitory().map(Dormitory::name));
      put(period, KnownColumn.ROOM, of.dormitory().flatMap(Dormitory::room));
      return true;
    }
    return put(
        period,
        KnownColumn.ROOM,
        of.dormitory().flatMap(Dormitory::room),
        before.flatMap(Dormitory::room));
  }

  /** Ends a student's time in a class. */
  void close(Period period, LocalDate lastDay) {
    LocalDate last =
        lastDay.isBefore(period.member.firstDay()) ? period.member.firstDay() : lastDay;
    put(period, KnownColumn.UNTIL, Optional.of(last.toString()));
  }

  private void putClass(Period period, Member of) {
    Person person = of.person();
    if (person.school().isPresent()) {
      put(period, KnownColumn.SCHOOL, person.school());
    }
    put(period, KnownColumn.GRADE, person.grade().map(String::valueOf));
    // A list that names no class says nothing against the one of the same grade.
    boolean isSameGrade = person.grade().equals(period.member.person().grade());
    if (person.schoolClass().isPresent() || !isSameGrade) {
      put(period, KnownColumn.CLASS, person.schoolClass());
    }
  }

  private boolean put(
      Period period, KnownColumn column, Optional<String> value, Optional<String> before) {
    boolean changes = value.isPresent() && !value.equals(before);
    if (changes) {
      put(period, column, value);
    }
    return changes;
  }

  private void put(Period period, KnownColumn column, Optional<String> value) {
    if (value.isPresent() || fields.containsKey(column)) {
      addMissing(column);
      fill(period);
      period.cells.set(Objects.requireNonNull(fields.get(column)), value.orElse(""));
    }
  }

  /** Writes the roster whole, or leaves the one that was there. */
  void write(Path file) throws IOException {
    try (AtomicFile target = AtomicFile.begin(file)) {
      CsvWriter csv = CsvWriter.builder()
          .lineDelimiter(LineDelimiter.LF)
          .build(TextEncoding.UTF_8_WITH_MARK.markedWriter(target.stream()));
      csv.writeRecord(headings.stream().map(OutputText::harmless).toList());
      for (Period period : periods) {
        fill(period);
        csv.writeRecord(period.cells.stream().map(OutputText::harmless).toList());
      }
      csv.flush();
      target.commit();
    }
  }
}
