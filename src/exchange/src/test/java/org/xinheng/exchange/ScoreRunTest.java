package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.xinheng.exchange.Example.A_B_C;
import static org.xinheng.exchange.Example.CALM_3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.NormSet;
import org.xinheng.scoring.ScoringPlan;

class ScoreRunTest {

  private static final String ITEMS = "calm-3.1,calm-3.2,calm-3.3";
  private static final String RESULTS = "calm-3.total,calm-3.total.band,calm-3.total.answered,"
      + "calm-3.total.status,calm-3.total.reason,calm-3.mean,calm-3.mean.band,"
      + "calm-3.mean.answered,calm-3.mean.status,calm-3.mean.reason,"
      + "calm-3.critical,calm-3.alert,calm-3.validity,row.status,row.reason";

  @TempDir
  Path folder;

  @Test
  void writesOwnColumnsThenScoresThenTheRow() throws IOException {
    // Totals and means by hand; with one of three missing the total is 3 x 3 / 2.
    assertThat(scored("note,calm-3.1,Student,calm-3.2,calm-3.3\nx,1,a,1,2\ny,1,b,2,\nz,,c,,\n"))
        .containsExactly(
            "note,Student," + RESULTS,
            "x,a,4,tense,3,scored,,1.3333333333,,3,scored,,3,same-day,valid,ok,",
            "y,b,4.5,tense,2,prorated,,,,2,not-scored,too-many-missing,,unknown,valid,ok,",
            "z,c,,,0,not-scored,nothing-answered,,,0,not-scored,nothing-answered,,unknown,valid,"
                + "ok,");
  }

  /** The highest and the lowest of one item with two answers: mean and error as mpmath gives them, to two decimals. */
  @Test
  void writesTheStandardErrorOfAnEstimate() throws IOException {
    Path output = folder.resolve("levels.csv");
    ScoringPlan plan = ScoringPlan.compile(Example.LEVEL_1);
    ScoreRun.run(
        ScoreOptions.of(Example.file(folder, "level-1.1\n1\n0\n\"\"\n"), List.of(plan), output));
    assertThat(Files.readAllLines(output))
        .containsExactly(
            "level-1.level,level-1.level.band,level-1.level.answered,level-1.level.status,"
                + "level-1.level.reason,level-1.level.se,level-1.critical,level-1.alert,"
                + "level-1.validity,row.status,row.reason",
            "0.41,,1,scored,,0.91,,none,valid,ok,",
            "-0.41,,1,scored,,0.91,,none,valid,ok,");
  }

  @Test
  void scoresABadRowAsFarAsItGoesAndSaysWhy() throws IOException {
    assertThat(scored(ITEMS + "\n0,7,2\n"))
        .element(1)
        .isEqualTo(",,2,not-scored,undeclared-answer,,,2,not-scored,undeclared-answer,"
            + "3,same-day,valid,error,\"item 'calm-3.2': the code is not declared (0, 1, 2)\"");
  }

  @Test
  void writesOutcomesOrWhyThereIsNone() throws IOException {
    StringBuilder answers = new StringBuilder("student");
    for (int item = 1; item <= 9; item++) {
      answers.append(",phq-9.").append(item);
    }
    answers.append("\na,2,2,2,2,2,0,0,0,0\nb,2,,2,2,2,0,0,0,0\nc,,,,,,,,,\n");
    Path output = folder.resolve("outcomes.csv");
    RunRecord record = ScoreRun.run(ScoreOptions.of(
        Example.file(folder, answers.toString()), List.of(Example.plan("phq-9")), output));
    assertThat(Example.rows(output))
        .extracting(
            row -> row.get("phq-9.algorithm"),
            row -> row.get("phq-9.algorithm.level"),
            row -> row.get("phq-9.algorithm.reason"))
        .containsExactly(
            tuple("major", "3", ""),
            tuple("", "", "answer-missing"),
            tuple("", "", "nothing-answered"));
    assertThat(record.counts().notScored())
        .containsEntry("phq-9.algorithm", Map.of("nothing-answered", 1L, "answer-missing", 1L));
  }

