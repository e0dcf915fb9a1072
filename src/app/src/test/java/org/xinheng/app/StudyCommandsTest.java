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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.validation.RandomNumbers;

/** The studies of items, of groups and of change, as they are typed. */
class StudyCommandsTest {

  private static final Path SCHEMAS = Path.of("src/main/resources/org/xinheng/app/study");
  private static final int PEOPLE = 240;

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);
  private Path first = Path.of("");
  private Path second = Path.of("");
  private Path out = Path.of("");

  /** Two waves of PHQ-9 answers that hang on one trait, with an interview; seeds 1 and 2. */
  @BeforeEach
  void writeAnswers() throws IOException {
    first = folder.resolve("first.csv");
    second = folder.resolve("second.csv");
    Files.writeString(first, answers(1, 0));
    Files.writeString(second, answers(2, 40));
    out = folder.resolve("out");
  }

  private static String answers(long seed, int left) {
    RandomNumbers traits = new RandomNumbers(1);
    RandomNumbers random = new RandomNumbers(seed);
    StringBuilder csv = new StringBuilder("student,sex,school,interview");
    IntStream.rangeClosed(1, 9).forEach(i -> csv.append(",phq-9.").append(i));
    csv.append('\n');
    for (int i = 0; i < PEOPLE; i++) {
      double trait = traits.normal();
      StringBuilder row = new StringBuilder("p" + i);
      row.append(i % 2 == 0 ? ",female" : ",male").append(",<i>").append(i % 3);
      row.append(trait + 0.5 * random.normal() > 0.8 ? ",yes" : ",no");
      for (int item = 1; item <= 9; item++) {
        double latent = 0.8 * trait + 0.6 * random.normal();
        int answer = (int) Math.max(0, Math.min(3, Math.floor(latent + 1.5)));
        row.append(',').append(i == 5 && item == 3 ? "" : Integer.toString(answer));
      }
      if (i >= left) {
        csv.append(row).append('\n');
      }
    }
    return csv.toString();
  }

  private int run(String command, String... more) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    all.addAll(List.of("--out", out.toString(), "--samples=100"));
    return xinheng.run(all.toArray(String[]::new));
  }

  private int study(String command, String... more) {
    List<String> all = new ArrayList<>(List.of(first.toString()));
    switch (command) {
      case "fairness" ->
        all.addAll(List.of(
            "--with",
            "phq-9",
            "--score",
            "phq-9.total",
            "--criterion",
            "interview",
            "--positive",
            "yes",
            "--by",
            "sex",
            "--cut",
            "10",
            "--scale",
            "phq-9.total"));
      case "change" ->
        all.addAll(List.of(second.toString(), "--with", "phq-9", "--score", "phq-9.total"));
      default -> all.addAll(List.of("--with", "phq-9", "--scale", "phq-9.total", "--by", "sex"));
    }
    all.addAll(List.of(more));
    return run(command, all.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "reliability, en",
    "reliability, zh-CN",
    "items, en",
    "items, zh-CN",
    "fairness, en",
    "fairness, zh-CN",
    "change, en",
    "change, zh-CN"
  })
  void scoresAnswersFirstAndWritesWhatTheSchemaAndTheReportPromise(String command, String language)
      throws Exception {
    assertThat(study(command, "--lang", language)).as(xinheng.err()).isZero();
    String json = Files.readString(out.resolve("study.json"));
    assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMAS.resolve(command + ".schema.json")))
            .validate(json, InputFormat.JSON))
        .isEmpty();
    String html = Files.readString(out.resolve("report.html"));
    byte[] xml = html.replace("<!DOCTYPE html>", "").getBytes(StandardCharsets.UTF_8);
    var page = DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml));
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language);
    var figures = page.getElementsByTagName("svg");
    assertThat(figures.getLength()).isPositive();
    for (int i = 0; i < figures.getLength(); i++) {
      assertThat(figures.item(i).getFirstChild().getNodeName()).isEqualTo("title");
    }
    assertThat(html).doesNotContain("NaN", "<script", "http://", "<i>");
  }

  @Test
  void alphaOfScoredAnswersIsThatOfTheirColumns() throws IOException {
    assertThat(study("reliability")).as(xinheng.err()).isZero();
    String scored = Files.readString(out.resolve("coefficients.csv"));
    List<String> items = IntStream.rangeClosed(1, 9).mapToObj(i -> "phq-9." + i).toList();
    List<String> call = new ArrayList<>(List.of(first.toString(), "--items"));
    call.addAll(items);
    call.addAll(List.of("--range", "0:3", "--scale", "phq-9.total"));
    assertThat(run("reliability", call.toArray(String[]::new)))
        .as(xinheng.err())
        .isZero();
    assertThat(Files.readString(out.resolve("coefficients.csv"))).isEqualTo(scored);
    assertThat(scored).contains("\nphq-9.total,240,239,");
    byte[] json = Files.readAllBytes(out.resolve("study.json"));
    assertThat(run("reliability", call.toArray(String[]::new))).isZero();
    assertThat(Files.readAllBytes(out.resolve("study.json"))).as("again").isEqualTo(json);
  }

  @Test
  void validateScoresAnswersFirst() throws IOException {
    assertThat(run(
            "validate",
            first.toString(),
            "--with",
            "phq-9",
            "--score",
            "phq-9.total",
            "--criterion",
            "interview",
            "--positive",
            "yes",
            "--tiers",
            "0.9:0.5"))
        .as(xinheng.err())
        .isZero();
    assertThat(xinheng.out()).contains("phq-9.total: AUC 0.");
    List<String> tiers = Files.readAllLines(out.resolve("tiers.csv"));
    assertThat(tiers).hasSize(4);
    int people = 0;
    for (String line : tiers.subList(1, 4)) {
      people += Integer.parseInt(line.split(",", -1)[3]);
    }
    // The one who left an item out has no score.
    assertThat(people).isEqualTo(PEOPLE - 1);
  }

  @Test
  void studentsOfTheSecondWaveAreFoundByTheirColumn() throws IOException {
    assertThat(study("change", "--reliability", "0.9")).as(xinheng.err()).isZero();
    assertThat(xinheng.out()).contains("200 people with both scores");
    List<String> rows = Files.readAllLines(out.resolve("change.csv"));
    assertThat(rows).hasSize(201);
    // The first forty students are not in the second file; the header is line 1.
    assertThat(rows.get(1)).startsWith("42,");
    assertThat(String.join("\n", rows)).doesNotContain("p40");
  }

  @Test
  void saysWhatIsMissingInTheCall() {
    assertThat(run("reliability", first.toString())).isEqualTo(2);
    assertThat(xinheng.err())
        .contains("write either --with, for the items of a questionnaire, or --items");
    assertThat(run("change", first.toString(), "--before", "sex")).isEqualTo(2);
    assertThat(xinheng.err()).contains("write --before and --after");
    assertThat(study("reliability", "--scale", "phq-9.sum")).isEqualTo(2);
    assertThat(xinheng.err()).contains("there is no scale 'phq-9.sum'");
    assertThat(run("items", first.toString(), "--items", "phq-9.1", "phq-9.2", "--range", "0:2"))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("--range: an answer lies outside 0:2");
    assertThat(run("items", first.toString(), "--with", "phq-9", "--by", "height"))
        .isEqualTo(1);
    assertThat(xinheng.err()).contains("there is no column 'height'");
    assertThat(run("fairness", first.toString(), "--by", "sex")).isEqualTo(2);
    assertThat(xinheng.err()).contains("write --score, --criterion and --positive");
  }
}
