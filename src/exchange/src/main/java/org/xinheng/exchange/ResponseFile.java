package org.xinheng.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.definition.ColumnMap;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.scoring.ResponseTable;

/**
 * A file of answers to one or several questionnaires, one row a student, read in batches.
 *
 * <p>A column is an item ({@code phq-9.1}, {@code phq-9_1}), the time a form took ({@code phq-9.seconds}), a {@link
 * KnownColumn}, or passes through; a {@link ColumnMap} says so for columns with other headings. The columns of items of
 * free text are passed over: what students wrote there is neither kept nor written out. A cell that cannot be read
 * makes its answer {@link Missing#UNDECLARED} and marks the row. A row with fields missing or too many has no answers at
 * all, because nobody can say which field is which. No row is ever left out.
 *
 * <p>Memory does not grow with the file, save for 32 to 64 bytes a student by which a second row of the same student
 * is known.
 */
public final class ResponseFile implements Closeable {

  private final TextTable table;
  private final List<Instrument> instruments;
  private final Columns columns;
  private final List<Diagnostic> diagnostics;
  private final StudentKeys students = new StudentKeys();

  private ResponseFile(TextTable table, List<Instrument> instruments, Columns columns) {
    this.table = table;
    this.instruments = instruments;
    this.columns = columns;
    this.diagnostics = TableException.inFileOrder(columns.diagnostics());
  }

  /**
   * Opens a file and finds out what its columns mean.
   *
   * @param instruments at least one, each once
   * @throws TableException if the file is no table of answers to these questionnaires, with everything that is wrong
   * @throws IOException with the file, if it cannot be read
   */
  public static ResponseFile open(Path file, List<Instrument> instruments, ColumnMap map)
      throws IOException {
    Set<String> ids = new HashSet<>();
    for (Instrument instrument : instruments) {
      if (!ids.add(instrument.id())) {
        throw new IllegalArgumentException("'" + instrument.id() + "' is given twice");
      }
    }
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("at least one questionnaire must be given");
    }
    TextTable table = TextTable.open(file);
    Columns columns = Columns.find(table, instruments, map);
    List<Diagnostic> found = new ArrayList<>(table.diagnostics());
    found.addAll(columns.diagnostics());
    if (found.stream().anyMatch(Diagnostic::isError)) {
      table.close();
      throw new TableException(found);
    }
    return new ResponseFile(table, List.copyOf(instruments), columns);
  }

  /** Warnings, in file order: nothing that keeps the file from being read. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The file itself: its encoding, delimiter, hash and blank rows. */
  public TextTable table() {
    return table;
  }

  /** The columns that are no items, in file order. */
  public List<Heading> ownColumns() {
    return columns.own().stream().map(table.headings()::get).toList();
  }

  /**
   * The next rows; empty at the end of the file.
   *
   * @throws TableException if a quote is not closed
   */
  public Optional<ResponseBatch> next(int mostRows) throws IOException {
    if (!(mostRows >= 1)) {
      throw new IllegalArgumentException("mostRows must be at least 1: " + mostRows);
    }
    List<TableRow> rows = table.read(mostRows);
    return rows.isEmpty() ? Optional.empty() : Optional.of(batch(rows));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }

  private ResponseBatch batch(List<TableRow> rows) {
    List<ResponseTable> tables = instruments.stream()
        .map(instrument -> new ResponseTable(instrument, rows.size()))
        .toList();
    List<Person> people = new ArrayList<>(rows.size());
    List<List<RowFault>> faults = new ArrayList<>(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      List<RowFault> found = new ArrayList<>(0);
      people.add(fill(rows.get(row), row, tables, found));
      faults.add(found);
    }
    return new ResponseBatch(rows, columns.own(), tables, people, faults);
  }

  private Person fill(TableRow source, int row, List<ResponseTable> tables, List<RowFault> faults) {
    checkWidth(source, faults);
    if (!faults.isEmpty()) {
      for (ItemColumn column : columns.items()) {
        tables.get(column.instrument()).setMissing(row, column.item(), Missing.UNDECLARED);
      }
      return Person.UNKNOWN;
    }
    Person person = columns.people().read(source, faults);
    checkStudent(person, source.line(), faults);
    for (ResponseTable to : tables) {
      person.sex().ifPresent(sex -> to.sex(row, sex));
      person.grade().ifPresent(grade -> to.grade(row, grade));
      person.age().ifPresent(age -> to.age(row, age));
      person.informant().ifPresent(informant -> to.informant(row, informant));
      person.language().ifPresent(language -> to.language(row, language));
      person.region().ifPresent(region -> to.region(row, region));
      person.date().ifPresent(date -> to.year(row, date.getYear()));
    }
    for (ItemColumn column : columns.items()) {
      ResponseTable to = tables.get(column.instrument());
      ItemColumn.Outcome outcome = column.read(source.cells().get(column.field()), to, row);
      if (outcome != ItemColumn.Outcome.READ) {
        faults.add(column.fault(outcome));
      }
    }
    for (SecondsColumn column : columns.seconds()) {
      if (!column.read(source.cells().get(column.field()), tables.get(column.instrument()), row)) {
        faults.add(new RowFault(
            RowFault.Kind.UNREADABLE_SECONDS,
            "column '" + column.name() + "': the seconds cannot be read (such as 125 or 125.4)"));
      }
    }
    return person;
  }

  private void checkWidth(TableRow row, List<RowFault> faults) {
    int expected = table.headings().size();
    List<String> cells = row.cells();
    if (cells.size() < expected) {
      faults.add(new RowFault(
          RowFault.Kind.TOO_FEW_FIELDS,
          "line " + row.line() + " has " + cells.size() + " fields, the header " + expected));
    } else if (cells.size() > expected
        && cells.subList(expected, cells.size()).stream().anyMatch(cell -> !Cell.isBlank(cell))) {
      faults.add(new RowFault(
          RowFault.Kind.TOO_MANY_FIELDS,
          "line " + row.line() + " has " + cells.size() + " fields, the header " + expected));
    }
  }

  /**
   * The same student of the same school may stand there once a date and informant; where one of these cannot be read,
   * nobody can say whether it is the same.
   */
  private void checkStudent(Person person, long line, List<RowFault> faults) {
    boolean isOpen = faults.stream()
        .map(RowFault::kind)
        .anyMatch(kind ->
            kind == RowFault.Kind.UNREADABLE_DATE || kind == RowFault.Kind.UNREADABLE_INFORMANT);
    if (person.student().isEmpty() || isOpen) {
      return;
    }
    String key = String.join(
        "\u0000",
        person.school().orElse(""),
        person.student().get(),
        person.date().map(LocalDate::toString).orElse(""),
        person.informant().map(Informant::word).orElse(""));
    long first = students.firstLine(key, line);
    if (first != line) {
      faults.add(new RowFault(
          RowFault.Kind.DUPLICATE_STUDENT,
          "line " + line + " is of the same student, date and informant as line " + first));
    }
  }
}
