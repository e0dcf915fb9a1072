package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Text;

class SheetWriterTest {

  private static final SheetShape LIST = SheetShape.of(
      "名单 today",
      List.of(
          SheetColumn.text("student"),
          SheetColumn.whole("grade"),
          SheetColumn.decimal("score"),
          SheetColumn.date("due"),
          SheetColumn.longText("原因")));

  @TempDir
  Path folder;

  @Test
  void writesTheSameTableAsCsv() throws IOException {
    Path file = write("list.csv", SheetWriterTest::list);
    assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo("""
        \uFEFFstudent,grade,score,due,原因
        0071,7,10.5,2026-10-12,"总分 10,5"
        ,,,,
        '=1+1,-3,0.3,1899-12-31,'@x
        """);
  }

  @Test
  void writesNumbersAndDatesAsSuchIntoAWorkbook() throws IOException {
    Path file = write("list.xlsx", SheetWriterTest::list);
    List<Row> rows = rows(file, 0);
    Row first = rows.get(1);
    assertThat(first.getCell(0).getType()).isEqualTo(CellType.STRING);
    assertThat(first.getCell(0).asString()).isEqualTo("0071");
    assertThat(first.getCell(1).asNumber()).isEqualByComparingTo("7");
    assertThat(first.getCell(2).asNumber()).isEqualByComparingTo("10.5");
    assertThat(first.getCell(3).asDate().toLocalDate()).isEqualTo(LocalDate.of(2026, 10, 12));
    assertThat(first.getCell(3).getDataFormatString()).isEqualTo("yyyy-mm-dd");
    assertThat(first.getCell(4).asString()).isEqualTo("总分 10,5");
  }

  @Test
  void writesTheDayThatExcelHasForItsNumber() throws IOException {
    // Days since 1899-12-30: 126 years with 31 leap days (1904 to 2024) to 2025-12-30, and 286
    // days.
    Path file = write("list.xlsx", SheetWriterTest::list);
    assertThat(rows(file, 0).get(1).getCell(3).getRawValue())
        .startsWith(Integer.toString(126 * 365 + 31 + 286));
  }

  @Test
  void keepsWhatANumberOfExcelCannotHoldAsText() throws IOException {
    Path file = write("list.xlsx", writer -> {
      writer.sheet(SheetShape.of("a", List.of(SheetColumn.whole("n"), SheetColumn.date("d"))));
      writer.row(List.of(SheetCell.whole(999_999_999_999_999L), SheetCell.date(day("1900-03-01"))));
      writer.row(
          List.of(SheetCell.whole(1_000_000_000_000_001L), SheetCell.date(day("1900-02-28"))));
    });
    List<Row> rows = rows(file, 0);
    assertThat(rows.get(1).getCell(0).asNumber()).isEqualTo(new BigDecimal("999999999999999"));
    // Day 61 in Excel, which counts a 29 February 1900 that never was.
    assertThat(rows.get(1).getCell(1).getRawValue()).isIn("61", "61.0");
    assertThat(rows.get(2).getCell(0).asString()).isEqualTo("1000000000000001");
    assertThat(rows.get(2).getCell(1).asString()).isEqualTo("1900-02-28");
  }

  @Test
  void writesTimesAsSuchAndWordsByTheirNameForPeopleAndByThemselvesForPrograms()
      throws IOException {
    Content content = writer -> {
      writer.sheet(
          SheetShape.of("a", List.of(SheetColumn.time("due"), SheetColumn.longText("status"))));
      writer.row(List.of(
          SheetCell.time(LocalDateTime.of(2026, 10, 30, 20, 5)),
          SheetCell.word("not-screened", new Text("not screened", "未筛查"))));
    };
    assertThat(write("list.csv", content))
        .hasContent("\uFEFFdue,status\n2026-10-30 20:05,not-screened");
    Row row = rows(write("list.xlsx", content), 0).get(1);
    assertThat(row.getCell(0).asDate()).isEqualTo(LocalDateTime.of(2026, 10, 30, 20, 5));
    assertThat(row.getCell(0).getDataFormatString()).isEqualTo("yyyy-mm-dd hh:mm");
    assertThat(row.getCell(1).asString()).isEqualTo("未筛查 not screened");
  }

