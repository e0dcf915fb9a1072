package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

class TextTableTest {

  @TempDir
  Path folder;

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of(TextEncoding.UTF_8, StandardCharsets.UTF_8, ""),
        Arguments.of(TextEncoding.UTF_8_WITH_MARK, StandardCharsets.UTF_8, "\uFEFF"),
        Arguments.of(TextEncoding.UTF_16_LITTLE_ENDIAN, StandardCharsets.UTF_16LE, "\uFEFF"),
        Arguments.of(TextEncoding.UTF_16_BIG_ENDIAN, StandardCharsets.UTF_16BE, "\uFEFF"),
        Arguments.of(TextEncoding.GB18030, Charset.forName("GB18030"), ""),
        Arguments.of(TextEncoding.GB18030, Charset.forName("GBK"), ""));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void readsEveryEncoding(TextEncoding expected, Charset charset, String mark) throws IOException {
    try (TextTable table = open((mark + "学号,性别\n甲,女\n").getBytes(charset))) {
      assertThat(table.encoding()).isEqualTo(expected);
      assertThat(table.headings()).extracting(Heading::text).containsExactly("学号", "性别");
      assertThat(table.read(9)).containsExactly(new TableRow(2, List.of("甲", "女")));
    }
  }

  @Test
  void looksAtAllBytesBeforeItDecidesOnUtf8() throws IOException {
    byte[] late = ("a,b\n" + "1,2\n".repeat(100_000) + "甲,2\n").getBytes(Charset.forName("GBK"));
    try (TextTable table = open(late)) {
      assertThat(table.encoding()).isEqualTo(TextEncoding.GB18030);
      assertThat(table.read(200_000)).last().isEqualTo(new TableRow(100_002, List.of("甲", "2")));
    }
  }

  @Test
  void refusesBytesThatAreNoText() {
    assertThat(faultOf(new byte[] {'a', (byte) 0xFF, '\n'}).code()).isEqualTo("file.encoding");
    assertThat(faultOf(new byte[] {'a', 0, ',', 0}).message()).contains("UTF-16 without");
    assertThat(faultOf(new byte[] {'P', 'K', 3, 4}).code()).isEqualTo("file.workbook");
  }

  @Test
  void refusesUtf8WithMarkAndABrokenTail() {
    byte[] cut = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', '\n', (byte) 0xE5};
    assertThat(faultOf(cut).message()).contains("not UTF-8 with byte-order mark");
  }

  @Test
  void refusesAFileWithoutText() {
    assertThat(faultOf("\n\r\n ,\n".getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo("file.empty");
    assertThat(faultOf(new byte[0]).code()).isEqualTo("file.empty");
  }

  @Test
  void namesAFileThatIsNotThere() {
    Path missing = folder.resolve("missing.csv");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> TextTable.open(missing))
        .withMessageContaining("missing.csv");
  }

  @Test
  void takesTheDelimiterThatStandsMostOftenOutsideQuotes() throws IOException {
    assertThat(delimiterOf("a,b;c,d")).isEqualTo(Delimiter.COMMA);
    assertThat(delimiterOf("\"a,b,c\";d")).isEqualTo(Delimiter.SEMICOLON);
    assertThat(delimiterOf("a\tb,c\td")).isEqualTo(Delimiter.TAB);
    assertThat(delimiterOf("a")).isEqualTo(Delimiter.COMMA);
  }

  @Test
  void readsQuotedCellsWithDelimitersQuotesAndLineEnds() throws IOException {
    try (TextTable table = open("a,b\r\n\"x,\"\"y\"\"\",\"p\r\nq\"\r\n5,6\r\n")) {
      assertThat(table.read(9))
          .containsExactly(
              new TableRow(2, List.of("x,\"y\"", "p\r\nq")), new TableRow(4, List.of("5", "6")));
    }
  }

  @ParameterizedTest
  @MethodSource("lineEnds")
  void countsLinesAndBlankRowsWithEveryLineEnd(String end) throws IOException {
    String text = String.join(end, "", "a,b", "1,2", "", " ,\u3000", "3,4");
    try (TextTable table = open(text)) {
      assertThat(table.read(9))
          .containsExactly(new TableRow(3, List.of("1", "2")), new TableRow(6, List.of("3", "4")));
      assertThat(table.blankRows()).isEqualTo(3);
    }
  }

  static Stream<String> lineEnds() {
    return Stream.of("\n", "\r\n", "\r");
  }

  @Test
  void trimsHeadingsAndSaysWhereTheyBegin() throws IOException {
    try (TextTable table = open("\n a ,\"b,\"\"\",\u3000学号\t,\"\nd\",e\n1,2,3,4,5\n")) {
      String file = table.file().toString();
      assertThat(table.headings())
          .containsExactly(
              new Heading("a", new Place(file, 2, 2)),
              new Heading("b,\"", new Place(file, 2, 5)),
              new Heading("学号", new Place(file, 2, 13)),
              new Heading("d", new Place(file, 2, 17)),
              new Heading("e", new Place(file, 3, 4)));
      assertThat(table.read(9)).containsExactly(new TableRow(4, List.of("1", "2", "3", "4", "5")));
    }
  }

  @Test
  void findsEmptyAndDuplicateHeadings() throws IOException {
    try (TextTable table = open("a,,b, a\n")) {
      assertThat(faults(table.diagnostics()))
          .containsExactly("1:3 column.empty", "1:7 column.duplicate");
    }
  }

  @Test
  void stopsAtAQuoteThatIsNotClosedAndNamesTheRow() throws IOException {
    for (String row : List.of("\"x\n5,6\n", "\"x\"y,2\n")) {
      try (TextTable table = open("a,b\n1,\"2\n\"\n" + row)) {
        assertThatExceptionOfType(TableException.class)
            .isThrownBy(() -> table.read(9))
            .satisfies(e -> assertThat(faults(e.diagnostics())).containsExactly("4:1 file.quote"));
      }
    }
    assertThat(faultOf("a,\"b\n1,2\n".getBytes(StandardCharsets.UTF_8)).code())
        .isEqualTo("file.quote");
  }

  @Test
  void passesOverRowsOfDelimitersAndQuotesAboveTheHeader() throws IOException {
    for (String above : List.of(";;;", "\t;", "\"\"\"\",,\"\"")) {
      try (TextTable table = open(above + "\na,b\n1,2\n")) {
        assertThat(table.read(9)).containsExactly(new TableRow(3, List.of("1", "2")));
        assertThat(table.blankRows()).isEqualTo(1);
      }
    }
  }

  @Test
  void findsTheHeadingsBelowATitleAndAnExplanationAsInASheet() throws IOException {
    // A template that was filled in and saved as text: every row has as many fields as the widest.
    String text = """
        "作答表：每行一名学生，""不知道""留空",,,
        说明; 分号,,,
        ,,,
        ,,兴趣,情绪
        学号,姓名,phq-9.1,phq-9.2
        1,甲,0,3
        """;
    try (TextTable table = open(text)) {
      assertThat(table.headings())
          .extracting(Heading::text)
          .containsExactly("学号", "姓名", "phq-9.1", "phq-9.2");
      assertThat(table.headings().get(2).place().toString()).endsWith("table.csv:5:7");
      assertThat(table.diagnostics()).isEmpty();
      assertThat(table.read(9)).containsExactly(new TableRow(6, List.of("1", "甲", "0", "3")));
      assertThat(table.blankRows()).isEqualTo(1);
    }
  }

  @Test
  void readsTwoRowsOfHeadingsWhoseMergedCellsWereFlattened() throws IOException {
    String text = "学号,姓名,phq-9,,,gad-7,\n,,1,2,9,1,2\n1,甲,0,1,2,0,3\n";
    try (TextTable table = open(text)) {
      assertThat(table.headings())
          .extracting(Heading::text)
          .containsExactly("学号", "姓名", "phq-9.1", "phq-9.2", "phq-9.9", "gad-7.1", "gad-7.2");
      assertThat(table.read(9))
          .containsExactly(new TableRow(3, List.of("1", "甲", "0", "1", "2", "0", "3")));
    }
  }

  @Test
  void takesNoRowOfAStudentForHeadings() throws IOException {
    for (String text : List.of(
        "student,remark,,\nS1,1,2,3\n",
        "student,remark,,\n,1,2,x\n",
        "remark,,\n1,2,3\n",
        "a,b\n1,2,3\n",
        "SEQN,DPQ010\nhelp,1\n",
        "student,note,phq-9.1\nS1,group,1\n",
        "student,note,remark,phq-9.1\nS1,text,item,0\n",
        "a\n1;2\n")) {
      try (TextTable table = open(text)) {
        assertThat(table.read(9)).as(text).hasSize(1);
      }
    }
  }

  @Test
  void warnsOfARowWithNumbersAboveTheHeadings() throws IOException {
    try (TextTable table = open("S0,1,2\nstudent,phq-9.1,phq-9.2\nS1,0,3\n")) {
      assertThat(faults(table.diagnostics())).containsExactly("1:1 sheet.above-headings");
      assertThat(table.read(9)).containsExactly(new TableRow(3, List.of("S1", "0", "3")));
    }
  }

  @Test
  void takesTheDelimiterByWhichMostHeadingsAreKnown() throws IOException {
    assertThat(delimiterOf("Answers, of spring, of all, classes\nstudent;phq-9.1\n"))
        .isEqualTo(Delimiter.SEMICOLON);
  }

  @Test
  void passesOverBlankFieldsBehindTheLastHeading() throws IOException {
    try (TextTable table = open("a,b,,\n1,2,,\n")) {
      assertThat(table.diagnostics()).isEmpty();
      assertThat(table.headings()).extracting(Heading::text).containsExactly("a", "b");
    }
  }

  /** Counted by hand; a letter outside the first 65,536 is one character. */
  @Test
  void saysWhereAFieldBeginsAlsoBehindQuotesAndLineEnds() throws IOException {
    String text = "a;b;c\r\n𠮷;\"x;\"\"y\r\nz\"; 3\r\n\r\n4;\"5,\n6\";7\r\n8;9\r\n";
    try (TextTable table = open(text)) {
      assertThat(table.read(9)).extracting(TableRow::line).containsExactly(2L, 5L, 7L);
      String file = table.file().toString();
      assertThat(table.place(2, 0)).isEqualTo(new Place(file, 2, 1));
      assertThat(table.place(2, 1)).isEqualTo(new Place(file, 2, 3));
      assertThat(table.place(2, 2)).isEqualTo(new Place(file, 3, 5));
      assertThat(table.place(5, 2)).isEqualTo(new Place(file, 6, 4));
      assertThat(table.place(7, 1)).isEqualTo(new Place(file, 7, 3));
      // A row that was passed, and a field that is not there.
      assertThat(table.place(5, 1)).isEqualTo(new Place(file, 5, 3));
      assertThat(table.place(7, 2)).isEqualTo(new Place(file, 7, 1));
    }
  }

  /** The place is found by a reader of its own; it must agree with the one that reads the cells. */
  @Test
  void everyFieldStandsWhereItIsSaidToStand() throws IOException {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      String end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
      StringBuilder text = new StringBuilder("a,b,c" + end);
      for (int row = 0; row < 30; row++) {
        text.append(IntStream.range(0, random.nextInt(6))
                .mapToObj(field -> randomField(random))
                .collect(Collectors.joining(",")))
            .append(end);
      }
      List<String> lines = List.of(text.toString().split("\r\n|\r|\n", -1));
      try (TextTable table = open(text.toString())) {
        for (TableRow row : table.read(99)) {
          for (int field = 0; field < row.cells().size(); field++) {
            String cell = row.cells().get(field);
            if (!Cell.isBlank(cell)) {
              Place place = table.place(row.line(), field);
              String line = lines.get(place.line() - 1);
              String there = line.substring(line.offsetByCodePoints(0, place.column() - 1));
              assertThat(there.startsWith("\"") || there.startsWith(Cell.trimmed(cell)))
                  .as("seed %d, line %d, field %d", seed, row.line(), field)
                  .isTrue();
            }
          }
        }
      }
    }
  }

  private static String randomField(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> "";
      case 1 -> " x;\ty ";
      case 2 -> "\"p,\"\"q\"\"\"";
      case 3 -> "\"r\ns\rt\r\n,u\"";
      case 4 -> "𠮷心";
      case 5 -> "5\"6";
      default -> Integer.toString(random.nextInt(1_000));
    };
  }

  @Test
  void leavesTheNumberOfFieldsOfARowAsItIs() throws IOException {
    try (TextTable table = open("a,b\n1,2,3\n4\n")) {
      assertThat(table.read(9))
          .containsExactly(new TableRow(2, List.of("1", "2", "3")), new TableRow(3, List.of("4")));
    }
  }

  private static List<String> faults(List<Diagnostic> found) {
    List<String> faults = new ArrayList<>();
    for (Diagnostic one : found) {
      faults.add(one.place().line() + ":" + one.place().column() + " " + one.code());
    }
    return faults;
  }

  private Delimiter delimiterOf(String header) throws IOException {
    try (TextTable table = open(header)) {
      return table.delimiter();
    }
  }

  private Diagnostic faultOf(byte[] bytes) {
    try (TextTable table = open(bytes)) {
      throw new AssertionError("no fault was found in " + table.file());
    } catch (TableException e) {
      return e.diagnostics().get(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private TextTable open(String text) throws IOException {
    return open(text.getBytes(StandardCharsets.UTF_8));
  }

  private TextTable open(byte[] bytes) throws IOException {
    return TextTable.open(Files.write(folder.resolve("table.csv"), bytes));
  }
}
