package org.xinheng.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.FullWidth;

/** Some columns of a table, whole, for statistics. A blank cell and one that says {@code NA} or {@code NaN} is missing. */
public final class DataColumns {

  private static final int ROWS_AT_ONCE = 4096;
  private static final int MOST_FAULTS = 20;
  private static final Set<String> MISSING = Set.of("", "na", "nan");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");

  private final String sha256;
  private final Map<String, List<String>> cells;
  private final List<Long> lines;
  private final Place header;
  private final List<Heading> headings;

  private DataColumns(
      String sha256,
      Map<String, List<String>> cells,
      List<Long> lines,
      Place header,
      List<Heading> headings) {
    this.sha256 = sha256;
    this.cells = cells;
    this.lines = lines;
    this.header = header;
    this.headings = List.copyOf(headings);
  }

  /**
   * Reads columns by their headings.
   *
   * @throws TableException if the file is no table, or has none or several columns of a name
   */
  public static DataColumns read(Path file, Set<String> headings) throws IOException {
    try (Table table = Table.open(file)) {
      Map<String, Integer> columnOf = columns(
          table.headings().stream().map(Heading::text).toList(), table.headerPlace(), headings);
      Map<String, List<String>> cells = new LinkedHashMap<>();
      headings.forEach(heading -> cells.put(heading, new ArrayList<>()));
      List<Long> lines = new ArrayList<>();
      List<TableRow> rows = table.read(ROWS_AT_ONCE);
      while (!rows.isEmpty()) {
        for (TableRow row : rows) {
          lines.add(row.line());
          columnOf.forEach((heading, column) -> cells
              .getOrDefault(heading, new ArrayList<>())
              .add(column < row.cells().size() ? present(row.cells().get(column)) : ""));
        }
        rows = table.read(ROWS_AT_ONCE);
      }
      return new DataColumns(sha256(file), cells, lines, table.headerPlace(), table.headings());
    }
  }

  /** Columns of a file that are in memory already, with those that were made of it. */
  static DataColumns held(
      Path file,
      Place header,
      List<Heading> headings,
      Map<String, List<String>> cells,
      List<Long> lines)
      throws IOException {
    return new DataColumns(sha256(file), cells, lines, header, headings);
  }

  /** Where a cell stands: in text its row, as in messages about rows. */
  private Place place(String heading, long line) {
    Place top = headings.stream()
        .filter(one -> one.text().equals(heading))
        .findFirst()
        .map(Heading::place)
        .orElse(header);
    return top.sheet()
        .map(sheet -> Place.inSheet(top.file(), sheet, (int) line, top.column()))
        .orElse(new Place(top.file(), (int) line, 1));
  }

  /**
   * Makes sure that there are columns of these names.
   *
   * @throws TableException if there are not
   */
  public DataColumns require(Set<String> headings) {
    columns(List.copyOf(cells.keySet()), header, headings);
    return this;
  }

  private static Map<String, Integer> columns(
      List<String> names, Place header, Set<String> headings) {
    List<Diagnostic> faults = new ArrayList<>();
    Map<String, Integer> columnOf = new LinkedHashMap<>();
    for (String heading : headings) {
      int first = names.indexOf(heading);
      if (first < 0) {
        faults.add(Diagnostic.error("column.unknown", header, "there is no column '%s'", heading)
            .hint("the columns are " + String.join(", ", names)));
      } else if (names.lastIndexOf(heading) != first) {
        faults.add(
            Diagnostic.error("column.duplicate", header, "two columns are called '%s'", heading)
                .hint("give each column a name of its own"));
      }
      columnOf.put(heading, first);
    }
    if (!faults.isEmpty()) {
      throw new TableException(faults);
    }
    return columnOf;
  }

  static String present(String cell) {
    String text = Cell.trimmed(cell);
    return MISSING.contains(Cell.plain(text)) ? "" : text;
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(TableFile.of(file).path()), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  public int rows() {
    return lines.size();
  }

  /** The headings, in order. */
  public List<String> headings() {
    return List.copyOf(cells.keySet());
  }

  /** The line of the file in which a row begins. */
  public long line(int row) {
    return lines.get(row);
  }

  /** The fingerprint of the file, in hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** The texts of a column, without blanks at their ends; empty where missing. */
  public List<String> texts(String heading) {
    return List.copyOf(cells.getOrDefault(heading, List.of()));
  }

  /**
   * The numbers of a column, {@code NaN} where missing.
   *
   * @throws TableException if a cell holds something else
   */
  public double[] numbers(String heading) {
    List<String> column = texts(heading);
    double[] numbers = new double[column.size()];
    List<Diagnostic> faults = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      String narrow = FullWidth.toNarrow(column.get(i));
      if (narrow.isEmpty()) {
        numbers[i] = Double.NaN;
      } else if (NUMBER.matcher(narrow).matches()) {
        numbers[i] = Double.parseDouble(narrow);
      } else if (faults.size() < MOST_FAULTS) {
        faults.add(Diagnostic.error(
                "cell.no-number",
                place(heading, lines.get(i)),
                "column '%s' of this row is no number",
                heading)
            .hint("leave the cell empty, or write NA, if the number is missing"));
      }
    }
    if (!faults.isEmpty()) {
      throw new TableException(faults);
    }
    return numbers;
  }
}