  @Test
  void writesEveryRowOnceInOrder() throws IOException {
    List<String> expected = new ArrayList<>();
    StringBuilder answers = new StringBuilder("student," + ITEMS + "\n");
    for (int row = 0; row < 10_000; row++) {
      expected.add("s" + row);
      answers.append("s").append(row).append(row % 7 == 0 ? ",0\n" : ",0,1,2\n");
    }
    List<String> lines = scored(answers.toString());
    assertThat(lines.subList(1, lines.size()))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .isEqualTo(expected);
  }

  static Stream<Arguments> spellingsOfAFile() {
    List<Arguments> all = new ArrayList<>();
    for (String delimiter : List.of(",", ";", "\t")) {
      for (String lineEnd : List.of("\n", "\r\n", "\r")) {
        all.add(Arguments.of("", StandardCharsets.UTF_8, delimiter, lineEnd));
        all.add(Arguments.of("\uFEFF", StandardCharsets.UTF_8, delimiter, lineEnd));
        all.add(Arguments.of("\uFEFF", StandardCharsets.UTF_16LE, delimiter, lineEnd));
        all.add(Arguments.of("\uFEFF", StandardCharsets.UTF_16BE, delimiter, lineEnd));
        all.add(Arguments.of("", Charset.forName("GB18030"), delimiter, lineEnd));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("spellingsOfAFile")
  void givesTheSameBytesForEverySpellingOfAFile(
      String mark, Charset charset, String delimiter, String lineEnd) throws IOException {
    String plain = "学号,备注," + ITEMS + "\n甲,\"一, 二;三\",0,1,2\n乙,=1+1,2,,x\n\n甲,四,1,1,1\n";
    byte[] expected = bytesOf(plain.getBytes(StandardCharsets.UTF_8));
    String spelled = mark
        + plain
            .replace("\"一, 二;三\"", "@")
            .replace(",", delimiter)
            .replace("@", "\"一, 二;三\"")
            .replace("\n", lineEnd);
    assertThat(bytesOf(spelled.getBytes(charset))).isEqualTo(expected);
  }

  @Test
  void givesTheSameBytesOnAnyNumberOfThreads() throws IOException {
    String answers = ITEMS + "\n" + "0,1,2\n1,,\n2,2,x\n".repeat(3000);
    Path input = Example.file(folder, answers);
    ScoreOptions options = options(input, folder.resolve("one.csv"));
    ScoreRun.run(options);
    ScoreRun.run(options(input, folder.resolve("four.csv")).withThreads(4));
    assertThat(folder.resolve("four.csv")).hasSameBinaryContentAs(folder.resolve("one.csv"));
  }

  @Test
  void neutralisesFormulasAndLeavesOtherCellsUntouched() throws IOException {
    List<String> lines =
        scored("=h,x,y," + ITEMS + "\n=1+1, @a ,-2.5,0,0,0\n@a,\"\tb\",+x,0,0,0\n");
    assertThat(lines.get(0)).startsWith("'=h,x,y,calm-3.total,");
    assertThat(lines.get(1)).startsWith("'=1+1, @a ,-2.5,0,");
    assertThat(lines.get(2)).startsWith("'@a,'\tb,'+x,0,");
  }

  @Test
  void writesAByteOrderMarkIfAsked() throws IOException {
    Path output = folder.resolve("scores.csv");
    ScoreRun.run(options(Example.file(folder, ITEMS + "\n0,0,0\n"), output)
        .withEncoding(TextEncoding.UTF_8_WITH_MARK));
    assertThat(Files.readString(output)).startsWith("\uFEFFcalm-3.total,");
  }

  @Test
  void writesTScoresWithTheirNormGroup() throws IOException {
    InstrumentLibrary library = InstrumentLibrary.shipped();
    ScoringPlan plan =
        ScoringPlan.compile(library.questionnaire("psc-17"), library.normSet("psc-17-parent-us"));
    StringBuilder answers = new StringBuilder("age,informant");
    for (int item = 1; item <= 17; item++) {
      answers.append(",psc-17.").append(item);
    }
    String ones = ",1".repeat(17);
    answers.append("\n10,parent").append(ones).append("\n5,parent").append(ones);
    answers.append("\n10,self").append(ones);
    Path output = folder.resolve("scores.csv");
    ScoreRun.run(ScoreOptions.of(
        Example.file(folder, answers.append("\n").toString()), List.of(plan), output));
    // 50 + 10 (17 - 6.74) / 5.62 = 68.256, by hand; the sample is of 6 to 16 years, and of parents.
    assertThat(Example.rows(output))
        .extracting(
            row -> row.get("psc-17.total.t"),
            row -> row.get("psc-17.total.norm"),
            row -> row.get("psc-17.total.norm.reason"))
        .containsExactly(
            tuple("68", "psc-17-parent-us/1.0.0/all-6-16", ""),
            tuple("", "not-normed", "no-group"),
            tuple("", "not-normed", "no-group"));
    assertThat(Files.readString(folder.resolve("run.json")))
        .contains("\"psc-17.total\" : {\n      \"no-group\" : 2");
  }

  @Test
  void languageRegionAndYearChooseTheNormGroup() throws IOException {
    NormSet norms = Definitions.normSet(SourceText.of("norms.yaml", """
        norm-set: calm-3-example
        version: 1.0.0
        questionnaire: calm-3
        name: {en: n, zh-CN: n}
        sample: {en: nobody, zh-CN: 无}
        source: {citation: an invented example}
        verification: project-rule
        gives: {z: {mode: none}, percentile: {to: 0, mode: half-up}}
        percentile: normal
        groups:
          - {id: zh, language: zh-CN, scales: {total: {mean: 3, sd: 2}}}
          - {id: tibetan, language: bo, scales: {total: {mean: 2, sd: 2}}}
          - {id: beijing, region: beijing, years: 2020..2026, scales: {total: {mean: 1, sd: 2}}}
        """)).usable();
    Path input = Example.file(
        folder,
        "语言,省份,日期," + ITEMS
            + "\n中文,,,1,1,1\nbo,,,1,1,1\n,北京,2026-09-01,1,1,1\n,北京,2019-09-01,1,1,1\n");
    Path output = folder.resolve("scores.csv");
    ScoreRun.run(ScoreOptions.of(input, List.of(ScoringPlan.compile(Example.CALM_3, norms)), output)
        .withMap(new ColumnMap(Map.of(), Map.of("region", Map.of("北京", "beijing")))));
    // z = (3 - 3) / 2, (3 - 2) / 2 and (3 - 1) / 2; 100 pnorm(0.5) = 69.1 and 100 pnorm(1) = 84.1.
    assertThat(Example.rows(output))
        .extracting(
            row -> row.get("calm-3.total.z"),
            row -> row.get("calm-3.total.percentile"),
            row -> row.get("calm-3.total.norm"))
        .containsExactly(
            tuple("0", "50", "calm-3-example/1.0.0/zh"),
            tuple("0.5", "69", "calm-3-example/1.0.0/tibetan"),
            tuple("1", "84", "calm-3-example/1.0.0/beijing"),
            tuple("", "", "not-normed"));
  }

  @Test
  void recordsTheRunWithoutAnIdOrAnAnswer() throws IOException {
    Path input = Files.writeString(
        folder.resolve("答 案.csv"),
        "student,A,B,C,x\nsecret-id,0,1,2,77701\n\nsecret-id,5,88801,,\n\nother-id,2,2,,\n");
    RunRecord record = ScoreRun.run(options(input, folder.resolve("分 数.csv"))
        .withMap(new ColumnMap(A_B_C.columns(), Map.of("sex", Map.of("1", "male"))))
        .withProgramVersion("1.2.3"));
    String json = Files.readString(folder.resolve("run.json"));
    assertThat(json).isEqualTo(record.toJson());
    assertThat(json)
        .doesNotContain("secret-id", "other-id", "77701", "88801", folder.getFileName() + "/");
    JsonNode root = new ObjectMapper().readTree(json);
    assertThat(root.at("/program/version").asText()).isEqualTo("1.2.3");
    assertThat(root.at("/input/file").asText()).isEqualTo("答 案.csv");
    CRC32 crc = new CRC32();
    crc.update(Files.readAllBytes(input));
    assertThat(root.at("/input/bytes").asLong()).isEqualTo(Files.size(input));
    assertThat(root.at("/input/crc-32").asText()).isEqualTo(String.format("%08x", crc.getValue()));
    assertThat(root.at("/input/encoding").asText()).isEqualTo("UTF-8");
    assertThat(root.at("/input/delimiter").asText()).isEqualTo("comma");
    assertThat(root.at("/output/file").asText()).isEqualTo("分 数.csv");
    assertThat(root.at("/questionnaires/0/sha-256").asText()).isEqualTo(CALM_3.hash());
    assertThat(root.at("/options/map/columns/A").asText()).isEqualTo("calm-3.1");
    assertThat(root.at("/rows").toString())
        .isEqualTo("{\"read\":3,\"written\":3,\"with-faults\":1,\"blank-skipped\":2}");
    assertThat(root.at("/faults").toString())
        .isEqualTo("{\"undeclared-code\":2,\"duplicate-student\":1}");
    assertThat(root.at("/not-scored").toString())
        .isEqualTo("{\"calm-3.total\":{\"undeclared-answer\":1},"
            + "\"calm-3.mean\":{\"too-many-missing\":1,\"undeclared-answer\":1}}");
    assertThat(root.at("/alerts/calm-3").toString())
        .isEqualTo("{\"none\":0,\"unknown\":2,\"same-day\":1,\"immediate\":0}");
  }

  @Test
  void leavesNothingIfTheInputBreaksOff() throws IOException {
    Path input = Example.file(folder, ITEMS + "\n" + "0,0,0\n".repeat(5000) + "\"0,0,0\n");
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> ScoreRun.run(options(input, folder.resolve("scores.csv"))))
        .withMessageContaining(":5002:1: error[file.quote]");
    assertThat(folder.toFile().list()).containsExactly("answers.csv");
  }

  @Test
  void leavesTheOutputOfBeforeIfTheHeaderIsAtFault() throws IOException {
    Path output = Files.writeString(folder.resolve("scores.csv"), "before");
    Path input = Example.file(folder, "calm-3.1\n");
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> ScoreRun.run(options(input, output)));
    assertThat(output).hasContent("before");
    assertThat(folder.toFile().list()).hasSize(2);
  }

  @Test
  void refusesAColumnWithTheNameOfAResult() throws IOException {
    Path input = Example.file(folder, ITEMS + ",calm-3.total\n");
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> ScoreRun.run(options(input, folder.resolve("scores.csv"))))
        .withMessageContaining(":1:28: error[column.result-name]");
  }

  @Test
  void refusesToWriteOverTheInput() throws IOException {
    Path input = Example.file(folder, ITEMS + "\n");
    assertThatIllegalArgumentException().isThrownBy(() -> ScoreRun.run(options(input, input)));
  }

  @Test
  void saysThatTheFolderOfTheOutputIsNotThere() throws IOException {
    Path input = Example.file(folder, ITEMS + "\n");
    assertThatIOException()
        .isThrownBy(() -> ScoreRun.run(options(input, folder.resolve("no/scores.csv"))))
        .withMessageContaining("no");
  }

  @Test
  void writesOnlyTheHeaderForAFileWithoutRows() throws IOException {
    assertThat(scored(ITEMS)).containsExactly(RESULTS);
  }

  private List<String> scored(String answers) throws IOException {
    return Example.scored(folder, answers, ColumnMap.NONE);
  }

  private byte[] bytesOf(byte[] answers) throws IOException {
    Path output = folder.resolve("scores.csv");
    ScoreRun.run(options(Files.write(folder.resolve("answers.csv"), answers), output));
    return Files.readAllBytes(output);
  }

  private static ScoreOptions options(Path input, Path output) {
    return ScoreOptions.of(input, List.of(ScoringPlan.compile(CALM_3)), output);
  }
}
