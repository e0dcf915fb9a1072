package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.xinheng.administration.AdministrationPlan;
import org.xinheng.administration.Admission;
import org.xinheng.administration.Advance;
import org.xinheng.administration.Circumstances;
import org.xinheng.administration.Consent;
import org.xinheng.administration.Event;
import org.xinheng.administration.Obstacle;
import org.xinheng.administration.Paging;
import org.xinheng.administration.Session;
import org.xinheng.administration.SessionResult;
import org.xinheng.administration.StudentContext;
import org.xinheng.app.administer.Dialogue;
import org.xinheng.app.administer.EndPage;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.WordingFolder;
import org.xinheng.exchange.ScoreOptions;
import org.xinheng.exchange.ScoreRun;
import org.xinheng.exchange.SessionFiles;
import org.xinheng.exchange.SessionLog;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Sex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng administer}: a student answers in the terminal. */
@Command(
    name = "administer",
    mixinStandardHelpOptions = true,
    description = {
      "A student answers a battery or a questionnaire in the terminal, with the keyboard alone."
          + " Without a wording pack it shows numbers and answers, to be used beside the printed"
          + " form. The student sees thanks and whom to call, never a score.",
      "Exits 3 if an answer raised an alert for today, and else 4 if the student would like to"
          + " talk to someone (a key at every moment); alerts.csv and requests.csv in --out have it"
          + " from that moment on."
    })
final class AdministerCommand implements Callable<Integer> {

  /** Somebody must act today. */
  static final int ALERT_RAISED = 3;

  /** The student would like to talk to someone. */
  static final int HELP_REQUESTED = 4;

  private static final String HELP_PAGE = "help-page";

