package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.policy.Step;
import org.xinheng.record.CaseFiles;
import org.xinheng.record.NextSteps;
import org.xinheng.record.TimeToContact;
import org.xinheng.screening.ContactCounts;
import org.xinheng.screening.FirstContact;
import org.xinheng.screening.FirstContact.State;
import org.xinheng.screening.MedianWait;
import org.xinheng.screening.StudentOutcome;
import org.xinheng.screening.Summary;

/**
 * Contacts from the table to what they fulfil. The results are found out about on Friday, 30 October 2026; at tier 2 the first contact is
 * due after ten school days, on 13 November. Every student asks for help, which is tier 2.
 */
class ContactTableTest {

  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-20T15:00");
  private static final String HEADER = "学号,日期,类别,由谁,结果\n";
  private static final String ANSWERS = ",0".repeat(9 + 7 + 17);

  @TempDir
  private Path folder;

  @BeforeEach
  void writeCampaign() throws IOException {
    write(
        "campaign.yaml",
        ExampleCampaign.with("evidence: [evidence.csv]", "contacts: contacts.csv"));
    students(List.of("A,住宿", "B,走读", "C,走读"));
  }

  @Test
  void contactFulfilsWhatWasDueAndAnAttemptDoesNot() throws IOException {
    write("contacts.csv", HEADER + """
        A,2026-11-04,首次联系,心理教师,已联系上
        B,2026-11-04 09:30,首次联系,心理教师,未联系上
        C,2026-11-17,访谈,,是
        """);
    CampaignRun run = run();
    assertThat(run.diagnostics()).isEmpty();
    // 2, 3 and 4 November are three school days; 17 November is after the 13th.
    assertThat(contactOf(run, 0)).isEqualTo(new FirstContact(State.ON_TIME, OptionalInt.of(3)));
    assertThat(contactOf(run, 1)).isEqualTo(new FirstContact(State.OVERDUE, OptionalInt.empty()));
    assertThat(contactOf(run, 2)).isEqualTo(new FirstContact(State.OVERDUE, OptionalInt.of(12)));
    List<NextSteps> next = NextSteps.of(run.result());
    assertThat(next.get(0).steps()).containsKey(Step.CONTACT);
    assertThat(next.get(0).student().student().id()).isEqualTo("B");
    NextSteps ofA = next.stream()
        .filter(one -> one.student().student().id().equals("A"))
        .findFirst()
        .orElseThrow();
    assertThat(ofA.steps()).doesNotContainKey(Step.CONTACT);
    assertThat(ofA.done()).containsEntry(Step.CONTACT, LocalDateTime.parse("2026-11-04T00:00"));
    assertThat(CaseFiles.of(run.result().students().get(0), run.result()).contacts())
        .hasSize(1);
    assertThat(CaseFiles.of(run.result().students().get(1), run.result()).contacts())
        .isEmpty();
  }

  @Test
  void listsSayWhatIsDoneAndWhatIsOverdue() throws IOException {
    write("contacts.csv", HEADER + "A,2026-11-04,首次联系,心理教师,已联系上\n");
    CampaignFiles.write(run(), folder.resolve("out"), "test");
    List<String> today = Files.readAllLines(folder.resolve("out/today.csv"));
    assertThat(today.stream().filter(line -> line.contains(",B,")).findFirst().orElseThrow())
        .contains("首次联系 2026-11-13（逾期）", "first contact 2026-11-13 (overdue)");
    assertThat(today.stream().filter(line -> line.contains(",A,")).findFirst().orElseThrow())
        .contains(",首次联系 2026-11-04,first contact 2026-11-04,")
        .doesNotContain("首次联系 2026-11-13");
  }

  @Test
  void rowsThatCannotBeUsedAreNamedWithTheWayOut() throws IOException {
    write("contacts.csv", HEADER + """
        A,2026-11-24,首次联系,心理教师,已联系上
        Z,2026-11-04,首次联系,心理教师,已联系上
        A,2026-11-05,打电话,心理教师,是
        B,2026-11-05,首次联系,心理教师,
        B,,首次联系,心理教师,是
        C,2026-10-29,首次联系,心理教师,是
        C,2026-11-06,首次联系,司机,是
        """);
    CampaignRun run = run();
    assertThat(run.diagnostics())
        .extracting(one -> one.place().line() + ":" + one.place().column() + " " + one.code())
        .containsExactly(
            "2:3 contact.future",
            "3:1 evidence.not-on-roster",
            "4:14 contact.row",
            "5:24 contact.row",
            "6:3 contact.row",
            "8:19 contact.who",
            "7:3 contact.earlier");
    assertThat(run.diagnostics().get(2).message()).contains("column 'kind'").contains("家访");
    assertThat(run.diagnostics().toString()).doesNotContain("打电话").doesNotContain("司机");
    assertThat(contactOf(run, 2)).isEqualTo(new FirstContact(State.ON_TIME, OptionalInt.of(5)));
  }

