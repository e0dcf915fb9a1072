package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.InstrumentLibrary;

/** A student at the keyboard. */
class AdministerCommandTest {

  @TempDir
  private Path folder;

  private final TypedCommand student = TypedCommand.wide(100);

  private int administers(String typed, String... more) {
    List<String> command = new ArrayList<>(List.of("administer"));
    command.addAll(List.of(more));
    return student.type(typed).run(command.toArray(String[]::new));
  }

  @Test
  void showsNumbersAndAnswersBesideThePrintedForm() {
    assertThat(administers("p\n", "gad-2", "--lang", "en")).isZero();
    assertThat(student.out())
        .contains("Question 1 on the printed form   (2 to go, about 1 min)")
        .contains("  0  not at all")
        .contains("r I would rather not answer")
        .contains("You have left.");
  }

  @Test
  void thanksAndNamesWhomToCallAndShowsNoScore() throws IOException {
    String out = folder.resolve("out").toString();
    assertThat(administers("3\n3\n\n", "gad-2", "--out", out)).isZero();
    assertThat(student.out()).contains("谢谢你，全部完成了。", "12356", "12355").doesNotContain("6 分");
    // By hand: 3 + 3 = 6.
    assertThat(Files.readString(folder.resolve("out/scores.csv"))).contains("gad-2.total", ",6,");
    assertThat(Files.readString(folder.resolve("out/result.json")))
        .contains("\"phase\" : \"submitted\"", "\"value\" : 6.0");
  }

  /** Read from the thanks on: no other sign of the answers may be there. */
  @Test
  void theLastPageIsTheSameWhateverWasAnswered() {
    administers("0\n".repeat(9) + "\n", "phq-9", "--fill", "place=203");
    String nothing = student.out();
    administers("3\n".repeat(9) + "\n", "phq-9", "--fill", "place=203");
    String everything = student.out();
    String thanks = "谢谢你，全部完成了。";
    assertThat(everything.substring(everything.indexOf(thanks)))
        .isEqualTo(nothing.substring(nothing.indexOf(thanks)))
        .contains("12355", "12356", "h 我想找人谈谈");
  }

  @Test
  void namesTheCounsellorsPlaceAndHoursOnTheLastPage() {
    administers(
        "0\n0\n\n",
        "gad-2",
        "--lang",
        "en",
        "--fill",
        "counsellor=Mrs Li",
        "--fill",
        "place=room 203",
        "--fill",
        "hours=12:00 to 14:00");
    assertThat(student.out()).contains("Mrs Li listens to you: room 203, 12:00 to 14:00");
    assertThat(administers("", "gad-2", "--fill", "room=203")).isEqualTo(Main.CALL_AT_FAULT);
    assertThat(student.err()).contains("form 'help-page' has no gap 'room'; it has: school");
  }

  @Test
  void aStudentAsksToTalkAtAnyQuestionAndOnTheLastPage() throws IOException {
    Path out = folder.resolve("out");
    assertThat(administers("h\n0\n0\n\n", "gad-2", "--lang", "en", "--out", out.toString()))
        .isEqualTo(4);
    assertThat(student.out()).contains("Noted. A teacher will come to you in private.");
    assertThat(Files.readString(out.resolve("requests.csv"))).contains("would like to talk");
    assertThat(Files.readString(out.resolve("answers.csv"))).contains("help,", ",yes,");
    assertThat(administers("0\n0\n\nh\n", "gad-2", "--out", out.toString())).isEqualTo(4);
    assertThat(administers("0\n0\n\n\n", "gad-2", "--out", out.toString())).isZero();
    assertThat(Files.readAllLines(out.resolve("requests.csv"))).hasSize(1);
  }

  @Test
  void promisesNoTeacherWhereNothingIsPassedOn() {
    administers("h\np\n", "gad-2", "--lang", "en");
    assertThat(student.out())
        .contains("Please go to a teacher you trust: this computer passes nothing on.")
        .doesNotContain("Noted.");
  }

  @Test
  void tellsOperatorsOfAnAlertAndTheStudentNothing() throws IOException {
    String out = folder.resolve("out").toString();
    int code = administers("0\n".repeat(8) + "2\np\n", "phq-9", "--lang", "en", "--out", out);
    assertThat(code).isEqualTo(3);
    assertThat(Files.readString(folder.resolve("out/alerts.csv"))).contains("phq-9,9,same-day");
    assertThat(student.out()).doesNotContainIgnoringCase("alert");
    assertThat(student.err()).isEmpty();
  }

  @Test
  void leavesAndGoesOnAtTheSameQuestion() {
    String session = folder.resolve("s.jsonl").toString();
    administers("1\n0\np\n", "gad-7", "--lang", "en", "--session", session);
    assertThat(student.out()).contains("You can go on later.");
    administers("p\n", "gad-7", "--session", session);
    assertThat(student.out()).contains("Welcome back.", "Question 3 on the printed form");
  }

