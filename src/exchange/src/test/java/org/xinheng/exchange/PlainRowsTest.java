package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.definition.ColumnMap;
import org.xinheng.exchange.bulk.Piece;
import org.xinheng.exchange.bulk.RowFields;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.RowLookup;

/** Rows read from bytes hold what {@link ResponseFile} reads, and rows that are not plain are declined. */
class PlainRowsTest {

  private static final int ROWS = 300;
  private static final Charset GB18030 = Charset.forName("GB18030");

  @TempDir
  Path folder;

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 40);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void readsPlainRowsAsTheGeneralReaderAndDeclinesAllOthers(int seed) throws IOException {
    RandomFile file = new RandomFile(seed);
    Path path = Files.write(folder.resolve("answers.csv"), file.bytes());
    Map<Long, Integer> rowOfLine = new HashMap<>();
    ResponseBatch batch;
    List<Heading> own;
    try (ResponseFile general = ResponseFile.open(path, file.instruments, file.map)) {
      own = general.ownColumns();
      batch = general.next(ROWS + 1).orElseThrow();
    }
    for (int row = 0; row < batch.rows(); row++) {
      rowOfLine.put(batch.line(row), row);
    }
    try (TextTable table = TextTable.open(path)) {
      PlainRows rows = new PlainRows(
          Columns.find(table, file.instruments, file.map),
          table.headings().size(),
          file.instruments);
      RowFields fields = new RowFields(table.delimiter().character(), rows.fields());
      byte[] bytes = Arrays.copyOf(file.bytes(), file.bytes().length + Piece.SLACK);
      int line = afterLineFeed(bytes, 0);
      for (int row = 0; row < ROWS; row++) {
        int next = afterLineFeed(bytes, line);
        int end = fields.read(bytes, line);
        assertThat(end != RowFields.NOT_PLAIN)
            .as("plain: " + file.lines.get(row))
            .isEqualTo(file.plain.get(row));
        if (end != RowFields.NOT_PLAIN) {
          assertThat(end).isEqualTo(next);
          Optional<Integer> same = Optional.ofNullable(rowOfLine.get(row + 2L));
          assertThat(same).as("not blank: " + file.lines.get(row)).isPresent();
          assertThat(batch.reason(same.orElseThrow())).doesNotContain("item");
          assertSameAnswers(rows, fields, file.instruments, batch, same.orElseThrow());
          assertSameTexts(
              fields,
              bytes,
              file.charset.newDecoder(),
              table.headings(),
              own,
              batch,
              same.orElseThrow());
        }
        line = next;
      }
    }
  }

  private static void assertSameAnswers(
      PlainRows rows,
      RowFields fields,
      List<Instrument> instruments,
      ResponseBatch batch,
      int row) {
    for (int i = 0; i < instruments.size(); i++) {
      ResponseTable table = batch.tables().get(i);
      for (Item item : instruments.get(i).keptItems()) {
        int column = table.column(item.id());
        assertThat(RowLookup.cell(table, row, column))
            .isEqualTo(OptionalInt.of(fields.cells().bytes()[rows.firstCell(i) + column]));
      }
    }
  }

  private static void assertSameTexts(
      RowFields fields,
      byte[] bytes,
      CharsetDecoder decoder,
      List<Heading> headings,
      List<Heading> own,
      ResponseBatch batch,
      int row)
      throws IOException {
    for (int column = 0; column < own.size(); column++) {
      int field = headings.indexOf(own.get(column));
      String expected = batch.ownCell(row, column);
      assertThat(fields.text(field, bytes, decoder)).isEqualTo(expected);
      if (fields.isBare(field)) {
        assertThat(OutputText.harmless(expected)).isEqualTo(expected).doesNotContain(",", "\"");
      }
    }
  }

  private static int afterLineFeed(byte[] bytes, int start) {
    int at = start;
    while (bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  /** A file in any spelling, and which of its rows are plain. */
  private static final class RandomFile {

    private static final List<String> OTHER = List.of(
        "", "x", "S-017", "张三", "O'Neil", " padded ", "=1+1", "-5", "@home", "１２", "1", "#");
    private static final List<String> QUOTED =
        List.of("a,b", "a;b", "a\tb", "say \"hi\"", "", "x", "=2");

    /** Spelled as no plain answer is, with whatever meaning. */
    private static final List<String> NO_PLAIN_ANSWER =
        List.of("１", " 1", "1 ", "1.0", "0001", "7", "x", "-1", " ", "是", "1\"1", "999");

    private final Random random;
    private final List<Instrument> instruments;
    private final ColumnMap map;
    private final Charset charset;
    private final String mark;
    private final String lineEnd;
    private final char delimiter;
    private final boolean quotesAnswers;
    private final boolean quotesOthers;
    private final List<String> headings = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Boolean> plain = new ArrayList<>();

    RandomFile(int seed) throws IOException {
      random = new Random(seed);
      instruments = random.nextBoolean()
          ? List.of(Example.CALM_3)
          : List.of(Example.shipped("phq-9"), Example.CALM_3);
      map = random.nextInt(3) > 0
          ? ColumnMap.NONE
          : Example.map("columns: {x: class}\ncodes: {calm-3: {5: 1, 888: missing.refused}}\n");
      charset = random.nextInt(3) == 0 ? GB18030 : StandardCharsets.UTF_8;
      mark = charset.equals(StandardCharsets.UTF_8) && random.nextInt(3) == 0 ? "\uFEFF" : "";
      lineEnd = random.nextInt(3) == 0 ? "\r\n" : "\n";
      delimiter = ",;\t".charAt(random.nextInt(3));
      quotesAnswers = random.nextInt(4) == 0;
      quotesOthers = random.nextInt(3) == 0;
      instruments.forEach(instrument ->
          instrument.keptItems().forEach(item -> headings.add(instrument.id() + "." + item.id())));
      List.of("学号", "note", "x").forEach(own -> headings.add(random.nextInt(headings.size()), own));
      if (random.nextInt(3) == 0) {
        Collections.shuffle(headings, random);
      }
      for (int row = 0; row < ROWS; row++) {
        addRow();
      }
    }

    byte[] bytes() {
      String header = mark + String.join(String.valueOf(delimiter), headings);
      return (header + lineEnd + String.join(lineEnd, lines) + lineEnd).getBytes(charset);
    }

    private void addRow() {
      List<String> cells = new ArrayList<>();
      boolean isPlain = true;
      boolean hasText = false;
      double blanks = random.nextInt(10) == 0 ? 1 : 0.1;
      double faults = random.nextInt(3) == 0 ? 0.1 : 0;
      for (String heading : headings) {
        boolean isAnswer = heading.contains(".");
        if (random.nextDouble() < blanks) {
          cells.add("");
        } else if (!isAnswer) {
          String text = text();
          boolean holdsQuote = text.contains("\"") || text.contains(String.valueOf(delimiter));
          hasText |= text.chars().anyMatch(c -> c > ' ' && c <= '~' && c != '"' && c != delimiter);
          cells.add(holdsQuote || quotesOthers ? "\"" + text.replace("\"", "\"\"") + "\"" : text);
        } else if (random.nextDouble() < faults) {
          cells.add(NO_PLAIN_ANSWER.get(random.nextInt(NO_PLAIN_ANSWER.size())));
          isPlain = false;
        } else {
          cells.add(answer(heading));
          hasText = true;
        }
      }
      if (random.nextInt(20) == 0) {
        cells.remove(cells.size() - 1);
        isPlain = false;
      } else if (random.nextInt(20) == 0) {
        cells.add(random.nextBoolean() ? "" : "1");
        isPlain = false;
      }
      lines.add(String.join(String.valueOf(delimiter), cells));
      plain.add(isPlain && hasText);
    }

    private String text() {
      List<String> texts = random.nextInt(4) == 0 ? QUOTED : OTHER;
      return texts.get(random.nextInt(texts.size()));
    }

    private String answer(String heading) {
      List<String> codes = new ArrayList<>(List.of("0", "1", "2", "00", "01", "002"));
      if (heading.startsWith("calm-3")) {
        codes.add("9");
        if (!map.equals(ColumnMap.NONE)) {
          codes.addAll(List.of("5", "888"));
        }
      } else {
        codes.add("3");
      }
      String code = codes.get(random.nextInt(random.nextInt(4) == 0 ? codes.size() : 3));
      return quotesAnswers ? "\"" + code + "\"" : code;
    }
  }
}
