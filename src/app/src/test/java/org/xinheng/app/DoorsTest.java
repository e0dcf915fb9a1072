package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.administration.AdministrationPlan;
import org.xinheng.administration.Advance;
import org.xinheng.administration.Answer;
import org.xinheng.administration.Event;
import org.xinheng.administration.ItemReference;
import org.xinheng.administration.Paging;
import org.xinheng.administration.Question;
import org.xinheng.administration.Session;
import org.xinheng.administration.SessionJson;
import org.xinheng.administration.StudentContext;
import org.xinheng.app.entry.StreamKeys;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.SessionFiles;
import org.xinheng.exchange.SessionLog;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Language;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Tier;
import org.xinheng.scoring.ScoringPlan;
import picocli.CommandLine;

/**
 * The same answers, and the same wish to talk to someone, through the terminal, the library, a file and sheets that are typed in twice give the same scores, bands,
 * alerts and tier, in whatever order they were given.
 */
class DoorsTest {

  private static final Instant START = Instant.parse("2026-10-12T08:00:00Z");

  /** Of these keys a student types. Not all are codes of every item. */
  private static final List<String> KEYS = List.of(
      "0", "1", "2", "3", "4", "0", "1", "2", "3", "0", "1", "2", "3", "0", "1", "2", "b", "b", "",
      "s", "r", "h");

  /** The key for a blank. */
  private static final String BLANK = " ";

  @TempDir
  private Path folder;

