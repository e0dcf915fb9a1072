package org.xinheng.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.scoring.ResponseTable;

/**
 * The column of a file that says how long the forms of one questionnaire took.
 *
 * @param field its position in a row, from 0
 * @param instrument the position of the questionnaire among those that are read
 * @param name how messages name the column
 */
record SecondsColumn(int field, int instrument, String name) {

  /** {@code 125}, {@code 125.4}, {@code 125秒}. */
  private static final Pattern SECONDS =
      Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(?:s|sec|seconds|秒)?");

  /**
   * Puts a cell of the file into a row of the table; nothing if it is blank.
   *
   * @return whether the cell could be read
   */
  boolean read(String cell, ResponseTable table, int row) {
    String plain = Cell.plain(cell);
    Matcher seconds = SECONDS.matcher(plain);
    if (seconds.matches()) {
      table.seconds(row, Double.parseDouble(seconds.group(1)));
      return true;
    }
    return plain.isEmpty();
  }
}
