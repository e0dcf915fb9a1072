package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.diagnostic.Diagnostic;

class SheetTableTest {

  @TempDir
  Path folder;

  @Test
  void readsHeadingsAndRowsWithTheirPlaces() throws IOException {
    Path file = new TestWorkbook()
        .sheet("Sheet1", TestWorkbook.rows("student,phq-9.1", "s1,2", "", "s2,0"))
        .write(folder.resolve("answers.xlsx"));
    try (Table table = Table.open(file)) {
      assertThat(table.form()).isEqualTo(new TableForm.Sheet("Sheet1"));
      assertThat(table.headings()).extracting(Heading::text).containsExactly("student", "phq-9.1");
      assertThat(table.read(9))
          .containsExactly(
              new TableRow(2, List.of("s1", "2")), new TableRow(4, List.of("s2", "0")));
      assertThat(table.place(4, 1)).hasToString(file + ", sheet 'Sheet1', cell B4");
      assertThat(table.blankRows()).isOne();
      assertThat(table.diagnostics()).isEmpty();
    }
  }

  @Test
  void looksAtTheContentAndNotAtTheName() throws IOException {
    Path text = Files.writeString(folder.resolve("answers.xlsx"), "student,phq-9.1\ns1,2\n");
    try (Table table = Table.open(text)) {
      assertThat(table.form()).isEqualTo(new TableForm.Text(TextEncoding.UTF_8, Delimiter.COMMA));
    }
    Path workbook = new TestWorkbook()
        .sheet("Sheet1", TestWorkbook.rows("student,phq-9.1", "s1,2"))
        .write(folder.resolve("answers.csv"));
    try (Table table = Table.open(workbook)) {
      assertThat(table.read(9)).hasSize(1);
    }
  }

  @Test
  void takesTheSheetThatIsNamedBehindTheFile() throws IOException {
    Path file = new TestWorkbook()
        .sheet("七(1)", TestWorkbook.rows("学号,班级", "1,1"))
        .sheet("七(2)", TestWorkbook.rows("学号,班级", "2,2"))
        .write(folder.resolve("school.xlsx"));
    assertThat(faultOf(file))
        .extracting(Diagnostic::code, Diagnostic::message, Diagnostic::hint)
        .containsExactly(
            "sheet.ambiguous",
            "several sheets could be the table: '七(1)', '七(2)'",
            "name one of them behind the file: school.xlsx#七(1)");
    try (Table table = Table.open(folder.resolve("school.xlsx#七(2)"))) {
      assertThat(table.read(9)).containsExactly(new TableRow(2, List.of("2", "2")));
    }
    assertThat(faultOf(folder.resolve("school.xlsx#八(1)")).hint())
        .isEqualTo("its sheets are '七(1)', '七(2)'");
  }

  @Test
  void passesOverSheetsOfInstructionsAndLists() throws IOException {
    Path file = new TestWorkbook()
        .sheet("说明", TestWorkbook.rows("填写说明", "学号,必填", "性别,男 或 女"))
        .sheet("数据", TestWorkbook.rows("学号,性别,phq-9.1", "1,男,2"))
        .sheet("选项", TestWorkbook.rows("性别,年级", "男,7", "女,8"))
        .write(folder.resolve("template.xlsx"));
    try (Table table = Table.open(file)) {
      assertThat(table.form()).isEqualTo(new TableForm.Sheet("数据"));
    }
  }

  @Test
  void findsHeadingsBelowATitle() throws IOException {
    Path file = new TestWorkbook()
        .sheet(
            "Sheet1",
            "",
            TestWorkbook.rows("第一中学七年级测评名单", "填表日期：2026-10-12", "学号,姓名,班级", "1,甲,1"),
            "<mergeCells><mergeCell ref=\"A1:C1\"/></mergeCells>")
        .write(folder.resolve("list.xlsx"));
    try (Table table = Table.open(file)) {
      assertThat(table.headings()).extracting(Heading::text).containsExactly("学号", "姓名", "班级");
      assertThat(table.read(9)).containsExactly(new TableRow(4, List.of("1", "甲", "1")));
    }
  }

