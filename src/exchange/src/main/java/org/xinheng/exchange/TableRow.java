package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One row of a table as it stands in the file.
 *
 * @param line the line of the file in which it begins, from 1
 * @param cells its fields, as many as there are; unmodifiable, and not copied again
 */
public record TableRow(long line, List<String> cells) {

  /** The row with another text in one of its fields. */
  TableRow with(int field, String text) {
    List<String> changed = new ArrayList<>(cells);
    changed.set(field, text);
    return new TableRow(line, Collections.unmodifiableList(changed));
  }
}
