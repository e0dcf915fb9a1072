package org.xinheng.app;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xinheng.administration.AdministrationPlan;
import org.xinheng.administration.SimulatedStudents;
import org.xinheng.administration.StoppedScale;
import org.xinheng.administration.StoppingStudy;
import org.xinheng.administration.StudentContext;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.exchange.Person;
import org.xinheng.exchange.ResponseBatch;
import org.xinheng.exchange.ResponseFile;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Sex;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Stopping;
import org.xinheng.scoring.ResponseTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng simulate}: what early stopping saves and what it misses. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Asks students, whose answers to everything are known, as a battery that stops early asks"
            + " them: how many items that saves, how often band, tier or alert would be another"
            + " than after the full form, and whom it would miss.")
final class SimulateCommand implements Callable<Integer> {

  private static final int PIECE = 1000;

  @Parameters(paramLabel = "BATTERY", description = "A battery, by id or file.")
  private String what = "";

  @Option(
      names = "--answers",
      paramLabel = "CSV",
      description = "The true answers, as for 'score'; rows with faults are left out.")
  private Optional<Path> answers = Optional.empty();

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "What the columns and codes of the file mean.")
  private Optional<Path> map = Optional.empty();

  @Option(
      names = "--students",
      paramLabel = "N",
      description = "How many students to invent, instead of --answers; default ${DEFAULT-VALUE}.")
  private int students = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "From which they are drawn; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--stopping",
      paramLabel = "RULE",
      description = "bands or tier: stop where no answer can change them; none: ask everything. The"
          + " battery's own rule if nothing is said.")
  private Optional<String> stopping = Optional.empty();

  @Option(
      names = "--grade",
      paramLabel = "N",
      description = "The grade of invented students; the lowest of the battery if nothing is said.")
  private Optional<Integer> grade = Optional.empty();

  @Option(
      names = "--sex",
      paramLabel = "WORD",
      converter = WordConverters.OfSex.class,
      description = "The sex of invented students, where bands ask for it.")
  private Optional<Sex> sex = Optional.empty();

  @Option(
      names = "--policy",
      paramLabel = "ID|FILE",
      description = "The tier rules; 'default' if nothing is said.")
  private String policy = "default";

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  SimulateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    InstrumentLibrary library = libraryOptions.chosen();
    GivenPlan given = new GivenPlan(library);
    Battery battery = given
        .battery(what)
        .orElseThrow(() -> new IllegalArgumentException(
            "'" + what + "' is no battery; tiers and early stopping are those of a battery"));
    AdministrationPlan plan = given.of(
        stopping.isPresent() ? battery.withStopping(Optional.empty()) : battery, policy, rule());
    if (!(students >= 1)) {
      throw new IllegalArgumentException("--students must be at least 1: " + students);
    }
    StoppingStudy study = new StoppingStudy(plan, Instant.now());
    if (answers.isPresent()) {
      read(answers.get(), plan, study);
    } else {
      invent(plan, grade.orElse(battery.grades().first()), study);
    }
    print(study.found(), plan.battery().flatMap(Battery::stopping));
    return 0;
  }

  private Optional<Stopping> rule() {
    return stopping.flatMap(word -> switch (word) {
      case "none" -> Optional.empty();
      case "bands" -> Optional.of(new Stopping.Deterministic(Stopping.Keeps.BANDS));
      case "tier" -> Optional.of(new Stopping.Deterministic(Stopping.Keeps.TIER));
      default ->
        throw new IllegalArgumentException("--stopping: '" + word
            + "' is none of bands, tier, none; other rules are written in a battery");
    });
  }

  private StudentContext student(
      Optional<Integer> inGrade, Optional<Integer> ofAge, Optional<Sex> ofSex) {
    return new StudentContext(inGrade, ofAge, ofSex, Informant.SELF, Language.ZH_CN, seed, 1);
  }

  private void invent(AdministrationPlan plan, int inGrade, StoppingStudy study) {
    Map<String, List<Stopping.AnswerShares>> shares = plan.battery()
        .flatMap(Battery::stopping)
        .filter(Stopping.Stochastic.class::isInstance)
        .map(of -> ((Stopping.Stochastic) of).answers())
        .orElse(Map.of());
    SimulatedStudents simulated = new SimulatedStudents(plan.instruments(), shares, seed);
    Progress progress = new Progress(terminal);
    for (int done = 0; done < students; done += PIECE) {
      List<ResponseTable> tables = simulated.next(Math.min(PIECE, students - done));
      for (ResponseTable table : tables) {
        for (int row = 0; row < table.rows(); row++) {
          table.grade(row, inGrade);
          if (sex.isPresent()) {
            table.sex(row, sex.get());
          }
        }
      }
      study.add(student(Optional.of(inGrade), Optional.empty(), sex), tables);
      progress.rows(Math.min(done + PIECE, students));
    }
    progress.done();
  }

  /** Rows with faults are left out, since nobody knows what was answered there. */
  private void read(Path file, AdministrationPlan plan, StoppingStudy study) throws IOException {
    ColumnMap columns = map.isPresent()
        ? Definitions.columnMap(SourceText.read(map.get())).usable()
        : ColumnMap.NONE;
    long leftOut = 0;
    try (ResponseFile input = ResponseFile.open(file, plan.instruments(), columns)) {
      Optional<ResponseBatch> next = input.next(PIECE);
      while (next.isPresent()) {
        ResponseBatch batch = next.get();
        Map<StudentContext, List<Integer>> rowsOf = new LinkedHashMap<>();
        for (int row = 0; row < batch.rows(); row++) {
          Person person = batch.person(row);
          if (batch.faults(row).isEmpty()) {
            rowsOf
                .computeIfAbsent(
                    student(person.grade(), person.age(), person.sex()), any -> new ArrayList<>())
                .add(row);
          } else {
            leftOut++;
          }
        }
        rowsOf.forEach((student, rows) -> study.add(
            student, batch.tables().stream().map(table -> table.select(rows)).toList()));
        next = input.next(PIECE);
      }
    }
    if (leftOut > 0) {
      terminal.out().printf("%,d rows have faults and are left out%n", leftOut);
    }
  }

  private void print(StoppingStudy.Found found, Optional<Stopping> rule) {
    terminal.out().printf("%,d students, %s%n", found.students(), words(rule));
    terminal.out().printf("items saved: %s%n", percent(found.saved()));
    found
        .items()
        .forEach((id, items) -> terminal
            .out()
            .printf(
                "  %s: %s of %,.1f items asked%n",
                id,
                share(found.asked().getOrDefault(id, 0L), found.students()),
                items / (double) Math.max(1, found.students())));
    found
        .bandDifferences()
        .forEach((scale, differ) -> terminal
            .out()
            .printf(
                "band of %s: %s as after the full form (%,d of %,d differ)%n",
                scale,
                percent(1
                    - differ / (double) Math.max(1, found.bandsCompared().getOrDefault(scale, 1L))),
                differ,
                found.bandsCompared().getOrDefault(scale, 1L)));
    terminal
        .out()
        .printf(
            "tier: %s as after the full form (%,d differ)%n",
            percent(1 - found.tierDifferences() / (double) Math.max(1, found.students())),
            found.tierDifferences());
    terminal.out().printf("alert: %,d differ%n", found.alertDifferences());
    terminal
        .out()
        .printf(
            "missed: %,d of %,d above tier 1 or with an alert; %,d others found%n",
            found.missed(), found.positive(), found.falsePositive());
    for (Map.Entry<StoppedScale.Why, Long> why : found.reasons().entrySet()) {
      terminal.out().printf("stopped, %s: %,d scales%n", why.getKey().word(), why.getValue());
    }
    terminal.out().println("tiers after the full form: " + found.tiers());
    if (answers.isEmpty()) {
      terminal
          .out()
          .println("the students are invented: what is saved depends on how students answer");
    }
  }

  private static String words(Optional<Stopping> rule) {
    if (rule.isEmpty()) {
      return "everything is asked";
    }
    if (rule.get() instanceof Stopping.Deterministic of) {
      return "stopped where no answer can change the " + of.keeps().word();
    }
    return rule.get() instanceof Stopping.Stochastic of
        ? "stopped where a band changes with a probability of at most "
            + of.error().toPlainString()
        : "asked adaptively";
  }

  private static String share(long asked, long students) {
    return BigDecimal.valueOf(asked)
        .divide(BigDecimal.valueOf(Math.max(1, students)), 1, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private static String percent(double share) {
    return "%.2f %%".formatted(100 * share);
  }
}