  private final TypedCommand xinheng = TypedCommand.wide(100);

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("xinheng.seeds", 12));
  }

  /** Few, because each command checks the tier rules for a second. */
  static LongStream fewSeeds() {
    return LongStream.rangeClosed(1, Math.max(1, Long.getLong("xinheng.seeds", 1) / 10));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyDoorGivesTheSameScores(long seed) throws IOException {
    InstrumentLibrary library = drawn(seed);
    AdministrationPlan plan =
        AdministrationPlan.of(ScoringPlan.compile(library.questionnaire(RandomDefinitions.FIRST)));
    compare(RandomDefinitions.FIRST, plan, seed);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("fewSeeds")
  void everyDoorGivesTheSameOutcome(long seed) throws IOException {
    InstrumentLibrary library = drawn(seed);
    Battery battery = library.battery(seed % 2 == 1 ? RandomDefinitions.BATTERY : "pre-exam");
    compare(
        battery.id(),
        AdministrationPlan.of(
            battery, library.policy("default"), library.questionnairesOf(battery)),
        seed);
  }

  private InstrumentLibrary drawn(long seed) throws IOException {
    Path definitions = Files.createDirectory(folder.resolve("definitions"));
    RandomDefinitions.write(seed, definitions);
    return InstrumentLibrary.shipped().with(definitions);
  }

  private void compare(String id, AdministrationPlan paged, long seed) throws IOException {
    Random random = new Random(seed);
    AdministrationPlan plan = paged.withPaging(Paging.ITEMS);
    List<String> options =
        List.of("--instruments", folder.resolve("definitions").toString());
    Session terminal = atTheTerminal(id, plan, options, random);
    Map<ItemReference, Event> last = new LinkedHashMap<>();
    terminal.events().forEach(event -> item(event).ifPresent(item -> last.put(item, event)));

    Path answers = folder.resolve("out").resolve(SessionFiles.ANSWERS);
    Map<String, String> expected = scored(id, answers, options, plan);
    assertThat(cells(terminal)).as("terminal, seed %d", seed).isEqualTo(shared(expected, terminal));
    boolean isHelpRequested = !terminal.helpRequests().isEmpty();
    Session direct = throughTheLibrary(plan, last, isHelpRequested, random);
    assertThat(cells(direct)).as("library, seed %d", seed).isEqualTo(shared(expected, direct));
    Path sheets = typedTwice(id, plan, last, isHelpRequested, options, random);
    assertThat(scored(id, sheets, options, plan)).as("sheets, seed %d", seed).isEqualTo(expected);
  }

  /** Typed in several sittings, with going back, changing, skipping and refusing. */
  private Session atTheTerminal(
      String id, AdministrationPlan plan, List<String> options, Random random) throws IOException {
    Path session = folder.resolve("s.jsonl");
    Path out = folder.resolve("out");
    List<String> command = new ArrayList<>(List.of(
        "administer",
        id,
        "--grade",
        "8",
        "--age",
        "14",
        "--session",
        session.toString(),
        "--out",
        out.toString()));
    command.addAll(options);
    int longest = plan.battery().isPresent() ? 40 : 8;
    boolean done = false;
    while (!done) {
      StringBuilder typed = new StringBuilder();
      for (int key = random.nextInt(longest); key >= 0; key--) {
        typed.append(KEYS.get(random.nextInt(KEYS.size()))).append('\n');
      }
      xinheng.type(typed + "p\n").run(command.toArray(String[]::new));
      assertThat(xinheng.err()).isEmpty();
      done = Files.readString(out.resolve(SessionFiles.RESULT)).contains("\"submitted\"");
    }
    try (SessionLog log = SessionLog.resume(session, plan)) {
      return log.session();
    }
  }

  private static Optional<ItemReference> item(Event event) {
    if (event instanceof Event.Answered of) {
      return Optional.of(of.item());
    }
    if (event instanceof Event.Skipped of) {
      return Optional.of(of.item());
    }
    return event instanceof Event.Refused of ? Optional.of(of.item()) : Optional.empty();
  }

  /** What stands in the end, given straight to the library; at every step it may be stored, left, gone back from or changed. */
  private static Session throughTheLibrary(
      AdministrationPlan plan,
      Map<ItemReference, Event> last,
      boolean isHelpRequested,
      Random random) {
    StudentContext student = StudentContext.self(Language.ZH_CN, 1).withGrade(8).withAge(14);
    Session session = Session.start(plan, student, START);
    boolean isAtOnce = random.nextBoolean();
    if (isHelpRequested && isAtOnce) {
      session = taken(session, new Event.HelpRequested(START));
    }
    boolean isOpen = true;
    while (isOpen) {
      session = SessionJson.read(SessionJson.write(session), plan);
      Question question = session.next().orElseThrow().questions().get(0);
      Event stands = last.get(question.item());
      assertThat(stands).as("%s was asked at the terminal too", question.item()).isNotNull();
      switch (random.nextInt(4)) {
        case 0 ->
          session = taken(taken(session, new Event.Paused(START)), new Event.Resumed(START));
        case 1 -> session = session.advance(new Event.Back(START)).session();
        case 2 -> session = mended(session, question, stands);
        default -> session = taken(session, stands);
      }
      isOpen = session.next().isPresent();
    }
    session = taken(session, new Event.Submitted(START));
    return isHelpRequested && !isAtOnce ? taken(session, new Event.HelpRequested(START)) : session;
  }

  /** Answered with something else first, and then changed to what stands. */
  private static Session mended(Session session, Question question, Event stands) {
    if (!(stands instanceof Event.Answered answered)) {
      return taken(session, stands);
    }
    Answer other = Answer.code(question.choices().get(0).code());
    Session slipped = taken(session, new Event.Answered(START, question.item(), other));
    return taken(slipped, new Event.Changed(START, question.item(), answered.answer()));
  }

  private static Session taken(Session session, Event event) {
    Advance advance = session.advance(event);
    assertThat(advance.accepted()).as("%s", advance.messages()).isTrue();
    return advance.session();
  }

  /**
   * The sheet holds each answer that was given last and whether the student would like to talk to someone, also of items that another answer left out afterwards; a mistyped one is
   * resolved.
   */
  private Path typedTwice(
      String id,
      AdministrationPlan plan,
      Map<ItemReference, Event> last,
      boolean isHelpRequested,
      List<String> options,
      Random random)
      throws IOException {
    List<String> keys = new ArrayList<>();
    plan.instruments()
        .forEach(instrument -> instrument
            .keptItems()
            .forEach(item -> keys.add(key(
                Optional.ofNullable(last.get(new ItemReference(instrument.id(), item.id())))))));
    keys.add(isHelpRequested ? "1" : BLANK);
    int slip = random.nextInt(keys.size());
    int gone = random.nextInt(keys.size());
    List<String> second = new ArrayList<>(keys);
    second.set(slip, keys.get(slip).equals(BLANK) ? "0" : BLANK);
    // Back over an item, and it is typed again.
    List<String> first = new ArrayList<>(keys);
    first.set(gone, keys.get(gone) + "<" + keys.get(gone));
    boolean isLast = gone == keys.size() - 1;
    String typed = "fS1\n%s\u001bsS1\n%s\u001br%swq"
        .formatted(String.join("", isLast ? keys : first), String.join("", second), keys.get(slip));
    Path table = folder.resolve("typed.csv");
    List<String> command = new ArrayList<>(List.of(id, "--out", table.toString()));
    command.addAll(options);
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    Terminal terminal = Terminal.of(screen, screen, StandardCharsets.UTF_8);
    StreamKeys from = new StreamKeys(
        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
        StandardCharsets.UTF_8,
        false);
    new CommandLine(new EnterCommand(terminal, from)).execute(command.toArray(String[]::new));
    terminal.out().flush();
    assertThat(screen.toString(StandardCharsets.UTF_8)).contains("1 disagreement", "written: ");
    return table;
  }

  /** A code, or a space for a blank. */
  private static String key(Optional<Event> event) {
    return event
        .filter(Event.Answered.class::isInstance)
        .map(Event.Answered.class::cast)
        .map(answered ->
            String.valueOf(((Answer.Chosen) answered.answer()).codes().get(0)))
        .orElse(BLANK);
  }

  /** Scored by the command: the columns of scores, alerts and outcome, by heading. */
  private Map<String, String> scored(
      String id, Path answers, List<String> options, AdministrationPlan plan) throws IOException {
    Path scores = folder.resolve("scores.csv");
    List<String> command = new ArrayList<>(List.of(
        "score",
        answers.toString(),
        plan.battery().isPresent() ? "--battery" : "--with",
        id,
        "--out",
        scores.toString()));
    command.addAll(options);
    int code = xinheng.run(command.toArray(String[]::new));
    assertThat(code).as(xinheng.err()).isZero();
    List<String> lines = Files.readAllLines(scores);
    List<String> headings = List.of(lines.get(0).split(",", -1));
    List<String> row = List.of(lines.get(1).split(",", -1));
    int from = headings.indexOf(plan.instruments().get(0).id() + "."
        + plan.instruments().get(0).scales().get(0).id());
    int to = headings.indexOf(plan.battery().isPresent() ? "reason.zh-CN" : "row.status");
    Map<String, String> cells = new TreeMap<>();
    // Reasons hold commas, and nothing behind them is compared.
    for (int column = from; column < to; column++) {
      cells.put(headings.get(column), alike(row.get(column)));
    }
    return cells;
  }

  /** A number as the smallest text of its value, whatever else as it is. */
  private static String alike(String cell) {
    return cell.matches("-?[0-9.]+") ? number(Double.parseDouble(cell)) : cell;
  }

  private static String number(double value) {
    return Double.toString(value);
  }

  /** What a session says, under the headings of the file of scores. */
  private static Map<String, String> cells(Session session) {
    Map<String, String> cells = new TreeMap<>();
    session.result().forms().forEach(form -> {
      String id = form.instrument().id();
      form.instrument().scales().forEach(scale -> {
        String heading = id + "." + scale.id();
        OptionalDouble value = form.scores().value(0, scale.id());
        cells.put(heading, value.isPresent() ? number(value.getAsDouble()) : "");
        int answered = form.scores().score(0, scale.id()).answered();
        cells.put(heading + ".answered", number(answered));
        cells.put(
            heading + ".band", form.scores().band(0, scale.id()).map(Band::id).orElse(""));
      });
      cells.put(id + ".alert", form.scores().alert(0).word());
    });
    session.result().outcome().ifPresent(outcome -> {
      cells.put("status", outcome.status().word());
      cells.put("tier", outcome.tier().map(Tier::code).orElse(""));
      cells.put("alert", outcome.alert().word());
    });
    return cells;
  }

  private static Map<String, String> shared(Map<String, String> all, Session session) {
    Map<String, String> cells = new TreeMap<>(all);
    cells.keySet().retainAll(cells(session).keySet());
    return cells;
  }
}
