package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.xinheng.exchange.Example.CALM_3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;
import org.xinheng.policy.Battery;
import org.xinheng.profile.OutputProfile;
import org.xinheng.profile.ResultColumn;
import org.xinheng.profile.ResultColumns;
import org.xinheng.scoring.ScoringPlan;

/** Scores with tiers, counts of them, and output profiles. */
class BatteryRunTest {

  private static final String ANSWERS = """
      学号,学校,年级,calm-3.1,calm-3.2,calm-3.3
      a,二小,10,0,0,0
      b,一小,9,2,1,0
      c,一小,10,0,0,2
      d,一小,9,,,
      e,,,0,0,
      """;

  @TempDir
  private Path folder;

  @Test
  void writesStatusTierAlertAndReasonBeforeTheRow() throws IOException {
    ScoreRun.run(options().withProfile(profile("""
        columns:
          - {own: 学号}
          - {from: status}
          - {from: tier}
          - {from: tier.name}
          - {from: at-least}
          - {from: alert}
          - {from: rule}
          - {from: reason.en}
        """)));
    // The default policy: band level 2 is tier 2, an alert holds at tier 3, no answers are no tier;
    // of
    // two zeros and a blank critical item nobody can say that there is no alert.
    assertThat(lines("scores.csv"))
        .containsExactly(
            "学号,status,tier,tier.name,at-least,alert,rule,reason.en",
            "a,classified,T1,一般支持 universal support,T1,none,no-further-need,"
                + "no further need found this time: Calm-3 total 0 (3 answered): calm"
                + " (an invented example)",
            "b,classified,T2,重点关注 targeted support,T2,none,primary-high-or-severe-scale,"
                + "\"the primary scale is high or a supporting scale very high: Calm-3 total 3 (3"
                + " answered): tense, from 3 (an invented example)\"",
            "c,provisional,T3,高度关注 intensive support,T3,same-day,alert-or-hold,"
                + "an alert or an open case is held at intensive support until an interview:"
                + " Calm-3 item 3 (an invented example): same day",
            "d,not-screened,,,,unknown,no-answers,"
                + "\"no usable answers to the primary scale: Calm-3 total: no score, nothing was"
                + " answered (0 answered)\"",
            "e,incomplete,,,,unknown,,"
                + "\"not classifiable, too many answers are missing: Calm-3 item 3 (an invented"
                + " example): not answered, ask within 2 school days\"");
  }

  /** Student a has tier 1 by the answers alone; rule 8 of the default policy gives tier 2 to who asks for help. */
  @Test
  void aRequestToTalkCountsAndAWordThatIsNoneMarksTheRow() throws IOException {
    String answers = """
        学号,calm-3.1,calm-3.2,calm-3.3,help
        a,0,0,0,yes
        b,0,0,0,
        c,0,0,0,maybe
        """;
    ScoreRun.run(
        ScoreOptions.of(Example.file(folder, answers), plans(), folder.resolve("scores.csv"))
            .withTiers(tiers())
            .withProfile(profile("""
                columns:
                  - {own: 学号}
                  - {from: tier}
                  - {from: rule}
                  - {from: row.reason}
                """)));
    assertThat(lines("scores.csv"))
        .containsExactly(
            "学号,tier,rule,row.reason",
            "a,T2,asked-or-unclear,",
            "b,T1,no-further-need,",
            "c,T1,no-further-need,\"column 'help': the help cannot be read (yes, no, 是, 否)\"");
  }

  @Test
  void columnsOfTheOutcomeStandBetweenThoseOfQuestionnairesAndOfTheRow() throws IOException {
    ScoreRun.run(options());
    String outcome = String.join(
        ",", ResultColumns.ofOutcome().stream().map(ResultColumn::name).toList());
    assertThat(lines("scores.csv").get(0))
        .contains("calm-3.validity," + outcome + ",row.status,row.reason");
  }

