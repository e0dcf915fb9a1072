package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.NormSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Input;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.record.NextSteps;
import org.xinheng.screening.Boarding;
import org.xinheng.screening.ConsentState;
import org.xinheng.screening.Coverage;
import org.xinheng.screening.EvidenceSource;
import org.xinheng.screening.Fact;
import org.xinheng.screening.Form;
import org.xinheng.screening.RiskFactor;
import org.xinheng.screening.Student;
import org.xinheng.screening.StudentOutcome;
import org.xinheng.screening.Summary;

/** Campaigns of a few students in files, from the tables to the outcomes. */
class CampaignRunTest {

  private static final String NO = "0" + ",0".repeat(23);

  @TempDir
  private Path folder;

  @BeforeEach
  void writeCampaign() throws IOException {
    write(
        "campaign.yaml",
        ExampleCampaign.with("evidence: [evidence.csv]", "risk-factors: risk.csv"));
    write("roster.csv", "学号,学校,年级,班级,性别\nA,一中,初一,1,男\nB,一中,初一,1,女\nC,一中,初一,2,女\n");
    write("evidence.csv", "student,teacher\n");
    write("risk.csv", "student,factor,kind,since,until\n");
    write("answers.csv", "student," + ExampleCampaign.ITEMS + "\n");
  }

  /** The window is 12 to 30 October 2026. */
  @Test
  void countsAStudentInTheClassOfTheLastDay() throws IOException {
    write("roster.csv", """
        student,school,grade,class,birthdate,boarding,consent,from,until
        A,一中,7,1,2013-09-02,,,,2026-10-20
        A,二中,7,2,2013-09-02,住宿,同意,2026-10-21,
        B,一中,7,1,,,,,2026-10-11
        C,一中,7,1,,走读,不同意,2026-11-01,
        D,一中,7,1,,,,,2026-10-14
        D,一中,7,3,,,,2026-10-15,
        """);
    write(
        "answers.csv",
        "student,school," + ExampleCampaign.ITEMS + "\nA,一中," + NO + ",0,0,0,0,0,0,0,0,0\n");
    CampaignRun run = CampaignRun.of(folder.resolve("campaign.yaml"), InstrumentLibrary.shipped());
    assertThat(run.diagnostics()).isEmpty();
    assertThat(run.result().students())
        .extracting(StudentOutcome::student)
        .containsExactly(
            new Student(
                "A",
                "二中",
                7,
                "2",
                Optional.empty(),
                Optional.of(Boarding.BOARDER),
                Optional.of(ConsentState.CONSENTED)),
            new Student("D", "一中", 7, "3"));
    // The answers were given at the former school.
    assertThat(run.result().students().get(0).forms()).containsKey("phq-9");
  }

  @Test
  void bandsAreByTheSystemOfTheBatteryAndNormsByRegionAndYear() throws IOException {
    Path library = cesdLibrary("bands: {ces-d.total: general}");
    CampaignRun run = CampaignRun.of(folder.resolve("campaign.yaml"), shippedWith(library));
    // Five answers of 3 and one of 1, 4, 8, 12 and 16 at 3: 16, the general cut-off.
    Form form = run.result().students().get(0).forms().get("ces-d");
    assertThat(form.scores().value(form.row(), "total")).hasValue(16);
    assertThat(form.scores().band(form.row(), "total")).map(Band::level).hasValue(2);
    // The roster has the region, the window the year: 50 + 10 (16 - 12) / 8 = 55.
    assertThat(form.scores().t(form.row(), "total")).hasValue(55);
    assertThat(form.scores().normGroup(form.row(), 0)).map(NormSet.Group::id).hasValue("north");
    CampaignFiles.write(run, folder.resolve("out"), "1.2.3");
    assertThat(Files.readString(folder.resolve("out/run.json")))
        .contains("\"kind\" : \"norm-set\"", "\"id\" : \"ces-d-example\"");
  }

