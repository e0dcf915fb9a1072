package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;
import org.xinheng.memory.ProgramMemory;
import org.xinheng.policy.Battery;
import org.xinheng.profile.OutputProfile;
import org.xinheng.scoring.PlanOptions;
import org.xinheng.scoring.ScoringPlan;

/** What is remembered of a run serves the next one of the same kind, no other one, and tells of no student. */
class PlainMemoryTest {

  private static final String HEADINGS = "学校,学号,性别,note,calm-3.1,calm-3.2,calm-3.3\n";
  private static final String ROWS = """
      一小,S-017,女,private,0,1,2
      一小,S-018,男,secret,2,,2
      一小,S-019,男,,,,
      """;
  private static final int DAMAGES = 300;

  @TempDir
  private Path folder;

  @Test
  void knowsARunOfTheSameKind() throws IOException {
    String first = scores(HEADINGS + ROWS, options());
    assertThat(known(HEADINGS + ROWS, options())).isTrue();
    // What the first run met is all that the second meets.
    assertThat(scores(HEADINGS + ROWS, options())).isEqualTo(first);
    assertThat(first).isEqualTo(scoresWithoutMemory(HEADINGS + ROWS, options()));
  }

  @Test
  void learnsWhatItHasNotMet() throws IOException {
    scores(HEADINGS + "一小,S-001,女,,0,0,0\n", options());
    assertThat(scores(HEADINGS + ROWS, options()))
        .isEqualTo(scoresWithoutMemory(HEADINGS + ROWS, options()));
    assertThat(scores(HEADINGS + ROWS, options()))
        .isEqualTo(scoresWithoutMemory(HEADINGS + ROWS, options()));
  }

  @Test
  void doesNotKnowARunOfAnotherKind() throws IOException {
    scores(HEADINGS + ROWS, options());
    assertThat(known(HEADINGS.replace("note", "mark") + ROWS, options())).isFalse();
    assertThat(known(HEADINGS.replace(',', ';') + ROWS.replace(',', ';'), options()))
        .isFalse();
    assertThat(known(
            HEADINGS + ROWS, options().withMap(Example.map("codes: {calm-3: {1: 2, 2: 1}}\n"))))
        .isFalse();
    assertThat(known(HEADINGS + ROWS, options().withMap(Example.map("columns: {note: class}\n"))))
        .isFalse();
    assertThat(known(HEADINGS + ROWS, options().withEncoding(TextEncoding.UTF_8_WITH_MARK)))
        .isFalse();
    assertThat(PlainMemoryTest.known(
            ProgramMemory.of(folder.resolve("memory"), "another program"),
            options(),
            write(HEADINGS + ROWS)))
        .isFalse();
  }

  /** Each of these changes what is written for the same answers. */
  @Test
  void doesNotKnowARunByOtherDefinitions() throws IOException {
    InstrumentLibrary library = InstrumentLibrary.shipped();
    Instrument scale = library.questionnaire("ces-d");
    Instrument mood = library.questionnaire("phq-9");
    ScoreOptions plain = optionsOf(ScoringPlan.compile(scale));
    ScoreOptions ofMood = optionsOf(ScoringPlan.compile(mood));
    TierOptions tiers =
        tiers("primary: phq-9.total", library.source(Kind.POLICY, "default").text());
    List<List<ScoreOptions>> pairs = List.of(
        List.of(
            plain,
            optionsOf(ScoringPlan.compile(
                scale, PlanOptions.DEFAULTS.withBandSystem("total", "general")))),
        List.of(
            ofMood, optionsOf(ScoringPlan.compile(mood, library.normSet("phq-9-invented-school")))),
        List.of(ofMood, ofMood.withTiers(tiers).withProfile(profile("total"))),
        List.of(
            ofMood.withTiers(tiers).withProfile(profile("total")),
            ofMood.withTiers(tiers).withProfile(profile("total.band"))),
        List.of(
            ofMood.withTiers(tiers).withProfile(profile("total")),
            ofMood
                .withTiers(tiers(
                    "primary: phq-9.total",
                    library.source(Kind.POLICY, "default").text() + "# another\n"))
                .withProfile(profile("total"))),
        List.of(
            ofMood.withTiers(tiers).withProfile(profile("total")),
            ofMood
                .withTiers(tiers(
                    "primary: phq-9.total # another",
                    library.source(Kind.POLICY, "default").text()))
                .withProfile(profile("total"))));
    for (List<ScoreOptions> pair : pairs) {
      String table = table(pair.get(0).plans().get(0).instrument());
      scores(table, pair.get(0));
      assertThat(known(table, pair.get(0))).as("pair %d", pairs.indexOf(pair)).isTrue();
      assertThat(known(table, pair.get(1))).as("pair %d", pairs.indexOf(pair)).isFalse();
      for (Path file : files()) {
        Files.delete(file);
      }
    }
  }

