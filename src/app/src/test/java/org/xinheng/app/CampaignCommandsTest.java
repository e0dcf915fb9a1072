package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small campaign as a user runs it: {@code explain}, {@code what-if} and {@code case-file} on the tables that {@code
 * screen} reads. Expected tiers follow the rules of the default policy; totals are PHQ-9 sums.
 */
class CampaignCommandsTest {

  private static final String HEADER = "student,date,"
      + Stream.of(columns("phq-9", 9), columns("gad-7", 7), columns("psc-17", 17))
          .flatMap(List::stream)
          .reduce((a, b) -> a + "," + b)
          .orElseThrow();

  @TempDir
  private Path folder;

  @BeforeEach
  void writeTheCampaign() throws IOException {
    Files.createDirectories(folder.resolve("before"));
    write("roster.csv", """
        student,school,grade,class,sex
        s1,School,8,1,female
        s2,School,8,1,male
        s3,School,8,2,male
        s4,School,8,2,female
        """);
    // 12, 12, 0 and 0; a year before 2, 10, 0 and 0.
    write(
        "answers.csv",
        HEADER + "\n" + row("s1", "2026-10-12", 12) + row("s2", "2026-10-12", 12)
            + row("s3", "2026-10-12", 0) + row("s4", "2026-10-12", 0));
    write(
        "before/answers.csv",
        HEADER + "\n" + row("s1", "2025-10-13", 2) + row("s2", "2025-10-13", 10)
            + row("s3", "2025-10-13", 0));
    // The second is a year old: it no longer counts.
    write("ratings.csv", """
        student,date,source,teacher,re-entry
        s1,2026-10-12,class-teacher,1,
        s2,2025-10-12,class-teacher,3,
        s4,2026-09-02,case-file,,assessed
        """);
    write("concerns.csv", """
        student,trigger,date,source,cleared
        s3,disclosed-abuse,2026-10-20,peer,
        """);
    write("registry.csv", "student,group,kind,since,until\ns4,left-behind,family,2025-09-01,\n");
    write("calendar.yaml", """
        calendar: school
        version: 1.0.0
        name: {en: School, zh-CN: 学校}
        terms:
          - {id: autumn, name: {en: autumn, zh-CN: 秋}, school-year: 2026-2027, from: 2026-09-01, to: 2027-01-22}
          - {id: spring, name: {en: spring, zh-CN: 春}, school-year: 2026-2027, from: 2027-02-22, to: 2027-07-02}
          - {id: autumn-2027, name: {en: autumn, zh-CN: 秋}, school-year: 2027-2028, from: 2027-09-01, to: 2028-01-14}
        """);
    String head = """
        campaign: small
        name: {en: Small, zh-CN: 小型}
        school-year: 2026-2027
        window: {from: 2026-10-12, to: 2026-10-30}
        policy: default
        batteries: [junior-high]
        """;
    write(
        "before/campaign.yaml",
        head.replace(
                "window: {from: 2026-10-12, to: 2026-10-30}",
                "window: {from: 2025-10-13, to: 2025-10-31}")
            + "files: {roster: ../roster.csv, responses: answers.csv}\n");
    write("campaign.yaml", head + """
        compared-with:
          campaign: before/campaign.yaml
          precision: {phq-9.total: {sd: 5, reliability: 0.8, source: invented}}
        files:
          roster: roster.csv
          responses: answers.csv
          evidence: ratings.csv
          concerns: concerns.csv
          registry: registry.csv
          calendar: calendar.yaml
        """);
  }

  /** 12 − 2 = 10 is 3.16 standard errors of √2 · 5 · √0.2: reliably worse, so 12 is confirmed: tier 3. */
  @Test
  void explainsNobodyAtRandomOfTwoStudentsWithOneId() throws IOException {
    Files.writeString(
        folder.resolve("roster.csv"), "s1,Other,8,1,male\n", StandardOpenOption.APPEND);
    Ran either = explain("s1");
    assertThat(either.exit()).isEqualTo(2);
    assertThat(either.err())
        .contains("students of the campaign have this id; name the school with --school");
    assertThat(explain("s1", "--school", "Other").exit()).isZero();
    assertThat(explain("s1", "--school", "Third").err())
        .contains("no student of the campaign has this id at this school");
  }

  @Test
  void namesAFolderThatIsNoCampaignAndNoCaseFile() {
    Ran screened = run("screen", folder.toString(), "--out", folder + "/out");
    assertThat(screened.exit()).isOne();
    assertThat(screened.err()).isEqualTo("xinheng: " + folder + " is a folder, not a file\n");
    assertThat(run("case-file", folder.toString()).err())
        .contains(folder + " is a folder; name the case file in it");
  }