  @Test
  void batteriesOfOneCampaignBandAScaleByOneSystem() throws IOException {
    Path library = cesdLibrary("bands: {ces-d.total: general}");
    write(
        "library/batteries/other.yaml",
        Files.readString(folder.resolve("library/batteries/own.yaml"))
            .replace("battery: own", "battery: other")
            .replace("grades: 7..9", "grades: 10..12")
            .replace("bands: {ces-d.total: general}", ""));
    write(
        "campaign.yaml",
        Files.readString(folder.resolve("campaign.yaml")).replace("[own]", "[own, other]"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CampaignRun.of(folder.resolve("campaign.yaml"), shippedWith(library)))
        .withMessageContaining("its batteries band 'ces-d' by different systems");
  }

  private static InstrumentLibrary shippedWith(Path library) {
    return InstrumentLibrary.shipped().with(library);
  }

  /** A campaign with CES-D alone, norms of the north since 2026, and a battery with one more key. */
  private Path cesdLibrary(String bands) throws IOException {
    Path library = folder.resolve("library");
    Files.createDirectories(library.resolve("batteries"));
    Files.createDirectories(library.resolve("norms"));
    write("library/batteries/own.yaml", """
        battery: own
        version: 1.0.0
        name: {en: Own, zh-CN: 自编}
        grades: 7..9
        questionnaires: [ces-d]
        primary: ces-d.total
        %s
        """.formatted(bands));
    write("library/norms/ces-d-example.yaml", """
        norm-set: ces-d-example
        version: 1.0.0
        questionnaire: ces-d
        name: {en: n, zh-CN: n}
        sample: {en: nobody, zh-CN: 无}
        source: {citation: an invented example}
        verification: unverified
        for: {years: 2026..2030}
        gives: {t: {to: 0, mode: half-up}}
        groups:
          - {id: north, region: 北方, scales: {total: {mean: 12, sd: 8}}}
          - {id: others, scales: {total: {mean: 10, sd: 8}}}
        """);
    write(
        "campaign.yaml",
        Files.readString(folder.resolve("campaign.yaml"))
            .replace("[junior-high]", "[own]\nnorms: [ces-d-example]"));
    write("roster.csv", "学号,学校,年级,班级,性别,地区\nA,一中,初一,1,男,北方\n");
    write(
        "answers.csv",
        "student," + ExampleCampaign.items("ces-d", 20)
            + "\nA,3,3,3,3,3,3,1,3,0,0,0,3,0,0,0,3,0,0,0,0\n");
    return library;
  }

  @Test
  void everyStudentOfTheRosterHasAnOutcomeInItsOrder() throws IOException {
    answers(row("B", phq(1, 1, 1, 1, 1, 1, 0, 0, 0)), row("A", phq(0, 0, 0, 0, 0, 0, 0, 0, 0)));
    CampaignRun run = run();
    assertThat(run.diagnostics()).isEmpty();
    assertThat(run.result().students())
        .extracting(s -> s.student().id())
        .containsExactly("A", "B", "C");
    assertThat(run.result().students())
        .extracting(s -> s.outcome().status())
        .containsExactly(Status.CLASSIFIED, Status.CLASSIFIED, Status.NOT_SCREENED);
  }

  @Test
  void evidenceReachesTheStudentItIsAbout() throws IOException {
    answers(row("A", phq(1, 1, 1, 1, 1, 1, 0, 0, 0)), row("B", phq(1, 1, 1, 1, 1, 1, 0, 0, 0)));
    write("evidence.csv", "student,班主任评定,last-tier,help\nA,cannot judge,,\nB,2,,no\nC,,T2,是\n");
    List<StudentOutcome> students = run().result().students();
    // Raised (6, mild) without and with the teacher's confirmation.
    assertThat(students.get(0).outcome().tier()).hasValue(Tier.UNIVERSAL);
    assertThat(students.get(1).outcome().tier()).hasValue(Tier.TARGETED);
    assertThat(students.get(2).outcome().rule()).hasValue("no-answers-but-concern");
  }

  /** Nothing is reported, which is tier 1, and with a request tier 2 (rule 8 of the default policy). */
  @Test
  void aRequestInTheAnswersCountsAsEvidenceOfTheStudent() throws IOException {
    String none = phq(0, 0, 0, 0, 0, 0, 0, 0, 0);
    answers(row("A", none), row("B", none), row("C", none));
    String answers = Files.readString(folder.resolve("answers.csv"));
    write(
        "answers.csv",
        answers
            .replaceFirst("(?m)$", ",想找人谈谈")
            .replaceFirst("(?m)^(A.*)$", "$1,是")
            .replaceFirst("(?m)^(B.*)$", "$1,")
            .replaceFirst("(?m)^(C.*)$", "$1,perhaps"));
    CampaignRun run = run();
    assertThat(run.result().students())
        .extracting(each -> each.outcome().tier().orElseThrow())
        .containsExactly(Tier.TARGETED, Tier.UNIVERSAL, Tier.UNIVERSAL);
    assertThat(codesAndLines(run)).containsExactly("answers.row 4");
    assertThat(run.diagnostics().get(0).message())
        .contains("column '想找人谈谈': the help cannot be read (yes, no, 是, 否)");
  }

  @Test
  void identityNumbersInPlaceOfStudentNumbersAreNamedOnceATable() throws IOException {
    // The example of GB 11643-1999, a number of nobody (weighted sum 148, so 7), and one mistyped.
    write("roster.csv", """
        学籍号,学校,年级,班级
        11010519491231002X,一中,初一,1
        330106201305010017,一中,初一,1
        G330106201305010018,一中,初一,1
        """);
    CampaignRun run = run();
    assertThat(codesAndLines(run)).containsExactly("student.number 4", "student.number 2");
    assertThat(run.diagnostics().get(1).message())
        .isEqualTo("a national identity number stands in place of a student number, here and 1"
            + " more times");
    assertThat(run.diagnostics().get(1).hint())
        .contains("--pseudonyms keeps them out of the results");
  }

  @Test
  void namesTheFieldOfAnswersAndEvidenceThatCannotBeRead() throws IOException {
    write("evidence.csv", "student,date,\"help\nasked\",teacher\nA,2026-10-13,\"yes, \nsure\",4\n");
    List<String> places = run().diagnostics().stream()
        .filter(one -> one.code().equals("evidence.value"))
        .map(one -> one.place().line() + ":" + one.place().column())
        .toList();
    // The row begins in line 3 with 13 characters before the quoted field, which ends in line 4.
    assertThat(places).containsExactly("3:14", "4:7");
  }

  @Test
  void theItemsOfATeachersFormAreScoredToTheRating() throws IOException {
    write(
        "evidence.csv",
        "学号,日期," + ExampleCampaign.items("teacher-brief-rating", 8) + "\n"
            // Six at 3, two that cannot be judged: 18 / 6 * 8 is 24, very much, from 14.
            + "A,2026-10-12,3,3,3,3,3,3,9,9\n"
            // Nothing seen is 0.
            + "B,2026-10-12,0,0,0,0,0,0,0,0\n"
            // Six that cannot be judged leave no score, and no rating.
            + "C,2026-10-12,0,0,9,9,9,9,9,9\n"
            + "Z,2026-10-12,1,1,1,1,1,1,1,1\n");
    CampaignRun run = run();
    assertThat(
            run.result().students().stream().map(student -> student.evidence().facts()))
        .containsExactly(
            List.of(Fact.of(
                Input.TEACHER, 3, LocalDate.of(2026, 10, 12), EvidenceSource.CLASS_TEACHER)),
            List.of(Fact.of(
                Input.TEACHER, 0, LocalDate.of(2026, 10, 12), EvidenceSource.CLASS_TEACHER)),
            List.of());
    assertThat(codesAndLines(run)).containsExactly("evidence.not-on-roster 5");
  }

  @Test
  void aFormOfWhichNobodyCanSayWhichScaleIsTheRatingIsRefused() throws IOException {
    write(
        "evidence.csv",
        "student," + ExampleCampaign.items("sdq-teacher", 25) + "\nA" + ",0".repeat(25) + "\n");
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(this::run)
        .satisfies(thrown -> assertThat(thrown.diagnostics())
            .extracting(Diagnostic::code)
            .containsExactly("evidence.form"));
  }

  @Test
  void riskFactorsReachTheStudentAndBadRowsAreNamed() throws IOException {
    answers(row("A", phq(1, 1, 1, 1, 1, 1, 0, 0, 0)));
    write("risk.csv", """
        student,factor,kind,since,until
        A,bereavement,acute,2026-09-01,
        B,left-behind,sometimes,2026-09-01,
        Z,left-behind,chronic,2026-09-01,
        """);
    CampaignRun run = run();
    assertThat(run.result().students().get(0).outcome().tier()).hasValue(Tier.TARGETED);
    assertThat(codesAndLines(run)).containsExactly("risk.row 3", "evidence.not-on-roster 4");
  }

  /**
   * By the form 'risk-factors': a failed exam is acute and expires after 6 months, being left behind is chronic and does not.
   * The window ends on 30 October 2026; the primary band is 1, which two factors or a recent acute one make tier 2.
   */
  @Test
  void aCodeOfTheVocabularyNeedsNoKindAndExpiresAsItSays() throws IOException {
    String raised = phq(1, 1, 1, 1, 1, 1, 0, 0, 0);
    answers(row("A", raised), row("B", raised), row("C", raised));
    write("risk.csv", """
        student,factor,since
        A,failed-exam,2026-04-30
        B,重要考试失利,2026-04-29
        B,留守儿童,2020-09-01
        C,something else,2026-09-01
        """);
    CampaignRun run = run();
    assertThat(run.result().students())
        .extracting(each -> each.outcome().tier().orElseThrow())
        .containsExactly(Tier.TARGETED, Tier.UNIVERSAL, Tier.UNIVERSAL);
    assertThat(run.result().students().get(1).evidence().riskFactors())
        .containsExactly(
            new RiskFactor(
                "failed-exam",
                true,
                LocalDate.of(2026, 4, 29),
                Optional.of(LocalDate.of(2026, 10, 29))),
            new RiskFactor("left-behind", false, LocalDate.of(2020, 9, 1), Optional.empty()));
    assertThat(codesAndLines(run)).containsExactly("risk.row 5");
  }

  @Test
  void answersOfAStudentWhoIsNotOnTheRosterKeepTheirAlert() throws IOException {
    answers(row("Z", phq(0, 0, 0, 0, 0, 0, 0, 0, 2)));
    CampaignRun run = run();
    assertThat(codesAndLines(run)).containsExactly("answers.not-on-roster 2");
    StudentOutcome last = run.result().students().get(3);
    assertThat(last.outcome().alert()).isEqualTo(Alert.SAME_DAY);
    assertThat(NextSteps.of(run.result())).extracting(NextSteps::student).containsExactly(last);
    assertThat(run.result().roster()).doesNotContain(last);
  }

  @Test
  void studentWhoAnsweredTwiceKeepsTheMoreUrgentAlert() throws IOException {
    answers(row("A", phq(0, 0, 0, 0, 0, 0, 0, 0, 0)), row("A", phq(0, 0, 0, 0, 0, 0, 0, 0, 1)));
    CampaignRun run = run();
    assertThat(run.result().students().get(0).outcome().alert()).isEqualTo(Alert.SAME_DAY);
    assertThat(codesAndLines(run)).contains("answers.row 3", "answers.twice 3");
  }

  @Test
  void undeclaredCodeLeavesTheStudentWithoutATierAndIsNamedWithoutTheAnswer() throws IOException {
    answers(row("A", phq(0, 0, 0, 7, 0, 0, 0, 0, 0)));
    CampaignRun run = run();
    assertThat(run.result().students().get(0).outcome().status()).isEqualTo(Status.INCOMPLETE);
    assertThat(run.diagnostics()).singleElement().satisfies(found -> {
      assertThat(found.message()).contains("phq-9.4").doesNotContain("7").doesNotContain("A,");
    });
  }

  @Test
  void tablesInGb18030WithSemicolonsAreRead() throws IOException {
    Files.write(
        folder.resolve("roster.csv"),
        "学号;学校;年级;班级\r\nA;第一中学;八年级;三班\r\n".getBytes(Charset.forName("GB18030")));
    StudentOutcome student = run().result().students().get(0);
    assertThat(student.student().school()).isEqualTo("第一中学");
    assertThat(student.student().grade()).isEqualTo(8);
  }

  @Test
  void rosterRowWithoutAGradeAndSecondRowOfAStudentAreNamed() throws IOException {
    write("roster.csv", "student,school,grade,class\nA,x,7,1\nB,x,,1\nA,x,8,1\n");
    CampaignRun run = run();
    assertThat(run.result().students()).hasSize(1);
    assertThat(codesAndLines(run)).containsExactly("roster.row 3", "roster.twice 4");
  }

  @Test
  void filesHoldOutcomesTodayAndCountsWithoutSmallCells() throws IOException {
    answers(row("A", phq(3, 3, 3, 3, 3, 3, 3, 3, 1)), row("B", phq(0, 0, 0, 0, 0, 0, 0, 0, 0)));
    Path out = folder.resolve("结果 of the screen");
    CampaignFiles.write(run(), out, "test");
    List<String> outcomes = lines(out.resolve("outcomes.csv"));
    assertThat(outcomes).hasSize(4);
    assertThat(outcomes.get(0))
        .startsWith(
            "student,school,grade,class,dormitory,status,tier,tier.name,at-least,alert,rule,reason.zh-CN,reason.en,"
                + "phq-9.total,phq-9.total.band");
    assertThat(outcomes.get(1))
        .startsWith("A,一中,7,1,,provisional,T3,高度关注 intensive support,T3,same-day,alert-or-hold,");
    assertThat(outcomes.get(2)).startsWith("B,一中,7,1,,classified,T1,");
    assertThat(lines(out.resolve("today.csv"))).hasSize(2);
    // Three students, of whom two took part: of their tiers nothing can be shown.
    assertThat(lines(out.resolve("summary.csv")).get(1))
        .startsWith("school,一中,,,,3,2,2,*,*,*,*,*,*,*,*,");
    assertThat(Files.readString(out.resolve("run.json")))
        .doesNotContain("\"A\"")
        .contains("\"sha-256\"");
  }

  /** Answers that belong to nobody are looked into, and put into no group and no task of the school year. */
  @Test
  void whoIsNotOnTheRosterIsFoundOutAboutFirst() throws IOException {
    String raised = phq(2, 2, 2, 2, 2, 0, 0, 0, 0);
    answers(row("A", raised), row("X", raised), row("Y", phq(3, 3, 3, 3, 3, 3, 3, 3, 0)));
    Path out = folder.resolve("out");
    CampaignFiles.write(run(), out, "test");
    assertThat(lines(out.resolve("groups.csv")).stream().skip(1))
        .hasSize(2)
        .anySatisfy(row -> assertThat(row).contains(",A,").contains("fewer than 4"))
        .anySatisfy(row -> assertThat(row).startsWith(",,,,,,X,").contains("not on the roster"));
    assertThat(
            lines(out.resolve("follow-up.csv")).stream().filter(row -> row.matches(".*,[XY],.*")))
        .hasSize(2)
        .allMatch(row -> row.contains(",not-on-roster,"));
    // Somebody talks to them all the same.
    assertThat(lines(out.resolve("today.csv")).stream().filter(row -> row.matches(".*,[XY],.*")))
        .hasSize(2);
  }

  /** Grade 10 has one battery for vocational schools and one for any. */
  @Test
  void kindOfSchoolDecidesBetweenTwoBatteriesOfAGrade() throws IOException {
    write(
        "campaign.yaml",
        Files.readString(folder.resolve("campaign.yaml"))
            .replace("[junior-high]", "[senior-high, vocational]"));
    write("roster.csv", """
        学号,学校,学校类别,年级,班级
        A,一中,普通高中,高一,1
        B,二中,中职,高一,1
        C,二中,,职高一,2
        D,三中,,高一,1
        """);
    CampaignRun run = run();
    assertThat(run.result().roster())
        .extracting(student -> run.result().batteryOf(student).id())
        .containsExactly("senior-high", "vocational", "vocational", "senior-high");
    assertThat(run.diagnostics()).singleElement().satisfies(found -> {
      assertThat(found.code()).isEqualTo("roster.school-kind");
      assertThat(found.message()).contains("of 1 student");
    });
    // Each school is shown its own battery alone.
    assertThat(run.result().bySchool().get("二中").batteries())
        .extracting(Battery::id)
        .containsExactly("vocational");
  }

  /** A campaign for grade 7 of a roster of 7, 8 and 9, beside one for grade 8 in the same year. */
  @Test
  void campaignOfOneGradeLeavesTheOthersOfTheRosterOut() throws IOException {
    String none = phq(0, 0, 0, 0, 0, 0, 0, 0, 0);
    write("roster.csv", "学号,学校,年级,班级\nA,一中,7,1\nB,一中,8,1\nC,一中,9,1\nD,二小,6,1\n");
    write("answers.csv", "student," + ExampleCampaign.ITEMS + "\n" + row("A", none) + "\n");
    write("evidence.csv", "student,teacher\nA,1\nB,3\n");
    String ofSeven = Files.readString(folder.resolve("campaign.yaml"))
        .replace("policy: default", "grades: 7\npolicy: default");
    write("campaign.yaml", ofSeven);
    CampaignRun alone = run();
    assertThat(alone.diagnostics()).isEmpty();
    assertThat(alone.result().students()).extracting(s -> s.student().id()).containsExactly("A");
    assertThat(yearly(alone)).isEqualTo("""
        一中 7 done
        一中 8 not-in-campaign
        一中 9 not-in-campaign
        二小 4 not-on-roster
        二小 5 not-on-roster
        二小 6 not-in-campaign
        """);
    write(
        "eight.yaml",
        ofSeven.replace("grades: 7", "grades: 8").replace("answers.csv", "answers-8.csv"));
    write("answers-8.csv", "student," + ExampleCampaign.ITEMS + "\n" + row("B", none) + "\n");
    write("campaign.yaml", ofSeven.replace("grades: 7", "grades: 7\nsame-year: [eight.yaml]"));
    assertThat(yearly(run())).contains("一中 8 done-elsewhere\n", "一中 9 not-in-campaign\n");
    write(
        "eight.yaml",
        Files.readString(folder.resolve("eight.yaml")).replace("2026-2027", "2025-2026"));
    assertThatIllegalArgumentException()
        .isThrownBy(this::run)
        .withMessageContaining("is of the school year 2025-2026, not of 2026-2027");
  }

  @Test
  void rosterWithoutAGradeOfTheCampaignIsNamed() throws IOException {
    write("roster.csv", "学号,学校,年级,班级\nA,一中,8,1\n");
    write(
        "campaign.yaml",
        Files.readString(folder.resolve("campaign.yaml"))
            .replace("policy: default", "grades: 7\npolicy: default"));
    assertThat(run().diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("roster.other-grades");
  }

  private static String yearly(CampaignRun run) {
    return Coverage.of(run.result()).rows(Summary.Level.GRADE).stream()
        .map(row ->
            row.school() + " " + row.grade().orElseThrow() + " " + row.yearly().word() + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void answersAndReportsFromAGradeThatTheCampaignIsNotForKeepTheirAlert() throws IOException {
    write("roster.csv", "学号,学校,年级,班级\nA,一中,7,1\nB,一中,8,1\nC,一中,9,1\n");
    answers(row("B", phq(0, 0, 0, 0, 0, 0, 0, 0, 2)));
    write("concerns.csv", "student,trigger,date,source,cleared\nC,plan,2026-10-13,生管,\n");
    write(
        "campaign.yaml",
        Files.readString(folder.resolve("campaign.yaml"))
                .replace("policy: default", "grades: 7\npolicy: default")
            + "  concerns: concerns.csv\n");
    CampaignRun run = run();
    assertThat(codesAndLines(run)).containsExactly("answers.other-grade 2");
    assertThat(run.result().roster()).extracting(s -> s.student().id()).containsExactly("A");
    assertThat(run.result().notOnRoster())
        .extracting(s -> s.student().id() + " " + s.outcome().alert().word())
        .containsExactly("B same-day", "C immediate");
  }

  @Test
  void rosterThatSaysNoKindOfSchoolDoesWithOneBatteryAGrade() throws IOException {
    write(
        "campaign.yaml",
        Files.readString(folder.resolve("campaign.yaml")).replace("[junior-high]", "[vocational]"));
    write("roster.csv", "学号,学校,年级,班级\nA,二中,高一,1\n");
    CampaignRun run = run();
    assertThat(run.diagnostics()).isEmpty();
    assertThat(run.result().batteryOf(run.result().students().get(0)).id()).isEqualTo("vocational");
  }

  @Test
  void tableWithoutItemsIsAFaultOfTheTable() throws IOException {
    write("answers.csv", "student,x\nA,1\n");
    assertThatExceptionOfType(TableException.class)
        .isThrownBy(this::run)
        .satisfies(fault -> assertThat(fault.diagnostics())
            .extracting(Diagnostic::code)
            .containsExactly("column.no-items"));
  }

  private CampaignRun run() throws IOException {
    return CampaignRun.of(folder.resolve("campaign.yaml"), InstrumentLibrary.shipped());
  }

  private static List<String> codesAndLines(CampaignRun run) {
    return run.diagnostics().stream()
        .map(found -> found.code() + " " + found.place().line())
        .toList();
  }

  private void answers(String... rows) throws IOException {
    write(
        "answers.csv", "student," + ExampleCampaign.ITEMS + "\n" + String.join("\n", rows) + "\n");
  }

  private static String row(String student, String phq) {
    return student + "," + phq + "," + NO;
  }

  private static String phq(int... codes) {
    return String.join(",", Arrays.stream(codes).mapToObj(Integer::toString).toList());
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readString(file).substring(1).lines().toList();
  }
}