  @Parameters(
      paramLabel = "ID|BATTERY",
      description = "A battery or a questionnaire, by id or file.")
  private String what = "";

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      converter = WordConverters.OfLanguage.class,
      description = "The language of the student: zh-CN (default) or en.")
  private Language language = Language.ZH_CN;

  @Option(
      names = "--session",
      paramLabel = "FILE",
      description =
          "Where the session is kept, answer by answer. If there is one, it goes on; leaving keeps"
              + " it.")
  private Optional<Path> sessionFile = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where answers.csv, scores.csv, result.json, alerts.csv and requests.csv go when the"
              + " student ends or leaves.")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--grade", paramLabel = "N", description = "School grade, 1 to 12.")
  private Optional<Integer> grade = Optional.empty();

  @Option(names = "--age", paramLabel = "N", description = "Age in completed years.")
  private Optional<Integer> age = Optional.empty();

  @Option(
      names = "--sex",
      paramLabel = "WORD",
      converter = WordConverters.OfSex.class,
      description = "male or female, where bands or norms ask for it.")
  private Optional<Sex> sex = Optional.empty();

  @Option(
      names = "--informant",
      paramLabel = "WORD",
      converter = WordConverters.OfInformant.class,
      description = "self (default), class-teacher or guardian.")
  private Informant informant = Informant.SELF;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "From which orders are drawn; by chance if nothing is said.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--occasion",
      paramLabel = "N",
      description = "1 (default) for the first time, 2 for the second, …")
  private int occasion = 1;

  @Option(
      names = "--policy",
      paramLabel = "ID|FILE",
      description = "The tier rules; 'default' if nothing is said.")
  private String policy = "default";

  @Option(
      names = "--consent",
      paramLabel = "RULE",
      converter = WordConverters.OfConsentMode.class,
      description = "not-asked (default), opt-in or opt-out; then --guardian and --student count.")
  private Consent.Mode consent = Consent.Mode.NOT_ASKED;

  @Option(
      names = "--guardian",
      paramLabel = "STATE",
      converter = WordConverters.OfConsentState.class,
      description = "What the guardian said: open (default), given, refused, withdrawn.")
  private Consent.State guardian = Consent.State.OPEN;

  @Option(
      names = "--student",
      paramLabel = "STATE",
      converter = WordConverters.OfConsentState.class,
      description = "What the student said: open (default), given, refused, withdrawn.")
  private Consent.State student = Consent.State.OPEN;

  @Option(
      names = "--last-screen",
      paramLabel = "DATE",
      description = "The day of the last full screen; eight weeks must have passed.")
  private Optional<LocalDate> lastScreen = Optional.empty();

  @Option(names = "--from", paramLabel = "DATE", description = "The first day of the campaign.")
  private Optional<LocalDate> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "The last day of the campaign.")
  private Optional<LocalDate> to = Optional.empty();

  @Option(
      names = "--allow",
      paramLabel = "WHAT=REASON",
      converter = WordConverters.OfObstacle.class,
      description =
          "Lets the student be asked although grade, age, informant, language, consent, gap or"
              + " window speaks against it; the reason is recorded.")
  private Map<Obstacle.Kind, String> allowed = new EnumMap<>(Obstacle.Kind.class);

  @Option(
      names = "--fill",
      paramLabel = "GAP=TEXT",
      description =
          "What the school writes into a gap of the help page that every student sees last, such as"
              + " --fill place='Room 203'; xinheng form help-page prints it. What has a gap that is"
              + " not filled in is left out.")
  private Map<String, String> filled = new LinkedHashMap<>();

  @Mixin
  private WordingCommand.PacksOption packs = new WordingCommand.PacksOption();

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  AdministerCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    WordingFolder folder = packs.folder();
    InstrumentLibrary library = libraryOptions.chosen();
    AdministrationPlan plan = new GivenPlan(library).of(what, policy).withPaging(Paging.ITEMS);
    EndPage end = new EndPage(library.form(HELP_PAGE), filled);
    if (output.isPresent()) {
      Files.createDirectories(output.get());
    }
    if (sessionFile.isPresent() && SessionLog.contents(sessionFile.get()).isPresent()) {
      AdministrationPlan stored = plan;
      for (Language each : Language.values()) {
        stored = GivenPlan.worded(stored, folder, library, each);
      }
      try (SessionLog log = SessionLog.resume(sessionFile.get(), stored)) {
        return run(new Kept(log), end);
      }
    }
    AdministrationPlan worded = GivenPlan.worded(plan, folder, library, language);
    Session session = Session.start(worded, admission(worded));
    if (sessionFile.isEmpty()) {
      return run(new Unkept(session), end);
    }
    try (SessionLog log = SessionLog.begin(sessionFile.get(), session)) {
      return run(new Kept(log), end);
    }
  }

  private Admission admission(AdministrationPlan plan) {
    Instant now = Instant.now();
    Circumstances circumstances = new Circumstances(
        new Consent(consent, Consent.USUAL_GUARDIAN_AGE, guardian, student),
        lastScreen.map(AdministerCommand::startOf),
        Circumstances.USUAL_GAP,
        from.map(AdministerCommand::startOf),
        to.map(day -> startOf(day.plusDays(1))));
    Admission admission = plan.admit(
        new StudentContext(
            grade,
            age,
            sex,
            informant,
            language,
            seed.orElseGet(() -> new SecureRandom().nextLong()),
            occasion),
        circumstances,
        now);
    for (Map.Entry<Obstacle.Kind, String> entry : allowed.entrySet()) {
      admission = admission.allow(entry.getKey(), entry.getValue());
    }
    refuse(admission.refusals());
    return admission;
  }

  private void refuse(List<Obstacle> refusals) {
    if (refusals.isEmpty()) {
      return;
    }
    boolean isLanguage =
        refusals.stream().anyMatch(obstacle -> obstacle.kind() == Obstacle.Kind.LANGUAGE);
    throw new IllegalArgumentException("the student may not be asked: "
        + refusals.stream().map(this::words).collect(Collectors.joining("; "))
        + "; "
        + refusals.stream()
            .map(obstacle -> "--allow " + obstacle.kind().word() + "=REASON")
            .distinct()
            .collect(Collectors.joining(" "))
        + " lets them be asked, and is recorded"
        + (isLanguage
            ? ", as beside a printed form that the school may use; so does its wording, once"
                + " 'xinheng wording import ID FILE' has installed it"
            : ""));
  }

  private String words(Obstacle obstacle) {
    String text = obstacle.text().en() + " (" + obstacle.kind().word() + ")";
    return switch (language) {
      case EN -> text;
      case ZH_CN -> text + " " + obstacle.text().zhCn();
    };
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneId.systemDefault()).toInstant();
  }

  /** A session in a file, that can be gone on with. */
  private final class Kept extends Keeper {
    private final SessionLog log;

    Kept(SessionLog log) {
      this.log = log;
    }

    @Override
    public Session session() {
      return log.session();
    }

    @Override
    public Advance advance(Event event) throws IOException {
      return log.advance(event);
    }

    @Override
    public boolean canGoOnLater() {
      return true;
    }
  }

  /** A session that ends with the program. */
  private final class Unkept extends Keeper {
    private Session session;

    Unkept(Session start) {
      session = start;
    }

    @Override
    public Session session() {
      return session;
    }

    @Override
    public Advance advance(Event event) {
      Advance advance = session.advance(event);
      session = advance.session();
      return advance;
    }

    @Override
    public boolean canGoOnLater() {
      return false;
    }
  }

  /** Tells what is for somebody at once by files in the folder of results, whatever becomes of the session. */
  private abstract class Keeper implements Dialogue.Keeper {

    @Override
    public void tell() throws IOException {
      if (output.isPresent()) {
        writeForSomebody(session(), output.get());
      }
    }

    @Override
    public boolean reachesSomebody() {
      return output.isPresent();
    }
  }

  private int run(Dialogue.Keeper keeper, EndPage end) throws IOException {
    Dialogue.Screen screen = new Dialogue.Screen(
        terminal.in(), terminal.out(), terminal::columns, terminal.isInteractive());
    new Dialogue(screen, keeper, end, Clock.systemUTC()).run();
    Session session = keeper.session();
    if (output.isPresent()) {
      write(session, output.get());
    }
    if (session.alerts().stream().anyMatch(alert -> alert.alert().isRaised())) {
      return ALERT_RAISED;
    }
    return session.helpRequests().isEmpty() ? 0 : HELP_REQUESTED;
  }

  private static void writeForSomebody(Session session, Path folder) throws IOException {
    SessionFiles.writeAlerts(session.alerts(), folder.resolve(SessionFiles.ALERTS));
    SessionFiles.writeRequests(session.helpRequests(), folder.resolve(SessionFiles.REQUESTS));
  }

  private void write(Session session, Path folder) throws IOException {
    SessionResult result = session.result();
    Path answers = folder.resolve(SessionFiles.ANSWERS);
    SessionFiles.writeAnswers(session, answers);
    writeForSomebody(session, folder);
    SessionFiles.writeResult(result, folder.resolve(SessionFiles.RESULT));
    // Of what was stopped early only the result knows more than the answers say.
    if (result.completion().stopped() == 0) {
      ScoreRun.run(ScoreOptions.of(answers, session.plan().scoring(), folder.resolve("scores.csv"))
          .withProgramVersion(Version.text()));
    }
  }
}
