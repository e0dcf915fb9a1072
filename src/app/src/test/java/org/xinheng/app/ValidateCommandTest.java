package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {

  private static final Path README = Path.of("../../README.md");
  private static final Path SCHEMA =
      Path.of("src/main/resources/org/xinheng/app/study/validate.schema.json");

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);
  private Path data = Path.of("");
  private Path out = Path.of("");

  /** Forty people in four schools; a fifth are cases, who score six higher. One has no score, one no criterion. */
  @BeforeEach
  void writeData() throws IOException {
    StringBuilder csv = new StringBuilder("school,sex,phq-9.total,wellbeing,interview\n");
    for (int i = 0; i < 40; i++) {
      boolean isCase = i % 5 == 0;
      int score = i * 7 % 9 + (isCase ? 6 : 0);
      csv.append("s").append(i % 4).append(i % 2 == 0 ? ",=1+1," : ",<b>,");
      csv.append(i == 7 ? "NA" : Integer.toString(score)).append(',').append(20 - score);
      csv.append(i == 8 ? "," : isCase ? ",yes" : ",no").append('\n');
    }
    data = folder.resolve("students.csv");
    Files.writeString(data, csv);
    out = folder.resolve("out");
  }

  private int validate(String... more) {
    String[] all = new String[more.length + 11];
    List<String> first = List.of(
        "validate",
        data.toString(),
        "--score",
        "phq-9.total",
        "--criterion",
        "interview",
        "--positive",
        "yes",
        "--out",
        out.toString(),
        "--samples=100");
    for (int i = 0; i < all.length; i++) {
      all[i] = i < first.size() ? first.get(i) : more[i - first.size()];
    }
    return xinheng.run(all);
  }

  @Test
  void writesWhatTheSchemaDescribes() throws IOException {
    assertThat(validate(
            "--by",
            "sex",
            "--cluster",
            "school",
            "--prevalence",
            "0.05",
            "--cost",
            "10:1",
            "--capacity",
            "100"))
        .as(xinheng.err())
        .isZero();
    String json = Files.readString(out.resolve("study.json"));
    assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA))
            .validate(json, InputFormat.JSON))
        .isEmpty();
    assertThat(json).contains("\"rule\" : \"cost\"", "\"sha-256\"".replace("-256", "256"));
    assertThat(xinheng.err()).contains("warning: The sample is enriched", "4 clusters");
    assertThat(Files.readString(out.resolve("groups.csv"))).contains("'=1+1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void reportIsWellFormedAndSaysEveryFigureInWords(String language) throws Exception {
    assertThat(validate("--by", "sex", "--lang", language)).as(xinheng.err()).isZero();
    String html = Files.readString(out.resolve("report.html"));
    byte[] xml = html.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8);
    var page = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language);
    var figures = page.getElementsByTagName("svg");
    assertThat(figures.getLength()).isEqualTo(6);
    for (int i = 0; i < figures.getLength(); i++) {
      assertThat(figures.item(i).getFirstChild().getNodeName()).isEqualTo("title");
    }
    assertThat(html).doesNotContain("NaN", "<script", "http://").contains("STARD 2015");
  }

  @Test
  void sameCommandWritesSameBytes() throws IOException {
    assertThat(validate()).isZero();
    byte[] first = Files.readAllBytes(out.resolve("study.json"));
    assertThat(validate()).isZero();
    assertThat(Files.readAllBytes(out.resolve("study.json"))).isEqualTo(first);
  }

  @Test
  void aScoreThatIsLowInCasesIsDeclared() {
    assertThat(xinheng.run(
            "validate",
            data.toString(),
            "--score",
            "wellbeing",
            "--lower",
            "wellbeing",
            "--criterion",
            "interview",
            "--positive",
            "yes",
            "--out",
            out.toString(),
            "--samples=100"))
        .isZero();
    assertThat(xinheng.out()).contains("at <= ");
    assertThat(xinheng.run(
            "validate",
            data.toString(),
            "--score",
            "wellbeing",
            "--criterion",
            "interview",
            "--positive",
            "yes",
            "--out",
            out.toString(),
            "--samples=100"))
        .isZero();
    assertThat(xinheng.err()).contains("say so with --lower");
  }

  @Test
  void saysWhatIsWrongWithTheCallAndTheData() throws IOException {
    assertThat(validate("--cost", "10")).isEqualTo(2);
    assertThat(xinheng.err()).contains("--cost: write two numbers above 0, such as 10:1");
    assertThat(validate("--positive", "ja", "--by", "class")).isEqualTo(1);
    assertThat(xinheng.err()).contains("error[column.unknown]: there is no column 'class'");
    assertThat(xinheng.run(
            "validate",
            data.toString(),
            "--score",
            "sex",
            "--criterion",
            "interview",
            "--positive",
            "yes",
            "--out",
            out.toString()))
        .isEqualTo(1);
    assertThat(xinheng.err())
        .contains(":2:1: error[cell.no-number]: column 'sex' of this row is no number");
    assertThat(xinheng.run(
            "validate",
            data.toString(),
            "--score",
            "wellbeing",
            "--criterion",
            "interview",
            "--positive",
            "ja",
            "--out",
            out.toString()))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("no row of 'interview' says ja; they say yes, no");
  }

  @ParameterizedTest
  @ValueSource(strings = {"phq-9", "gad-7", "ces-d", "phq-2.total"})
  void checkAcceptsAWrittenCutOffAndScoreUsesItAtOnce(String questionnaire) throws IOException {
    assertThat(validate("--cut", "4", "--write-cutoff", questionnaire))
        .as(xinheng.err())
        .isZero();
    Path library = out.resolve("instruments");
    assertThat(xinheng.run("check", library.toString()))
        .as(xinheng.out() + xinheng.err())
        .isZero();
    String id = questionnaire.replace(".total", "");
    String definition =
        Files.readString(library.resolve("questionnaires/" + id + "/" + id + ".yaml"));
    assertThat(definition)
        .contains(
            "from: 4, id: positive",
            "n = 38, 8 cases",
            "SHA-256",
            "command: validate ",
            "-local\"");
    if (id.equals("phq-9")) {
      Path answers = folder.resolve("answers.csv");
      Files.writeString(answers, """
          student,phq-9.1,phq-9.2,phq-9.3,phq-9.4,phq-9.5,phq-9.6,phq-9.7,phq-9.8,phq-9.9
          a,1,1,1,1,0,0,0,0,0
          b,1,1,1,0,0,0,0,0,0
          """);
      Path scores = folder.resolve("scores.csv");
      assertThat(xinheng.run(
              "score",
              answers.toString(),
              "--with",
              "phq-9",
              "--instruments",
              library.toString(),
              "--out",
              scores.toString()))
          .as(xinheng.err())
          .isZero();
      assertThat(Files.readAllLines(scores).get(1)).startsWith("a,4,positive");
      assertThat(Files.readAllLines(scores).get(2)).startsWith("b,3,negative");
    }
  }

  @Test
  void aLowCutOffIsWrittenFromTheLowestScoreThatIsNotFlagged() throws IOException {
    assertThat(xinheng.run(
            "validate",
            data.toString(),
            "--score",
            "wellbeing",
            "--lower",
            "wellbeing",
            "--criterion",
            "interview",
            "--positive",
            "yes",
            "--out",
            out.toString(),
            "--samples=100",
            "--cut",
            "12",
            "--write-cutoff",
            "who-5"))
        .as(xinheng.err())
        .isNotEqualTo(2);
    assertThat(Files.readString(out.resolve("instruments/questionnaires/who-5/who-5.yaml")))
        .contains("from: 13, id: negative", "risk: low");
    assertThat(xinheng.run("check", out.resolve("instruments").toString()))
        .as(xinheng.out())
        .isZero();
  }

  @Test
  void aSimulatedStudyIsOneThatCanBeStudied() throws IOException {
    assertThat(xinheng.run(
            "validate", "--simulate", "400", "--prevalence", "0.2", "--out", out.toString()))
        .isZero();
    assertThat(xinheng.out()).contains("the true AUC is 0.8");
    assertThat(Files.readAllLines(out.resolve("truth.csv"))).hasSize(28);
    assertThat(xinheng.run(
            "validate",
            out.resolve("simulated.csv").toString(),
            "--score",
            "score",
            "--criterion",
            "criterion",
            "--positive",
            "yes",
            "--samples=100",
            "--out",
            out.toString()))
        .isZero();
  }

  @Test
  void theCommandOfTheReadmeRuns() throws IOException {
    String command = Files.readString(README)
        .lines()
        .filter(line -> line.startsWith("bin/xinheng validate "))
        .findFirst()
        .orElseThrow();
    String[] arguments = command
        .substring("bin/xinheng ".length())
        .replace("students.csv", data.toString())
        .replace("--out study", "--out " + out)
        .split(" ");
    assertThat(xinheng.run(arguments)).as(xinheng.err()).isZero();
    assertThat(Files.exists(out.resolve("report.html"))).isTrue();
  }
}
