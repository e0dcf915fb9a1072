package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Alert;

/** A campaign of one student, whose answer to the critical item of PHQ-9 raises an alert, launched with nobody on duty. */
class CampaignLaunchTest {

  @TempDir
  private Path folder;

  private CampaignRun run(String preparation) throws IOException {
    Files.writeString(folder.resolve("roster.csv"), "student,school,grade,class\n1,A,8,1\n");
    Files.writeString(folder.resolve("answers.csv"), """
        student,phq-9.1,phq-9.2,phq-9.3,phq-9.4,phq-9.5,phq-9.6,phq-9.7,phq-9.8,phq-9.9
        1,0,0,0,0,0,0,0,0,2
        """);
    Path campaign = Files.writeString(folder.resolve("campaign.yaml"), """
        campaign: autumn
        name: {en: autumn, zh-CN: 秋季}
        school-year: 2026-2027
        window: {from: 2026-10-12, to: 2026-10-23}
        policy: default
        batteries: [junior-high]
        files: {roster: roster.csv, responses: answers.csv}
        """ + preparation);
    CampaignRun run = CampaignRun.of(campaign, InstrumentLibrary.shipped());
    CampaignFiles.write(run, folder.resolve("out"), "test");
    return run;
  }

  private String record() throws IOException {
    return Files.readString(folder.resolve("out/run.json"));
  }

  @Test
  void screensWhatWasAnsweredAndSaysWithoutWhatItWasLaunched() throws IOException {
    CampaignRun run = run("""
        preparation:
          roster: {by: principal, date: 2026-10-01, name: Somebody}
        """);
    assertThat(run.result().students())
        .singleElement()
        .satisfies(student -> assertThat(student.outcome().alert()).isNotEqualTo(Alert.NONE));
    assertThat(record())
        .contains("launched-without", "an impact assessment", "on 12 days", "a signature")
        .doesNotContain("Somebody", "the roster");
  }

  @Test
  void saysNothingOfALaunchOfWhichTheFileSaysNothing() throws IOException {
    run("");
    assertThat(record()).doesNotContain("launched-without");
  }
}