  /** A campaign asks the same library; what it says of a student is the same word for word. */
  @Test
  void saysTheSameOfAStudentAsACampaign() throws IOException {
    Files.writeString(
        folder.resolve("roster.csv"), "student,school,grade,class\na,S,7,1\nb,S,7,1\nc,S,7,1\n");
    Path answers = Files.writeString(
        folder.resolve("answers.csv"),
        "student,school,grade,class," + ExampleCampaign.ITEMS + "\n"
            + "a,S,7,1" + ",1".repeat(8) + ",0" + ",2".repeat(7) + ",0".repeat(17) + "\n"
            + "b,S,7,1" + ",0".repeat(8) + ",2" + ",0".repeat(7) + ",".repeat(17) + "\n"
            + "c,S,7,1" + ",".repeat(9) + ",3".repeat(7) + ",0".repeat(17) + "\n");
    Path campaign = Files.writeString(folder.resolve("campaign.yaml"), ExampleCampaign.with());
    InstrumentLibrary library = InstrumentLibrary.shipped();
    CampaignFiles.write(CampaignRun.of(campaign, library), folder.resolve("out"), "1.2.3");
    Battery battery = library.battery("junior-high");
    List<ScoringPlan> plans =
        List.of(Example.plan("phq-9"), Example.plan("gad-7"), Example.plan("psc-17"));
    ScoreRun.run(ScoreOptions.of(answers, plans, folder.resolve("scores.csv"))
        .withTiers(TierOptions.of(battery, library.policy("default")))
        .withProfile(profile("""
            columns:
              - {own: student}
              - {own: school}
              - {own: grade}
              - {own: class}
              - {from: status}
              - {from: tier}
              - {from: tier.name}
              - {from: at-least}
              - {from: alert}
              - {from: rule}
              - {from: reason.zh-CN}
              - {from: reason.en}
            """)));
    List<String> scored = lines("scores.csv");
    List<String> screened = Files.readAllLines(folder.resolve("out/outcomes.csv"));
    assertThat(scored).hasSize(4);
    for (int row = 0; row < 4; row++) {
      // Where a student lives only the roster of a campaign says: it is the fifth column.
      String common =
          screened.get(row).replace("\uFEFF", "").replaceFirst("^((?:[^,]*,){4})[^,]*,", "$1");
      assertThat(common).startsWith(scored.get(row) + ",");
    }
  }

  @Test
  void countsTiersBySchoolAndThenByGradeAsANumberAndHidesSmallCells() throws IOException {
    Path counts = folder.resolve("counts.csv");
    ScoreRun.run(options(tiers().withCounts(counts)));
    // The default policy hides cells below five, and there are no five students to hide among.
    assertThat(Files.readAllLines(counts))
        .containsExactly(
            "school,grade,n,no-tier,T1,T2,T3",
            ",,1,*,*,*,*",
            "一小,9,2,*,*,*,*",
            "一小,10,1,*,*,*,*",
            "二小,10,1,*,*,*,*");
  }

  @Test
  void countsAreAsTheProfileNamesThem() throws IOException {
    Path counts = folder.resolve("counts.csv");
    TierOptions shown = new TierOptions(
        tiers().battery(),
        Definitions.policy(SourceText.of(
                "policy.yaml",
                InstrumentLibrary.shipped()
                    .source(Kind.POLICY, "default")
                    .text()
                    .replace("suppress-below: 5", "suppress-below: 1")))
            .usable(),
        Optional.of(counts));
    ScoreRun.run(options(shown).withProfile(profile("""
        columns: [{own: 学号}]
        counts: [{name: 学校, from: school}, {from: grade}, {name: =all, from: n}, {from: T2}, {from: no-tier}]
        """)));
    assertThat(Files.readAllLines(counts))
        .containsExactly(
            "学校,grade,'=all,T2,no-tier", ",,1,0,1", "一小,9,2,1,1", "一小,10,1,0,0", "二小,10,1,0,0");
  }

  @Test
  void profileRenamesRecodesAndLeavesNothingThatStartsLikeAFormula() throws IOException {
    ScoreRun.run(options().withProfile(profile("""
        columns:
          - {name: score, from: calm-3.total, empty: -9}
          - {name: high, from: calm-3.total.band, recode: {tense: "=1+1", calm: ""}, empty: none}
          - {name: school, own: 学校, recode: {一小: first}, empty: unknown}
        """)));
    // Of e, one of three answers is missing: prorated.
    assertThat(lines("scores.csv"))
        .containsExactly(
            "score,high,school",
            "0,,二小",
            "3,'=1+1,first",
            "2,,first",
            "-9,none,first",
            "0,,unknown");
  }

