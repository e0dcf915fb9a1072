package org.xinheng.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.Read;
import org.xinheng.definition.SourceText;
import org.xinheng.policy.Campaign;

/** What the files look like, whatever the students answer. */
class SyntheticSchoolTest {

  /**
   * SHA-256 over the files by name: each name, then its bytes. The same on OpenJDK 17 and Temurin
   * 25.
   */
  private static final String SEED_1 =
      "b514de288c4086cdc11213dcb9b7fbee8447ce1ba7857b638d10e7e962b1610b";

  private static final SortedMap<String, String> FILES = SyntheticSchool.files(1);

  @TempDir
  private Path directory;

  @Test
  void seedOneHasTheSameBytesOnEveryJdk() throws IOException {
    SyntheticSchool.write(directory, 1);

    assertThat(sha256(directory)).isEqualTo(SEED_1);
  }

  @Test
  void sameSeedGivesSameBytesWhateverTheLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      SyntheticSchool.write(directory, 1);
    } finally {
      Locale.setDefault(before);
    }

    assertThat(read(directory)).isEqualTo(FILES);
  }

  @Test
  void anotherSeedGivesAnotherSchool() {
    SortedMap<String, String> other = SyntheticSchool.files(2);

    assertThat(other.keySet()).isEqualTo(FILES.keySet());
    assertThat(FILES.keySet().stream().filter(name -> FILES.get(name).equals(other.get(name))))
        .containsExactly("campaign.yaml");
  }

  @Test
  void replacesItsOwnFilesAndLeavesOthersAlone() throws IOException {
    Files.writeString(directory.resolve("notes.txt"), "mine");
    Files.writeString(directory.resolve("roster.csv"), "old");

    SyntheticSchool.write(directory, 1);

    Map<String, String> expected = new TreeMap<>(FILES);
    expected.put("notes.txt", "mine");
    assertThat(read(directory)).isEqualTo(expected);
  }

  @Test
  void campaignReadsWithoutFaultAndNamesTheFilesThatAreWritten() {
    Read<Campaign> read =
        Definitions.campaign(SourceText.of("campaign.yaml", FILES.get("campaign.yaml")));
    Campaign campaign = read.value().orElseThrow();

    Set<String> named = new HashSet<>(campaign.files().responses());
    named.addAll(campaign.files().evidence());
    named.addAll(List.of("campaign.yaml", campaign.files().roster()));
    named.add(campaign.files().riskFactors().orElseThrow());

    assertThat(read.diagnostics()).isEmpty();
    assertThat(campaign.from()).isEqualTo("2026-10-12");
    assertThat(campaign.to()).isEqualTo("2026-10-30");
    assertThat(named).isEqualTo(FILES.keySet());
  }

  @Test
  void linesEndAsOnUnixAndNothingStartsWithAByteOrderMark() {
    assertThat(FILES.values()).allSatisfy(text -> {
      assertThat(text).endsWith("\n").doesNotContain("\r").doesNotStartWith("\uFEFF");
    });
  }

  @Test
  void rosterHasTwelveHundredStudentsInThirtySixClasses() {
    Sheet roster = sheet("roster.csv");

    Map<String, Long> classes = roster.rows().stream()
        .collect(Collectors.groupingBy(
            row -> row.get("grade") + "/" + row.get("class"), Collectors.counting()));

    assertThat(roster.students()).hasSize(1200).allMatch(id -> id.matches("X\\d{4}"));
    assertThat(roster.rows()).hasSize(1200);
    assertThat(classes).hasSize(36);
    assertThat(classes.values()).allMatch(size -> size >= 29 && size <= 38);
    assertThat(Set.copyOf(classes.values())).hasSizeGreaterThan(3);
  }

  @Test
  void eachStageHasTwelveClasses() {
    Map<Integer, Set<String>> classesByStage = sheet("roster.csv").rows().stream()
        .collect(Collectors.groupingBy(
            row -> (Integer.parseInt(row.get("grade")) - 4) / 3,
            Collectors.mapping(
                row -> row.get("grade") + "/" + row.get("class"), Collectors.toSet())));

    assertThat(classesByStage.keySet()).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(classesByStage.values()).allMatch(classes -> classes.size() == 12);
  }

  /** Whoever is six by 31 August enters grade 1 the next day. */
  @Test
  void birthdatesFitTheGrade() {
    assertThat(sheet("roster.csv").rows()).allSatisfy(row -> {
      int grade = Integer.parseInt(row.get("grade"));
      LocalDate birthdate = LocalDate.parse(row.get("birthdate"));
      assertThat(birthdate.until(LocalDate.of(2026, 8, 31)).getYears()).isEqualTo(grade + 5);
    });
  }

  @Test
  void everyFileSpeaksOfStudentsInTheRoster() {
    Set<String> roster = sheet("roster.csv").students();

    assertThat(FILES.keySet().stream().filter(name -> name.endsWith(".csv")))
        .allSatisfy(name -> assertThat(roster).containsAll(sheet(name).students()));
  }

  @Test
  void presentStudentsHaveOneRowEachInTheFileOfTheirStage() {
    Map<String, Integer> grades = sheet("roster.csv").rows().stream()
        .collect(
            Collectors.toMap(row -> row.get("student"), row -> Integer.parseInt(row.get("grade"))));
    Set<String> seen = new HashSet<>();

    assertThat(answers("upper-primary").column("student"))
        .allMatch(id -> grades.get(id) <= 6 && seen.add(id));
    assertThat(answers("junior-high").column("student"))
        .allMatch(id -> grades.get(id) >= 7 && grades.get(id) <= 9 && seen.add(id));
    assertThat(answers("senior-high").column("student"))
        .allMatch(id -> grades.get(id) >= 10 && seen.add(id));
    assertThat(seen).hasSize(1200 - 36);
  }

  @Test
  void aClassSitsTogetherOnASchoolDayOfTheWindow() {
    Map<String, String> classes = sheet("roster.csv").rows().stream()
        .collect(Collectors.toMap(
            row -> row.get("student"), row -> row.get("grade") + "/" + row.get("class")));
    List<Map<String, String>> rows = Stream.of("upper-primary", "junior-high", "senior-high")
        .flatMap(stage -> answers(stage).rows().stream())
        .toList();

    Map<String, Set<String>> daysByClass = rows.stream()
        .collect(Collectors.groupingBy(
            row -> classes.get(row.get("student")),
            Collectors.mapping(row -> row.get("date"), Collectors.toSet())));

    assertThat(daysByClass).hasSize(36);
    assertThat(daysByClass.values()).allSatisfy(days -> assertThat(days).hasSize(1));
    assertThat(rows)
        .allSatisfy(row -> assertThat(LocalDate.parse(row.get("date")))
            .isBetween("2026-10-12", "2026-10-30")
            .matches(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0));
  }

  @Test
  void answerColumnsAreThoseOfTheBatteries() {
    assertThat(header("answers-upper-primary.csv")).hasSize(2 + 100).endsWith("mht.99", "mht.100");
    assertThat(header("answers-junior-high.csv"))
        .hasSize(2 + 9 + 7 + 17)
        .startsWith("student", "date", "phq-9.1")
        .contains("gad-7.1")
        .endsWith("psc-17.17");
    assertThat(header("answers-senior-high.csv"))
        .hasSize(2 + 9 + 7 + 20)
        .startsWith("student", "date", "phq-9.1")
        .contains("gad-7.1")
        .endsWith("ces-d.20");
  }

  @Test
  void eachAnswerFileHoldsOneMisprint() {
    assertThat(misprints("upper-primary", column -> Set.of("", "0", "1")))
        .containsExactly("mht.37=O");
    assertThat(misprints("junior-high", SyntheticSchoolTest::juniorHighCodes))
        .containsExactly("phq-9.4=8");
    assertThat(misprints("senior-high", column -> Set.of("", "0", "1", "2", "3")))
        .containsExactly("ces-d.11=2w");
  }

  @Test
  void studentsOnHoldOrWithAClearedAlertHadTheHighestTierLastYear() {
    Map<String, String> lastTiers = sheet("last-year.csv").rows().stream()
        .collect(Collectors.toMap(row -> row.get("student"), row -> row.get("last-tier")));
    List<Map<String, String>> returned = sheet("requests.csv").rows().stream()
        .filter(row -> row.get("hold").equals("yes") || row.get("cleared").equals("yes"))
        .toList();

    assertThat(returned)
        .hasSize(2 + 3)
        .allMatch(row -> lastTiers.get(row.get("student")).equals("3"));
  }

  @Test
  void riskFactorsHaveACodeAKindAndDatesInOrder() {
    assertThat(sheet("risk-factors.csv").rows()).allSatisfy(row -> {
      assertThat(row.get("factor")).matches("[a-z]+(-[a-z]+)*");
      assertThat(row.get("kind")).isIn("chronic", "acute");
      LocalDate since = LocalDate.parse(row.get("since"));
      assertThat(since).isBefore("2026-10-12");
      if (!row.get("until").isEmpty()) {
        assertThat(LocalDate.parse(row.get("until"))).isAfter(since);
      }
    });
  }

  @Test
  void newcomersHaveNoLastYearAndAChangeOfSchoolOnFile() {
    Set<String> knownLastYear = sheet("last-year.csv").students();
    Set<String> newcomers = sheet("roster.csv").rows().stream()
        .filter(row -> !row.get("grade").equals("4"))
        .map(row -> row.get("student"))
        .filter(id -> !knownLastYear.contains(id))
        .collect(Collectors.toSet());

    assertThat(newcomers).hasSize(16);
    assertThat(newcomers)
        .allSatisfy(id -> assertThat(sheet("risk-factors.csv").rows())
            .anyMatch(row -> row.get("student").equals(id)
                && row.get("factor").equals("changed-school")
                && row.get("since").equals("2026-09-01")));
  }

  @Test
  void anySeedWorks() {
    for (long seed : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}) {
      assertThatCode(() -> SyntheticSchool.files(seed))
          .as("seed %d", seed)
          .doesNotThrowAnyException();
    }
  }

  private static Set<String> juniorHighCodes(String column) {
    return column.startsWith("psc-17") ? Set.of("", "0", "1", "2") : Set.of("", "0", "1", "2", "3");
  }

  private static List<String> misprints(String stage, Function<String, Set<String>> codesOf) {
    return answers(stage).rows().stream()
        .flatMap(row -> row.entrySet().stream())
        .filter(cell -> !Set.of("student", "date").contains(cell.getKey()))
        .filter(cell -> !codesOf.apply(cell.getKey()).contains(cell.getValue()))
        .map(Object::toString)
        .toList();
  }

  private static List<String> header(String file) {
    return List.of(FILES.get(file).lines().findFirst().orElseThrow().split(","));
  }

  private static Sheet answers(String stage) {
    return sheet("answers-" + stage + ".csv");
  }

  private static Sheet sheet(String file) {
    return Sheet.of(FILES.get(file));
  }

  private static Map<String, String> read(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path file : listed(directory)) {
      files.put(file.getFileName().toString(), Files.readString(file));
    }
    return files;
  }

  private static String sha256(Path directory) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : listed(directory)) {
        digest.update(file.getFileName().toString().getBytes(UTF_8));
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("every Java platform has SHA-256", every);
    }
  }

  private static List<Path> listed(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }
}
