package org.xinheng.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.scoring.ResponseTable;

/**
 * Makes answers of rows. It keeps nothing of a row, so that threads may share it.
 *
 * @param instruments what is asked
 * @param columns what each field means
 * @param width how many fields a row has
 */
record ResponseRows(List<Instrument> instruments, Columns columns, int width) {

  private static final char SEPARATOR = 0;

  /** Knows the students of a file. */
  interface FirstLines {

    /** The line of the first row with a key; that of this row if there was none before. */
    long firstLine(String key, long line);
  }

  ResponseRows {
    instruments = List.copyOf(instruments);
  }

  /** Rows as a batch. */
  ResponseBatch batch(List<TableRow> rows, FirstLines students) {
    List<ResponseTable> tables = instruments.stream()
        .map(instrument -> new ResponseTable(instrument, rows.size()))
        .toList();
    List<Person> people = new ArrayList<>(rows.size());
    List<List<RowFault>> faults = new ArrayList<>(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      List<RowFault> found = new ArrayList<>(0);
      people.add(fill(rows.get(row), row, tables, students, found));
      faults.add(found);
    }
    return new ResponseBatch(rows, columns.own(), tables, people, faults);
  }

  private Person fill(
      TableRow source,
      int row,
      List<ResponseTable> tables,
      FirstLines students,
      List<RowFault> faults) {
    checkWidth(source, faults);
    if (!faults.isEmpty()) {
      for (ItemColumn column : columns.items()) {
        tables.get(column.instrument()).setMissing(row, column.item(), Missing.UNDECLARED);
      }
      return Person.UNKNOWN;
    }
    Person person = columns.people().read(source, faults);
    checkStudent(person, source.line(), students, faults);
    tables.forEach(to -> describe(person, to, row));
    for (ItemColumn column : columns.items()) {
      ResponseTable to = tables.get(column.instrument());
      ItemColumn.Outcome outcome = column.read(source.cells().get(column.field()), to, row);
      if (outcome != ItemColumn.Outcome.READ) {
        faults.add(column.fault(outcome, source.cells().get(column.field())));
      }
    }
    for (SecondsColumn column : columns.seconds()) {
      if (!column.read(source.cells().get(column.field()), tables.get(column.instrument()), row)) {
        faults.add(new RowFault(
            RowFault.Kind.UNREADABLE_SECONDS,
            "column '" + column.name() + "': the seconds cannot be read (such as 125 or 125.4)",
            Optional.of(column.field())));
      }
    }
    return person;
  }

  /** The student and occasion of a row, if they make a {@link #studentKey}. */
  Optional<Person> keyed(TableRow row) {
    List<RowFault> faults = new ArrayList<>(0);
    checkWidth(row, faults);
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    Person person = columns.people().read(row, faults);
    return studentKey(person, faults).map(key -> person);
  }

  /** Tells a row of answers what scores depend on beside them. */
  static void describe(Person person, ResponseTable to, int row) {
    person.sex().ifPresent(sex -> to.sex(row, sex));
    person.grade().ifPresent(grade -> to.grade(row, grade));
    person.age().ifPresent(age -> to.age(row, age));
    person.informant().ifPresent(informant -> to.informant(row, informant));
    person.language().ifPresent(language -> to.language(row, language));
    person.region().ifPresent(region -> to.region(row, region));
    person.date().ifPresent(date -> to.year(row, date.getYear()));
  }

  private void checkWidth(TableRow row, List<RowFault> faults) {
    List<String> cells = row.cells();
    if (cells.size() < width) {
      faults.add(new RowFault(
          RowFault.Kind.TOO_FEW_FIELDS,
          "line " + row.line() + " has " + cells.size() + " fields, the header " + width));
    } else if (cells.size() > width
        && cells.subList(width, cells.size()).stream().anyMatch(cell -> !Cell.isBlank(cell))) {
      faults.add(new RowFault(
          RowFault.Kind.TOO_MANY_FIELDS,
          "line " + row.line() + " has " + cells.size() + " fields, the header " + width));
    }
  }

  private static void checkStudent(
      Person person, long line, FirstLines students, List<RowFault> faults) {
    Optional<String> key = studentKey(person, faults);
    if (key.isEmpty()) {
      return;
    }
    long first = students.firstLine(key.get(), line);
    if (first != line) {
      faults.add(new RowFault(
          RowFault.Kind.DUPLICATE_STUDENT,
          "line " + line + " is of the same student, date and informant as line " + first));
    }
  }

  /**
   * By what rows of the same student and occasion are known. The same student of the same school may stand there once a date
   * and informant; where one of these cannot be read, nobody can say whether it is the same.
   */
  static Optional<String> studentKey(Person person, List<RowFault> faults) {
    boolean isOpen = faults.stream()
        .map(RowFault::kind)
        .anyMatch(kind ->
            kind == RowFault.Kind.UNREADABLE_DATE || kind == RowFault.Kind.UNREADABLE_INFORMANT);
    return isOpen
        ? Optional.empty()
        : person.student().map(student -> studentKey(person.school().orElse(""), student, person));
  }

  private static String studentKey(String school, String student, Person person) {
    return studentKey(school, student, occasion(person));
  }

  /** @param occasion of a person, by {@link #occasion} */
  static String studentKey(String school, String student, String occasion) {
    return school + SEPARATOR + student + SEPARATOR + occasion;
  }

  /** What tells rows of the same student apart: the date and the informant. */
  static String occasion(Person person) {
    return person.date().map(LocalDate::toString).orElse("")
        + SEPARATOR
        + person.informant().map(Informant::word).orElse("");
  }
}
