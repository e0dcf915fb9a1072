package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.WordingYaml;
import org.xinheng.instrument.Language;

/** Every command that reads a table does the same with a workbook as with text. */
class WorkbookDoorsTest {

  private final TypedCommand xinheng = TypedCommand.wide(100);

  @TempDir
  Path folder;

  @BeforeEach
  void writeAnswersTwice() throws IOException {
    Random random = new Random(7);
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("student", "grade", "sex", "interview"));
    for (int item = 1; item <= 9; item++) {
      header.add("phq-9." + item);
    }
    rows.add(header);
    for (int student = 1; student <= 120; student++) {
      List<String> row = new ArrayList<>();
      int level = random.nextInt(3);
      row.add("S" + student);
      row.add(Integer.toString(7 + student % 3));
      row.add(student % 2 == 0 ? "男" : "女");
      row.add(level == 2 && random.nextInt(4) > 0 ? "yes" : "no");
      for (int item = 1; item <= 9; item++) {
        row.add(Integer.toString(Math.min(3, level + random.nextInt(2))));
      }
      rows.add(row);
    }
    write("answers", rows);
  }

  @Test
  void scoresTheSame() throws IOException {
    assertThat(score("answers.csv", "text.csv")).isEqualTo(score("answers.xlsx", "book.csv"));
    assertThat(Files.readString(folder.resolve("run.json")))
        .contains("\"file\" : \"answers.xlsx\"", "\"sheet\" : \"数据\"")
        .doesNotContain("\"encoding\" : \"UTF-8\",\n    \"delimiter\"");
    assertThat(score("answers.xlsx#数据", "named.csv"))
        .isEqualTo(Files.readString(folder.resolve("book.csv")));
  }

  private String score(String input, String output) throws IOException {
    Path out = folder.resolve(output);
    assertThat(xinheng.run("score", path(input), "--with", "phq-9", "--out", out.toString()))
        .as(xinheng.err())
        .isZero();
    return Files.readString(out);
  }

  @Test
  void studiesTheSame() throws IOException {
    assertThat(study("answers.csv", "text")).isEqualTo(study("answers.xlsx", "book"));
    assertThat(reliability("answers.csv", "text-r"))
        .isEqualTo(reliability("answers.xlsx", "book-r"));
  }

  private String study(String input, String output) throws IOException {
    assertThat(xinheng.run(
            "validate",
            path(input),
            "--with",
            "phq-9",
            "--score",
            "phq-9.total",
            "--criterion",
            "interview",
            "--positive",
            "yes",
            "--out",
            path(output)))
        .as(xinheng.err())
        .isZero();
    return Files.readString(folder.resolve(output).resolve("cut-offs.csv"));
  }

  private String reliability(String input, String output) throws IOException {
    assertThat(xinheng.run(
            "reliability", path(input), "--with", "phq-9", "--by", "sex", "--out", path(output)))
        .as(xinheng.err())
        .isZero();
    return Files.readString(folder.resolve(output).resolve("coefficients.csv"));
  }

  @Test
  void printsSheetsForTheSameStudents() throws IOException {
    assertThat(sheets("answers.csv")).isEqualTo(sheets("answers.xlsx")).contains("S120");
  }

  private String sheets(String roster) throws IOException {
    Path page = folder.resolve("sheet.html");
    assertThat(xinheng.run(
            "sheet", "phq-9", "--roster", path(roster), "--replace", "--out", page.toString()))
        .as(xinheng.err())
        .isZero();
    return Files.readString(page);
  }

  @Test
  void importsTheSameWording() throws IOException {
    var phq2 = InstrumentLibrary.shipped().questionnaire("phq-2");
    String form = WordingYaml.template(phq2, Language.EN)
        .lines()
        .filter(line -> line.startsWith("form: "))
        .findFirst()
        .orElseThrow()
        .substring(6)
        .replace("\"", "");
    List<List<String>> rows = new ArrayList<>(List.of(
        List.of("item", "text"),
        List.of("version", "1"),
        List.of("form", form),
        List.of("source", "a book"),
        List.of("licence", "bought"),
        List.of("instruction", "please answer"),
        List.of("1", "invented one"),
        List.of("2", "invented two")));
    String set = phq2.responseSets().get(0).id();
    for (int code = 0; code <= 3; code++) {
      rows.add(List.of(set + "." + code, "choice " + code));
    }
    write("wording", rows);
    assertThat(wording("wording.csv")).isEqualTo(wording("wording.xlsx")).contains("invented two");
  }

  private String wording(String file) throws IOException {
    assertThat(xinheng.run(
            "wording",
            "import",
            "phq-2",
            path(file),
            "--language",
            "en",
            "--replace",
            "--packs",
            path("packs")))
        .as(xinheng.err())
        .isZero();
    return Files.readString(folder.resolve("packs").resolve("phq-2.en.yaml"));
  }

  @Test
  void namesSheetAndCellOfAFault() throws IOException {
    write("change", List.of(List.of("student", "before", "after"), List.of("1", "5", "high")));
    assertThat(xinheng.run(
            "change",
            path("change.xlsx"),
            "--before",
            "before",
            "--after",
            "after",
            "--reliability",
            "0.9",
            "--out",
            path("out")))
        .isOne();
    assertThat(xinheng.err())
        .contains(
            path("change.xlsx") + ", sheet '数据', cell C2: error[cell.no-number]: column 'after'"
                + " of this row is no number")
        .doesNotContain("high");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  /** The same table as text and as a workbook with a sheet of instructions before it. */
  private void write(String name, List<List<String>> rows) throws IOException {
    StringBuilder csv = new StringBuilder();
    rows.forEach(row -> csv.append(String.join(",", row)).append('\n'));
    Files.writeString(folder.resolve(name + ".csv"), csv);
    try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".xlsx"));
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("数据");
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          String text = rows.get(row).get(column);
          if (text.matches("[0-9]+")) {
            sheet.value(row, column, Integer.parseInt(text));
          } else {
            sheet.value(row, column, text);
          }
        }
      }
    }
  }
}
