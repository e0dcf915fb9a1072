package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a user types them, with exit codes and streams. */
class CommandLineTest {

  private static final String PHQ_9 =
      "student,phq-9.1,phq-9.2,phq-9.3,phq-9.4,phq-9.5,phq-9.6,phq-9.7,phq-9.8,phq-9.9\n";

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Charset console = StandardCharsets.UTF_8;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list",
        "show",
        "diff",
        "catalogue",
        "wording",
        "check",
        "score",
        "screen",
        "explain",
        "what-if",
        "case-file",
        "validate",
        "demo"
      })
  void everyCommandHasHelp(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out()).startsWith("Usage: xinheng " + command);
    assertThat(run("--help")).isZero();
    assertThat(out()).contains(command);
  }

  @Test
  void checkPrintsPlaceExcerptAndHintAndExitsWithOne() throws IOException {
    Path file = folder.resolve("我的 问卷").resolve("map.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "columns:\n  A: student\n  B: student\n");
    assertThat(run("check", file.toString())).isEqualTo(1);
    assertThat(out())
        .contains(file + ":3:6: error[map.target-twice]: two columns are mapped to 'student'")
        .contains("    3 |   B: student\n      |      ^^^^^^^\n")
        .contains("hint: map one of them")
        .contains("1 file checked: 1 error, 0 warnings");
  }

  @Test
  void checkPrintsOneJsonObjectALine() throws IOException {
    Path file = folder.resolve("map.yaml");
    Files.writeString(file, "columns:\n  A: student\n  B: student\n");
    assertThat(run("check", "--format", "json", file.toString())).isEqualTo(1);
    assertThat(out().lines())
        .singleElement()
        .satisfies(line -> assertThat(line)
            .startsWith("{\"file\":")
            .contains(
                "\"line\":3,\"column\":6,\"severity\":\"error\",\"code\":\"map.target-twice\""));
  }

  @Test
  void checkRunsTheWorkedCasesBesideAQuestionnaire() throws IOException {
    Path shipped = Path.of("../../instruments/questionnaires/phq-9");
    Path copy = folder.resolve("phq-9");
    Files.createDirectories(copy);
    Files.copy(shipped.resolve("phq-9.yaml"), copy.resolve("phq-9.yaml"));
    String cases = Files.readString(shipped.resolve("cases.yaml"));
    Files.writeString(copy.resolve("cases.yaml"), cases);
    assertThat(run("check", copy.toString())).isZero();
    // 9 × 3 is 27, not 26.
    Files.writeString(copy.resolve("cases.yaml"), cases.replace("value: 27", "value: 26"));
    assertThat(run("check", copy.toString())).isEqualTo(1);
    assertThat(out()).contains("error[case.failed]").contains("total is 27, expected 26");
  }

  /** Every questionnaire is checked in a test of the engine, and all that is shipped by a command of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {"batteries", "forms", "norms", "policies", "profiles", "questionnaires/phq-9"})
  void shippedDefinitionsCheckClean(String kind) {
    assertThat(run("check", "../../instruments/" + kind)).as(out()).isZero();
    assertThat(out()).contains("0 errors, 0 warnings");
  }

  @Test
  void scoreWritesOneRowARowAndSaysWhatItDid() throws IOException {
    Path input = folder.resolve("answers.csv");
    Files.writeString(input, PHQ_9 + "a,1,1,1,1,1,1,1,1,1\nb,1,1,1,1,x,1,1,1,0\n");
    Path output = folder.resolve("scores.csv");
    assertThat(run("score", input.toString(), "--with", "phq-9", "--out", output.toString()))
        .isZero();
    assertThat(Files.readAllLines(output))
        .containsExactly(
            "student,phq-9.total,phq-9.total.band,phq-9.total.answered,phq-9.total.status,phq-9.total.reason,"
                + "phq-9.algorithm,phq-9.algorithm.level,phq-9.algorithm.reason,"
                + "phq-9.critical,phq-9.alert,phq-9.validity,row.status,row.reason",
            "a,9,mild,9,scored,,none,0,,9,same-day,valid,ok,",
            "b,,,8,not-scored,undeclared-answer,none,0,,,none,valid,error,\"item 'phq-9.5': not a"
                + " whole number (0, 1, 2, 3)\"");
    assertThat(out()).contains("2 rows read, 2 written").contains("1 rows have faults");
    // Nobody answers items 1 and 2 with 2, so that there is no syndrome whatever item 5 says.
    assertThat(out()).contains("phq-9.algorithm: 2 classified, 0 not classified");
    assertThat(folder.resolve("run.json")).exists();
  }

  @Test
  void scoreTakesADefinitionOfTheSchoolBeforeTheShippedOne() throws IOException {
    Path own = folder.resolve("own/questionnaires/phq-9");
    Files.createDirectories(own);
    String shipped = Files.readString(Path.of("../../instruments/questionnaires/phq-9/phq-9.yaml"));
    Files.writeString(own.resolve("phq-9.yaml"), shipped.replace("id: mild,", "id: slight,"));
    Path input = folder.resolve("answers.csv");
    Files.writeString(input, PHQ_9 + "a,1,1,1,1,1,1,1,1,1\n");
    Path output = folder.resolve("scores.csv");
    run(
        "score",
        input.toString(),
        "--with",
        "phq-9",
        "--out",
        output.toString(),
        "--instruments",
        folder.resolve("own").toString());
    assertThat(Files.readString(output)).contains("a,9,slight,");
  }

  @Test
  void scoreWithNormsGivesTAndItsGroup() throws IOException {
    StringBuilder header = new StringBuilder("student,age,informant");
    StringBuilder row = new StringBuilder("a,9,parent");
    for (int item = 1; item <= 17; item++) {
      header.append(",psc-17.").append(item);
      row.append(",1");
    }
    Path input = folder.resolve("answers.csv");
    Files.writeString(input, header + "\n" + row + "\nb,3" + row.substring(3) + "\n");
    Path output = folder.resolve("scores.csv");
    assertThat(run(
            "score",
            input.toString(),
            "--with",
            "psc-17",
            "--norms",
            "psc-17-parent-us",
            "--out",
            output.toString()))
        .as(err())
        .isZero();
    // Total 17: 50 + 10 (17 - 6.74) / 5.62 = 68.26 → 68; at three years of age there is no group.
    String total = Files.readAllLines(output).get(1);
    assertThat(total).contains(",17,").contains(",68,psc-17-parent-us/1.0.0/");
    assertThat(Files.readAllLines(output).get(2)).contains("not-normed,no-group");
  }

  @Test
  void scoreBandsByTheSystemThatIsChosen() throws IOException {
    StringBuilder header = new StringBuilder("student");
    StringBuilder row = new StringBuilder("a");
    for (int item = 1; item <= 20; item++) {
      header.append(",ces-d.").append(item);
      // 4, 8, 12 and 16 are reversed: 16 + 4 (3 - 3) = 16.
      row.append(item % 4 == 0 && item < 20 ? ",3" : ",1");
    }
    Path input = Files.writeString(folder.resolve("answers.csv"), header + "\n" + row + "\n");
    Path output = folder.resolve("scores.csv");
    List<String> score = List.of(
        "score", input.toString(), "--with", "ces-d", "--out", output.toString(), "--bands");
    assertThat(run(with(score, "ces-d.total=general"))).as(err()).isZero();
    assertThat(Files.readAllLines(output).get(1)).startsWith("a,16,high,20");
    assertThat(Files.readString(folder.resolve("run.json"))).contains("\"total\" : \"general\"");
    assertThat(run(with(score, "ces-d.total=china"))).isZero();
    assertThat(Files.readAllLines(output).get(1)).startsWith("a,16,low,20");
    assertThat(run(with(score, "ces-d.total=german"))).isEqualTo(2);
    assertThat(err()).contains("there are: china, general");
    assertThat(run(with(score, "ces-d.sum=general"))).isEqualTo(2);
    assertThat(err()).contains("'ces-d.sum' is no scale that is scored");
  }

  private static String[] with(List<String> arguments, String last) {
    List<String> all = new ArrayList<>(arguments);
    all.add(last);
    return all.toArray(String[]::new);
  }

  @Test
  void twoNormSetsForOneQuestionnaireAreAFaultOfTheCall() {
    assertThat(run(
            "score",
            "x.csv",
            "--with",
            "psc-17",
            "--norms",
            "psc-17-parent-us",
            "--norms",
            "psc-17-parent-us",
            "--out",
            "y.csv"))
        .isEqualTo(2);
    assertThat(err()).contains("are both for 'psc-17'; give one of them");
  }

  @Test
  void tiersWithoutABatteryAreAFaultOfTheCall() {
    for (String option : List.of("--policy", "--counts")) {
      assertThat(run("score", "x.csv", "--with", "phq-9", option, "default", "--out", "y.csv"))
          .isEqualTo(2);
      assertThat(err()).contains(option + ": tiers come with --battery");
    }
    assertThat(run("score", "x.csv", "--with", "phq-9", "--battery", "child", "--out", "y.csv"))
        .isEqualTo(2);
    assertThat(run("score", "x.csv", "--out", "y.csv")).isEqualTo(2);
    assertThat(err()).contains("write either --with, for questionnaires, or --battery");
  }

  @Test
  void unknownQuestionnaireIsAFaultOfTheCall() {
    assertThat(run("score", "x.csv", "--with", "phq-99", "--out", "y.csv")).isEqualTo(2);
    assertThat(err())
        .contains("there is no questionnaire 'phq-99'; there are: ")
        .contains("phq-9");
  }

  @Test
  void missingFileIsAFaultOfTheCall() {
    String missing = folder.resolve("none.csv").toString();
    assertThat(run("score", missing, "--with", "phq-9", "--out", "y.csv")).isEqualTo(2);
    assertThat(err()).contains("there is no file or folder '" + missing + "'");
    assertThat(run("screen", missing, "--out", "y")).isEqualTo(2);
    assertThat(run("check", missing)).isEqualTo(2);
  }

  @Test
  void unknownOptionIsAFaultOfTheCall() {
    assertThat(run("score", "--wiht", "phq-9")).isEqualTo(2);
  }

  @Test
  void tableWithoutTheItemsIsAFaultOfTheData() throws IOException {
    Path input = folder.resolve("answers.csv");
    Files.writeString(input, "student,a\n1,2\n");
    Path output = folder.resolve("scores.csv");
    assertThat(run("score", input.toString(), "--with", "phq-9", "--out", output.toString()))
        .isEqualTo(1);
    assertThat(err()).contains(input + ":1:1: error[column.no-items]");
    assertThat(output).doesNotExist();
  }

  @Test
  void demoScreensTheInventedSchool() throws IOException {
    Path demo = folder.resolve("演示 demo");
    assertThat(run("demo", "--out", demo.toString())).as(err()).isZero();
    assertThat(demo.resolve("results")).isDirectoryContaining("glob:**/outcomes.csv");
    assertThat(Files.readAllLines(demo.resolve("results/outcomes.csv"))).hasSize(1201);
    assertThat(Files.readString(demo.resolve("results/report.html"))).contains("</html>");
    assertThat(out()).contains("1200").contains("results.xlsx");
  }

  @Test
  void sameSeedGivesTheSameBytes() throws IOException {
    run("demo", "--seed", "7", "--out", folder.resolve("a").toString());
    run("demo", "--seed", "7", "--out", folder.resolve("b").toString());
    run("demo", "--seed", "8", "--out", folder.resolve("c").toString());
    for (String file : List.of("outcomes.csv", "today.csv", "summary.csv", "report.html")) {
      byte[] first = Files.readAllBytes(folder.resolve("a/results").resolve(file));
      assertThat(Files.readAllBytes(folder.resolve("b/results").resolve(file))).isEqualTo(first);
      assertThat(Files.readAllBytes(folder.resolve("c/results").resolve(file))).isNotEqualTo(first);
    }
  }

  @Test
  void reportAndRunRecordHoldNoStudent() throws IOException {
    run("demo", "--out", folder.toString());
    List<String> ids = Files.readAllLines(folder.resolve("school/roster.csv")).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(',')))
        .toList();
    String shown = Files.readString(folder.resolve("results/report.html"))
        + Files.readString(folder.resolve("results/run.json"))
        + Files.readString(folder.resolve("results/summary.csv"))
        + out()
        + err();
    assertThat(ids).hasSize(1200).noneMatch(shown::contains);
  }

  @Test
  void summaryAndMessagesAreReadableOnAGbkConsole() throws IOException {
    console = Charset.forName("GBK");
    assertThat(run("demo", "--out", folder.resolve("演示").toString())).isZero();
    assertThat(out() + err())
        .doesNotContain("?")
        .doesNotContain("\uFFFD")
        .contains("示范学校")
        .contains("演示");
  }

  @Test
  void noFileIsLeftHalfWritten() throws IOException {
    run("demo", "--out", folder.toString());
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    Terminal terminal = Terminal.of(out, err, console);
    int code = Main.run(terminal, arguments);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  private String out() {
    return out.toString(console);
  }

  private String err() {
    return err.toString(console);
  }
}
