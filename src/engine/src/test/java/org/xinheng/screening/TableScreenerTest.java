package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.Status;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.RandomInstrument;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoringPlan;

/** Every row of a table has the outcome that the screener gives the same student alone, for the shipped batteries. */
class TableScreenerTest {

  private static final int STUDENTS = 2500;

  /** One in so many is screened alone. */
  private static final int EACH = 4;

  private static final List<Double> SHARES_OF_BLANKS = List.of(0.0, 0.0, 0.03, 0.2, 0.97, 1.0);

  private final InstrumentLibrary library = InstrumentLibrary.shipped();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upper-primary",
        "junior-high",
        "senior-high-extended",
        "vocational-extended",
        "intake",
        "second-stage"
      })
  void placesLikeTheScreenerWhereMissingAnswersBound(String battery) throws IOException {
    assertSame(library.battery(battery), library.policy("default"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"upper-primary", "junior-high", "senior-high-extended", "graduation"})
  void placesLikeTheScreenerWhereMissingScoresAreIgnored(String battery) throws IOException {
    assertSame(library.battery(battery), ScalesApart.ignoring(library));
  }

  /** A battery of a questionnaire made by chance and a shipped one, whose norms the students do not have. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void placesLikeTheScreenerByQuestionnairesMadeByChance(long seed) throws IOException {
    RandomInstrument random = RandomInstrument.additive(seed);
    List<ScoringPlan> plans = List.of(
        ScoringPlan.compile(random.value(), random.options()),
        ScoringPlan.compile(library.questionnaire("gad-7")));
    List<ScaleReference> read = Stream.concat(
            random.value().scales().stream().map(Scale::id),
            random.value().classifications().stream().map(Classification::id))
        .map(id -> new ScaleReference(random.value().id(), id))
        .toList();
    ScaleReference primary = read.get((int) seed % read.size());
    List<ScaleReference> supporting = Stream.concat(
            read.stream().filter(scale -> !scale.equals(primary)),
            Stream.of(new ScaleReference("gad-7", "total")))
        .toList();
    Battery battery = battery(
        List.of(random.value().id(), "gad-7"), primary, supporting, Optional.of(read.get(0)));
    List<ResponseTable> forms =
        List.of(random.answers(STUDENTS), new ResponseTable(plans.get(1).instrument(), STUDENTS));
    Random answers = new Random(seed);
    for (int student = 0; student < STUDENTS; student++) {
      answer(forms.get(1), student, answers);
    }
    assertSame(battery, library.policy("default"), plans, forms);
    assertSame(battery, ScalesApart.ignoring(library), plans, forms);
  }

  /** Its policy also asks how many questionnaires have scores, and some of its bands are of norms by sex and grade. */
  @Test
  void placesLikeTheScreenerByNormsAndByTheNumberOfQuestionnairesWithScores() throws IOException {
    InstrumentLibrary job = library.with(Path.of("../../benchmarks/job"));
    List<ScoringPlan> plans = List.of(
        ScoringPlan.compile(job.questionnaire("mood-9"), job.normSet("mood-9-invented")),
        ScoringPlan.compile(job.questionnaire("worry-7")),
        ScoringPlan.compile(job.questionnaire("yes-no-100")));
    List<ResponseTable> forms = answers(plans);
    for (int student = 0; student < STUDENTS; student++) {
      forms.get(0).sex(student, Sex.values()[student % 2]).grade(student, 4 + student % 3);
    }
    assertSame(job.battery("district"), job.policy("job-tiers"), plans, forms);
  }

  @Test
  void tellsApartWhatMayBeMissing() throws IOException {
    List<ScoringPlan> plans = List.of(ScoringPlan.compile(ScalesApart.INSTRUMENT));
    ResponseTable form = new ResponseTable(ScalesApart.INSTRUMENT, STUDENTS);
    Random random = new Random(1);
    for (int student = 0; student < STUDENTS; student++) {
      ScalesApart.answer(form, student, random);
    }
    for (TierPolicy policy : ScalesApart.policies()) {
      assertSame(ScalesApart.BATTERY, policy, plans, List.of(form));
    }
  }

  /** Too few answers to one questionnaire; to the other all or too few. The policy gives no tier to those without scores. */
  @Test
  void aScoreOfTheLowestBandIsNotTakenForNone() throws IOException {
    InstrumentLibrary job = library.with(Path.of("../../benchmarks/job"));
    List<ScoringPlan> plans = List.of(
        ScoringPlan.compile(job.questionnaire("mood-9")),
        ScoringPlan.compile(job.questionnaire("worry-7")));
    List<ResponseTable> forms = plans.stream()
        .map(plan -> new ResponseTable(plan.instrument(), STUDENTS))
        .toList();
    for (int student = 0; student < STUDENTS; student++) {
      forms.get(0).set(student, 0, 0);
      for (int item = 0; item < (student % 2 == 0 ? 7 : 2); item++) {
        forms.get(1).set(student, item, 0);
      }
    }
    Screener screener = screener(job.battery("district"), job.policy("job-tiers"));
    byte[] tiers = new TableScreener(screener, plans).screen(forms).tiers();
    for (int student = 0; student < STUDENTS; student++) {
      assertThat(tiers[student]).as("row %d", student).isEqualTo((byte) (student % 2 == 0 ? 1 : 0));
    }
  }

  /** The tenth item of this questionnaire is in no scale. */
  @Test
  void aFormWithAnAnswerToAnItemOfNoScaleIsNotBlank() throws IOException {
    ScoringPlan plan = ScoringPlan.compile(library.questionnaire("somedis-a"));
    ScaleReference total =
        new ScaleReference("somedis-a", plan.instrument().scales().get(0).id());
    Battery battery = battery(List.of("somedis-a"), total, List.of(), Optional.empty());
    ResponseTable form = new ResponseTable(plan.instrument(), STUDENTS);
    for (int student = 0; student < STUDENTS; student += 2) {
      form.set(student, form.column("10"), 1);
    }
    plan.run(new ResponseTable(plan.instrument(), 1 << 16));
    ScreenedTable found = new TableScreener(
            screener(battery, ScalesApart.ignoring(library)), List.of(plan))
        .screen(List.of(form));
    for (int student = 0; student < STUDENTS; student++) {
      assertThat(found.decision(student).status() == Status.NOT_SCREENED)
          .as("row %d", student)
          .isEqualTo(student % 2 == 1);
    }
  }

  private static Battery battery(
      List<String> questionnaires,
      ScaleReference primary,
      List<ScaleReference> supporting,
      Optional<ScaleReference> impact) {
    return new Battery(
        "battery",
        "1.0.0",
        new Text("t", "t"),
        new Interval(1, 12),
        Optional.empty(),
        questionnaires,
        primary,
        supporting,
        impact,
        Map.of(),
        Optional.empty(),
        "");
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("xinheng.seeds", 4));
  }

  @Test
  void tablesOfDifferentLengthAreRefused() throws IOException {
    List<ScoringPlan> plans = plans(library.battery("junior-high"));
    TableScreener screener = new TableScreener(
        screener(library.battery("junior-high"), library.policy("default")), plans);
    List<ResponseTable> tables = List.of(
        new ResponseTable(plans.get(0).instrument(), 2),
        new ResponseTable(plans.get(1).instrument(), 3),
        new ResponseTable(plans.get(2).instrument(), 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> screener.screen(tables))
        .withMessageContaining("[2, 3, 2]");
  }

  private List<ScoringPlan> plans(Battery battery) throws IOException {
    List<ScoringPlan> plans = new ArrayList<>();
    for (String id : battery.questionnaires()) {
      plans.add(ScoringPlan.compile(library.questionnaire(id)));
    }
    return plans;
  }

  private static Screener screener(Battery battery, TierPolicy policy) {
    return new Screener(battery, policy, LocalDate.EPOCH);
  }

  private void assertSame(Battery battery, TierPolicy policy) throws IOException {
    List<ScoringPlan> plans = plans(battery);
    List<ResponseTable> forms = answers(plans);
    Set<Status> seen = assertSame(battery, policy, plans, forms);
    assertThat(seen).contains(Status.NOT_SCREENED).hasSizeGreaterThan(1);
  }

  private static Set<Status> assertSame(
      Battery battery, TierPolicy policy, List<ScoringPlan> plans, List<ResponseTable> forms) {
    // From then on large tables are scored by columns.
    plans.forEach(plan -> plan.run(new ResponseTable(plan.instrument(), 1 << 16)));
    Screener screener = screener(battery, policy);
    TableScreener tables = new TableScreener(screener, plans);
    ScreenedTable first = tables.screen(forms);
    // Numbers are remembered.
    ScreenedTable found = tables.screen(forms);
    byte[] tiers = found.tiers();
    Set<Status> seen = new HashSet<>();
    for (int student = 0; student < STUDENTS; student += EACH) {
      Map<String, Form> alone = new LinkedHashMap<>();
      for (int form = 0; form < plans.size(); form++) {
        ResponseTable row = forms.get(form).select(List.of(student));
        alone.put(row.instrument().id(), new Form(row, plans.get(form).run(row), 0));
      }
      Outcome expected = screener.screen(alone, Evidence.NONE);
      assertThat(found.decision(student))
          .as("row %d", student)
          .isEqualTo(OutcomeLookup.Decision.of(expected))
          .isEqualTo(first.decision(student));
      assertThat(found.tier(student)).isEqualTo(expected.tier());
      assertThat(tiers[student])
          .isEqualTo(expected.tier().map(tier -> 1 + tier.ordinal()).orElse(0).byteValue());
      seen.add(expected.status());
    }
    return seen;
  }

  private static List<ResponseTable> answers(List<ScoringPlan> plans) {
    Random random = new Random(1);
    List<ResponseTable> forms = plans.stream()
        .map(plan -> new ResponseTable(plan.instrument(), STUDENTS))
        .toList();
    for (int student = 0; student < STUDENTS; student++) {
      for (ResponseTable form : forms) {
        // One in forty was absent.
        if (student % 40 > 0) {
          answer(form, student, random);
        }
      }
    }
    return forms;
  }

  /** Answers around a level of the student's own, many or few of them blank, some in a way that is not plain. */
  private static void answer(ResponseTable table, int row, Random random) {
    Instrument instrument = table.instrument();
    double level = random.nextDouble();
    double blank = SHARES_OF_BLANKS.get(random.nextInt(SHARES_OF_BLANKS.size()));
    for (int column : instrument.keptColumns()) {
      List<Integer> codes =
          instrument.scorable(instrument.items().get(column)).orElseThrow().options().stream()
              .map(Option::code)
              .toList();
      if (random.nextDouble() >= blank) {
        double place = 0.5 * (level + random.nextDouble());
        table.set(row, column, codes.get((int) (place * codes.size())));
      } else if (random.nextInt(200) == 0) {
        table.setMissing(row, column, Missing.UNDECLARED);
      }
    }
  }
}
