package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoringPlan;

/** Files with answers that are no single choice. */
class ResponseKindsFileTest {

  private static final Instrument KINDS =
      Definitions.questionnaire(SourceText.of("kinds.yaml", """
          questionnaire: kinds
          version: 1.0.0
          form: the only one
          name: {en: Kinds, zh-CN: 题型}
          measures: {en: nothing, zh-CN: 无}
          informants: [self]
          languages: [en]
          ages: 8..18
          grades: 3..12
          recall: {en: now, zh-CN: 现在}
          minutes: 1
          licence: {paper: free, electronic: free, wording: redistributable}
          sources: {us: {citation: an invented example}}
          verification: {key: project-rule, bands: project-rule, norms: none, licence: project-rule}
          responses:
            days: {number: {from: 0, to: 365}, missing: {999: refused}}
            hours: {number: {from: -24, to: 24, decimals: 1}}
            which: {options: {1: {en: a, zh-CN: a}, 2: {en: b, zh-CN: b}, 3: {en: c, zh-CN: c}, 0: {en: none, zh-CN: 无}},
              several: yes, none: 0, missing: {9: refused}}
            own-words: {text: {longest: 500}}
          items:
            - {id: welcome, topic: {en: t, zh-CN: t}, information: yes}
            - {id: 1, topic: {en: t, zh-CN: t}, responses: days}
            - {id: 2, topic: {en: t, zh-CN: t}, responses: hours}
            - {id: 3, topic: {en: t, zh-CN: t}, responses: which}
            - {id: 4, topic: {en: t, zh-CN: t}, responses: own-words}
          scales:
            total:
              name: {en: total, zh-CN: 总分}
              method: sum
              items: 1..3
              missing: strict
              range: -24..392
              round: {mode: none}
          """)).usable();

  private static final String ITEMS = "kinds.1,kinds.2,kinds.3";

  @TempDir
  Path folder;