  @Test
  void joinsHeadingsOfTwoStoreys() throws IOException {
    Path file = new TestWorkbook()
        .sheet(
            "Sheet1",
            "",
            TestWorkbook.rows("学号,班级,phq-9,,gad-7", ",,1,2,gad-7.1", "s1,1,0,3,2"),
            "<mergeCells count=\"3\"><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/>"
                + "<mergeCell ref=\"C1:D1\"/></mergeCells>")
        .write(folder.resolve("answers.xlsx"));
    try (Table table = Table.open(file)) {
      assertThat(table.headings())
          .extracting(Heading::text)
          .containsExactly("学号", "班级", "phq-9.1", "phq-9.2", "gad-7.1");
      assertThat(table.read(9)).containsExactly(new TableRow(3, List.of("s1", "1", "0", "3", "2")));
    }
  }

  @Test
  void passesOverTheTopicsBelowTheHeadings() throws IOException {
    String rows = TestWorkbook.rows("学号,phq-9.1,phq-9.2,phq-9.3", ",兴趣,情绪,睡眠", "s1,0,3,2");
    Path plain = new TestWorkbook().sheet("Sheet1", rows).write(folder.resolve("plain.xlsx"));
    try (Table table = Table.open(plain)) {
      assertThat(table.read(9)).extracting(TableRow::line).containsExactly(3L);
      assertThat(table.diagnostics())
          .extracting(Diagnostic::code)
          .containsExactly("sheet.second-heading");
    }
    Path merged = new TestWorkbook()
        .sheet("Sheet1", "", rows, "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>")
        .write(folder.resolve("merged.xlsx"));
    try (Table table = Table.open(merged)) {
      assertThat(table.headings())
          .extracting(Heading::text)
          .containsExactly("学号", "phq-9.1", "phq-9.2", "phq-9.3");
      assertThat(table.read(9)).extracting(TableRow::line).containsExactly(3L);
      assertThat(table.diagnostics()).isEmpty();
    }
  }

  @Test
  void keepsARowOfAnswersInWordsBelowTheHeadings() throws IOException {
    Path file = new TestWorkbook()
        .sheet("Sheet1", TestWorkbook.rows("学号,phq-9.1,phq-9.2,phq-9.3", ",从不,经常,从不"))
        .write(folder.resolve("answers.xlsx"));
    try (Table table = Table.open(file)) {
      assertThat(table.read(9)).hasSize(1);
    }
  }

  @Test
  void givesMergedCellsOfClassesToEachStudentAndOfAnswersToNobody() throws IOException {
    Path file = new TestWorkbook()
        .sheet(
            "Sheet1",
            "",
            TestWorkbook.rows("年级,学号,phq-9.1,phq-9.2", "七年级,s1,2,0", ",s2,,1", ",s3,3"),
            "<mergeCells><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"C2:C3\"/>"
                + "<mergeCell ref=\"C4:D4\"/></mergeCells>")
        .write(folder.resolve("answers.xlsx"));
    try (Table table = Table.open(file)) {
      assertThat(table.read(9))
          .extracting(TableRow::cells)
          .containsExactly(
              List.of("七年级", "s1", SheetTable.MERGED, "0"),
              List.of("七年级", "s2", SheetTable.MERGED, "1"),
              List.of("七年级", "s3", SheetTable.MERGED, SheetTable.MERGED));
    }
  }

  @Test
  void namesCellsInColumnsWithoutHeading() throws IOException {
    Path file = new TestWorkbook()
        .sheet("Sheet1", TestWorkbook.rows("学号,,phq-9.1,", "s1,,2", "s2,补测,1,缺"))
        .write(folder.resolve("answers.xlsx"));
    try (Table table = Table.open(file)) {
      assertThat(table.read(9))
          .extracting(TableRow::cells)
          .containsExactly(List.of("s1", "2"), List.of("s2", "1"));
      assertThat(table.diagnostics())
          .extracting(found -> found.code() + " " + found.place().cell().orElse(""))
          .containsExactly("sheet.no-heading B3", "sheet.no-heading D3");
    }
  }

  private static Diagnostic faultOf(Path file) {
    return assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> Table.open(file).close())
        .actual()
        .diagnostics()
        .get(0);
  }
}
