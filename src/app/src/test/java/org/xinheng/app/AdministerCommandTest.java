package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.administration.AdministrationPlan;
import org.xinheng.administration.Event;
import org.xinheng.administration.ItemReference;
import org.xinheng.administration.Session;
import org.xinheng.administration.StudentContext;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.ScoreOptions;
import org.xinheng.exchange.ScoreRun;
import org.xinheng.exchange.SessionFiles;
import org.xinheng.exchange.SessionLog;
import org.xinheng.instrument.Language;
import org.xinheng.policy.Battery;

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

  /** The same answers through the terminal, the library and a file give the same scores, tier and alert. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyDoorGivesTheSame(long seed) throws IOException {
    Random random = new Random(seed);
    InstrumentLibrary library = InstrumentLibrary.shipped();
    Battery battery = library.battery("pre-exam");
    AdministrationPlan plan = AdministrationPlan.of(
        battery, library.policy("default"), library.questionnairesOf(battery));
    Path sessionFile = folder.resolve("s.jsonl");
    Path out = folder.resolve("out");
    String[] command = {
      "pre-exam",
      "--grade",
      "8",
      "--age",
      "14",
      "--session",
      sessionFile.toString(),
      "--out",
      out.toString()
    };
    // Typed in several sittings, with going back, changing, skipping and refusing.
    boolean done = false;
    while (!done) {
      StringBuilder typed = new StringBuilder();
      for (int key = random.nextInt(6); key >= 0; key--) {
        typed
            .append(List.of("0", "1", "2", "3", "b", "s", "r", "").get(random.nextInt(8)))
            .append('\n');
      }
      administers(typed + "p\n", command);
      done = Files.readString(out.resolve(SessionFiles.RESULT)).contains("submitted");
    }
    Session typedSession;
    try (SessionLog log = SessionLog.resume(sessionFile, plan)) {
      typedSession = log.session();
    }
    // The answers that stand, given straight to the library in one go.
    Map<ItemReference, Event> last = new LinkedHashMap<>();
    for (Event event : typedSession.events()) {
      if (event instanceof Event.Answered of) {
        last.put(of.item(), event);
      } else if (event instanceof Event.Skipped of) {
        last.put(of.item(), event);
      } else if (event instanceof Event.Refused of) {
        last.put(of.item(), event);
      }
    }
    StudentContext student =
        StudentContext.self(Language.ZH_CN, seed).withGrade(8).withAge(14);
    Session direct = Session.start(plan, student, Instant.parse("2026-10-12T08:00:00Z"));
    for (Event event : last.values()) {
      direct = direct.advance(event).session();
    }
    for (int form = 0; form < 2; form++) {
      assertThat(scores(direct, form)).as("seed %d", seed).isEqualTo(scores(typedSession, form));
    }
    assertThat(direct.result().outcome().orElseThrow().tier())
        .isEqualTo(typedSession.result().outcome().orElseThrow().tier());
    // The file of answers, scored by the other command.
    Path again = folder.resolve("again.csv");
    ScoreRun.run(ScoreOptions.of(out.resolve(SessionFiles.ANSWERS), plan.scoring(), again));
    assertThat(Files.readString(again)).isEqualTo(Files.readString(out.resolve("scores.csv")));
    String scored = Files.readString(again);
    List<String> headings = List.of(scored.lines().findFirst().orElseThrow().split(",", -1));
    List<String> row = List.of(scored.lines().skip(1).findFirst().orElseThrow().split(",", -1));
    typedSession
        .result()
        .forms()
        .forEach(form -> form.instrument().scales().forEach(scale -> {
          String cell = row.get(headings.indexOf(form.instrument().id() + "." + scale.id()));
          assertThat(cell)
              .as("seed %d", seed)
              .isEqualTo(
                  form.scores().value(0, scale.id()).isPresent()
                      ? Integer.toString(
                          (int) form.scores().value(0, scale.id()).getAsDouble())
                      : "");
        }));
  }

  private static List<Object> scores(Session session, int form) {
    var result = session.result().forms().get(form);
    List<Object> scores = new ArrayList<>();
    result.instrument().scales().forEach(scale -> {
      scores.add(result.scores().score(0, scale.id()));
      scores.add(result.scores().band(0, scale.id()));
    });
    scores.add(result.scores().alert(0));
    return scores;
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
