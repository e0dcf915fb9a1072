package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.instrument.Instrument;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.Boarding;
import org.xinheng.screening.ConsentState;
import org.xinheng.screening.Form;
import org.xinheng.screening.Student;

/**
 * The tables of a campaign, brought together by student. A row that cannot be used is named by file and line and left
 * out; answers of a student who is not on the roster are kept, because they may hold an alert.
 */
final class CampaignTables {

  private static final int BATCH_ROWS = 4096;

  /** The grade of a student of whom none is known; no battery is for it. */
  private static final int NO_GRADE = 0;

  private final Path campaignFile;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final StudentIds ids;
  private final List<RosterStudent> students = new ArrayList<>();
  private final StudentIndex index = new StudentIndex();
  private final List<Diagnostic> found = new ArrayList<>();
  private int onRoster;

  /**
   * The tables of a campaign file are named relative to it.
   *
   * @param firstDay the first day of the campaign; who has left before is no member
   * @param lastDay its last day, in whose year answers without a date were given
   * @param ids by which students are known, whatever stands in the tables
   */
  CampaignTables(Path campaignFile, LocalDate firstDay, LocalDate lastDay, StudentIds ids) {
    this.campaignFile = campaignFile;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.ids = ids;
  }

  /** In the order of the roster; those who are not on it at the end. */
  List<RosterStudent> students() {
    return students;
  }

  /** How many of them are on the roster. */
  int onRoster() {
    return onRoster;
  }

  /** Rows that were left out or are doubtful, in the order in which the tables were read. */
  List<Diagnostic> diagnostics() {
    return found;
  }

  ColumnMap map(String file) throws IOException {
    return Definitions.columnMap(SourceText.read(campaignFile.resolveSibling(file)))
        .usable();
  }

  SchoolCalendar calendar(String file) throws IOException {
    return Definitions.calendar(SourceText.read(campaignFile.resolveSibling(file)))
        .usable();
  }

  void readRoster(String file) throws IOException {
    CampaignMembers members = new CampaignMembers(firstDay, lastDay);
    try (Table table = open(file)) {
      forEachRow(table, PersonReader::readMember, (row, member) -> {
        if (member.person().student().isEmpty() || member.person().grade().isEmpty()) {
          warn(row, "roster.row", "the row has no student or no grade and is left out");
        } else if (!members.add(member)) {
          warn(
              row,
              "roster.twice",
              "the student stands on the roster already; the first row is used");
        }
      });
    }
    for (CampaignMembers.Entry entry : members.entries()) {
      Member member = entry.member();
      RosterStudent student = add(
          member.person(),
          member.person().grade().orElseThrow(),
          member.boarding(),
          member.consent());
      onRoster++;
      entry.formerSchools().forEach(school -> index.add(student, school));
    }
  }

  private RosterStudent add(Person person, int grade) {
    return add(person, grade, Optional.empty(), Optional.empty());
  }

  private RosterStudent add(
      Person person, int grade, Optional<Boarding> boarding, Optional<ConsentState> consent) {
    RosterStudent student = new RosterStudent(
        new Student(
            person.student().orElse(""),
            person.school().orElse(""),
            grade,
            person.schoolClass().orElse(""),
            person.sex(),
            boarding,
            consent),
        person.region());
    students.add(student);
    index.add(student, student.student().school());
    return student;
  }

  void readResponses(String file, List<ScoringPlan> plans, ColumnMap map) throws IOException {
    List<Instrument> all = plans.stream().map(ScoringPlan::instrument).toList();
    List<Instrument> held;
    ColumnMap ofFile;
    try (Table table = open(file)) {
      Set<String> headings =
          table.headings().stream().map(Heading::text).collect(Collectors.toSet());
      ofFile = map.forColumns(headings);
      held = Columns.held(table, all, ofFile);
      if (held.isEmpty()) {
        throw new TableException(List.of(Diagnostic.error(
                "column.no-items", table.headerPlace(), "no column holds an item of the batteries")
            .hint(
                "name the columns such as '%s.%s', or map them",
                all.get(0).id(), all.get(0).items().get(0).id())));
      }
    }
    List<ScoringPlan> used =
        plans.stream().filter(plan -> held.contains(plan.instrument())).toList();
    try (ResponseFile responses = answers(file, held, ofFile)) {
      Optional<ResponseBatch> batch = responses.next(BATCH_ROWS);
      while (batch.isPresent()) {
        score(batch.get(), used, responses.table());
        batch = responses.next(BATCH_ROWS);
      }
      found.addAll(responses.diagnostics());
    }
  }

  /** The answers of a table to some questionnaires. */
  ResponseFile answers(String file, List<Instrument> instruments, ColumnMap map)
      throws IOException {
    return ResponseFile.open(campaignFile.resolveSibling(file), instruments, map, ids);
  }

