package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Language;
import org.xinheng.policy.Battery;
import org.xinheng.policy.BatteryLoad;

/** Every shipped battery screens an invented grade of its stage, by every shipped policy. */
class ShippedBatteriesTest {

  private static final InstrumentLibrary LIBRARY = InstrumentLibrary.shipped();
  private static final int STUDENTS = 60;

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);

  static Stream<String> batteries() throws IOException {
    return LIBRARY.ids(Kind.BATTERY).stream();
  }

  static Stream<String> policies() throws IOException {
    return LIBRARY.ids(Kind.POLICY).stream();
  }

  @ParameterizedTest
  @MethodSource("batteries")
  void screensAGradeOfItsStage(String id) throws IOException {
    Path results = screened(LIBRARY.battery(id), "default", Language.ZH_CN);
    List<String> outcomes = Files.readAllLines(results.resolve("outcomes.csv"));
    assertThat(outcomes).hasSize(STUDENTS + 1);
    // The first student answers nothing, the second always the lowest code, the third the highest.
    assertThat(outcomes.get(1)).contains("not-screened");
    assertThat(outcomes).filteredOn(row -> row.contains("not-screened")).hasSize(1);
    assertThat(outcomes).anyMatch(row -> row.contains("classified"));
    assertThat(results.resolve("report.html")).exists();
  }

  @ParameterizedTest
  @MethodSource("policies")
  void everyPolicyNamesTheTiersInTheReport(String id) throws IOException {
    for (Language language : Language.values()) {
      Path results = screened(LIBRARY.battery("junior-high"), id, language);
      assertThat(Files.readString(results.resolve("report.html")))
          .contains(LIBRARY.policy(id).tiers().values().stream()
              .map(tier -> tier.name().in(language))
              .toList());
    }
  }

  @Test
  void everyStageHasACoreThatNeedsNoCopyOfItsOwn() throws IOException {
    for (String id : List.of(
        "upper-primary-core",
        "junior-high",
        "senior-high",
        "vocational",
        "intake",
        "pre-exam",
        "graduation",
        "after-event",
        "second-stage")) {
      xinheng.run("show", "--kind", "battery", id);
      assertThat(xinheng.out()).as(id).contains("to obtain", "nothing: the wording");
    }
  }

  @Test
  void anExtendedBatteryNamesWhatTheSchoolMustObtain() {
    xinheng.run("show", "upper-primary");
    assertThat(xinheng.out()).contains("the school's own copy of mht");
    xinheng.run("list", "--kind", "battery", "senior-high-extended");
    assertThat(xinheng.out().replaceAll("\\s+", " ")).contains("own copy: ais, igds9-sf");
  }

  /** Requirement of a battery: at most twenty minutes for a student; what a person asks is no questionnaire to read. */
  @ParameterizedTest
  @MethodSource("batteries")
  void saysHowLongItTakesAndHowMuchThereIsToRead(String id) throws IOException {
    BatteryLoad load = BatteryLoad.of(LIBRARY.questionnairesOf(LIBRARY.battery(id)));
    assertThat(load.items()).isPositive();
    assertThat(load.minutes()).isPositive();
    if (load.isCore()) {
      assertThat(load.minutes()).isLessThanOrEqualTo(20);
    }
    xinheng.run("show", "--kind", "battery", id);
    assertThat(xinheng.out().replaceAll(" +", " "))
        .contains("minutes " + load.minutes() + "\n", "items to read " + load.items() + "\n");
  }

  @Test
  void listKeepsWhatFitsIntoTheMinutes() {
    // GAD-7 and PHQ-2 take 2 + 1 minutes, PHQ-9 and GAD-7 take 3 + 2.
    xinheng.run("list", "--kind", "battery", "--minutes", "3");
    assertThat(xinheng.out()).contains("pre-exam").doesNotContain("after-event");
  }

  private Path screened(Battery battery, String policy, Language language) throws IOException {
    int grade = battery.grades().first();
    Path campaign = folder.resolve("campaign.yaml");
    Files.writeString(campaign, """
        campaign: trial
        name: {en: trial, zh-CN: 试测}
        school-year: 2026-2027
        window: {from: 2026-10-12, to: 2026-10-30}
        policy: %s
        batteries: [%s]
        files: {roster: roster.csv, responses: answers.csv}
        """.formatted(policy, battery.id()));
    Files.writeString(folder.resolve("roster.csv"), roster(grade));
    Files.writeString(folder.resolve("answers.csv"), answers(battery, grade));
    Path results = folder.resolve("results");
    assertThat(xinheng.run(
            "screen", campaign.toString(), "--lang", language.tag(), "--out", results.toString()))
        .as(xinheng.err())
        .isZero();
    return results;
  }

  private static String roster(int grade) {
    StringBuilder rows = new StringBuilder("student,school,grade,class,sex,birthdate\n");
    for (int i = 1; i <= STUDENTS; i++) {
      rows.append("S%03d,A,%d,%d,%s,%d-03-01%n"
          .formatted(i, grade, 1 + i % 2, i % 2 == 0 ? "female" : "male", 2020 - grade));
    }
    return rows.toString();
  }

  private static String answers(Battery battery, int grade) throws IOException {
    Random random = new Random(grade);
    List<Instrument> questionnaires = LIBRARY.questionnairesOf(battery);
    StringBuilder rows = new StringBuilder("student,date");
    questionnaires.forEach(each -> each.keptItems()
        .forEach(item -> rows.append(',').append(each.id()).append('.').append(item.id())));
    rows.append('\n');
    for (int i = 2; i <= STUDENTS; i++) {
      rows.append("S%03d,2026-10-13".formatted(i));
      for (Instrument each : questionnaires) {
        for (Item item : each.keptItems()) {
          List<Integer> codes = codes(each, item);
          int choice = i == 2 ? 0 : i == 3 ? codes.size() - 1 : random.nextInt(codes.size());
          rows.append(',').append(codes.get(choice));
        }
      }
      rows.append('\n');
    }
    return rows.toString();
  }

  private static List<Integer> codes(Instrument instrument, Item item) {
    return instrument.scorable(item).stream()
        .flatMap(set -> set.options().stream())
        .map(option -> option.code())
        .sorted()
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
