package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import org.xinheng.instrument.Interval;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.Form;
import org.xinheng.screening.GradeOfSchool;
import org.xinheng.screening.Student;

/**
 * The tables of a campaign, brought together by student. A row that cannot be used is named by file and line and left
 * out; answers of a student who is not on the roster are kept, because they may hold an alert.
 */
final class CampaignTables {

  /** The code of the warning that pseudonyms cannot be joined with ids. */
  static final String NO_KEY = "pseudonym.no-key";

  private static final int BATCH_ROWS = 4096;

  /** The grade of a student of whom none is known; no battery is for it. */
  private static final int NO_GRADE = 0;

  private final Path campaignFile;
  private final LocalDate firstDay;
  private final LocalDate lastDay;
  private final StudentIds ids;
  private final List<RosterStudent> students = new ArrayList<>();
  private final StudentIndex index = new StudentIndex();
  private final StudentIndex leftOut = new StudentIndex();
  private final Set<GradeOfSchool> gradesLeftOut = new LinkedHashSet<>();
  private final List<Diagnostic> found = new ArrayList<>();
  private int onRoster;
  private boolean lacksKey;
  private boolean saidLacksKey;

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

  /**
   * Reads the roster.
   *
   * @param grades that the campaign is for, if not for all
   */
  void readRoster(String file, Optional<Interval> grades) throws IOException {
    CampaignMembers members = new CampaignMembers(firstDay, lastDay);
    try (Table table = open(file)) {
      forEachRow(table, PersonReader::readMember, (row, member) -> {
        if (member.person().student().isEmpty() || member.person().grade().isEmpty()) {
          warn(
              row.at(member.person().student().isEmpty() ? KnownColumn.STUDENT : KnownColumn.GRADE),
              "roster.row",
              "the row has no student or no grade and is left out");
        } else if (!members.add(member)) {
          warn(
              row.at(KnownColumn.STUDENT),
              "roster.twice",
              "the student stands on the roster already; the first row is used");
        }
      });
    }
    for (CampaignMembers.Entry entry : members.entries()) {
      lacksKey |= entry.member().person().student().filter(ids::lacksKeyOf).isPresent();
      Member member = entry.member();
      int grade = member.person().grade().orElseThrow();
      boolean isLeftOut = grades.filter(of -> !of.contains(grade)).isPresent();
      RosterStudent student = isLeftOut ? leaveOut(member, grade) : add(member, grade);
      onRoster += isLeftOut ? 0 : 1;
      StudentIndex known = isLeftOut ? leftOut : index;
      entry.formerSchools().forEach(school -> known.add(student, school));
    }
    if (onRoster == 0 && !gradesLeftOut.isEmpty()) {
      found.add(Diagnostic.warning(
              "roster.other-grades",
              Place.startOf(file),
              "nobody on the roster is in the grades that the campaign is for (%s)",
              grades.orElseThrow())
          .hint("look at 'grades' in the campaign file, or take it out"));
    }
  }

  private RosterStudent leaveOut(Member member, int grade) {
    RosterStudent student = student(member, grade);
    leftOut.add(student, student.student().school());
    gradesLeftOut.add(new GradeOfSchool(student.student().school(), grade));
    return student;
  }

  /** The grades of the roster that the campaign is not for. */
  Set<GradeOfSchool> gradesLeftOut() {
    return gradesLeftOut;
  }

  private RosterStudent add(Person person, int grade) {
    return add(new Member(person), grade);
  }

  private RosterStudent add(Member member, int grade) {
    RosterStudent student = student(member, grade);
    students.add(student);
    index.add(student, student.student().school());
    return student;
  }

