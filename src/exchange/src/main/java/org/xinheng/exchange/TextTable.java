package org.xinheng.exchange;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.workbook.DateSystem;

/**
 * A delimited text file: headings, then rows in file order, in constant memory.
 *
 * <p>Encoding, delimiter and line ends are found out.
 */
public final class TextTable implements Table {

  /** A field longer than this is an open quote. */
  private static final int MOST_CHARS_IN_FIELD = 1 << 20;

  private final TextFile source;
  private final HeaderLine header;
  private final List<Diagnostic> diagnostics;
  private final CloseableIterator<CsvRecord> records;
  private final FieldPlaces places;
  private long nextLine = 1;
  private long blankRows;

  private TextTable(TextFile source, HeaderLine header, CloseableIterator<CsvRecord> records) {
    this.source = source;
    this.header = header;
    this.diagnostics = new ArrayList<>(faultsOf(header.headings()));
    diagnostics.addAll(header.warnings());
    this.records = records;
    this.places = new FieldPlaces(source, header.delimiter());
  }

  /**
   * Opens a file and reads its headings.
   *
   * @throws TableException if it is no text, has no header or a quote in the header is not closed; faults of single
   *     headings are {@link #diagnostics()}
   * @throws IOException with the file, if it cannot be read
   */
  public static TextTable open(Path file) throws IOException {
    return open(TextFile.scan(file));
  }

  static TextTable open(TextFile source) throws IOException {
    HeaderLine header;
    try (Reader reader = source.open()) {
      header = HeaderLine.read(reader, source.path().toString());
    }
    CloseableIterator<CsvRecord> records =
        csv(header.delimiter()).ofCsvRecord(source.open()).iterator();
    TextTable table = new TextTable(source, header, records);
    table.skipHeader();
    return table;
  }

  private static CsvReader.CsvReaderBuilder csv(Delimiter delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter.character())
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(MOST_CHARS_IN_FIELD);
  }

  /** The cells of a line, if it is a whole row and nothing else. */
  static Optional<List<String>> cells(String line, Delimiter delimiter) throws IOException {
    try (CsvReader<CsvRecord> reader = csv(delimiter).ofCsvRecord(line)) {
      List<CsvRecord> rows = reader.stream().toList();
      return rows.size() == 1 ? Optional.of(rows.get(0).getFields()) : Optional.empty();
    } catch (CsvParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public Path file() {
    return source.path();
  }

  public TextEncoding encoding() {
    return source.encoding();
  }

  public Delimiter delimiter() {
    return header.delimiter();
  }

  @Override
  public List<Heading> headings() {
    return header.headings();
  }

  /** Where the header begins, for faults of the header as a whole. */
  @Override
  public Place headerPlace() {
    return new Place(file().toString(), (int) header.line(), 1);
  }

  @Override
  public TableForm form() {
    return new TableForm.Text(encoding(), delimiter());
  }

  @Override
  public Place place(long line) {
    return new Place(file().toString(), (int) line, 1);
  }

  @Override
  public Place place(long line, int field) {
    return places.of(line, field);
  }

  @Override
  public Optional<DateSystem> dateSystem() {
    return Optional.empty();
  }

  /** Headings that are empty or stand twice, and rows near them that were passed over. */
  @Override
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /** Whether the headings are one line of the file, and nothing but blank lines stands above. */
  boolean beginsWithHeadings() {
    return header.line() == header.lastLine() && header.rowsBefore() == 0;
  }

  /** How many rows without any text were left out so far. */
  @Override
  public long blankRows() {
    return blankRows;
  }

  /**
   * The next rows; none at the end of the file.
   *
   * @throws TableException if a quote is not closed, so that nobody can say where the next row begins
   * @throws CharacterCodingException if the file was not read through before, and is no text in its encoding
   */
  @Override
  public List<TableRow> read(int mostRows) throws IOException {
    List<TableRow> rows = new ArrayList<>();
    while (rows.size() < mostRows) {
      @Nullable CsvRecord row = next();
      if (row == null) {
        break;
      }
      rows.add(new TableRow(row.getStartingLineNumber(), row.getFields()));
    }
    return rows;
  }

  @Override
  public void close() throws IOException {
    records.close();
    places.close();
  }

  /** What stands above the header holds at most delimiters and quotes, which may be a text where another delimiter is used. */
  private void skipHeader() throws IOException {
    @Nullable CsvRecord row = next();
    blankRows -= header.rowsBefore();
    while (row != null && row.getStartingLineNumber() < header.lastLine()) {
      blankRows++;
      row = next();
    }
    if (row == null || row.getStartingLineNumber() != header.lastLine()) {
      throw new TableException(List.of(brokenQuotes(file().toString(), (int) header.line())));
    }
  }

  /** The next row with text in it; null at the end. */
  private @Nullable CsvRecord next() throws IOException {
    try {
      while (records.hasNext()) {
        CsvRecord row = records.next();
        nextLine = row.getStartingLineNumber() + 1 + lineEndsIn(row);
        if (!isBlank(row)) {
          return row;
        }
        blankRows++;
      }
      return null;
    } catch (CsvParseException e) {
      // Its message holds text of the file.
      throw new TableException(List.of(brokenQuotes(file().toString(), (int) nextLine)));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        // A file that was presumed to be text in some encoding is none.
        throw e.getCause();
      }
      throw new IOException(file() + " cannot be read further", e.getCause());
    }
  }

  static Diagnostic brokenQuotes(String file, int line) {
    return Diagnostic.error(
            "file.quote",
            new Place(file, line, 1),
            "a quoted field of this row is not closed, or has text behind its closing quote")
        .hint("close the quote; a quote inside a quoted field is written twice");
  }

  private static boolean isBlank(CsvRecord row) {
    return isBlank(row.getFields());
  }

  static boolean isBlank(List<String> cells) {
    return cells.stream().allMatch(Cell::isBlank);
  }

  private static int lineEndsIn(CsvRecord row) {
    int lineEnds = 0;
    for (int i = 0; i < row.getFieldCount(); i++) {
      lineEnds += TextRecord.lineEnds(row.getField(i));
    }
    return lineEnds;
  }

  /** Of the telephones and names of two parents nobody asks which is which. */
  private static boolean isPersonal(Heading heading) {
    return KnownColumn.ofHeading(heading.text()).filter(KnownColumn::isPersonal).isPresent();
  }

  static List<Diagnostic> faultsOf(List<Heading> headings) {
    List<Diagnostic> found = new ArrayList<>();
    Map<String, Integer> columnOf = new HashMap<>();
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      if (heading.text().isEmpty()) {
        found.add(
            Diagnostic.error("column.empty", heading.place(), "column %d has no heading", i + 1)
                .hint("name the column, or delete it"));
        continue;
      }
      @Nullable Integer first = columnOf.putIfAbsent(heading.text(), i);
      if (first != null && !isPersonal(heading)) {
        found.add(Diagnostic.error(
                "column.duplicate",
                heading.place(),
                "columns %d and %d are both called '%s'",
                first + 1,
                i + 1,
                heading.text())
            .hint("give each column a name of its own"));
      }
    }
    return List.copyOf(found);
  }
}
