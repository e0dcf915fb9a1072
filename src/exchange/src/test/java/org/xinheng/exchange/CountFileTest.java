package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.policy.Battery;
import org.xinheng.profile.OutputProfile;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.GradeCounts;
import org.xinheng.screening.Summary;

class CountFileTest {

  @TempDir
  private Path folder;

  /** A school of five students each; quotes by RFC 4180, and an apostrophe before what starts like a formula. */
  @Test
  void spellsNamesOfSchoolsAsCells() throws IOException {
    List<String> lines =
        write(options(), "=1+1", "@home", "一中, 东校区", "\"老\"校", "S", "S ", " S", "-5", "a\nb", "#1");
    assertThat(String.join("\n", lines)).isEqualTo("""
        school,grade,n,no-tier,T1,T2,T3
         S,7,5,0,5,0,0
        \"""老""校",7,5,0,5,0,0
        "#1",7,5,0,5,0,0
        -5,7,5,0,5,0,0
        '=1+1,7,5,0,5,0,0
        '@home,7,5,0,5,0,0
        S,7,5,0,5,0,0
        S ,7,5,0,5,0,0
        "a
        b",7,5,0,5,0,0
        "一中, 东校区",7,5,0,5,0,0""");
  }

  /** Where they are not the first column, neither a number sign nor an empty cell is quoted. */
  @Test
  void spellsNamesOfSchoolsBehindOtherCells() throws IOException {
    OutputProfile profile = Definitions.profile(SourceText.of("mine.yaml", """
            profile: mine
            version: 1.0.0
            name: {en: mine, zh-CN: 本校}
            columns: [{own: student}]
            counts: [{from: grade}, {from: school}, {from: T1}]
            """)).usable();
    assertThat(write(options().withProfile(profile), "#1", "", "=1", "一中, 东校区"))
        .containsExactly("grade,school,T1", "7,,5", "7,#1,5", "7,'=1,5", "7,\"一中, 东校区\",5");
  }

  private List<String> write(ScoreOptions options, String... schools) throws IOException {
    GradeCounts counts = new GradeCounts();
    for (String school : schools) {
      for (int student = 0; student < 5; student++) {
        counts.add(school, Optional.of(7), Summary.Cell.T1);
      }
    }
    try (CountFile file = CountFile.begin(options)) {
      file.commit(counts);
    }
    return Files.readAllLines(folder.resolve("counts.csv"));
  }

  private ScoreOptions options() throws IOException {
    Battery battery = Definitions.battery(SourceText.of("calm.yaml", """
        battery: calm
        version: 1.0.0
        name: {en: calm, zh-CN: 平静}
        grades: 3..12
        questionnaires: [calm-3]
        primary: calm-3.total
        """)).usable();
    return ScoreOptions.of(
            folder.resolve("answers.csv"),
            List.of(ScoringPlan.compile(Example.CALM_3)),
            folder.resolve("scores.csv"))
        .withTiers(TierOptions.of(battery, InstrumentLibrary.shipped().policy("default"))
            .withCounts(folder.resolve("counts.csv")));
  }
}
