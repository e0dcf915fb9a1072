package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;

/** The columns of a table that has a fixed list of them, by the headings under which they are known. */
final class NamedFields {

  /** A column that may stand under several headings, the first of which is its name in messages. */
  record Column(boolean isNeeded, List<String> headings) {

    static Column needed(String... headings) {
      return new Column(true, List.of(headings));
    }

    static Column optional(String... headings) {
      return new Column(false, List.of(headings));
    }

    String name() {
      return headings.get(0);
    }
  }

  private final Map<Column, Integer> fields = new LinkedHashMap<>();

  private NamedFields() {}

  /**
   * Finds the columns of a table.
   *
   * @param code of the fault if a needed one is not there
   * @throws TableException with this fault
   */
  static NamedFields find(Table table, List<Column> columns, String code) {
    NamedFields found = new NamedFields();
    List<String> missing = new ArrayList<>();
    for (Column column : columns) {
      Optional<Integer> field = fieldOf(table, column);
      field.ifPresent(position -> found.fields.put(column, position));
      if (field.isEmpty() && column.isNeeded()) {
        missing.add(column.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new TableException(List.of(Diagnostic.error(
              code, table.headerPlace(), "no column is called %s", String.join(", ", missing))
          .hint(
              "the columns are student, %s",
              String.join(", ", columns.stream().map(Column::name).toList()))));
    }
    return found;
  }

  private static Optional<Integer> fieldOf(Table table, Column column) {
    List<String> plain = column.headings().stream().map(Cell::plain).toList();
    for (int field = 0; field < table.headings().size(); field++) {
      if (plain.contains(Cell.plain(table.headings().get(field).text()))) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Where a column stands in a row; empty if it is not there. */
  Optional<Integer> field(Column column) {
    return Optional.ofNullable(fields.get(column));
  }

  /** The cell of a row, empty if the column is not there. */
  String cell(List<String> cells, Column column) {
    int field = fields.getOrDefault(column, -1);
    return field >= 0 && field < cells.size() ? cells.get(field) : "";
  }
}
