package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.identity.PseudonymKey;
import org.xinheng.exchange.identity.Pseudonyms;
import org.xinheng.exchange.identity.StudentIds;

/**
 * Counts that are published a second time, under the ids of the first time or under others. Six students of one class answer; of the one
 * who answers otherwise the second time nobody else's counts change.
 */
class PublicationTest {

  private static final int STUDENTS = 6;

  @TempDir
  private Path folder;

  @BeforeEach
  void writeCampaign() throws IOException {
    write("campaign.yaml", ExampleCampaign.with());
    write(
        "roster.csv",
        "student,school,grade,class\n"
            + IntStream.rangeClosed(1, STUDENTS)
                .mapToObj(student -> "S" + student + ",一中,7,1\n")
                .collect(Collectors.joining()));
    answers(0);
  }

  @Test
  void countsWhoHasChangedUnderTheSameIds() throws IOException {
    publish(StudentIds.AS_WRITTEN);
    assertThat(after(StudentIds.AS_WRITTEN).changed()).isZero();
    answers(1);
    assertThat(after(StudentIds.AS_WRITTEN).changed()).isEqualTo(1);
  }

  @Test
  void knowsUnderPseudonymsWhoWasCountedByNumber() throws IOException {
    publish(StudentIds.AS_WRITTEN);
    answers(1);
    assertThat(after(pseudonyms()).changed()).isEqualTo(1);
  }

  @Test
  void refusesCountsOfPseudonymsWithoutTheirKey() throws IOException {
    StudentIds ids = pseudonyms();
    publish(ids);
    assertThat(after(ids).changed()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> after(StudentIds.AS_WRITTEN))
        .withMessageContaining("--pseudonyms");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> after(pseudonyms()))
        .withMessageContaining("--not-handed-out");
  }

  private static StudentIds pseudonyms() {
    return StudentIds.AS_WRITTEN.withPseudonyms(new Pseudonyms(PseudonymKey.random()));
  }

  private void publish(StudentIds ids) throws IOException {
    CampaignFiles.write(run(ids), folder.resolve("out"), "1.2.3");
  }

  private Publication after(StudentIds ids) throws IOException {
    return Publication.after(folder.resolve("out"), run(ids).result(), ids);
  }

  private CampaignRun run(StudentIds ids) throws IOException {
    return CampaignRun.of(
        folder.resolve("campaign.yaml"),
        InstrumentLibrary.shipped(),
        CampaignOptions.defaults().withIds(ids));
  }

  /** The first student answers the first question so, and all others with 0. */
  private void answers(int first) throws IOException {
    write(
        "answers.csv",
        "student," + ExampleCampaign.items("phq-9", 9) + "\n"
            + IntStream.rangeClosed(1, STUDENTS)
                .mapToObj(student ->
                    "S" + student + "," + (student == 1 ? first : 0) + ",0".repeat(8) + "\n")
                .collect(Collectors.joining()));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