  private static String table(Instrument of) {
    List<String> headings = new ArrayList<>(List.of("student"));
    of.items().forEach(item -> headings.add(of.id() + "." + item.id()));
    return String.join(",", headings) + "\n1" + ",0".repeat(of.items().size()) + "\n";
  }

  private static TierOptions tiers(String primary, String policy) {
    Battery battery =
        Definitions.battery(SourceText.of("mood.yaml", """
            battery: mood
            version: 1.0.0
            name: {en: mood, zh-CN: 情绪}
            grades: 3..12
            questionnaires: [phq-9]
            """ + primary + "\n")).usable();
    return TierOptions.of(
        battery, Definitions.policy(SourceText.of("default.yaml", policy)).usable());
  }

  private static OutputProfile profile(String column) {
    return Definitions.profile(SourceText.of("mine.yaml", """
        profile: mine
        version: 1.0.0
        name: {en: mine, zh-CN: 本校}
        columns: [{own: student}, {from: phq-9.COLUMN}]
        """.replace("COLUMN", column)))
        .usable();
  }

  /** What stands in the first rows may say that the headings are others. */
  @Test
  void doesNotKnowAFileWhoseFirstRowsAreNotPlain() throws IOException {
    scores(HEADINGS + ROWS, options());
    String topics = HEADINGS + ",,,,tense,uneasy,restless\n" + ROWS;
    assertThat(known(topics, options())).isFalse();
    assertThat(scores(topics, options())).isEqualTo(scoresWithoutMemory(topics, options()));
  }

  @Test
  void keepsNothingWhereHeadingsAreNotCertain() throws IOException {
    String table = "a,b,c,d,e,calm-3.1,calm-3.2,calm-3.3\nx,x,,,,0,1,2\n";
    scores(table, options());
    assertThat(files()).isEmpty();
  }

  @Test
  void holdsNothingOfStudentsButCommonWords() throws IOException {
    scores(HEADINGS + ROWS, options());
    for (Path file : files()) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
          .contains("女", "calm")
          .doesNotContain("S-01", "一小", "private", "secret");
    }
    assertThat(files()).hasSize(1);
  }

  @Test
  void keepsNothingWhereBirthdatesStand() throws IOException {
    String table = "学号,出生日期,calm-3.1,calm-3.2,calm-3.3\n1,2012-03-04,0,1,2\n";
    scores(table, options());
    assertThat(files()).isEmpty();
  }

  @Test
  void aDamagedFileIsOfNoUse() throws IOException {
    String expected = scores(HEADINGS + ROWS, options());
    Path file = files().get(0);
    byte[] held = Files.readAllBytes(file);
    Random random = new Random(1);
    for (int damage = 0; damage < DAMAGES; damage++) {
      byte[] damaged = held.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      Files.write(file, damaged);
      assertThat(known(HEADINGS + ROWS, options())).isFalse();
    }
    assertThat(scores(HEADINGS + ROWS, options())).isEqualTo(expected);
  }

  private ScoreOptions options() {
    return optionsOf(ScoringPlan.compile(Example.CALM_3));
  }

  private ScoreOptions optionsOf(ScoringPlan plan) {
    return ScoreOptions.of(
        folder.resolve("answers.csv"), List.of(plan), folder.resolve("scores.csv"));
  }

  private ProgramMemory memory() {
    return ProgramMemory.of(folder.resolve("memory"), "this program");
  }

  private Path write(String table) throws IOException {
    return Files.writeString(folder.resolve("answers.csv"), table);
  }

  private String scores(String table, ScoreOptions options) throws IOException {
    return scoresWithoutMemory(table, options.withMemory(memory()));
  }

  private String scoresWithoutMemory(String table, ScoreOptions options) throws IOException {
    write(table);
    ScoreRun.run(options);
    return Files.readString(options.output());
  }

  private boolean known(String table, ScoreOptions options) throws IOException {
    return known(memory(), options, write(table));
  }

  private static boolean known(ProgramMemory memory, ScoreOptions options, Path table)
      throws IOException {
    TextFile file = TextFile.presumed(table).orElseThrow();
    Optional<PlainStart> start = new PlainMemory(memory, options, file).known();
    return start.isPresent();
  }

  private List<Path> files() throws IOException {
    Path memory = folder.resolve("memory");
    if (!Files.exists(memory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(memory)) {
      return files.toList();
    }
  }
}
