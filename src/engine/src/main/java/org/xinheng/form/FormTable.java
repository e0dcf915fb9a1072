package org.xinheng.form;

import java.util.List;
import org.xinheng.instrument.Text;

/**
 * A table with empty rows.
 *
 * @param columns their headings
 * @param rows how many empty rows there are, at least 1
 */
public record FormTable(List<Text> columns, int rows) {
  public FormTable {
    columns = List.copyOf(columns);
  }
}