  private static RosterStudent student(Member member, int grade) {
    Person person = member.person();
    return new RosterStudent(
        new Student(
            person.student().orElse(""),
            person.school().orElse(""),
            grade,
            person.schoolClass().orElse(""),
            person.sex(),
            member.boarding(),
            member.consent(),
            member.dormitory(),
            member.kind()),
        person.region());
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
        score(batch.get(), used, responses);
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

  private void score(ResponseBatch batch, List<ScoringPlan> plans, ResponseFile of) {
    List<RosterStudent> owners = new ArrayList<>();
    for (int row = 0; row < batch.rows(); row++) {
      Row at = Row.of(of, batch.line(row));
      batch
          .faults(row)
          .forEach(fault -> warn(at.at(fault.field()), "answers.row", fault.message()));
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
              Row.of(of, batch.line(row)).at(KnownColumn.STUDENT),
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
    Optional<RosterStudent> ofOtherGrade = leftOut.find(person);
    if (ofOtherGrade.isPresent()) {
      warn(
          row.at(KnownColumn.STUDENT),
          "answers.other-grade",
          "the answers are of a student in a grade that the campaign is not for; they are kept at"
              + " the end of the outcomes");
      return takeIn(ofOtherGrade.get());
    }
    warnOfKey(row, person);
    warn(
        row.at(KnownColumn.STUDENT),
        "answers.not-on-roster",
        "the answers belong to no student of the roster; they are kept at the end of the outcomes");
    return add(person, person.grade().orElse(NO_GRADE));
  }

  /** Of who is in another grade something came in all the same, and an alert must not be lost. */
  private RosterStudent takeIn(RosterStudent student) {
    students.add(student);
    index.add(student, student.student().school());
    return student;
  }

  /** The student of a report that raises an alert: also one in a grade that the campaign is not for. */
  Optional<RosterStudent> ofAlert(Row row, Person person) {
    Optional<RosterStudent> ofOtherGrade =
        index.find(person).isPresent() ? Optional.empty() : leftOut.find(person);
    ofOtherGrade.ifPresent(this::takeIn);
    return ofStudent(row, person);
  }

  /** The student of a row, who must stand on the roster. */
  Optional<RosterStudent> ofStudent(Row row, Person person) {
    Optional<RosterStudent> student = index.find(person);
    if (student.isEmpty() && leftOut.find(person).isEmpty()) {
      warnOfKey(row, person);
      warn(
          row.at(KnownColumn.STUDENT),
          "evidence.not-on-roster",
          "the row belongs to no student of the roster and is left out");
    }
    return student;
  }

  /** Where the roster holds pseudonyms and a table does not, nobody is found, and it is said once why. */
  private void warnOfKey(Row row, Person person) {
    boolean isOther = lacksKey && person.student().filter(ids::lacksKeyOf).isEmpty();
    if (isOther && !saidLacksKey) {
      saidLacksKey = true;
      found.add(Diagnostic.warning(
              NO_KEY,
              row.at(KnownColumn.STUDENT).place(),
              "the roster holds pseudonyms, and this table does not: its students are not found")
          .hint("name the key of the roster with --pseudonyms"));
    }
  }

  /**
   * A row of a table and where it stands.
   *
   * @param field the one that is pointed to, if it is one
   */
  record Row(
      Table table, long line, List<String> cells, PersonReader people, Optional<Integer> field) {

    /** A row of answers, whose cells are read already. */
    static Row of(ResponseFile answers, long line) {
      return new Row(
          answers.table(), line, List.of(), answers.rows().columns().people(), Optional.empty());
    }

    /** The row with a column pointed to, if it has it. */
    Row at(KnownColumn column) {
      return at(people.field(column));
    }

    Row at(Optional<Integer> pointedTo) {
      return new Row(table, line, cells, people, pointedTo);
    }

    String cell(int field) {
      return field >= 0 && field < cells.size() ? cells.get(field) : "";
    }

    Place place() {
      return field.map(of -> table.place(line, of)).orElseGet(() -> table.place(line));
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
    StudentNumberCheck numbers = new StudentNumberCheck(ids, found::add);
    List<TableRow> rows = table.read(BATCH_ROWS);
    while (!rows.isEmpty()) {
      for (TableRow row : rows) {
        Row at = new Row(table, row.line(), row.cells(), columns.people(), Optional.empty());
        if (row.cells().size() < table.headings().size()) {
          warn(
              at, "row.too-few-fields", "the row has fewer fields than the header and is left out");
        } else {
          List<RowFault> faults = new ArrayList<>();
          T read = reader.read(columns.people(), WrittenIds.withId(row, studentField, ids), faults);
          // Only answers say it of themselves; tables of evidence have their own warning.
          faults.removeIf(fault -> fault.kind() == RowFault.Kind.UNREADABLE_HELP);
          faults.forEach(fault -> found.add(Diagnostic.warning(
              "row." + fault.kind().word(), at.at(fault.field()).place(), "%s", fault.message())));
          studentField.ifPresent(
              field -> numbers.check(() -> at.at(studentField).place(), at.cell(field)));
          use.accept(at, read);
        }
      }
      rows = table.read(BATCH_ROWS);
    }
    numbers.finish();
    found.addAll(table.diagnostics());
  }

  Table open(String file) throws IOException {
    Table table = Table.open(campaignFile.resolveSibling(file));
    if (table.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      table.close();
      throw new TableException(table.diagnostics());
    }
    return table;
  }

  void warn(Diagnostic warning) {
    found.add(warning);
  }

  void warn(Row row, String code, String message) {
    found.add(Diagnostic.warning(code, row.place(), "%s", message));
  }
}
