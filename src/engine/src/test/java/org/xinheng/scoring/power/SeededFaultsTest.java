package org.xinheng.scoring.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xinheng.definition.Checker;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;
import org.xinheng.definition.WorkedCase;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.StandardScore;
import org.xinheng.scoring.CaseRun;
import org.xinheng.scoring.PlanOptions;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/**
 * How many of the faults that an author can make in the shipped questionnaires and norm sets the checker finds, or a
 * worked case. A seeded sample is drawn of every kind; {@code -Dxinheng.faults=200} draws more of each, and prints what
 * is found by what, and every fault that nothing finds.
 */
class SeededFaultsTest {

  private static final int OF_A_KIND = Integer.getInteger("xinheng.faults", 10);
  private static final double MUST = 0.95;

  private final InstrumentLibrary library = InstrumentLibrary.shipped();
  private final Map<String, Subject> subjects = new HashMap<>();

  /** How much the checker has to say of a file as it is. */
  private final Map<String, Integer> before = new HashMap<>();

  /** What becomes of a fault. */
  private enum Fate {
    CHECKER,
    CASES,
    NOTHING,
    /** It is none: no form comes out differently. */
    ALIKE
  }

  /** A questionnaire with its cases, the norms that they name, and the forms that show it from all sides. */
  private record Subject(
      Instrument instrument,
      List<WorkedCase> cases,
      Map<String, NormSet> norms,
      List<WorkedCase> forms) {}

  @Test
  void checkerOrCasesFindNearlyAll() throws IOException {
    Map<String, Map<Fate, Integer>> table = new TreeMap<>();
    List<Fault> missed = new ArrayList<>();
    for (Map.Entry<String, List<Fault>> kind : faults().entrySet()) {
      Map<Fate, Integer> fates = table.computeIfAbsent(kind.getKey(), any -> new TreeMap<>());
      List<Fault> drawn = new ArrayList<>(kind.getValue());
      Collections.shuffle(drawn, new Random(kind.getKey().hashCode()));
      for (Fault fault : drawn.subList(0, Math.min(OF_A_KIND, drawn.size()))) {
        Fate fate = fate(fault);
        fates.merge(fate, 1, Integer::sum);
        if (fate == Fate.ALIKE) {
          System.out.println("comes out alike: " + fault);
        }
        if (fate == Fate.NOTHING) {
          missed.add(fault);
        }
      }
    }
    print(table, missed);
    int found = total(table, Fate.CHECKER) + total(table, Fate.CASES);
    int all = found + missed.size();
    assertThat(all).isGreaterThanOrEqualTo(200);
    assertThat(found).as("found of " + all).isGreaterThanOrEqualTo((int) Math.ceil(MUST * all));
  }

  private Map<String, List<Fault>> faults() throws IOException {
    Map<String, List<Fault>> faults = new TreeMap<>();
    for (Kind kind : List.of(Kind.QUESTIONNAIRE, Kind.NORM_SET)) {
      for (String id : library.ids(kind)) {
        SourceText source = library.source(kind, id);
        FaultKinds.in(kind, id, source)
            .forEach((name, all) ->
                faults.computeIfAbsent(name, any -> new ArrayList<>()).addAll(all));
      }
    }
    return faults;
  }

  private Fate fate(Fault fault) throws IOException {
    if (!before.containsKey(fault.id())) {
      SourceText sound = library.source(fault.of(), fault.id());
      before.put(fault.id(), Checker.check(sound, library).size());
    }
    List<Diagnostic> after = Checker.check(fault.source(), library);
    if (after.size() > before.get(fault.id()) || after.stream().anyMatch(Diagnostic::isError)) {
      return Fate.CHECKER;
    }
    if (fault.of() == Kind.NORM_SET) {
      NormSet norms = Definitions.normSet(fault.source()).usable();
      Subject subject = subject(norms.questionnaire());
      return fate(subject, subject.instrument(), Optional.of(norms));
    }
    return fate(
        subject(fault.id()), Definitions.questionnaire(fault.source()).usable(), Optional.empty());
  }

  private Fate fate(Subject subject, Instrument faulty, Optional<NormSet> norms)
      throws IOException {
    Map<String, NormSet> shipped = new HashMap<>(subject.norms());
    if (norms.isPresent()) {
      shipped.put(norms.get().id(), library.normSet(norms.get().id()));
    }
    Map<String, NormSet> used = new HashMap<>(shipped);
    norms.ifPresent(set -> used.put(set.id(), set));
    if (!CaseRun.run(faulty, subject.cases(), used).isEmpty()) {
      return Fate.CASES;
    }
    boolean sameForm =
        faulty.keptItems().size() == subject.instrument().keptItems().size();
    return sameForm
            && scores(subject, subject.instrument(), shipped).equals(scores(subject, faulty, used))
        ? Fate.ALIKE
        : Fate.NOTHING;
  }

