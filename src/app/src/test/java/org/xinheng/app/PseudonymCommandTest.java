package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.exchange.identity.PseudonymKey;
import org.xinheng.exchange.identity.Pseudonyms;

/** Identifiers go in; none comes out, in no file, no name of a file and no message. */
class PseudonymCommandTest {

  private static final List<String> ITEMS = Stream.of(
          items("phq-9", 9), items("gad-7", 7), items("psc-17", 17))
      .flatMap(List::stream)
      .toList();

  /** Numbers of nobody; the check characters are calculated by the table of GB 11643-1999. */
  private static final String FIRST = "G330106201305010017";

  private static final String SECOND_BEFORE = "L330106201305020018";
  private static final String SECOND = "G330106201305020039";
  private static final String THIRD = "G330106201305010033";

  /** The last character should be 3. */
  private static final String MISTYPED = "G330106201305010034";

  private static final String STRANGER = "J33010620130501001X";

  /** What nobody may find: the numbers from place to order, birthdays, names, telephones. */
  private static final List<String> SECRETS = List.of(
      "330106", "20130501", "2013-05-01", "张小明", "李小红", "王五", "13800000001", "zhang", "0571-1");

  @TempDir
  private Path folder;

  private Path input;
  private Path output;
  private Path key;
  private final TypedCommand xinheng = TypedCommand.wide(120);
  private final List<String> messages = new ArrayList<>();

  @BeforeEach
  void writeTheTablesOfASchool() throws IOException {
    input = Files.createDirectories(folder.resolve("in"));
    output = folder.resolve("out");
    key = folder.resolve("key");
    Files.writeString(
        input.resolve("roster.csv"),
        String.join(
            "\n",
            "学籍号,姓名,学校,年级,班级,性别,出生日期,监护人,备注",
            FIRST + ",张小明,第一中学,7,1,男,2013-05-01,张三,0571-1",
            SECOND_BEFORE + ",李小红,第一中学,7,1,女,2013-05-02,李四,",
            THIRD + ",王五,第一中学,7,2,张小明,2013-05-01,王六,",
            FIRST + ",张小明,第一中学,7,1,男,2013-05-01,张三,",
            MISTYPED + ",王五,第一中学,七年级张小明,2,男,2013-05-01,,",
            "too,few",
            ""));
    Files.writeString(
        input.resolve("answers.csv"),
        "student,e-mail,note,phone,date," + String.join(",", ITEMS) + "\n"
            + answers(FIRST.toLowerCase(Locale.ROOT), "2")
            + answers(SECOND, "1")
            + answers(THIRD, "0")
            + answers(THIRD, "张小明")
            + answers(MISTYPED, "7")
            + answers(STRANGER, "3")
            + answers("330106201305010017", "1")
            + THIRD + ",13800000001\n");
    Files.writeString(
        input.resolve("teacher.csv"),
        "学籍号,姓名,日期,teacher,来源\n" + FIRST + ",张小明,2026-10-12,2,张小明\n" + STRANGER
            + ",x,2026-10-12,9,班主任\n");
    Files.writeString(
        input.resolve("concerns.csv"),
        "student,trigger,date,source\n" + THIRD + ",self-harm,13800000001,张小明\n");
    Files.writeString(
        input.resolve("aliases.csv"), "旧学籍号,新学籍号\n" + SECOND_BEFORE + "," + SECOND + "\n");
    Files.writeString(input.resolve("campaign.yaml"), """
        campaign: autumn-2026
        name: {en: Autumn screening, zh-CN: 秋季筛查}
        school-year: 2026-2027
        window: {from: 2026-10-12, to: 2026-10-30}
        policy: default
        batteries: [junior-high]
        files:
          roster: roster.csv
          responses: [answers.csv]
          evidence: [teacher.csv]
          concerns: concerns.csv
        """);
    assertThat(run("pseudonym", "key", "--out", key.toString())).isZero();
  }

  @Test
  void noOutputOfScreenAndScoreHoldsAnIdentifier() throws IOException {
    screen();
    score();
    assertThat(outputs()).hasSizeGreaterThan(5);
    outputs().forEach((name, content) -> {
      for (String secret : SECRETS) {
        assertThat(content).as(name + " holds " + secret).doesNotContain(secret);
        assertThat(name).doesNotContain(secret);
      }
    });
  }