  @Test
  void saysWhatToTypeAndLetsAnAnswerStandAfterGoingBack() {
    String session = folder.resolve("s.jsonl").toString();
    administers("x\n7\n1\nb\n\n2\ns\nr\n\n", "gad-2", "--lang", "en", "--session", session);
    assertThat(student.out())
        .contains("Please type one of the numbers shown.", "Please pick one of the answers shown.")
        .contains("your answer now: 1. Enter keeps it.");
  }

  @Test
  void refusesWhomTheQuestionnaireIsNotForUnlessAReasonIsGiven() {
    assertThat(administers("", "junior-high", "--grade", "4")).isEqualTo(Main.CALL_AT_FAULT);
    assertThat(student.err()).contains("is for grades 7..9, not 4 (grade)");
    assertThat(student.err()).contains("--allow grade=REASON");
    assertThat(administers("p\n", "gad-7", "--grade", "4", "--allow", "grade=county pilot"))
        .isZero();
    assertThat(administers("", "gad-7", "--consent", "opt-in", "--student", "given"))
        .isEqualTo(Main.CALL_AT_FAULT);
    assertThat(student.err()).contains("the consent that the rule asks for is not there (consent)");
  }

  /** PSC-17 lists Chinese without saying which. */
  @Test
  void namesTheQuestionnaireThatIsNotPublishedInTheLanguageAndTheWaysOut() throws IOException {
    assertThat(administers("", "upper-primary-core", "--grade", "5", "--informant", "guardian"))
        .isEqualTo(Main.CALL_AT_FAULT);
    assertThat(student.err())
        .contains(
            "(psc-17) is published in zh, and nobody has checked whether that is zh-CN (language)",
            "（psc-17）有 zh 版本，但尚未核实是否为 zh-CN",
            "--allow language=REASON",
            "xinheng wording import ID FILE");
    String out = folder.resolve("out").toString();
    administers(
        "p\n",
        "upper-primary-core",
        "--grade",
        "5",
        "--informant",
        "guardian",
        "--allow",
        "language=printed form of the county",
        "--out",
        out);
    assertThat(student.out()).contains("纸质问卷第 1 题");
    assertThat(Files.readString(folder.resolve("out/result.json")))
        .contains("\"outside-validated-range\" : true");
  }

  @Test
  void wordingThatTheSchoolHasInstalledIsTheReasonForItsLanguage() throws IOException {
    Path packs = folder.resolve("packs");
    Path table = folder.resolve("wording.csv");
    StringBuilder rows = new StringBuilder("item,text\n");
    for (int item = 1; item <= 17; item++) {
      rows.append(item).append(",虚构的第").append(item).append("句\n");
    }
    rows.append("frequency.0,甲\nfrequency.1,乙\nfrequency.2,丙\n");
    String form = InstrumentLibrary.shipped().questionnaire("psc-17").form();
    rows.append("version,1.0.0\nform,\"" + form + "\"\n");
    rows.append("source,the county office\nlicence,own\n");
    rows.append("instruction,请选一个\n");
    Files.writeString(table, rows);
    student.run(
        "wording",
        "import",
        "psc-17",
        table.toString(),
        "--language",
        "zh-CN",
        "--packs",
        packs.toString());
    assertThat(student.err()).isEmpty();
    Path session = folder.resolve("s.jsonl");
    assertThat(administers(
            "p\n",
            "upper-primary-core",
            "--grade",
            "5",
            "--informant",
            "guardian",
            "--packs",
            packs.toString(),
            "--session",
            session.toString()))
        .as(student.err())
        .isZero();
    assertThat(student.out()).contains("虚构的第1句");
    assertThat(Files.readAllLines(session).get(0))
        .contains("\"allowed\":{\"language\":\"installed wording from: the county office\"}");
  }

  @Test
  void refusesAFileOfAnotherSessionWithItsLine() throws IOException {
    Path session = folder.resolve("s.jsonl");
    administers("1\np\n", "gad-7", "--session", session.toString());
    assertThat(administers("", "gad-2", "--session", session.toString()))
        .isEqualTo(Main.CALL_AT_FAULT);
    assertThat(student.err()).contains("the session is of questionnaire 'gad-7'");
    Files.writeString(session, Files.readString(session).replace("answered", "guessed"));
    administers("", "gad-7", "--session", session.toString());
    assertThat(student.err()).contains("s.jsonl:3: no session: an event is of no known kind");
  }

  @Test
  void givesTheAnswersAtTheirItems() throws IOException {
    String out = folder.resolve("out").toString();
    administers("2\nr\ns\n3\n0\n1\np\n", "gad-7", "--out", out);
    List<String> lines = Files.readAllLines(folder.resolve("out/answers.csv"));
    List<String> headings = List.of(lines.get(0).split(",", -1));
    List<String> row = List.of(lines.get(1).split(",", -1));
    int first = headings.indexOf("gad-7.1");
    assertThat(row.subList(first, first + 7))
        .containsExactly("2", "missing.refused", "", "3", "0", "1", "missing.not-reached");
  }
}
