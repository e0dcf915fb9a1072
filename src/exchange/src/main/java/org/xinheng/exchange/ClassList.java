package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.definition.ColumnMap;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Sex;

/**
 * The students of a roster in its order, for pages that are printed and answers that are typed in.
 *
 * @param entries each student once
 * @param diagnostics rows that were left out
 */
public record ClassList(List<Entry> entries, List<Diagnostic> diagnostics) {

  private static final int BATCH_ROWS = 1024;

  public ClassList {
    entries = List.copyOf(entries);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * A student.
   *
   * @param student the school's own id
   * @param name as the roster has it, if it has one
   * @param school empty if the roster does not say
   * @param grade 1 to 12; empty if the roster does not say
   * @param schoolClass empty if the roster does not say
   * @param sex empty if the roster does not say
   * @param birthdate empty if the roster does not say
   */
  public record Entry(
      String student,
      Optional<String> name,
      String school,
      Optional<Integer> grade,
      String schoolClass,
      Optional<Sex> sex,
      Optional<LocalDate> birthdate) {

    /** School, grade and class, as far as they are known, such as {@code A 7 (2)}. */
    public String ofClass() {
      String grades = grade.map(String::valueOf).orElse("");
      String classes = schoolClass.isEmpty() ? "" : "(" + schoolClass + ")";
      return Stream.of(school, grades, classes)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(" "));
    }
  }

  /**
   * Reads a roster: a table with a column {@code student} (学号), and perhaps name, school, grade and class.
   *
   * @throws TableException if it is no table, or has no column of students
   */
  public static ClassList read(Path file) throws IOException {
    try (Table table = Table.open(file)) {
      Columns columns = Columns.find(table, List.of(), ColumnMap.NONE);
      if (columns.diagnostics().stream().anyMatch(Diagnostic::isError)) {
        throw new TableException(columns.diagnostics());
      }
      if (columns.people().field(KnownColumn.STUDENT).isEmpty()) {
        throw new TableException(List.of(Diagnostic.error(
                "roster.no-student", table.headerPlace(), "no column holds the students")
            .hint("name a column student or 学号")));
      }
      return read(table, columns.people());
    }
  }

  private static Place student(Table table, PersonReader people, TableRow row) {
    return table.place(row.line(), people.field(KnownColumn.STUDENT).orElse(0));
  }

  private static ClassList read(Table table, PersonReader people) throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<Diagnostic> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<TableRow> rows = table.read(BATCH_ROWS);
    while (!rows.isEmpty()) {
      for (TableRow row : rows) {
        if (row.cells().size() < table.headings().size()) {
          found.add(Diagnostic.warning(
              "row.too-few-fields",
              table.place(row.line()),
              "the row has fewer fields than the header and is left out"));
          continue;
        }
        Member member = people.readMember(row, new ArrayList<>());
        if (member.until().isPresent()) {
          // Gone, or in another class since, which has a row of its own.
          continue;
        }
        Person person = member.person();
        if (person.student().isEmpty()) {
          found.add(Diagnostic.warning(
              "roster.row", student(table, people, row), "the row has no student and is left out"));
        } else if (!seen.add(person.student().get())) {
          found.add(Diagnostic.warning(
              "roster.twice",
              student(table, people, row),
              "the student stands on the roster already; the first row is used"));
        } else {
          entries.add(new Entry(
              person.student().get(),
              people.name(row),
              person.school().orElse(""),
              person.grade(),
              person.schoolClass().orElse(""),
              person.sex(),
              person.birthdate()));
        }
      }
      rows = table.read(BATCH_ROWS);
    }
    return new ClassList(entries, found);
  }
}