  @Test
  void profileOfColumnsThatAreNotThereIsRefusedWithTheWayOutAndNothingIsWritten()
      throws IOException {
    OutputProfile profile = profile("""
        columns:
          - {own: region}
          - {own: calm-3.1}
          - {from: calm-3.total.t}
          - {from: phq-9.total}
          - {from: calm-3.sum}
          - {from: tier}
          - {from: calm-3.alert, recode: {now: 1}}
        """);
    ScoreOptions withoutTiers = ScoreOptions.of(
            Example.file(folder, ANSWERS), plans(), folder.resolve("scores.csv"))
        .withProfile(profile);
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> ScoreRun.run(withoutTiers))
        .satisfies(refused -> assertThat(refused.diagnostics())
            .extracting(found -> found.code() + " " + found.message() + " -> " + found.hint())
            .containsExactly(
                "column.profile-own profile 'mine' takes column 'region', which does not pass"
                    + " through from the input -> the columns that pass through are '学号', '学校',"
                    + " '年级'",
                "column.profile-own profile 'mine' takes column 'calm-3.1', which does not pass"
                    + " through from the input -> the columns that pass through are '学号', '学校',"
                    + " '年级'",
                "column.profile-result profile 'mine' takes result 'calm-3.total.t', which this"
                    + " run does not give -> choose norms of 'calm-3' that give it",
                "column.profile-result profile 'mine' takes result 'phq-9.total', which this run"
                    + " does not give -> the questionnaires that are scored are 'calm-3'",
                "column.profile-result profile 'mine' takes result 'calm-3.sum', which this run"
                    + " does not give -> the columns of 'calm-3' are 'calm-3.total',"
                    + " 'calm-3.total.band', 'calm-3.total.answered', 'calm-3.total.status',"
                    + " 'calm-3.total.reason', 'calm-3.mean', 'calm-3.mean.band',"
                    + " 'calm-3.mean.answered', 'calm-3.mean.status', 'calm-3.mean.reason',"
                    + " 'calm-3.critical', 'calm-3.alert', …",
                "column.profile-result profile 'mine' takes result 'tier', which this run does not"
                    + " give -> tiers come with a battery; score one",
                "column.profile-word profile 'mine' recodes 'now', which never stands in column"
                    + " 'calm-3.alert' -> its words are 'none', 'unknown', 'same-day',"
                    + " 'immediate'"));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("answers.csv"));
    }
  }

  @Test
  void recordsBatteryPolicyProfileAndTiers() throws IOException {
    ScoreRun.run(options(tiers().withCounts(folder.resolve("counts.csv")))
        .withProfile(profile("columns: [{own: 学号}]")));
    JsonNode record = new ObjectMapper().readTree(folder.resolve("run.json").toFile());
    assertThat(record.at("/battery/id").asText()).isEqualTo("calm");
    assertThat(record.at("/policy/id").asText()).isEqualTo("default");
    assertThat(record.at("/profile/sha-256").asText()).hasSize(64);
    assertThat(record.at("/counts/file").asText()).isEqualTo("counts.csv");
    assertThat(record.at("/tiers").toString())
        .isEqualTo("{\"T1\":1,\"T2\":1,\"T3\":1,\"no-tier\":2}");
  }

  @Test
  void countsOverAnotherFileOfTheRunAreRefused() {
    for (String other : List.of("answers.csv", "scores.csv", "run.json")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ScoreRun.run(options(tiers().withCounts(folder.resolve(other)))))
          .withMessageStartingWith("the counts are the ");
    }
  }

  @Test
  void batteryOfScalesThatHaveNoLevelIsRefused() {
    for (String[] refused : new String[][] {
      {"phq-9.total", "battery 'calm' reads 'phq-9.total', and 'phq-9' is not scored"},
      {"calm-3.mean", "battery 'calm' reads 'calm-3.mean', which is no scale with bands"},
      {"calm-3.sum", "battery 'calm' reads 'calm-3.sum', which is no scale with bands"},
    }) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              options(new TierOptions(battery(refused[0]), tiers().policy(), Optional.empty())))
          .withMessageStartingWith(refused[1]);
    }
  }

  private ScoreOptions options() throws IOException {
    return options(tiers());
  }

  private ScoreOptions options(TierOptions tiers) throws IOException {
    return ScoreOptions.of(Example.file(folder, ANSWERS), plans(), folder.resolve("scores.csv"))
        .withTiers(tiers);
  }

  private static List<ScoringPlan> plans() {
    return List.of(ScoringPlan.compile(CALM_3));
  }

  private static TierOptions tiers() throws IOException {
    return TierOptions.of(battery("calm-3.total"), InstrumentLibrary.shipped().policy("default"));
  }

  private static Battery battery(String primary) {
    return Definitions.battery(SourceText.of("calm.yaml", """
        battery: calm
        version: 1.0.0
        name: {en: calm, zh-CN: 平静}
        grades: 3..12
        questionnaires: [calm-3, phq-9]
        primary: %s
        """.formatted(primary)))
        .usable();
  }

  private static OutputProfile profile(String columns) {
    String head = "profile: mine\nversion: 1.0.0\nname: {en: mine, zh-CN: 本校}\n";
    return Definitions.profile(SourceText.of("mine.yaml", head + columns)).usable();
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }
}
