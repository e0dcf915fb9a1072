package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.RunCounts;
import org.xinheng.exchange.RunRecord;
import org.xinheng.exchange.ScoreOptions;
import org.xinheng.exchange.ScoreRun;
import org.xinheng.exchange.TextEncoding;
import org.xinheng.exchange.TierOptions;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.policy.Battery;
import org.xinheng.scoring.PlanOptions;
import org.xinheng.scoring.ScoringPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng score}: a file of answers to a file of scores. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    description =
        "Scores a file of answers: one row a student, every score with its band, what was answered"
            + " and why a score is missing; with --battery also the tier, the alert and why. Rows"
            + " that cannot be read stay in the output with the reason.")
final class ScoreCommand implements Callable<Integer> {

  private static final String DEFAULT_POLICY = "default";

  /** Of a number of threads. */
  private static final int MOST_DIGITS = 4;

  private static final int GROUP = 3;

  @Parameters(
      paramLabel = "INPUT",
      description = "CSV in UTF-8 or GB18030; comma, semicolon or tab.")
  private Path input = Path.of("");

  @Option(
      names = "--with",
      paramLabel = "ID|FILE",
      description = "The questionnaire, by id or file. May be given several times.")
  private List<String> questionnaires = new ArrayList<>();

  @Option(
      names = "--battery",
      paramLabel = "ID|FILE",
      description =
          "All questionnaires of a battery, and the tier of each student; instead of --with.")
  private Optional<String> battery = Optional.empty();

  @Option(
      names = "--policy",
      paramLabel = "ID|FILE",
      description = "The tier rules for a battery; 'default' if nothing is said.")
  private Optional<String> policy = Optional.empty();