  @Test
  void noOutputOfAnyCommandThatTakesTheKeyHoldsAnIdentifier() throws IOException {
    Files.createDirectories(output);
    String first = new Pseudonyms(PseudonymKey.read(key)).of(FIRST);
    String campaign = in("campaign.yaml");
    assertThat(withKey("explain", campaign, "--student", FIRST)).isZero();
    assertThat(xinheng.out()).contains("总分 18");
    assertThat(withKey("explain", campaign, "--student", first, "--format", "json"))
        .isZero();
    assertThat(withKey("explain", campaign, "--student", FIRST, "--score", "phq-9.total"))
        .isZero();
    assertThat(withKey("explain", campaign, "--student", "G330106201305990012")).isEqualTo(2);
    assertThat(withKey("what-if", campaign, "--cut-off", "phq-9.total.moderate=12"))
        .isZero();
    String file = output.resolve("case.json").toString();
    assertThat(withKey("case-file", "--campaign", campaign, "--student", FIRST, "--out", file))
        .isZero();
    assertThat(withKey("case-file", file, "--campaign", campaign, "--student", first))
        .isZero();
    assertThat(xinheng.out()).contains(first);
    assertThat(withKey("roster", "check", in("roster.csv"))).isEqualTo(1);
    assertThat(importRoster("roster.csv", "--skip-bad-rows")).isZero();
    assertThat(withKey("roster", "check", in("roster.csv"), "--into", kept())).isEqualTo(1);
    screenTheKeptRoster();
    assertThat(outputs()).hasSizeGreaterThan(20);
    outputs().forEach((name, content) -> {
      for (String secret : SECRETS) {
        assertThat(content).as(name + " holds " + secret).doesNotContain(secret);
        assertThat(name).doesNotContain(secret);
      }
    });
  }

  @Test
  void aCaseFileThatWasKeptUnderTheNumberIsJoinedUnderThePseudonym() throws IOException {
    Files.createDirectories(output);
    String file = input.resolve("case.json").toString();
    run("case-file", "--campaign", in("campaign.yaml"), "--student", FIRST, "--out", file);
    assertThat(Files.readString(Path.of(file))).contains(FIRST);
    assertThat(withKey("case-file", file, "--campaign", in("campaign.yaml"), "--student", FIRST))
        .as(xinheng.err())
        .isZero();
    assertThat(xinheng.out()).doesNotContain("330106");
  }

  @Test
  void aRosterThatIsKeptUnderPseudonymsJoinsAnswersWithNumbers() throws IOException {
    Files.createDirectories(output);
    assertThat(importRoster("roster.csv", "--skip-bad-rows")).isZero();
    screenTheKeptRoster();
    // PHQ-9 answered with 2 throughout is 18, with 1 it is 9; the roster was written under the old
    // number of the second.
    assertThat(column(output.resolve("kept/outcomes.csv"), "phq-9.total").subList(0, 2))
        .containsExactly("18", "9");
    List<String> before = Files.readAllLines(Path.of(kept()));
    assertThat(importRoster("roster.csv", "--skip-bad-rows")).isZero();
    assertThat(Files.readAllLines(Path.of(kept()))).isEqualTo(before);
  }

  @Test
  void saysThatTheKeyIsMissingOrIsAnotherOneAndWritesNothing() throws IOException {
    Files.createDirectories(output);
    assertThat(importRoster("roster.csv", "--skip-bad-rows")).isZero();
    List<String> before = Files.readAllLines(Path.of(kept()));
    assertThat(run("roster", "import", in("roster.csv"), "--into", kept(), "--skip-bad-rows"))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("name the key of the roster with --pseudonyms");
    Files.move(key, folder.resolve("first-key"));
    run("pseudonym", "key", "--out", key.toString());
    assertThat(importRoster("roster.csv", "--skip-bad-rows")).isEqualTo(1);
    assertThat(xinheng.err()).contains("made with another key", "name the key with which");
    assertThat(Files.readAllLines(Path.of(kept()))).isEqualTo(before);
    screenTheKeptRoster();
    assertThat(xinheng.err()).contains("student.other-key", "here and 1 more times");
    assertThat(run(
            "screen", campaignOfTheKeptRoster(), "--out", output.resolve("kept").toString()))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("nobody who was counted", "name the key (--pseudonyms)");
    run("screen", campaignOfTheKeptRoster(), "--out", output.resolve("no-key").toString());
    assertThat(xinheng.err()).contains("pseudonym.no-key");
    assertThat(run("explain", campaignOfTheKeptRoster(), "--student", FIRST)).isEqualTo(2);
    assertThat(xinheng.err()).contains("name their key with --pseudonyms");
    String pseudonym = column(Path.of(kept()), "student").get(0);
    for (String[] command : new String[][] {
      {"explain", campaignOfTheKeptRoster(), "--student", pseudonym},
      {"case-file", "--campaign", campaignOfTheKeptRoster(), "--student", pseudonym},
      {"what-if", campaignOfTheKeptRoster(), "--cut-off", "phq-9.total.moderate=12"}
    }) {
      run(command);
      assertThat(xinheng.err()).as(command[0]).contains("pseudonym.no-key");
    }
    assertThat(run("pseudonym", "resolve", pseudonym, "--key", key.toString(), "--roster", kept()))
        .isEqualTo(2);
    assertThat(xinheng.err()).contains("the roster holds pseudonyms itself");
  }

