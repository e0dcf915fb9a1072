package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.exchange.identity.Aliases;
import org.xinheng.exchange.identity.StudentNumber;

/** A table of student numbers that have been replaced: a column {@code old} (旧学籍号) and a column {@code new} (新学籍号). */
public final class AliasFile {

  private static final int BATCH_ROWS = 1024;

  private static final NamedFields.Column OLD =
      NamedFields.Column.needed("old", "old number", "旧学籍号", "原学籍号", "临时学籍号");
  private static final NamedFields.Column NEW =
      NamedFields.Column.needed("new", "new number", "新学籍号", "现学籍号", "正式学籍号");

  private AliasFile() {}

  /**
   * Reads the table. No row may be doubtful, because a student would be taken for another one.
   *
   * @throws TableException with every row that is at fault, or if it is no such table
   */
  public static Aliases read(Path file) throws IOException {
    Map<String, String> replaced = new LinkedHashMap<>();
    try (Table table = Table.open(file)) {
      List<Diagnostic> found = new ArrayList<>(
          table.diagnostics().stream().filter(Diagnostic::isError).toList());
      NamedFields fields = NamedFields.find(table, List.of(OLD, NEW), "aliases.columns");
      List<TableRow> rows = table.read(BATCH_ROWS);
      while (!rows.isEmpty()) {
        for (TableRow row : rows) {
          String from = StudentNumber.canonical(fields.cell(row.cells(), OLD));
          String to = StudentNumber.canonical(fields.cell(row.cells(), NEW));
          NamedFields.Column column = isRight(from) ? NEW : OLD;
          fault(from, to, replaced)
              .ifPresent(message -> found.add(Diagnostic.error(
                  "aliases.row",
                  table.place(row.line(), fields.field(column).orElse(0)),
                  "%s",
                  message)));
          replaced.put(from, to);
        }
        rows = table.read(BATCH_ROWS);
      }
      if (!found.isEmpty()) {
        throw new TableException(found);
      }
    }
    return new Aliases(replaced);
  }

  private static boolean isRight(String from) {
    return !from.isEmpty() && StudentNumber.fault(from).isEmpty();
  }

  private static Optional<String> fault(String from, String to, Map<String, String> before) {
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.of("the row needs an old and a new number");
    }
    Optional<StudentNumber.Fault> wrong =
        StudentNumber.fault(from).or(() -> StudentNumber.fault(to));
    if (wrong.isPresent()) {
      return Optional.of(wrong.get().message());
    }
    boolean isOther = before.containsKey(from) && !to.equals(before.get(from));
    return isOther
        ? Optional.of("the old number was replaced by another one further up")
        : Optional.empty();
  }
}