  @Option(
      names = "--counts",
      paramLabel = "FILE",
      description =
          "Where the number of students in each tier goes, by school and grade; small cells as the"
              + " policy says.")
  private Optional<Path> counts = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "ID|FILE",
      description = "The columns of the output and of the counts: which, and under which names.")
  private Optional<String> profile = Optional.empty();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the scores go; run.json goes beside them.")
  private Path output = Path.of("");

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "What the columns and codes of the file mean.")
  private Optional<Path> map = Optional.empty();

  @Option(
      names = "--norms",
      paramLabel = "ID|FILE",
      description =
          "A norm set for standard scores, by id or file. May be given several times, one a"
              + " questionnaire.")
  private List<String> norms = new ArrayList<>();

  @Option(
      names = "--bands",
      paramLabel = "SCALE=SYSTEM",
      description =
          "The system of cut-offs of a scale that has several, such as ces-d.total=general. May be"
              + " given several times.")
  private Map<String, String> bands = new LinkedHashMap<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "At most so many threads score; default ${DEFAULT-VALUE}.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--excel",
      description = "Begin the output with a byte-order mark, so that Excel shows Chinese.")
  private boolean excel;

  @Mixin
  private IdOptions idOptions = new IdOptions();

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  ScoreCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * The command of a plain call: {@code score}, the input, and options by their full names, each with its value behind it. Whatever
   * else there may be on a command line, faults among it, is for {@link Commands}.
   */
  static Optional<ScoreCommand> ofPlain(Terminal terminal, List<String> arguments) {
    if (arguments.isEmpty() || !arguments.get(0).equals("score")) {
      return Optional.empty();
    }
    ScoreCommand command = new ScoreCommand(terminal);
    Set<String> given = new HashSet<>();
    int at = 1;
    while (at < arguments.size()) {
      String argument = arguments.get(at);
      boolean isOption = argument.startsWith("--") && !argument.equals("--excel");
      if (isOption && at + 1 == arguments.size()) {
        return Optional.empty();
      }
      String value = isOption ? arguments.get(at + 1) : argument;
      boolean isValue = !value.isEmpty() && "-@\"'".indexOf(value.charAt(0)) < 0;
      boolean isTaken = argument.equals("--excel")
          ? given.add(argument)
          : isValue && command.take(isOption ? argument : "", value, given);
      if (!isTaken) {
        return Optional.empty();
      }
      command.excel |= argument.equals("--excel");
      at += isOption ? 2 : 1;
    }
    return given.contains("") && given.contains("--out") ? Optional.of(command) : Optional.empty();
  }

  /** @param option none for the input */
  private boolean take(String option, String value, Set<String> given) {
    boolean isFirst = given.add(option);
    switch (option) {
      case "" -> input = Path.of(value);
      case "--out" -> output = Path.of(value);
      case "--battery" -> battery = Optional.of(value);
      case "--policy" -> policy = Optional.of(value);
      case "--profile" -> profile = Optional.of(value);
      case "--counts" -> counts = Optional.of(Path.of(value));
      case "--map" -> map = Optional.of(Path.of(value));
      case "--with" -> {
        return questionnaires.add(value);
      }
      case "--norms" -> {
        return norms.add(value);
      }
      case "--instruments" -> {
        libraryOptions.add(Path.of(value));
        return true;
      }
      case "--threads" -> {
        boolean isNumber = isNumber(value);
        threads = isNumber ? Integer.parseInt(value) : threads;
        return isFirst && isNumber;
      }
      default -> {
        return false;
      }
    }
    return isFirst;
  }

  private static boolean isNumber(String text) {
    boolean isNumber = text.length() <= MOST_DIGITS;
    for (int i = 0; i < text.length(); i++) {
      isNumber &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return isNumber;
  }

  @Override
  public Integer call() throws IOException {
    refuseUnfitOptions();
    Progress progress = Progress.over(input, terminal);
    InstrumentLibrary library = libraryOptions.chosen();
    ScoreOptions options = options(library, progress);
    RunRecord run = ScoreRun.run(options);
    progress.done();
    DiagnosticPrinter.print(run.diagnostics(), terminal.err());
    report(run.counts(), options);
    return 0;
  }

  private void refuseUnfitOptions() {
    if (questionnaires.isEmpty() == battery.isEmpty()) {
      throw new IllegalArgumentException(
          "write either --with, for questionnaires, or --battery, for those of a battery");
    }
    if (battery.isEmpty() && (policy.isPresent() || counts.isPresent())) {
      throw new IllegalArgumentException(
          (policy.isPresent() ? "--policy" : "--counts") + ": tiers come with --battery");
    }
  }

  private ScoreOptions options(InstrumentLibrary library, Progress progress) throws IOException {
    Optional<TierOptions> tiers = Optional.empty();
    List<ScoringPlan> plans;
    if (battery.isPresent()) {
      Battery given = library.battery(battery.get());
      tiers = Optional.of(
          new TierOptions(given, library.policy(policy.orElse(DEFAULT_POLICY)), counts));
      plans = plans(given.questionnaires(), given::bandSystemsOf, library);
    } else {
      plans = plans(questionnaires, id -> Map.of(), library);
    }
    return new ScoreOptions(
        input,
        plans,
        output,
        columnMap(library),
        tiers,
        profile.isPresent() ? Optional.of(library.profile(profile.get())) : Optional.empty(),
        excel ? TextEncoding.UTF_8_WITH_MARK : TextEncoding.UTF_8,
        threads,
        Version.text(),
        idOptions.ids(),
        progress::rows,
        libraryOptions.memory());
  }

  /**
   * The plans of questionnaires by id or file.
   *
   * @param systemsOf the systems of cut-offs of a questionnaire by scale, unless --bands names another
   */
  private List<ScoringPlan> plans(
      List<String> idsOrFiles,
      Function<String, Map<String, String>> systemsOf,
      InstrumentLibrary library)
      throws IOException {
    Map<String, NormSet> byQuestionnaire = normSets(library);
    Map<String, String> systems = new LinkedHashMap<>(bands);
    List<ScoringPlan> plans = new ArrayList<>();
    for (String id : idsOrFiles) {
      Instrument instrument = library.questionnaire(id);
      PlanOptions options = new PlanOptions(
          Optional.ofNullable(byQuestionnaire.remove(instrument.id())),
          systemsOf.apply(instrument.id()));
      for (Scale scale : instrument.scales()) {
        Optional<String> system =
            Optional.ofNullable(systems.remove(instrument.id() + "." + scale.id()));
        options = system.isPresent() ? options.withBandSystem(scale.id(), system.get()) : options;
      }
      plans.add(ScoringPlan.deferred(instrument, options));
    }
    if (!byQuestionnaire.isEmpty()) {
      NormSet unused = byQuestionnaire.values().iterator().next();
      throw new IllegalArgumentException("--norms: '" + unused.id() + "' is for '"
          + unused.questionnaire() + "', which is not scored");
    }
    if (!systems.isEmpty()) {
      throw new IllegalArgumentException(
          "--bands: '" + systems.keySet().iterator().next()
              + "' is no scale that is scored; write such as phq-9.total=SYSTEM");
    }
    return plans;
  }

  private Map<String, NormSet> normSets(InstrumentLibrary library) throws IOException {
    Map<String, NormSet> byQuestionnaire = new LinkedHashMap<>();
    for (String id : norms) {
      NormSet set = library.normSet(id);
      Optional<NormSet> first = Optional.ofNullable(byQuestionnaire.put(set.questionnaire(), set));
      if (first.isPresent()) {
        throw new IllegalArgumentException("--norms: '" + first.get().id() + "' and '" + set.id()
            + "' are both for '" + set.questionnaire() + "'; give one of them");
      }
    }
    return byQuestionnaire;
  }

  private ColumnMap columnMap(InstrumentLibrary library) throws IOException {
    return map.isPresent() ? library.columnMap(map.get()) : ColumnMap.NONE;
  }

  private void report(RunCounts counts, ScoreOptions options) {
    println(number(counts.read()) + " rows read, " + number(counts.written()) + " written to "
        + output);
    if (counts.withFaults() > 0) {
      println(number(counts.withFaults()) + " rows have faults; "
          + (profile.isPresent()
              ? "the column row.reason says which, where a profile takes it"
              : "the column row.reason says which"));
    }
    for (Map.Entry<String, Long> tier : counts.tiers().entrySet()) {
      println(tier.getKey().replace('-', ' ') + ": " + number(tier.getValue()) + " students");
    }
    for (ScoringPlan plan : options.plans()) {
      Instrument instrument = plan.instrument();
      for (Scale scale : instrument.scales()) {
        report(instrument.id() + "." + scale.id(), "scored", "without a score", counts);
      }
      for (Classification of : instrument.classifications()) {
        report(instrument.id() + "." + of.id(), "classified", "not classified", counts);
      }
      Map<String, Long> alerts = counts.alerts().getOrDefault(instrument.id(), Map.of());
      for (Map.Entry<String, Long> alert : alerts.entrySet()) {
        if (alert.getValue() > 0 && !alert.getKey().equals("none")) {
          println(instrument.id() + ": alert " + alert.getKey() + " in " + number(alert.getValue())
              + " rows");
        }
      }
    }
  }

  private void report(String name, String with, String lacking, RunCounts counts) {
    long without = 0;
    for (long students : counts.notScored().getOrDefault(name, Map.of()).values()) {
      without += students;
    }
    println(name + ": " + number(counts.read() - without) + " " + with + ", " + number(without)
        + " " + lacking);
  }

  private void println(String line) {
    terminal.out().println(line);
  }

  /** With commas between thousands; the formats of Java take longer to start than scoring a school. */
  private static String number(long number) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    for (int at = text.length() - GROUP; at > 0; at -= GROUP) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
