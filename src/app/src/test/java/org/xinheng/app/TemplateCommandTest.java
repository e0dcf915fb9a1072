package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.KnownColumn;
import org.xinheng.instrument.Instrument;

class TemplateCommandTest {

  /** Notes, topics, headings. */
  private static final int HEADINGS_OF_ITEMS = 2;

  /** Notes, headings. */
  private static final int HEADINGS_OF_ROSTER = 1;

  private static final int TABLE = 0;
  private static final int INSTRUCTIONS = 1;

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);

  @ParameterizedTest
  @CsvSource({"zh-CN, 学号, 年级", "en, student, grade"})
  void aRosterHasTheHeadingsByWhichItIsRead(String language, String student, String grade)
      throws IOException {
    Path file = written("roster", "--battery", "junior-high", "--lang", language);
    List<String> headings = row(file, TABLE, HEADINGS_OF_ROSTER);
    assertThat(headings).contains(student, grade);
    assertThat(headings.stream().flatMap(text -> KnownColumn.ofHeading(text).stream()))
        .contains(
            KnownColumn.STUDENT,
            KnownColumn.SCHOOL,
            KnownColumn.GRADE,
            KnownColumn.CLASS,
            KnownColumn.SEX,
            KnownColumn.BIRTHDATE)
        .doesNotHaveDuplicates();
  }

  @Test
  void answersHaveAColumnForEachItemOfTheBatteryBelowItsTopic() throws IOException {
    Path file = written("answers", "--battery", "junior-high", "--lang", "en");
    List<String> headings = row(file, TABLE, HEADINGS_OF_ITEMS);
    List<String> items = new ArrayList<>();
    List<String> topics = new ArrayList<>();
    for (String id : InstrumentLibrary.shipped().battery("junior-high").questionnaires()) {
      Instrument instrument = InstrumentLibrary.shipped().questionnaire(id);
      instrument.keptItems().forEach(item -> {
        items.add(id + "." + item.id());
        topics.add(item.topic().en());
      });
    }
    // PHQ-9, GAD-7 and PSC-17.
    assertThat(items).hasSize(9 + 7 + 17);
    int first = headings.indexOf(items.get(0));
    assertThat(headings.subList(first, headings.size())).isEqualTo(items);
    assertThat(row(file, TABLE, 1).subList(first, headings.size())).isEqualTo(topics);
  }

  @Test
  void offersTheCodesOfTheDefinitionAndTheGradesOfTheBattery() throws IOException {
    Path file = written("answers", "--battery", "junior-high", "--lang", "en");
    // Fourth column: grades 7 to 9 of the battery. Seventh: the first item of PHQ-9, answered 0 to
    // 3.
    assertThat(sheet(file, TABLE))
        .containsPattern("sqref=\"D4:D5003\" type=\"list\"[^>]*errorStyle=\"stop\"[^>]*>"
            + "<formula1>\"7,8,9\"</formula1>")
        .containsPattern("sqref=\"G4:G5003\"[^>]*><formula1>\"0,1,2,3\"</formula1>");
  }

  @Test
  void protectsTheHeadingsAndLeavesTheRowsOpen() throws IOException {
    Path file = written("roster", "--battery", "junior-high");
    assertThat(sheet(file, TABLE))
        .containsPattern("<sheetProtection password=\"[0-9a-f]{4}\"")
        .contains("sheet=\"true\"");
    assertThat(entry(file, "xl/styles.xml")).containsPattern("<protection locked=\"false\" ?/>");
    assertThat(sheet(file, INSTRUCTIONS)).doesNotContain("sheetProtection");
  }

  @ParameterizedTest
  @ValueSource(strings = {"roster", "answers", "ratings"})
  void nothingOnTheInstructionsCanBeTakenForAHeading(String kind) throws IOException {
    for (String language : List.of("zh-CN", "en")) {
      Path file = written(kind, "--battery", "junior-high", "--lang", language, "--replace");
      for (Row row : rows(file, INSTRUCTIONS)) {
        assertThat(texts(row))
            .allSatisfy(text -> assertThat(KnownColumn.ofHeading(text)).isEmpty())
            .noneMatch(text -> text.matches("[a-z][a-z0-9-]*[._][0-9a-z-]+"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"roster, 1", "answers, 2", "ratings, 2"})
  void noExampleStandsBelowTheHeadings(String kind, int headings) throws IOException {
    Path file = written(kind, "--battery", "junior-high");
    assertThat(rows(file, TABLE)).hasSize(headings + 1);
    assertThat(rows(file, INSTRUCTIONS).stream().flatMap(row -> texts(row).stream()))
        .contains("20260001", "【学号】");
  }

  @Test
  void theStudentsOfARosterStandInTheirRows() throws IOException {
    Path roster = Files.writeString(folder.resolve("roster.csv"), """
        student,name,school,grade,class,sex,birthdate
        007,王一,A,7,1,男,2013-05-01
        S2,李二,A,8,1,,
        """);
    Path answers =
        written("answers", "--battery", "phq-9", "--roster", roster.toString(), "--class", "1");
    assertThat(row(answers, TABLE, HEADINGS_OF_ITEMS + 1)).startsWith("007", "王一", "A", "7", "1");
    Path list = written("roster", "--battery", "phq-9", "--roster", roster.toString(), "--replace");
    // Day 41395 of Excel is 2013-05-01: 41275 is 2013-01-01, and 120 days are January to April.
    assertThat(
            row(list, TABLE, HEADINGS_OF_ROSTER + 1).stream().map(text -> text.replace(".0", "")))
        .startsWith("007", "王一", "A", "7", "1", "男", "41395");
    assertThat(xinheng.out()).contains(", 2 students");
  }

  @Test
  void filledInAnswersAreScoredWithoutAMap() throws IOException {
    Path file = written("answers", "--battery", "phq-9");
    Path scores = folder.resolve("scores.csv");
    Map<String, String> filled = new TreeMap<>(Map.of("学号", "007", "年级", "7"));
    for (int item = 1; item <= 9; item++) {
      filled.put("phq-9." + item, item == 9 ? "0" : "1");
    }
    assertThat(xinheng.run(
            "score", filledIn(file, filled), "--with", "phq-9", "--out", scores.toString()))
        .isZero();
    assertThat(cell(scores, "phq-9.total")).isEqualTo("8");
    assertThat(cell(scores, "学号")).isEqualTo("007");
  }

  @Test
  void aCampaignOfFilledInTemplatesIsScreenedWithoutAMap() throws IOException {
    for (String language : List.of("zh-CN", "en")) {
      String[] options = {"--battery", "junior-high", "--lang", language, "--replace"};
      Map<String, String> cells = new TreeMap<>(Map.of("学号", "007", "student", "007"));
      cells.putAll(Map.of("姓名", "王一", "name", "王一", "学校", "A", "school", "A"));
      cells.putAll(Map.of("年级", "7", "grade", "7", "班级", "1", "class", "1"));
      cells.putAll(Map.of("性别", "女", "sex", "female", "住宿", "否", "boarding", "no"));
      cells.putAll(Map.of("知情同意", "同意", "consent", "consented"));
      cells.putAll(Map.of("出生日期", "2013-05-01", "birthdate", "2013-05-01"));
      cells.putAll(Map.of("日期", "2026-10-12", "date", "2026-10-12"));
      for (int item = 1; item <= 17; item++) {
        cells.put("phq-9." + item, item <= 6 ? "1" : "0");
        cells.put("gad-7." + item, "0");
        cells.put("psc-17." + item, "0");
        cells.put("teacher-brief-rating." + item, "2");
      }
      filledIn(written("roster", options), cells);
      filledIn(written("answers", options), cells);
      filledIn(written("ratings", options), cells);
      Path campaign = Files.writeString(folder.resolve("campaign.yaml"), """
          campaign: test
          name: {en: Test, zh-CN: 测试}
          school-year: 2026-2027
          window: {from: 2026-10-12, to: 2026-10-30}
          policy: default
          batteries: [junior-high]
          files:
            roster: filled-roster.xlsx
            responses: [filled-answers.xlsx]
            evidence: [filled-ratings.xlsx]
          """);
      Path results = folder.resolve("results");
      assertThat(xinheng.run("screen", campaign.toString(), "--out", results.toString()))
          .as(xinheng.err())
          .isZero();
      assertThat(xinheng.err()).isEmpty();
      // PHQ-9 6, mild, alone is no reason for support; eight ratings at 2 are 16, very much, and
      // confirm it.
      Path outcomes = results.resolve("outcomes.csv");
      assertThat(cell(outcomes, "student")).isEqualTo("007");
      assertThat(cell(outcomes, "tier")).isEqualTo("T2");
    }
  }

  /** As a school does that saves the sheets it has filled in as text. */
  @ParameterizedTest
  @CsvSource({"GB18030, ''", "UTF-8, \uFEFF", "UTF-16LE, \uFEFF"})
  void aCampaignOfTemplatesThatWereSavedAsTextIsTheSame(String charset, String mark)
      throws IOException {
    Map<String, String> cells = new TreeMap<>(Map.of("学号", "007", "姓名", "王一", "学校", "A"));
    cells.putAll(Map.of("年级", "7", "班级", "1", "性别", "女", "知情同意", "同意", "日期", "2026-10-12"));
    for (int item = 1; item <= 17; item++) {
      cells.put("phq-9." + item, item <= 6 ? "1" : "0");
      cells.put("gad-7." + item, "0");
      cells.put("psc-17." + item, "0");
      cells.put("teacher-brief-rating." + item, "2");
    }
    for (String kind : List.of("roster", "answers", "ratings")) {
      String filled = filledIn(written(kind, "--battery", "junior-high"), cells);
      saveAsText(Path.of(filled), folder.resolve(kind + ".csv"), Charset.forName(charset), mark);
    }
    Path campaign = Files.writeString(folder.resolve("campaign.yaml"), """
        campaign: test
        name: {en: Test, zh-CN: 测试}
        school-year: 2026-2027
        window: {from: 2026-10-12, to: 2026-10-30}
        policy: default
        batteries: [junior-high]
        files:
          roster: roster.csv
          responses: [answers.csv]
          evidence: [ratings.csv]
        """);
    Path results = folder.resolve("results");
    assertThat(xinheng.run("screen", campaign.toString(), "--out", results.toString()))
        .as(xinheng.err())
        .isZero();
    assertThat(xinheng.err()).isEmpty();
    assertThat(cell(results.resolve("outcomes.csv"), "student")).isEqualTo("007");
    assertThat(cell(results.resolve("outcomes.csv"), "tier")).isEqualTo("T2");
    Path scores = folder.resolve("scores.csv");
    String answers = folder.resolve("answers.csv").toString();
    assertThat(xinheng.run("score", answers, "--with", "phq-9", "--out", scores.toString()))
        .isZero();
    assertThat(cell(scores, "phq-9.total")).isEqualTo("6");
    assertThat(xinheng.run(
            "roster",
            "import",
            folder.resolve("roster.csv").toString(),
            "--into",
            folder.resolve("kept.csv").toString()))
        .as(xinheng.err())
        .isZero();
    assertThat(cell(folder.resolve("kept.csv"), "student")).isEqualTo("007");
  }

  /** Every row has as many fields as the widest, as spreadsheets write them. */
  private static void saveAsText(Path workbook, Path text, Charset charset, String mark)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : rows(workbook, TABLE)) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < row.getCellCount(); column++) {
        cells.add(row.getOptionalCell(column).map(Cell::getText).orElse(""));
      }
      rows.add(cells);
    }
    int width = rows.stream().mapToInt(List::size).max().orElseThrow();
    StringBuilder lines = new StringBuilder(mark);
    for (List<String> row : rows) {
      row.addAll(Collections.nCopies(width - row.size(), ""));
      lines.append(String.join(",", row)).append("\r\n");
    }
    Files.write(text, lines.toString().getBytes(charset));
  }

  @Test
  void aRatingThatCannotBeJudgedNeverCountsAsZero() throws IOException {
    Path file = written("ratings", "--battery", "junior-high");
    assertThat(sheet(file, TABLE))
        .containsPattern("sqref=\"G4:G5003\"[^>]*><formula1>\"0,1,2,3,9\"</formula1>");
    // Six items at 3 are 18; two that cannot be judged are allowed, and 18 / 6 * 8 is 24, not 18.
    assertThat(behaviour(file, "3", "9")).isEqualTo("24");
    assertThat(behaviour(file, "3", "")).isEqualTo("24");
    assertThat(behaviour(file, "3", "0")).isEqualTo("18");
    // Nothing judged is no score.
    assertThat(behaviour(file, "9", "9")).isEmpty();
  }

  @Test
  void filledInRatingsBecomeEvidenceByTheShippedProfileInBothLanguages() throws IOException {
    for (String language : List.of("zh-CN", "en")) {
      Path file = written("ratings", "--battery", "junior-high", "--lang", language, "--replace");
      Map<String, String> filled = new TreeMap<>(Map.of("学号", "007", "student", "007"));
      for (int item = 1; item <= 8; item++) {
        filled.put("teacher-brief-rating." + item, "1");
      }
      Path evidence = folder.resolve("evidence.csv");
      assertThat(xinheng.run(
              "score",
              filledIn(file, filled),
              "--with",
              "teacher-brief-rating",
              "--profile",
              "teacher-evidence",
              "--out",
              evidence.toString()))
          .as(xinheng.err())
          .isZero();
      // Eight at 1 are 8: some, from 5 to 8.
      assertThat(evidence).hasContent("student,teacher\n007,1\n");
    }
  }

  @Test
  void aFormWithoutACodeForItCanBeLeftUnjudgedInWords() throws IOException {
    Path file =
        written("ratings", "--battery", "junior-high", "--form", "sdq-teacher", "--lang", "en");
    assertThat(sheet(file, TABLE))
        .containsPattern("sqref=\"G4:G5003\"[^>]*><formula1>\"0,1,2,missing.unknown\"</formula1>");
    Path scores = folder.resolve("scores.csv");
    Map<String, String> filled = new TreeMap<>(Map.of("student", "007"));
    InstrumentLibrary.shipped()
        .questionnaire("sdq-teacher")
        .keptItems()
        .forEach(item -> filled.put("sdq-teacher." + item.id(), "missing.unknown"));
    assertThat(xinheng.run(
            "score", filledIn(file, filled), "--with", "sdq-teacher", "--out", scores.toString()))
        .isZero();
    assertThat(cell(scores, "sdq-teacher.total")).isEmpty();
  }

  @Test
  void saysWhatCannotBeATemplate() throws IOException {
    assertThat(run("roster", "--battery", "junior-high", "--out", out("roster.csv")))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("its name must end in .xlsx");
    assertThat(
            run("ratings", "--battery", "junior-high", "--form", "phq-9", "--out", out("a.xlsx")))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("'phq-9' is not for class teachers");
    assertThat(run("answers", "--battery", "no-such", "--out", out("a.xlsx"))).isEqualTo(2);
    assertThat(xinheng.err()).contains("there is no questionnaire or battery 'no-such'");
    written("roster", "--battery", "junior-high");
    assertThat(run("roster", "--battery", "junior-high", "--out", out("roster.xlsx")))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("there is a file already", "--replace");
  }

  /** The score of the teacher's form with six items that have one answer, and two that have another. */
  private String behaviour(Path template, String six, String two) throws IOException {
    Map<String, String> filled = new TreeMap<>(Map.of("学号", "007"));
    for (int item = 1; item <= 8; item++) {
      filled.put("teacher-brief-rating." + item, item <= 6 ? six : two);
    }
    Path scores = folder.resolve("scores.csv");
    assertThat(xinheng.run(
            "score",
            filledIn(template, filled),
            "--with",
            "teacher-brief-rating",
            "--out",
            scores.toString()))
        .isZero();
    return cell(scores, "teacher-brief-rating.behaviour");
  }

  /** The workbook with one student in its first row, saved again. */
  private String filledIn(Path template, Map<String, String> cells) throws IOException {
    int headings = template.endsWith("roster.xlsx") ? HEADINGS_OF_ROSTER : HEADINGS_OF_ITEMS;
    List<String> columns = row(template, TABLE, headings);
    StringBuilder row = new StringBuilder("<row r=\"" + (headings + 2) + "\">");
    for (int column = 0; column < columns.size(); column++) {
      String text = Objects.requireNonNullElse(cells.get(columns.get(column)), "");
      if (!text.isEmpty()) {
        String address = new CellAddress(headings + 1, column).toString();
        row.append("<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
      }
    }
    Path filled = folder.resolve("filled-" + template.getFileName());
    try (ZipFile from = new ZipFile(template.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(filled))) {
      for (ZipEntry part : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(part.getName()));
        String content = entry(template, part.getName());
        to.write((part.getName().equals("xl/worksheets/sheet1.xml")
                ? content.replace("</sheetData>", row + "</row></sheetData>")
                : content)
            .getBytes(StandardCharsets.UTF_8));
      }
    }
    return filled.toString();
  }

  private static String cell(Path csv, String heading) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    List<String> headings = List.of(lines.get(0).replace("\uFEFF", "").split(",", -1));
    return lines.get(1).split(",", -1)[headings.indexOf(heading)];
  }

  private Path written(String kind, String... options) throws IOException {
    Path file = folder.resolve(kind + ".xlsx");
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--out", file.toString()));
    assertThat(run(kind, arguments.toArray(String[]::new))).as(xinheng.err()).isZero();
    return file;
  }

  private int run(String kind, String... options) {
    List<String> arguments = new ArrayList<>(List.of("template", kind));
    arguments.addAll(List.of(options));
    return xinheng.run(arguments.toArray(String[]::new));
  }

  private String out(String name) {
    return folder.resolve(name).toString();
  }

  private static List<String> row(Path file, int sheet, int row) throws IOException {
    return texts(rows(file, sheet).get(row));
  }

  private static List<Row> rows(Path file, int sheet) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
      return workbook.getSheet(sheet).orElseThrow().read();
    }
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    for (int column = 0; column < row.getCellCount(); column++) {
      texts.add(row.getOptionalCell(column).map(Cell::getRawValue).orElse(""));
    }
    return texts;
  }

  private static String sheet(Path file, int sheet) throws IOException {
    return entry(file, "xl/worksheets/sheet" + (sheet + 1) + ".xml");
  }

  private static String entry(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.joining());
    }
  }
}