  @ParameterizedTest(name = "{0} of item {1} is {2}")
  @CsvSource({
    "300, 1, 300",
    "３００, 1, 300",
    "300.0, 1, 300",
    "12.5, 2, 12.5",
    "１２．５, 2, 12.5",
    "' 12.50 ', 2, 12.5",
    "-3, 2, -3",
    "－0.5, 2, -0.5",
    "24, 2, 24"
  })
  void readsNumbers(String cell, String item, String number) throws IOException {
    ResponseTable table = read(item, cell).tables().get(0);
    assertThat(table.number(0, table.column(item))).isEqualByComparingTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1;3", "1；3", "1、3", "1，3", "1|3", "1┋3", " 1 ; 3 ", "１；３", "3;1", "1;3;"})
  void readsSeveralChoices(String cell) throws IOException {
    ResponseTable table = read("3", cell).tables().get(0);
    assertThat(table.chosen(0, table.column("3"))).containsExactly(1, 3);
  }

  @Test
  void readsOneChoiceOfSeveral() throws IOException {
    ResponseTable table = read("3", "2").tables().get(0);
    assertThat(table.chosen(0, table.column("3"))).containsExactly(2);
  }

  @ParameterizedTest
  @CsvSource({"999, 1, REFUSED", "9, 3, REFUSED", "'', 1, SKIPPED", "' ', 3, SKIPPED"})
  void readsWhatStandsForNoAnswer(String cell, String item, Missing kind) throws IOException {
    ResponseBatch batch = read(item, cell);
    ResponseTable table = batch.tables().get(0);
    assertThat(table.missing(0, table.column(item))).isEqualTo(kind);
    assertThat(batch.faults(0)).isEmpty();
  }

  @ParameterizedTest(name = "{0} of item {1}")
  @CsvSource(delimiter = '|', textBlock = """
      377     | 1 | the number is not declared (0 to 365)
      7.7     | 1 | the number is not declared (0 to 365)
      often77 | 1 | not a number (0 to 365)
      7,7     | 2 | not a number (-24 to 24 with at most 1 decimal)
      7.77    | 2 | the number is not declared (-24 to 24 with at most 1 decimal)
      77777777777777777777 | 1 | the number is not declared (0 to 365)
      0;3     | 3 | the choices are not declared, or not together (any of 1, 2, 3, 0)
      1;77    | 3 | the choices are not declared, or not together (any of 1, 2, 3, 0)
      77      | 3 | the choices are not declared, or not together (any of 1, 2, 3, 0)
      1;c77   | 3 | not whole numbers with ; between them (any of 1, 2, 3, 0)
      1;;3    | 3 | not whole numbers with ; between them (any of 1, 2, 3, 0)
      """)
  void marksWhatIsNoAnswerWithoutSayingWhatStandsThere(String cell, String item, String message)
      throws IOException {
    ResponseBatch batch = read(item, cell);
    ResponseTable table = batch.tables().get(0);
    assertThat(table.missing(0, table.column(item))).isEqualTo(Missing.UNDECLARED);
    assertThat(batch.reason(0)).isEqualTo("item 'kinds." + item + "': " + message);
  }

  @Test
  void translatesChoicesOneByOneAndNumbersThatAreWords() throws IOException {
    ColumnMap map = new ColumnMap(
        Map.of(),
        Map.of(
            "kinds.3", Map.of("A", "1", "C", "3", "D", "0", "无", "0", "?", "missing.unknown"),
            "kinds.1", Map.of("everyday", "365", "-", "missing.skipped")));
    ResponseTable table =
        read(ITEMS + "\neveryday,0,A┋C\n-,0,无\n0,0,?\n0,0,A;?\n", map).tables().get(0);
    int which = table.column("3");
    assertThat(table.number(0, table.column("1"))).isEqualByComparingTo("365");
    assertThat(table.chosen(0, which)).containsExactly(1, 3);
    assertThat(table.missing(1, table.column("1"))).isEqualTo(Missing.SKIPPED);
    assertThat(table.chosen(1, which)).containsExactly(0);
    assertThat(table.missing(2, which)).isEqualTo(Missing.UNKNOWN);
    assertThat(table.missing(3, which)).isEqualTo(Missing.UNDECLARED);
  }

  /** 300 + 12.5 + 2 choices. */
  @Test
  void neitherKeepsNorWritesWhatStudentsWroteInTheirOwnWords() throws IOException {
    Path input = Example.file(
        folder,
        "note,student,kinds.welcome," + ITEMS + ",kinds.4\nn,a,seen,300,12.5,1;3,a secret\n"
            + "n,b,,300,12.5,1;x,\"a, secret\"\n");
    Path output = folder.resolve("scores.csv");
    ScoreRun.run(ScoreOptions.of(input, List.of(ScoringPlan.compile(KINDS)), output));
    assertThat(Files.readAllLines(output).get(0)).startsWith("note,student,kinds.total,");
    assertThat(Files.readAllLines(output).get(1)).startsWith("n,a,314.5,,3,scored,");
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(file -> !file.equals(input)).toList()) {
        assertThat(Files.readString(file)).doesNotContain("secret").doesNotContain("seen");
      }
    }
  }

  @Test
  void needsNoColumnForTextAndInformation() throws IOException {
    assertThat(read(ITEMS + "\n1,1,1\n", ColumnMap.NONE).faults(0)).isEmpty();
  }

  private ResponseBatch read(String item, String cell) throws IOException {
    List<String> cells =
        List.of("1", "2", "3").stream().map(id -> id.equals(item) ? cell : "0").toList();
    return read(ITEMS + "\n\"" + String.join("\",\"", cells) + "\"\n", ColumnMap.NONE);
  }

  private ResponseBatch read(String text, ColumnMap map) throws IOException {
    try (ResponseFile file = ResponseFile.open(Example.file(folder, text), List.of(KINDS), map)) {
      return file.next(100).orElseThrow();
    }
  }
}