  /** 240 digits are a page: 60 that are repeated leave 180 for the others, which are 300. */
  @Test
  void printsAWideTableOnSeveralPagesWithTheColumnsInSightOnEach() throws IOException {
    List<SheetColumn> columns = Collections.nCopies(6, SheetColumn.longText("x"));
    Path wide = write(
        "wide.xlsx", writer -> writer.sheet(SheetShape.of("a", columns).withColumnsInSight(1)));
    assertThat(entry(wide, "xl/worksheets/sheet1.xml")).contains("fitToWidth=\"2\"");
    assertThat(entry(wide, "xl/workbook.xml")).contains("$A:$A", "$1:$1");
    Path narrow = write(
        "narrow.xlsx",
        writer -> writer.sheet(SheetShape.of("a", columns.subList(0, 4)).withColumnsInSight(1)));
    assertThat(entry(narrow, "xl/worksheets/sheet1.xml")).contains("fitToWidth=\"1\"");
    assertThat(entry(narrow, "xl/workbook.xml")).doesNotContain("$A:$A");
  }

  @Test
  void leavesCellsOutThatHoldNothing() throws IOException {
    Path file = write("list.xlsx", SheetWriterTest::list);
    assertThat(entry(file, "xl/worksheets/sheet1.xml")).doesNotContain("r=\"A3\"");
  }

  @Test
  void showsHeadingsBoldFrozenAndWithFilters() throws IOException {
    Path file = write("list.xlsx", SheetWriterTest::list);
    assertThat(entry(file, "xl/worksheets/sheet1.xml"))
        .contains("ySplit=\"1\"", "state=\"frozen\"", "<autoFilter ref=\"A1:E4\">");
    assertThat(entry(file, "xl/styles.xml")).contains("<b/>");
    assertThat(texts(rows(file, 0).get(0)))
        .containsExactly("student", "grade", "score", "due", "原因");
  }

  @Test
  void neutralisesWhatASpreadsheetWouldTakeForAFormula() throws IOException {
    Path file = write("list.xlsx", writer -> {
      writer.sheet(SheetShape.of("a", List.of(SheetColumn.text("=HYPERLINK(\"x\")"))));
      for (String text : List.of("=1", "@x", "+x", "-x", " =1", "\n=1", "-5", "a=1")) {
        writer.row(List.of(SheetCell.text(text)));
      }
    });
    assertThat(rows(file, 0).stream().map(row -> row.getCell(0).asString()))
        .containsExactly(
            "'=HYPERLINK(\"x\")", "'=1", "'@x", "'+x", "'-x", "' =1", "'\n=1", "-5", "a=1");
  }

  @Test
  void showsASignForCharactersThatXmlCannotHold() throws IOException {
    Path file = write("list.xlsx", writer -> {
      writer.sheet(SheetShape.of("a", List.of(SheetColumn.text("x"))));
      writer.row(List.of(SheetCell.text("a\u0000b\u001fc\ud800d\uffffe\t😀")));
    });
    assertThat(rows(file, 0).get(1).getCell(0).asString()).isEqualTo("a�b�c�d�e\t😀");
  }

  @Test
  void writesTextThatLooksLikeACodeOfACharacterSoThatItStays() throws IOException {
    // ECMA-376 part 1, 22.4.2.4: _xHHHH_ is the character HHHH, and _x005F_ the underscore itself.
    Path file = write("list.xlsx", writer -> {
      writer.sheet(SheetShape.of("a", List.of(SheetColumn.text("x"))));
      writer.row(List.of(SheetCell.text("_x0041_ _x41_")));
    });
    assertThat(entry(file, "xl/worksheets/sheet1.xml")).contains(">_x005F_x0041_ _x41_<");
  }

  @Test
  void cutsATextThatIsLongerThanACellAndSaysWhere() throws IOException {
    Path file = folder.resolve("list.xlsx");
    try (SheetWriter writer = SheetWriter.begin(file)) {
      writer.sheet(SheetShape.of("long", List.of(SheetColumn.text("a"), SheetColumn.text("b"))));
      writer.row(List.of(SheetCell.text("x".repeat(32_767)), SheetCell.EMPTY));
      writer.row(List.of(SheetCell.EMPTY, SheetCell.text("x".repeat(32_768))));
      writer.commit();
      assertThat(writer.diagnostics().stream().map(Diagnostic::message))
          .containsExactly(
              "sheet 'long': 1 cell of more than 32767 characters cut, the first at B3");
    }
    List<Row> rows = rows(file, 0);
    assertThat(rows.get(1).getCell(0).asString()).isEqualTo("x".repeat(32_767));
    assertThat(rows.get(2).getCell(1).asString()).isEqualTo("x".repeat(32_766) + "…");
  }