  private Subject subject(String id) throws IOException {
    if (!subjects.containsKey(id)) {
      Instrument instrument = library.questionnaire(id);
      List<WorkedCase> cases = library.cases(id);
      subjects.put(
          id,
          new Subject(
              instrument,
              cases,
              library.normSetsOf(cases),
              Sheets.of(instrument).stream().map(Sheet::asCase).toList()));
    }
    return subjects.get(id);
  }

  /** Everything that the forms give, with every choice of norms and cut-offs that a case makes. */
  private static List<String> scores(
      Subject subject, Instrument instrument, Map<String, NormSet> norms) {
    ResponseTable asTheyAre = CaseRun.answers(instrument, subject.forms());
    ResponseTable byAll = CaseRun.answers(instrument, subject.forms());
    IntStream.range(0, byAll.rows()).forEach(row -> student(byAll, row));
    Stream<PlanOptions> ofCases =
        subject.cases().stream().map(workedCase -> CaseRun.options(workedCase, norms));
    Stream<PlanOptions> ofNorms = norms.values().stream().map(PlanOptions.DEFAULTS::withNorms);
    List<PlanOptions> options = Stream.concat(ofCases, ofNorms).distinct().toList();
    List<String> scores = new ArrayList<>();
    for (PlanOptions chosen : options) {
      ScoringPlan plan = ScoringPlan.compile(instrument, chosen);
      for (ResponseTable table : List.of(asTheyAre, byAll)) {
        ScoreTable of = plan.run(table);
        IntStream.range(0, table.rows()).forEach(row -> scores.add(scores(of, row)));
      }
    }
    return scores;
  }

  /** Students of all kinds in turn, so that every group of a norm set is met by forms of every value. */
  private static void student(ResponseTable table, int row) {
    Informant[] informants = Informant.values();
    int turn = row % 15;
    table
        .age(row, 4 + turn)
        .grade(row, 1 + turn % 12)
        .sex(row, Sex.values()[row % 2])
        .informant(
            row, row % 4 == 3 ? informants[row / 4 % informants.length] : Informant.GUARDIAN);
  }

  private static String scores(ScoreTable of, int row) {
    StringBuilder line = new StringBuilder();
    Instrument instrument = of.plan().instrument();
    for (int scale = 0; scale < instrument.scales().size(); scale++) {
      line.append(instrument.scales().get(scale).id())
          .append(of.score(row, scale))
          .append(of.band(row, scale).map(band -> band.id() + band.level()))
          .append(of.normGroup(row, scale).map(NormSet.Group::id))
          .append(of.notNormed(row, scale));
      for (StandardScore score : StandardScore.values()) {
        line.append(of.standard(row, scale, score));
      }
    }
    instrument
        .classifications()
        .forEach(by -> line.append(of.outcome(row, by.id())).append(of.level(row, by.id())));
    return line.append(of.alert(row))
        .append(of.fired(row).stream().map(critical -> critical.id()).toList())
        .append(of.validity(row))
        .toString();
  }

  private static int total(Map<String, Map<Fate, Integer>> table, Fate fate) {
    return table.values().stream()
        .mapToInt(fates -> fates.getOrDefault(fate, 0))
        .sum();
  }

  private static void print(Map<String, Map<Fate, Integer>> table, List<Fault> missed) {
    System.out.printf("%n%-45s %8s %6s %8s %6s%n", "fault", "checker", "cases", "nothing", "alike");
    table.forEach((kind, fates) -> print(kind, fates));
    Map<Fate, Integer> all = new TreeMap<>();
    for (Fate fate : Fate.values()) {
      all.put(fate, total(table, fate));
    }
    print("all", all);
    int found = all.get(Fate.CHECKER) + all.get(Fate.CASES);
    System.out.printf(
        "%d of %d faults found: %.1f %%%n",
        found, found + missed.size(), 100.0 * found / (found + missed.size()));
    missed.forEach(fault -> System.out.println("not found: " + fault));
  }

  private static void print(String kind, Map<Fate, Integer> fates) {
    System.out.printf(
        "%-45s %8d %6d %8d %6d%n",
        kind,
        fates.getOrDefault(Fate.CHECKER, 0),
        fates.getOrDefault(Fate.CASES, 0),
        fates.getOrDefault(Fate.NOTHING, 0),
        fates.getOrDefault(Fate.ALIKE, 0));
  }
}