  @Test
  void aRosterThatIsKeptWithNumbersIsNotTurnedIntoPseudonyms() throws IOException {
    Files.createDirectories(output);
    assertThat(run("roster", "import", in("roster.csv"), "--into", kept(), "--skip-bad-rows"))
        .isZero();
    List<String> before = Files.readAllLines(Path.of(kept()));
    assertThat(importRoster("roster.csv", "--skip-bad-rows")).isEqualTo(1);
    assertThat(xinheng.err()).contains("roster.kept-ids");
    assertThat(Files.readAllLines(Path.of(kept()))).isEqualTo(before);
  }

  /** The number is of one student of the country, so that no birthdate is asked for; the pseudonym says as much. */
  @Test
  void aStudentWhoGoesToAnotherSchoolIsKnownByTheNationalNumber() throws IOException {
    Files.createDirectories(output);
    Files.writeString(input.resolve("first.csv"), "学籍号,学校,年级\n" + FIRST + ",一中,7\nA7,一中,7\n");
    Files.writeString(input.resolve("second.csv"), "学籍号,学校,年级\n" + FIRST + ",二中,8\nA7,二中,8\n");
    assertThat(importRoster("first.csv")).isZero();
    assertThat(importRoster("second.csv", "--skip-bad-rows")).isZero();
    assertThat(xinheng.out()).containsPattern("1  其中转校").containsPattern("1  有问题的行");
    assertThat(xinheng.err()).contains("roster.other-school");
  }

  @Test
  void noMessageHoldsAnIdentifierEvenWithoutPseudonyms() throws IOException {
    run("screen", in("campaign.yaml"), "--out", output.toString());
    run(
        "score",
        in("answers.csv"),
        "--battery",
        "junior-high",
        "--out",
        output.resolve("scores/scores.csv").toString());
    messages.add(Files.readString(output.resolve("run.json")));
    for (String secret : SECRETS) {
      assertThat(messages).noneMatch(message -> message.contains(secret));
    }
  }

  @Test
  void aStudentHasOnePseudonymInAllTablesHoweverTheNumberIsSpelledAndAlsoIfItWasReplaced()
      throws IOException {
    screen();
    score();
    List<String> scored = column(output.resolve("scores/scores.csv"), "student");
    List<String> screened = column(output.resolve("outcomes.csv"), "student");
    assertThat(scored).allMatch(id -> id.matches("P[0-9A-HJKMNP-TV-Z]{16}"));
    assertThat(screened).contains(scored.get(0), scored.get(1), scored.get(2));
    // PHQ-9 answered with 2 throughout is 18, with 1 it is 9.
    assertThat(column(output.resolve("outcomes.csv"), "phq-9.total").subList(0, 2))
        .containsExactly("18", "9");
  }

  @Test
  void saysWhichRowsHaveANumberThatCannotBeRightAndNotWhichNumber() throws IOException {
    screen();
    assertThat(messages.get(messages.size() - 1) + Files.readString(output.resolve("run.json")))
        .contains("the last character of the student number (学籍号) does not fit the others");
    score();
    List<String> reasons = column(output.resolve("scores/scores.csv"), "row.reason");
    assertThat(reasons.get(4)).contains("does not fit the others");
    assertThat(reasons.get(6)).contains("a national identity number stands in place");
    assertThat(reasons.get(0)).isEmpty();
  }

  @Test
  void thoseWhoHoldKeyAndRosterCanSayWhoseAPseudonymIs() throws IOException {
    score();
    List<String> scored = column(output.resolve("scores/scores.csv"), "student");
    assertThat(run(
            "pseudonym",
            "resolve",
            scored.get(0).toLowerCase(Locale.ROOT),
            scored.get(1),
            "--key",
            key.toString(),
            "--roster",
            in("roster.csv"),
            "--aliases",
            in("aliases.csv")))
        .isZero();
    assertThat(xinheng.out())
        .contains("张小明", "李小红", "第一中学 7 (1)", "G****************17", "L****************18")
        .doesNotContain("330106");
    Path other = folder.resolve("other");
    run("pseudonym", "key", "--out", other.toString());
    assertThat(run(
            "pseudonym",
            "resolve",
            scored.get(0),
            "--key",
            other.toString(),
            "--roster",
            in("roster.csv")))
        .isEqualTo(1);
    assertThat(xinheng.err()).contains("1 of 1 pseudonyms are of nobody on this roster");
  }

