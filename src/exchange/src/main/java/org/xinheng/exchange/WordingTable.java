package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.xinheng.definition.WordingDraft;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

/**
 * A wording pack as a table with the columns {@code item} and {@code text}, in any form that {@link Table}
 * reads. A row is an item by its id, an answer by response set and code ({@code frequency.0}), or one of {@link
 * WordingDraft#HEAD} by its key.
 */
public final class WordingTable {

  private static final int BATCH_ROWS = 1024;

  private WordingTable() {}

  /**
   * Reads the table; whether it fits is for {@link WordingDraft#against} to say.
   *
   * @throws TableException if it is no table with these two columns
   */
  public static WordingDraft read(Path file) throws IOException {
    try (Table table = Table.open(file)) {
      int item = column(table, "item");
      int text = column(table, "text");
      WordingDraft draft = new WordingDraft(table.headerPlace());
      table.diagnostics().forEach(draft::report);
      List<TableRow> rows = table.read(BATCH_ROWS);
      while (!rows.isEmpty()) {
        rows.forEach(
            row -> put(cell(row, item), cell(row, text), table.place(row.line(), text), draft));
        rows = table.read(BATCH_ROWS);
      }
      return draft;
    }
  }

  private static void put(String name, String text, Place place, WordingDraft draft) {
    if (WordingDraft.HEAD.contains(name.toLowerCase(Locale.ROOT))) {
      draft.put(name.toLowerCase(Locale.ROOT), text, place);
    } else if (name.contains(".")) {
      draft.put("responses." + name, text, place);
    } else {
      draft.put(WordingDraft.item(name), text, place);
    }
  }

  private static String cell(TableRow row, int column) {
    return column < row.cells().size() ? row.cells().get(column).strip() : "";
  }

  private static int column(Table table, String name) {
    List<String> headings = table.headings().stream()
        .map(heading -> heading.text().toLowerCase(Locale.ROOT))
        .toList();
    if (!headings.contains(name)) {
      throw new TableException(List.of(
          Diagnostic.error("wording.column", table.headerPlace(), "no column is called '%s'", name)
              .hint("the first line is: item,text")));
    }
    return headings.indexOf(name);
  }
}
