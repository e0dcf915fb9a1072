package org.xinheng.diagnostic;

import java.util.Optional;

/**
 * A place in a file.
 *
 * @param file the file as the user named it, or as it is called inside the shipped library
 * @param sheet of a workbook, the sheet by its name; empty in any other file
 * @param line from 1; in a sheet the row
 * @param column from 1, in characters; in a sheet in cells
 */
public record Place(String file, Optional<String> sheet, int line, int column)
    implements Comparable<Place> {

  private static final int LETTERS = 26;

  /** A place in a file of text. */
  public Place(String file, int line, int column) {
    this(file, Optional.empty(), line, column);
  }

  /** The very beginning of a file, for faults of the file as a whole. */
  public static Place startOf(String file) {
    return new Place(file, 1, 1);
  }

  /** A cell of a workbook. */
  public static Place inSheet(String file, String sheet, int row, int column) {
    return new Place(file, Optional.of(sheet), row, column);
  }

  /** The cell as spreadsheet programs name it, such as {@code C7}; empty in a file of text. */
  public Optional<String> cell() {
    return sheet.map(name -> letters(column) + line);
  }

  private static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / LETTERS) {
      letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
    }
    return letters.toString();
  }

  @Override
  public int compareTo(Place other) {
    int byFile = file.compareTo(other.file);
    if (byFile != 0) {
      return byFile;
    }
    int bySheet = sheet.orElse("").compareTo(other.sheet.orElse(""));
    if (bySheet != 0) {
      return bySheet;
    }
    return line == other.line
        ? Integer.compare(column, other.column)
        : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return sheet
        .map(name -> file + ", sheet '" + name + "', cell " + letters(column) + line)
        .orElse(file + ":" + line + ":" + column);
  }
}