  @Test
  void explainSaysWhatTheEarlierCampaignAdds() {
    Ran run = explain("s1", "--lang", "en");
    assertThat(run.out())
        .contains("tier: T3, intensive support")
        .contains("primary-high-confirmed (rule, T3): decides")
        .contains("reliable worsening since the last screen (case file, 2026-10-12, counts through"
            + " 2027-04-12)")
        .contains("total 12 (9 answered): moderate, from 10")
        .contains("answered on 2026-10-12");
  }

  /** 12 − 10 = 2 is no reliable change, and a rating of last year has expired: high and not confirmed. */
  @Test
  void explainSaysWhatWouldHaveToBeDifferent() {
    assertThat(explain("s2", "--lang", "en").out())
        .contains("tier: T2, targeted support")
        .contains("primary-high-confirmed (rule, T3): reliable worsening yes, not no; then T3")
        .contains("No longer counts\n"
            + "  class teacher's rating 3 of 3 (class teacher, 2025-10-12, counts through"
            + " 2026-04-12)");
    assertThat(explain("s2", "--lang", "zh-CN").out())
        .contains("可靠的恶化须为是，现为否；则为 T3")
        .doesNotContain("decides");
  }

  @Test
  void reportOfAbuseIsAnImmediateAlert() {
    assertThat(explain("s3", "--lang", "en").out())
        .contains("alert: immediate")
        .contains("reported: told of abuse (fellow student, 2026-10-20)");
  }

  /** Assessed on 2 September 2026: that autumn is no whole term, so spring and the next autumn count. */
  @Test
  void floorKeepsAReturnedStudentAtTierTwoForTwoTerms() {
    assertThat(explain("s4", "--lang", "en").out())
        .contains("tier: T2, targeted support")
        .contains("back-at-school (floor, T2): decides")
        .contains("counts through 2028-01-14")
        .contains("this campaign alone: T1");
  }

  @Test
  void explainGoesDownToTheAnswersOfAScore() {
    assertThat(explain("s1", "--score", "phq-9.total", "--lang", "en").out())
        .contains("total 12 (9 answered)")
        .contains("moderate: from 10, level 2 (")
        .containsPattern("  1 \\(.*\\): 2");
  }

  @Test
  void unknownStudentAndScoreAreFaultsOfTheCall() {
    Ran nobody = explain("secret-99");
    assertThat(nobody.exit()).isEqualTo(2);
    assertThat(nobody.err()).contains("--student: no student").doesNotContain("secret-99");
    assertThat(explain("s1", "--score", "total").exit()).isEqualTo(2);
  }

  @Test
  void whatIfCountsMovesAndWritesNothing() throws IOException {
    List<Path> before = files();
    Ran run =
        run("what-if", campaign(), "--cut-off", "phq-9.total.moderate=13", "--staff-hours", "1");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("全体 all (4)")
        .contains("2026-10-31: ")
        .contains("more than 1 hours a week")
        .doesNotContain("s1");
    assertThat(files()).isEqualTo(before);
    assertThat(run("what-if", campaign()).exit()).isEqualTo(2);
    assertThat(run("what-if", campaign(), "--cut-off", "phq-9.total.moderate=1").err())
        .contains("band.order");
  }

  @Test
  void caseFileIsMadeAndReadByRole() throws IOException {
    String file = folder.resolve("case.json").toString();
    Ran made = run("case-file", "--campaign", campaign(), "--student", "s3", "--out", file);
    assertThat(made.exit()).isZero();
    assertThat(Files.readString(Path.of(file))).startsWith("{\"case-file\":1,\"student\":\"s3\"");
    assertThat(run("case-file", file, "--role", "class-teacher").out())
        .contains("\"alert\" : \"immediate\"")
        .doesNotContain("phq-9");
    assertThat(run("case-file", file, "--role", "auditor").out()).doesNotContain("s3");
    assertThat(run("case-file", file, "--merge", file).exit()).isZero();
    assertThat(run("case-file").exit()).isEqualTo(2);
  }

  private Ran explain(String student, String... options) {
    return run(
        Stream.concat(Stream.of("explain", campaign(), "--student", student), Stream.of(options))
            .toArray(String[]::new));
  }

  private record Ran(int exit, String out, String err) {}

  private static Ran run(String... arguments) {
    TypedCommand command = TypedCommand.wide(120);
    int exit = command.run(arguments);
    return new Ran(exit, command.out(), command.err());
  }

  private String campaign() {
    return folder.resolve("campaign.yaml").toString();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.sorted().toList();
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static List<String> columns(String questionnaire, int items) {
    return IntStream.rangeClosed(1, items)
        .mapToObj(item -> questionnaire + "." + item)
        .toList();
  }

  /** Twos from the first item on, until the total is reached; the critical last item of PHQ-9 is 0. */
  private static String row(String student, String date, int total) {
    StringBuilder row = new StringBuilder(student + "," + date);
    int left = total;
    for (int item = 1; item <= 9 + 7 + 17; item++) {
      int code = item < 9 ? Math.min(2, left) : 0;
      left -= code;
      row.append(',').append(code);
    }
    return row.append('\n').toString();
  }
}
