package org.xinheng.exchange.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.diagnostic.Place;

/** The rows of a sheet in which anything stands, from the top, in constant memory. Of formulas it gives the last result. */
public final class SheetRows implements Closeable {

  /** What stands for a formula whose result nobody has calculated: to take it for an empty cell would lose an answer. */
  public static final String NOT_CALCULATED = "#NOT-CALCULATED!";

  /** What stands for a text with a character that no keyboard writes. */
  public static final String CONTROL_CHARACTER = "#CONTROL-CHARACTER!";

  private static final String[] SMALL = new String[1 << 10];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = Integer.toString(i);
    }
  }

  private final PartXml xml;
  private final Place place;
  private final SharedStrings strings;
  private final CellFormats formats;
  private final DateSystem dates;
  private final int width;
  private final StringBuilder value = new StringBuilder();
  private int rowNumber;
  private long blankRows;

  // Of the row that is read.
  private String[] cells = {};
  private int size;
  private int column;
  private int beyond;

  SheetRows(
      PartXml xml,
      Place place,
      SharedStrings strings,
      CellFormats formats,
      DateSystem dates,
      int width) {
    this.xml = xml;
    this.place = place;
    this.strings = strings;
    this.formats = formats;
    this.dates = dates;
    this.width = width;
  }

  /** The next row in which anything stands; empty at the end. */
  public Optional<FilledRow> next() throws IOException {
    while (xml.next()) {
      if (xml.isStart("row")) {
        readRow();
        if (size > 0 || beyond > 0) {
          return Optional.of(new FilledRow(rowNumber, cells(), beyond));
        }
        blankRows++;
      } else if (xml.isEnd("sheetData")) {
        // What stands behind the rows was gone through before, for the merged cells.
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** How many rows without anything in them were left out so far, of those that the sheet lists. */
  public long blankRows() {
    return blankRows;
  }

  private List<String> cells() {
    return Collections.unmodifiableList(Arrays.asList(Arrays.copyOf(cells, size)));
  }

  private void readRow() throws IOException {
    @Nullable String number = xml.plainAttribute("r");
    int next = number == null ? rowNumber + 1 : rowNumber(number);
    if (next <= rowNumber || next > CellAddress.LAST_ROW) {
      throw WorkbookException.damaged(
          place, "behind row " + rowNumber + " stands one with an impossible number");
    }
    rowNumber = next;
    size = 0;
    column = 0;
    beyond = 0;
    while (xml.next() && !xml.isEnd("row")) {
      if (xml.isStart("c")) {
        readCell();
      }
    }
  }

  private static int rowNumber(String text) {
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9' || number > CellAddress.LAST_ROW) {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  private void readCell() throws IOException {
    column = columnOf(xml.plainAttribute("r"));
    @Nullable String type = xml.plainAttribute("t");
    @Nullable String style = xml.plainAttribute("s");
    boolean isFormula = false;
    boolean hasValue = false;
    String text = "";
    value.setLength(0);
    while (xml.next() && !xml.isEnd("c")) {
      if (xml.isStart("f")) {
        isFormula = true;
        xml.skip();
      } else if (xml.isStart("is")) {
        hasValue = true;
        text = CellText.read(xml, "is", place);
      } else if (xml.isStart("v")) {
        hasValue = true;
        readValue();
      } else if (xml.isStart()) {
        // An extension may hold elements of the same names.
        xml.skip();
      }
    }
    if (isFormula && !hasValue) {
      text = NOT_CALCULATED;
    } else if (value.length() > 0) {
      text = textOf(type == null ? "n" : type, style == null ? 0 : rowNumber(style));
    }
    put(text);
  }

  private int columnOf(@Nullable String reference) {
    if (reference == null) {
      if (column >= CellAddress.LAST_COLUMN) {
        throw WorkbookException.damaged(place, "row " + rowNumber + " has too many cells");
      }
      return column + 1;
    }
    CellAddress address = CellAddress.of(reference)
        .filter(cell -> cell.row() == rowNumber && cell.column() > column)
        .orElseThrow(() -> WorkbookException.damaged(
            place, "a cell of row " + rowNumber + " has an impossible reference"));
    return address.column();
  }

  private void readValue() throws IOException {
    while (xml.next() && !xml.isEnd("v")) {
      if (xml.isText()) {
        xml.addTextTo(value);
        if (value.length() > CellText.MOST_CHARS) {
          throw WorkbookException.tooLarge(
              place,
              "a cell of row " + rowNumber + " holds a text of more than " + CellText.MOST_CHARS
                  + " characters");
        }
      }
    }
  }

  private String textOf(String type, int style) {
    return switch (type) {
      case "n" -> number(style);
      case "s" -> shared();
      case "b" -> isYes() ? "TRUE" : "FALSE";
      case "str" -> CellText.decoded(value);
      case "e" -> error();
      case "d" -> value.toString().replace('T', ' ').replaceFirst(" 00:00:00(\\.0+)?$", "");
      default ->
        throw WorkbookException.damaged(
            place, "a cell of row " + rowNumber + " has a type that is not known");
    };
  }

  private String error() {
    String text = value.toString();
    return text.startsWith("#") ? text : "#" + text;
  }

  private boolean isYes() {
    return (value.length() > 0 && value.charAt(0) == '1') || value.toString().equals("true");
  }

  private String shared() {
    return Optional.of(
            NumberText.isPlain(value) ? Integer.parseInt(value, 0, value.length(), 10) : -1)
        .flatMap(strings::text)
        .orElseThrow(() -> WorkbookException.damaged(
            place, "a cell of row " + rowNumber + " refers to a text that is not there"));
  }

  private String number(int style) {
    boolean isDate = formats.isDate(style);
    if (!isDate && NumberText.isPlain(value)) {
      int small = Integer.parseInt(value, 0, value.length(), 10);
      return small < SMALL.length ? SMALL[small] : value.toString();
    }
    BigDecimal number = NumberText.number(value.toString())
        .orElseThrow(() -> WorkbookException.damaged(
            place, "a cell of row " + rowNumber + " says that it is a number and is none"));
    Optional<String> date = isDate ? dates.text(number) : Optional.empty();
    return date.orElseGet(() -> NumberText.text(number));
  }

  private void put(String text) {
    if (isBlank(text)) {
      return;
    }
    if (column > width) {
      beyond = beyond == 0 ? column : beyond;
      return;
    }
    if (cells.length < column) {
      cells = Arrays.copyOf(cells, Math.min(width, Math.max(column, 2 * cells.length)));
    }
    Arrays.fill(cells, size, column - 1, "");
    cells[column - 1] = hasControl(text) ? CONTROL_CHARACTER : text;
    size = column;
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == '\u007F') {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