  @Test
  void makesARowAsHighAsItsSentencesNeed() throws IOException {
    // A column of sentences is 60 digits wide; 40 Chinese characters are 80, two lines of 15
    // points.
    Path file = write("list.xlsx", writer -> {
      writer.sheet(SheetShape.of("a", List.of(SheetColumn.longText("x"))));
      writer.row(List.of(SheetCell.text("心".repeat(20))));
      writer.row(List.of(SheetCell.text("心".repeat(40))));
      writer.row(List.of(SheetCell.text("a\nb\nc")));
    });
    assertThat(entry(file, "xl/worksheets/sheet1.xml"))
        .containsPattern("<row r=\"2\">")
        .containsPattern("<row r=\"3\"[^>]* ht=\"30.0\"")
        .containsPattern("<row r=\"4\"[^>]* ht=\"45.0\"");
  }

  @Test
  void holdsSeveralTablesUnderNamesThatExcelTakes() throws IOException {
    Path file = write("list.xlsx", writer -> {
      for (String name : List.of(
          "七年级 [1班]: a/b\\c?*",
          "Today",
          "TODAY",
          "'quoted'",
          "",
          "history",
          "n".repeat(40),
          "n".repeat(40))) {
        writer.sheet(SheetShape.of(name, List.of(SheetColumn.text(name + " heading"))));
        writer.row(List.of(SheetCell.text(name + " cell")));
      }
    });
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      assertThat(workbook.getSheets().map(Sheet::getName))
          .containsExactly(
              "七年级 -1班-- a-b-c--",
              "Today",
              "TODAY (2)",
              "’quoted’",
              "Sheet",
              "history-",
              "n".repeat(31),
              "n".repeat(27) + " (2)");
    }
    assertThat(texts(rows(file, 2).get(1))).containsExactly("TODAY cell");
  }

  @Test
  void goesOnInAFurtherSheetWhereOneIsFull() throws IOException {
    Path file = folder.resolve("list.xlsx");
    try (SheetWriter writer = WorkbookWriter.begin(file, 3)) {
      writer.sheet(SheetShape.of("a", List.of(SheetColumn.whole("n"))));
      for (int n = 1; n <= 5; n++) {
        writer.row(List.of(SheetCell.whole(n)));
      }
      writer.commit();
    }
    assertThat(rows(file, 0).stream().map(row -> row.getCell(0).getRawValue()))
        .containsExactly("n", "1", "2");
    assertThat(rows(file, 1).stream().map(row -> row.getCell(0).getRawValue()))
        .containsExactly("n", "3", "4");
    assertThat(rows(file, 2).stream().map(row -> row.getCell(0).getRawValue()))
        .containsExactly("n", "5");
  }

  @Test
  void putsNotesAboveTheHeadingsOfAWorkbookOnly() throws IOException {
    SheetShape noted = LIST.withNotes(List.of("仅用于支持学生", "For support only"));
    Content content = writer -> writer.sheet(noted);
    Path workbook = write("list.xlsx", content);
    assertThat(texts(rows(workbook, 0).get(1))).containsExactly("For support only");
    assertThat(texts(rows(workbook, 0).get(2))).startsWith("student");
    assertThat(entry(workbook, "xl/worksheets/sheet1.xml"))
        .contains("ySplit=\"3\"", "<autoFilter ref=\"A3:E3\">");
    assertThat(write("list.csv", content)).hasContent("\uFEFFstudent,grade,score,due,原因");
  }

  @Test
  void givesEachCellThatHoldsSomethingTheStyleOfItsColumn() throws IOException {
    SheetShape shape =
        SheetShape.of("list", List.of(SheetColumn.date("found"), SheetColumn.date("due")));
    // More rows than are kept in memory, and cells without a neighbour above or below.
    int count = 600;
    SheetCell day = SheetCell.date(LocalDate.of(2026, 10, 12));
    Path file = write("list.xlsx", writer -> {
      writer.sheet(shape);
      for (int i = 1; i <= count; i++) {
        writer.row(List.of(day, i % 3 == 0 ? SheetCell.EMPTY : day));
      }
    });
    List<Row> rows = rows(file, 0);
    assertThat(rows).hasSize(count + 1);
    for (int i = 1; i <= count; i++) {
      assertThat(rows.get(i).stream().flatMap(Stream::ofNullable))
          .as("row %d", i)
          .hasSize(i % 3 == 0 ? 1 : 2)
          .allMatch(cell -> "yyyy-mm-dd".equals(cell.getDataFormatString()));
    }
  }

  @Test
  void writesTheSameBytesForTheSameTables() throws IOException {
    Path first = write("first.xlsx", SheetWriterTest::list);
    Path second = write("second.xlsx", SheetWriterTest::list);
    assertThat(first).hasSameBinaryContentAs(second);
  }

  @Test
  void namesNoTimeInAWorkbook() throws IOException {
    Path file = write("first.xlsx", SheetWriterTest::list);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(entry -> entry.getTimeLocal().toLocalDate()))
          .containsOnly(LocalDate.of(1980, 1, 1));
    }
    assertThat(entry(file, "docProps/core.xml")).doesNotContain("created", "modified");
  }

  @Test
  void leavesNothingWithoutACommit() throws IOException {
    for (String name : List.of("list.csv", "list.xlsx")) {
      try (SheetWriter writer = SheetWriter.begin(folder.resolve(name))) {
        list(writer);
      }
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void leavesOnlyTheFileAfterACommit() throws IOException {
    write("list.xlsx", SheetWriterTest::list);
    assertThat(folder.toFile().list()).containsExactly("list.xlsx");
  }

  @Test
  void holdsTenThousandRowsInOrder() throws IOException {
    int count = 10_000;
    Path file = write("many.xlsx", writer -> {
      writer.sheet(SheetShape.of("a", List.of(SheetColumn.text("s"), SheetColumn.whole("n"))));
      for (int n = 0; n < count; n++) {
        writer.row(List.of(SheetCell.text("s" + n), SheetCell.whole(n)));
      }
    });
    List<Row> rows = rows(file, 0);
    assertThat(rows).hasSize(count + 1);
    for (int n = 0; n < count; n++) {
      assertThat(texts(rows.get(n + 1))).containsExactly("s" + n, Integer.toString(n));
    }
  }

  @Test
  void refusesARowThatDoesNotFitItsTable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> write("a.xlsx", writer -> {
          writer.sheet(LIST);
          writer.row(List.of(SheetCell.EMPTY));
        }))
        .withMessage("a row of this table must have 5 cells: 1");
    assertThatIllegalStateException()
        .isThrownBy(() -> write("a.xlsx", writer -> writer.row(List.of())));
    assertThatIllegalArgumentException().isThrownBy(() -> SheetCell.decimal(Double.NaN));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void refusesASecondTableInACsv() {
    assertThatIllegalStateException()
        .isThrownBy(() -> write("a.csv", writer -> {
          writer.sheet(LIST);
          writer.sheet(LIST);
        }));
  }

  private static void list(SheetWriter writer) throws IOException {
    writer.sheet(LIST);
    writer.row(List.of(
        SheetCell.text("0071"),
        SheetCell.whole(7),
        SheetCell.decimal(10.5),
        SheetCell.date(day("2026-10-12")),
        SheetCell.text("总分 10,5")));
    writer.row(List.of(
        SheetCell.EMPTY, SheetCell.EMPTY, SheetCell.EMPTY, SheetCell.EMPTY, SheetCell.text("")));
    writer.row(List.of(
        SheetCell.text("=1+1"),
        SheetCell.whole(-3),
        SheetCell.decimal(0.1 + 0.2),
        SheetCell.date(day("1899-12-31")),
        SheetCell.text("@x")));
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  /** What is written into a file. */
  private interface Content {
    void write(SheetWriter writer) throws IOException;
  }

  private Path write(String name, Content content) throws IOException {
    Path file = folder.resolve(name);
    try (SheetWriter writer = SheetWriter.begin(file)) {
      content.write(writer);
      writer.commit();
    }
    return file;
  }

  private static List<Row> rows(Path file, int sheet) throws IOException {
    ReadingOptions withFormats = new ReadingOptions(true, true);
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), withFormats)) {
      return workbook.getSheet(sheet).orElseThrow().read();
    }
  }

  private static List<String> texts(Row row) {
    return row.stream()
        .flatMap(Stream::ofNullable)
        .sorted(Comparator.comparing(Cell::getColumnIndex))
        .map(Cell::getRawValue)
        .toList();
  }

  private static String entry(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