  /**
   * Of 30 boarders ten are contacted on 6 November, the fifth school day, and twenty on 17 November, the twelfth, which is late; of 30 day
   * students 24 on 3 November, the second, and six on the 17th. A binomial of 30 and one half is 9 or less with 2.1 %, and 10 or less
   * with 4.9 %: the interval of the median goes from the tenth shortest to the tenth longest.
   */
  @Test
  void groupThatIsContactedLaterIsSeen() throws IOException {
    students(
        IntStream.range(0, 60).mapToObj(i -> "S" + i + (i < 30 ? ",住宿" : ",走读")).toList());
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 60; i++) {
      boolean isLate = i < 30 ? i >= 10 : i >= 54;
      String day = isLate ? "2026-11-17" : i < 30 ? "2026-11-06" : "2026-11-03";
      rows.append("S" + i + "," + day + ",首次联系,心理教师,是\n");
    }
    write("contacts.csv", rows.toString());
    CampaignRun run = run();
    Summary summary = run.result().summary();
    ContactCounts counts = TimeToContact.counts(run.result(), summary).orElseThrow();
    ContactCounts.Row boarders = row(counts, summary, "boarder");
    ContactCounts.Row others = row(counts, summary, "day-student");
    assertThat(boarders.count(State.ON_TIME)).hasValue(10);
    assertThat(boarders.count(State.OVERDUE)).hasValue(20);
    assertThat(others.count(State.ON_TIME)).hasValue(24);
    assertThat(others.count(State.OVERDUE)).hasValue(6);
    assertThat(boarders.median())
        .hasValue(new MedianWait(OptionalInt.of(12), OptionalInt.of(5), OptionalInt.of(12)));
    assertThat(others.median())
        .hasValue(new MedianWait(OptionalInt.of(2), OptionalInt.of(2), OptionalInt.of(2)));
  }

  /** Of two groups of 30 three are late in one: that three are is not shown, nor anything that it could be told from. */
  @Test
  void fewWhoAreLateAreHiddenWithTheirComplement() throws IOException {
    students(
        IntStream.range(0, 60).mapToObj(i -> "S" + i + (i < 30 ? ",住宿" : ",走读")).toList());
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = 0; i < 60; i++) {
      boolean isLate = i < 3 || i >= 50;
      rows.append("S" + i + "," + (isLate ? "2026-11-17" : "2026-11-03") + ",首次联系,,是\n");
    }
    write("contacts.csv", rows.toString());
    CampaignRun run = run();
    Summary summary = run.result().summary();
    ContactCounts counts = TimeToContact.counts(run.result(), summary).orElseThrow();
    for (State state : List.of(State.ON_TIME, State.OVERDUE)) {
      assertThat(row(counts, summary, "boarder").count(state)).isEmpty();
      assertThat(row(counts, summary, "day-student").count(state)).isEmpty();
    }
  }

  /** Faults of last year's tables are named by their file, and counted. */
  @Test
  void faultsOfTheTablesOfLastYearAreReported() throws IOException {
    write("contacts.csv", HEADER);
    Path last = Files.createDirectories(folder.resolve("last"));
    Files.writeString(
        last.resolve("campaign.yaml"),
        Files.readString(folder.resolve("campaign.yaml"))
            .replace("  evidence: [evidence.csv]\n  contacts: contacts.csv\n", "")
            .replace("2026", "2025")
            .replace("2027", "2026"));
    Files.writeString(
        last.resolve("roster.csv"), "student,school,grade,class\nA,一中,7,1\nB,一中,无,1\n");
    Files.writeString(
        last.resolve("answers.csv"),
        Files.readString(folder.resolve("answers.csv")).replace("A,0", "A,7"));
    write(
        "campaign.yaml", Files.readString(folder.resolve("campaign.yaml")).replace("files:", """
            compared-with:
              campaign: last/campaign.yaml
              precision:
                phq-9.total: {sd: 5, reliability: 0.8, source: invented}
            files:\
            """));
    CampaignRun run = run();
    assertThat(run.diagnostics())
        .extracting(one -> last.relativize(Path.of(one.place().file())) + ":"
            + one.place().line() + " " + one.code())
        .contains("roster.csv:3 roster.row", "answers.csv:2 answers.row");
    assertThat(run.result().earlier().faults()).isEqualTo(run.diagnostics().size());
  }

  private static ContactCounts.Row row(ContactCounts counts, Summary summary, String group) {
    return summary.rows(Summary.Level.BOARDING).stream()
        .filter(row -> row.group().equals(Optional.of(group)))
        .findFirst()
        .flatMap(counts::of)
        .orElseThrow();
  }

  private static FirstContact contactOf(CampaignRun run, int student) {
    StudentOutcome outcome = run.result().students().get(student);
    return TimeToContact.of(outcome, run.result());
  }

  private void students(List<String> idsAndBoarding) throws IOException {
    write(
        "roster.csv",
        idsAndBoarding.stream()
            .map(one -> one.split(",", 2)[0] + ",一中,7,1," + one.split(",", 2)[1] + "\n")
            .collect(Collectors.joining("", "学号,学校,年级,班级,住宿\n", "")));
    write(
        "evidence.csv",
        idsAndBoarding.stream()
            .map(one -> one.split(",", 2)[0] + ",是\n")
            .collect(Collectors.joining("", "student,help\n", "")));
    write(
        "answers.csv",
        idsAndBoarding.stream()
            .map(one -> one.split(",", 2)[0] + ANSWERS + "\n")
            .collect(Collectors.joining("", "student," + ExampleCampaign.ITEMS + "\n", "")));
  }

  private CampaignRun run() throws IOException {
    return CampaignRun.of(
        folder.resolve("campaign.yaml"),
        InstrumentLibrary.shipped(),
        CampaignOptions.defaults().withNow(NOW));
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