  private void score(ResponseBatch batch, List<ScoringPlan> plans, Table of) {
    List<RosterStudent> owners = new ArrayList<>();
    for (int row = 0; row < batch.rows(); row++) {
      Row at = new Row(of, batch.line(row), List.of());
      if (!batch.faults(row).isEmpty()) {
        warn(at, "answers.row", batch.reason(row));
      }
      RosterStudent owner = owner(at, batch.person(row));
      owners.add(owner);
      batch.person(row).request().ifPresent(owner::add);
      for (int plan = 0; plan < plans.size(); plan++) {
        complete(batch.tables().get(plan), row, owner);
      }
    }
    for (int plan = 0; plan < plans.size(); plan++) {
      ScoreTable scores = plans.get(plan).run(batch.tables().get(plan));
      String questionnaire = plans.get(plan).instrument().id();
      for (int row = 0; row < batch.rows(); row++) {
        Form form = new Form(batch.tables().get(plan), scores, row)
            .withDay(batch.person(row).date());
        if (!owners.get(row).add(questionnaire, form)) {
          warn(
              new Row(of, batch.line(row), List.of()),
              "answers.twice",
              "the student answered '" + questionnaire
                  + "' twice; the answers with the more urgent alert are used, else the first");
        }
      }
    }
  }

  /** The roster knows who the student is, and the window when the answers were given, where the answers do not. */
  private void complete(ResponseTable answers, int row, RosterStudent owner) {
    if (owner.student().grade() != NO_GRADE) {
      answers.grade(row, owner.student().grade());
    }
    owner.student().sex().ifPresent(sex -> answers.sex(row, sex));
    owner.region().ifPresent(region -> answers.region(row, region));
    if (!answers.isYearKnown(row)) {
      answers.year(row, lastDay.getYear());
    }
  }

  private RosterStudent owner(Row row, Person person) {
    Optional<RosterStudent> onRoster = index.find(person);
    if (onRoster.isPresent()) {
      return onRoster.get();
    }
    warn(
        row,
        "answers.not-on-roster",
        "the answers belong to no student of the roster; they are kept at the end of the outcomes");
    return add(person, person.grade().orElse(NO_GRADE));
  }

  /** The student of a row, who must stand on the roster. */
  Optional<RosterStudent> ofStudent(Row row, Person person) {
    Optional<RosterStudent> student = index.find(person);
    if (student.isEmpty()) {
      warn(
          row,
          "evidence.not-on-roster",
          "the row belongs to no student of the roster and is left out");
    }
    return student;
  }

  /** A row of a table and where it stands. */
  record Row(Table table, long line, List<String> cells) {
    String cell(int field) {
      return field >= 0 && field < cells.size() ? cells.get(field) : "";
    }

    Place place() {
      return table.place(line);
    }

    Reading<LocalDate> date(String cell) {
      return Dates.read(cell, table.dateSystem());
    }
  }

  /** What a row says, and its faults. */
  private interface RowReader<T> {
    T read(PersonReader people, TableRow row, List<RowFault> faults);
  }

  void forEachRow(Table table, BiConsumer<Row, Person> use) throws IOException {
    forEachRow(table, PersonReader::read, use);
  }

  private <T> void forEachRow(Table table, RowReader<T> reader, BiConsumer<Row, T> use)
      throws IOException {
    Columns columns = Columns.find(table, List.of(), ColumnMap.NONE);
    if (columns.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      throw new TableException(columns.diagnostics());
    }
    Optional<Integer> studentField = columns.people().field(KnownColumn.STUDENT);
    StudentNumberCheck numbers = new StudentNumberCheck(this);
    List<TableRow> rows = table.read(BATCH_ROWS);
    while (!rows.isEmpty()) {
      for (TableRow row : rows) {
        Row at = new Row(table, row.line(), row.cells());
        if (row.cells().size() < table.headings().size()) {
          warn(
              at, "row.too-few-fields", "the row has fewer fields than the header and is left out");
        } else {
          List<RowFault> faults = new ArrayList<>();
          T read = reader.read(columns.people(), withId(row, studentField), faults);
          // Only answers say it of themselves; tables of evidence have their own warning.
          faults.removeIf(fault -> fault.kind() == RowFault.Kind.UNREADABLE_HELP);
          faults.forEach(fault -> found.add(Diagnostic.warning(
              "row." + fault.kind().word(),
              fault.field().map(field -> table.place(row.line(), field)).orElse(at.place()),
              "%s",
              fault.message())));
          studentField.map(at::cell).ifPresent(id -> numbers.check(at, id));
          use.accept(at, read);
        }
      }
      rows = table.read(BATCH_ROWS);
    }
    numbers.finish();
    found.addAll(table.diagnostics());
  }

  /** A row with the id by which the student is known. */
  private TableRow withId(TableRow row, Optional<Integer> studentField) {
    return ids.areAsWritten() || studentField.isEmpty()
        ? row
        : row.with(studentField.get(), WrittenIds.id(row.cells().get(studentField.get()), ids));
  }

  Table open(String file) throws IOException {
    Table table = Table.open(campaignFile.resolveSibling(file));
    if (table.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      table.close();
      throw new TableException(table.diagnostics());
    }
    return table;
  }

  void tell(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  void warn(Row row, String code, String message) {
    found.add(Diagnostic.warning(code, row.place(), "%s", message));
  }
}
