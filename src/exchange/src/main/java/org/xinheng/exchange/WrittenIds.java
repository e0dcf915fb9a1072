package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.exchange.identity.StudentNumber;

/**
 * Changes the ids of a table of answers as it is read, so that nothing behind it sees another. Where ids become pseudonyms, other
 * columns could still say who a student is: a name, a telephone number, a remark. Nobody can tell from a heading, so
 * only columns that are known, and say no such thing, pass through.
 */
final class WrittenIds {

  private static final Set<KnownColumn> PERSONAL = EnumSet.of(KnownColumn.BIRTHDATE);

  private final StudentIds ids;
  private final Table table;
  private Optional<Integer> studentField = Optional.empty();

  WrittenIds(StudentIds ids, Table table) {
    this.ids = ids;
    this.table = table;
  }

  /** The columns, of which only those pass through that may. */
  Columns columns(Columns found) {
    studentField = found.people().field(KnownColumn.STUDENT);
    if (!ids.arePseudonyms()) {
      return found;
    }
    List<Diagnostic> diagnostics = new ArrayList<>(found.diagnostics());
    if (studentField.isEmpty()) {
      diagnostics.add(Diagnostic.error(
              "pseudonym.no-student",
              table.headerPlace(),
              "no column holds the students, so that there is nothing to make pseudonyms of")
          .hint("name a column student or 学号, map it, or leave out --pseudonyms"));
    }
    Set<Integer> harmless = EnumSet.complementOf(EnumSet.copyOf(PERSONAL)).stream()
        .flatMap(column -> found.people().field(column).stream())
        .collect(Collectors.toSet());
    List<Integer> own = found.own().stream().filter(harmless::contains).toList();
    if (own.size() < found.own().size()) {
      diagnostics.add(Diagnostic.warning(
              "pseudonym.columns",
              table.headerPlace(),
              "%d columns could say who a student is and do not pass through: %s",
              found.own().size() - own.size(),
              found.own().stream()
                  .filter(field -> !harmless.contains(field))
                  .map(field -> "'" + table.headings().get(field).text() + "'")
                  .collect(Collectors.joining(", ")))
          .hint("beside items, columns such as student, school, grade, class, sex, age and date"
              + " pass through"));
    }
    return new Columns(found.items(), found.seconds(), found.people(), own, diagnostics);
  }

  /** The rows with the ids that are written. */
  List<TableRow> rows(List<TableRow> read) {
    return ids.areAsWritten() || studentField.isEmpty()
        ? read
        : read.stream().map(row -> row(row, studentField.get())).toList();
  }

  private TableRow row(TableRow read, int field) {
    if (field >= read.cells().size()) {
      return read;
    }
    String cell = read.cells().get(field);
    boolean isHidden = ids.arePseudonyms() && BrokenCell.reasonOfNumber(cell).isPresent();
    return read.with(field, isHidden ? "" : id(cell, ids));
  }

  /** A row with the id by which its student is known, if it has a column of students. */
  static TableRow withId(TableRow row, Optional<Integer> studentField, StudentIds ids) {
    return ids.areAsWritten() || studentField.isEmpty()
        ? row
        : row.with(studentField.get(), id(row.cells().get(studentField.get()), ids));
  }

  /** What stands in place of an id; a number that a spreadsheet has spoilt is nobody's, and stays to be found at fault. */
  private static String id(String cell, StudentIds ids) {
    return BrokenCell.reasonOfNumber(cell).isPresent() ? cell : ids.of(cell);
  }

  /**
   * Names the rows whose student number cannot be right. One that is mistyped has a pseudonym that no other table has; one that a spreadsheet
   * has rounded has none, and what is left of it is not written either.
   */
  void addFaults(List<TableRow> read, ResponseBatch batch) {
    if (ids.areAsWritten() || studentField.isEmpty()) {
      return;
    }
    int field = studentField.get();
    for (int row = 0; row < read.size(); row++) {
      List<String> cells = read.get(row).cells();
      if (field < cells.size()) {
        addFault(cells.get(field), field, batch, row);
      }
    }
  }

  private void addFault(String cell, int field, ResponseBatch batch, int row) {
    Optional<RowFault> fault = StudentNumber.fault(cell)
        .map(found ->
            new RowFault(RowFault.Kind.STUDENT_NUMBER, found.message(), Optional.of(field)));
    if (ids.isOfAnotherKey(cell)) {
      fault = Optional.of(
          new RowFault(RowFault.Kind.OTHER_KEY, StudentNumberCheck.OTHER_KEY, Optional.of(field)));
    }
    if (ids.arePseudonyms()) {
      fault = fault.or(() -> BrokenCell.reasonOfNumber(cell)
          .map(reason -> new RowFault(
              RowFault.Kind.UNREADABLE_STUDENT,
              "column '" + table.headings().get(field).text() + "': " + reason,
              Optional.of(field))));
    }
    fault.ifPresent(found -> batch.addFault(row, found));
  }
}
