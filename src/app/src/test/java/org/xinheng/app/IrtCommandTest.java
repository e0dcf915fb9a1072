package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.xinheng.app.WrittenStudy.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.validation.RandomNumbers;

class IrtCommandTest {

  private static final int PEOPLE = 400;

  private static final String QUESTIONNAIRE = """
      questionnaire: made-5
      version: 1.0.0
      form: the only form
      name: {en: Made-5, zh-CN: 五项}
      measures: {en: nothing, zh-CN: 无}
      informants: [self]
      languages: [en]
      ages: 8..18
      grades: 3..12
      recall: {en: now, zh-CN: 现在}
      minutes: 1
      licence: {paper: free, electronic: free, wording: redistributable}
      sources:
        us: {citation: an invented example}
      verification: {key: project-rule, bands: none, norms: none, licence: project-rule}
      responses:
        r: {options: {OPTIONS}}
      items:
        - {ids: 1..5, topic: {en: topic, zh-CN: 题}, responses: r}
      scales:
        total:
          name: {en: total, zh-CN: 总分}
          method: sum
          items: 1..5
          reverse: [5]
          missing: {allow: 1, then: prorate}
          round: {to: 0, mode: half-up}
          range: 0..HIGHEST
      """;

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);
  private Path library = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void makeFolders() throws IOException {
    library = folder.resolve("library");
    Files.createDirectories(library.resolve("questionnaires/made-5"));
    out = folder.resolve("out");
  }

  /** Answers with so many options to five items, the last turned round; about one in thirty is missing. */
  private Path data(int options, long seed) throws IOException {
    StringBuilder declared = new StringBuilder();
    for (int k = 0; k < options; k++) {
      declared.append(k == 0 ? "" : ", ").append(k).append(": {en: a, zh-CN: a}");
    }
    Files.writeString(
        library.resolve("questionnaires/made-5/made-5.yaml"),
        QUESTIONNAIRE
            .replace("OPTIONS", declared)
            .replace("HIGHEST", String.valueOf(5 * (options - 1))));
    RandomNumbers random = new RandomNumbers(seed);
    StringBuilder csv =
        new StringBuilder("student,made-5.1,made-5.2,made-5.3,made-5.4,made-5.5,same\n");
    for (int i = 0; i < PEOPLE; i++) {
      double theta = random.normal();
      csv.append("=s").append(i);
      for (int j = 0; j < 5; j++) {
        double u = random.uniform();
        int answer = 0;
        for (int k = 1; k < options; k++) {
          double place = -1 + 0.4 * j + 1.3 * (k - 1);
          answer += u < 1 / (1 + Math.exp(-1.5 * (theta - place))) ? 1 : 0;
        }
        csv.append(',');
        csv.append(
            random.uniform() < 0.03 ? "" : String.valueOf(j == 4 ? options - 1 - answer : answer));
      }
      csv.append(",1\n");
    }
    Path file = folder.resolve("answers.csv");
    Files.writeString(file, csv);
    return file;
  }

  /** The levels that the written scale gives are those of the study: EAP to the three decimals that it keeps. */
  @ParameterizedTest
  @CsvSource({"graded, 3", "gpcm, 4", "2pl, 2", "rasch, 2"})
  void itemBankScoresAsTheStudyDoes(String model, int options) throws IOException {
    Path data = data(options, 31);
    assertThat(xinheng.run(words(
            "irt",
            data,
            "--with made-5 --write-bank level --persons --model",
            model,
            "--instruments",
            library,
            "--out",
            out)))
        .as(xinheng.err())
        .isZero();
    WrittenStudy study = new WrittenStudy(out).isDescribedBy("irt");
    Path bank = out.resolve("instruments/questionnaires/made-5/made-5.yaml");
    assertThat(Files.readString(bank))
        .contains("n = 400", "SHA-256", "command: irt", "version: \"1.0.0-local\"", "reverse: [5]");
    assertThat(xinheng.run("check", bank.toString())).as(xinheng.out()).isZero();
    assertThat(xinheng.run(words(
            "score",
            data,
            "--with made-5 --instruments",
            out.resolve("instruments"),
            "--out",
            folder.resolve("scores.csv"))))
        .as(xinheng.err())
        .isZero();
    List<Map<String, String>> scored = WrittenStudy.rows(folder.resolve("scores.csv"));
    List<Map<String, String>> persons = study.table("persons.csv");
    double unit = model.equals("rasch")
        ? Double.parseDouble(study.table("parameters.csv").get(0).get("slope"))
        : 1;
    int compared = 0;
    for (int i = 0; i < PEOPLE; i++) {
      String level = scored.get(i).get("made-5.level");
      if (!level.isEmpty()) {
        compared++;
        assertThat(Double.parseDouble(level))
            .as("seed 31, row %s", i)
            .isCloseTo(unit * Double.parseDouble(persons.get(i).get("eap")), within(7e-4));
      }
    }
    assertThat(compared).isGreaterThan(PEOPLE * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void writesReportAndTablesOfColumns(String language) throws Exception {
    Path data = data(3, 32);
    assertThat(xinheng.run(words(
            "irt",
            data,
            "--items made-5.1 made-5.2 made-5.3 made-5.4 made-5.5 same --model graded --lang",
            language,
            "--id student --out",
            out)))
        .as(xinheng.err())
        .isZero();
    WrittenStudy study = new WrittenStudy(out).isDescribedBy("irt").hasReport(language, 7);
    assertThat(study.files())
        .containsExactly(
            "curves.csv",
            "information.csv",
            "item-fit-cells.csv",
            "item-fit.csv",
            "parameters.csv",
            "persons.csv",
            "report.html",
            "study.json",
            "sums.csv");
    // The item that everybody answers alike is left out, and the one that is turned round has a
    // negative slope.
    assertThat(xinheng.err()).contains("left out: same", "keyed the wrong way", "made-5.5");
    assertThat(Double.parseDouble(study.table("parameters.csv").get(9).get("slope")))
        .isNegative();
    assertThat(study.table("persons.csv").get(0)).containsEntry("id", "'=s0");
    assertThat(xinheng.out()).contains("400 people, 5 items");
  }

  @Test
  void saysWhatIsWrongWithTheCall() throws IOException {
    Path data = data(3, 33);
    assertThat(xinheng.run(words("irt", data, "--items made-5.1 made-5.2 same --model graded")))
        .isEqualTo(2);
    assertThat(xinheng.err())
        .contains("at least 3 items that people answered differently: there are 2");
    assertThat(xinheng.run(words("irt", data, "--items made-5.1 made-5.2 made-5.3 --model 2pl")))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("'made-5.1' has 3 different answers");
    assertThat(xinheng.run(words("irt", data, "--items made-5.1 --model 3pl"))).isEqualTo(2);
    assertThat(xinheng.err()).contains("write rasch, 2pl, graded or gpcm, not '3pl'");
    assertThat(xinheng.run(words("irt", data, "--model graded"))).isEqualTo(2);
    assertThat(xinheng.err()).contains("either --items", "or --with");
    assertThat(xinheng.run(words("irt", data, "--items nobody --model graded"))).isEqualTo(1);
    assertThat(xinheng.err()).contains("there is no column 'nobody'");
  }

  /** A bank without a parameter for some answer would score nobody who gives it. */
  @Test
  void writesNoBankWithoutAParameterForEveryAnswer() throws IOException {
    Path data = data(3, 34);
    List<String> lines = Files.readAllLines(data);
    Files.write(
        data,
        lines.stream().map(line -> line.replaceFirst("^(=s[0-9]+),2,", "$1,1,")).toList());
    assertThat(xinheng.run(words(
            "irt",
            data,
            "--with made-5 --write-bank level --model graded --instruments",
            library,
            "--out",
            out)))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("some answer to '1' was given by nobody");
    assertThat(out.resolve("instruments")).doesNotExist();
  }
}