  @Test
  void refusesToMakePseudonymsWhereNobodyIsNamed() throws IOException {
    Path file = Files.writeString(
        input.resolve("nobody.csv"), String.join(",", items("phq-9", 9)) + "\n1,1,1,1,1,1,1,1,1\n");
    assertThat(run(
            "score",
            file.toString(),
            "--with",
            "phq-9",
            "--pseudonyms",
            key.toString(),
            "--out",
            folder.resolve("scores.csv").toString()))
        .isEqualTo(1);
    assertThat(xinheng.err()).contains("pseudonym.no-student");
  }

  @Test
  void namesEveryRowOfReplacedNumbersThatIsAtFault() throws IOException {
    Files.writeString(
        input.resolve("aliases.csv"),
        "old,new\n" + SECOND_BEFORE + "," + SECOND + "\n" + SECOND_BEFORE + "," + THIRD + "\n,x\n"
            + MISTYPED + ",x\n");
    assertThat(run(
            "screen",
            in("campaign.yaml"),
            "--aliases",
            in("aliases.csv"),
            "--out",
            output.toString()))
        .isEqualTo(1);
    assertThat(xinheng.err())
        .contains(
            "aliases.csv:3:21: error[aliases.row]: the old number was replaced by another one",
            "aliases.csv:4:1: error[aliases.row]: the row needs an old and a new number",
            "aliases.csv:5:1: error[aliases.row]: the last character")
        .doesNotContain("330106");
  }

  private int withKey(String... arguments) {
    return run(Stream.concat(
            Stream.of(arguments),
            Stream.of("--pseudonyms", key.toString(), "--aliases", in("aliases.csv")))
        .toArray(String[]::new));
  }

  private String kept() {
    return output.resolve("roster.csv").toString();
  }

  private int importRoster(String list, String... options) {
    return withKey(
        Stream.concat(Stream.of("roster", "import", in(list), "--into", kept()), Stream.of(options))
            .toArray(String[]::new));
  }

  private String campaignOfTheKeptRoster() throws IOException {
    String campaign = Files.readString(input.resolve("campaign.yaml"))
        .replace("roster: roster.csv", "roster: ../out/roster.csv");
    return Files.writeString(input.resolve("kept.yaml"), campaign).toString();
  }

  private void screenTheKeptRoster() throws IOException {
    assertThat(withKey(
            "screen", campaignOfTheKeptRoster(), "--out", output.resolve("kept").toString()))
        .as(xinheng.err())
        .isZero();
  }

  private void screen() {
    assertThat(run(
            "screen",
            in("campaign.yaml"),
            "--pseudonyms",
            key.toString(),
            "--aliases",
            in("aliases.csv"),
            "--out",
            output.toString()))
        .as(xinheng.err())
        .isZero();
  }

  private void score() throws IOException {
    Files.createDirectories(output.resolve("scores"));
    assertThat(run(
            "score",
            in("answers.csv"),
            "--battery",
            "junior-high",
            "--counts",
            output.resolve("scores/counts.csv").toString(),
            "--pseudonyms",
            key.toString(),
            "--aliases",
            in("aliases.csv"),
            "--out",
            output.resolve("scores/scores.csv").toString()))
        .as(xinheng.err())
        .isZero();
  }

  private int run(String... arguments) {
    int code = xinheng.run(arguments);
    messages.add(xinheng.out() + xinheng.err());
    return code;
  }

  private String in(String name) {
    return input.resolve(name).toString();
  }

  /**
   * All files that were written, and all messages, by name; of a workbook each part. The name of the folder is left out: its
   * digits are drawn by chance.
   */
  private Map<String, String> outputs() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(output)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      String name = output.relativize(file).toString();
      if (name.endsWith(".xlsx")) {
        addParts(name, file, contents);
      } else {
        contents.put(name, Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    for (int i = 0; i < messages.size(); i++) {
      contents.put("messages " + i, messages.get(i));
    }
    contents.replaceAll((name, content) -> content.replace(folder.toString(), "FOLDER"));
    return contents;
  }

  private static void addParts(String name, Path file, Map<String, String> to) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        to.put(name + "!" + entry.getName(), new String(bytes, StandardCharsets.UTF_8));
      }
    }
  }

  /** Of a table without quotes before the column. */
  private static List<String> column(Path file, String heading) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int column = List.of(lines.get(0).replace("\uFEFF", "").split(",", -1)).indexOf(heading);
    return lines.stream().skip(1).map(line -> fields(line).get(column)).toList();
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private static String answers(String student, String answer) {
    return student + ",zhang@example.org,张小明说,13800000001,2026-10-12,"
        + ITEMS.stream().map(item -> answer).collect(Collectors.joining(",")) + "\n";
  }

  private static List<String> items(String questionnaire, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(item -> questionnaire + "." + item)
        .toList();
  }
}
