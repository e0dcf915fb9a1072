package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;

/** What must hold for every questionnaire; a failing seed is in the name of the test. */
class RandomInstrumentTest {

  private static final int ROWS = 3000;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("xinheng.seeds", 8));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void oneStudentScoresTheSameAloneInAnyOrderAndOnAnyNumberOfThreads(long seed) {
    RandomInstrument random = new RandomInstrument(seed);
    ScoringPlan plan = ScoringPlan.compile(random.value(), random.options());
    ResponseTable table = random.answers(ROWS);
    ScoreTable whole = plan.run(table);
    ScoreTable threads = plan.run(table, 2);
    List<Integer> order = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    ScoreTable shuffled = plan.run(table.select(order), 2);
    for (int row = 0; row < ROWS; row++) {
      String expected = line(whole, order.get(row));
      assertThat(line(shuffled, row)).isEqualTo(expected);
      assertThat(line(threads, order.get(row))).isEqualTo(expected);
    }
    for (int row = 0; row < 50; row++) {
      assertThat(line(plan.run(table.select(List.of(row))), 0)).isEqualTo(line(whole, row));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithDecimalArithmeticWrittenFromTheLanguageAlone(long seed) {
    RandomInstrument random = new RandomInstrument(seed);
    ResponseTable table = random.answers(200);
    PlanOptions options = random.options();
    ScoreTable scores = ScoringPlan.compile(random.value(), options).run(table);
    for (int row = 0; row < table.rows(); row++) {
      Oracle oracle = new Oracle(random.value(), table, row, options);
      for (Scale scale : random.value().scales()) {
        Optional<Oracle.Value> expected = oracle.value(scale);
        String where = "row " + row + " scale " + scale.id();
        assertThat(scores.value(row, scale.id()))
            .as(where)
            .isEqualTo(asDouble(expected.map(Oracle.Value::finished)));
        assertThat(scores.band(row, scale.id())).as(where).isEqualTo(oracle.band(scale));
        if (expected.isPresent()) {
          assertStandard(scores, row, scale, oracle, where);
          if (scale.keying() instanceof Keying.OfModel keying) {
            assertLevel(oracle, scores, row, scale, keying);
          }
        }
      }
    }
  }

  private static void assertStandard(
      ScoreTable scores, int row, Scale scale, Oracle oracle, String where) {
    int index = scores.plan().instrument().scales().indexOf(scale);
    if (!scores.plan().standardScores(scale).isEmpty()) {
      assertThat(scores.normGroup(row, index)).as(where).isEqualTo(oracle.normGroup(scale));
    }
    for (StandardScore score : StandardScore.values()) {
      assertThat(scores.standard(row, index, score))
          .as(where + " " + score.word())
          .isEqualTo(asDouble(oracle.standard(scale, score)));
    }
  }

  private static OptionalDouble asDouble(Optional<BigDecimal> number) {
    return number
        .map(value -> OptionalDouble.of(value.doubleValue()))
        .orElse(OptionalDouble.empty());
  }

  /** What goes with an estimate: its standard error, and whether the answers fit it. */
  private static void assertLevel(
      Oracle oracle, ScoreTable scores, int row, Scale scale, Keying.OfModel keying) {
    LevelOracle.Level level = oracle.level(scale, keying).orElseThrow();
    double error = level.standardError() * Math.abs(scale.transform().factor().doubleValue());
    double half = 0.5 * Math.pow(10, -scale.transform().rounding().decimals());
    OptionalDouble found = scores.standardError(row, scale.id());
    assertThat(found.isPresent())
        .as("row %d scale %s", row, scale.id())
        .isEqualTo(scale.transform().conversion().isEmpty());
    found.ifPresent(value -> assertThat(value)
        .as("row %d scale %s", row, scale.id())
        .isCloseTo(error, within(half + 1e-6)));
    assertThat(scores.validityMet(row).stream().anyMatch(index -> index.id().equals("fit")))
        .as("row %d", row)
        .isEqualTo(level.fit() < -1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void conditionsAgreeWithBothEndsOfWhatIsUnknown(long seed) {
    RandomInstrument random = new RandomInstrument(seed);
    ResponseTable table = random.answers(200);
    PlanOptions options = random.options();
    ScoreTable scores = ScoringPlan.compile(random.value(), options).run(table);
    for (int row = 0; row < table.rows(); row++) {
      Oracle oracle = new Oracle(random.value(), table, row, options);
      String where = "row " + row;
      for (Classification classification : random.value().classifications()) {
        assertThat(scores.classification(row, classification.id()).possible())
            .as(where)
            .extracting(Classification.Outcome::id)
            .isEqualTo(oracle.possible(classification));
      }
      for (CriticalItem critical : random.value().critical()) {
        Optional<Boolean> holds = oracle.fires(critical);
        assertThat(scores.fired(row).contains(critical)).as(where).isEqualTo(holds.orElse(false));
        assertThat(scores.notKnown(row).contains(critical)).as(where).isEqualTo(holds.isEmpty());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noCompletionOfARowLeavesTheBoundsOfItsLevels(long seed) {
    RandomInstrument random = new RandomInstrument(seed);
    ScoringPlan plan = ScoringPlan.compile(random.value(), random.options());
    ResponseTable table = random.answers(40);
    ResponseTable completed = random.completed(table);
    ScoreTable scores = plan.run(completed);
    for (int row = 0; row < table.rows(); row++) {
      for (Scale scale : random.value().scales()) {
        LevelBounds bounds = LevelBounds.of(plan, table, row, scale.id());
        scores
            .band(row, scale.id())
            .ifPresent(band -> assertThat(band.level())
                .as("scale %s within %s", scale.id(), bounds)
                .isBetween(bounds.lowest(), bounds.highest()));
      }
      for (Classification classification : ofAnswersAlone(random.value())) {
        LevelBounds bounds = LevelBounds.of(plan, table, row, classification.id());
        assertThat(scores.level(row, classification.id()).orElse(bounds.lowest()))
            .as("row %s classification %s", row, classification.id())
            .isBetween(bounds.lowest(), bounds.highest());
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void findsTheSignsThatTheLanguageAsksFor(long seed) {
    RandomInstrument random = new RandomInstrument(seed);
    ResponseTable table = random.answers(200);
    ScoreTable scores = ScoringPlan.compile(random.value()).run(table);
    for (int row = 0; row < table.rows(); row++) {
      ValidityOracle oracle = new ValidityOracle(random.value(), table, row, random.seconds(row));
      assertThat(scores.validityMet(row)).as("row " + row).isEqualTo(oracle.met());
      assertThat(scores.validity(row)).as("row " + row).isEqualTo(oracle.verdict());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsLeftToAPlanStaysInside64Bits(long seed) {
    RandomInstrument random = RandomInstrument.withManyDecimals(seed);
    ResponseTable table = random.everyPattern();
    ScoreTable scores = ScoringPlan.compile(random.value()).run(table);
    for (int row = 0; row < table.rows(); row += 2) {
      for (Scale scale : random.value().scales()) {
        Optional<Oracle.Value> expected = new Oracle(random.value(), table, row).value(scale);
        String where = "row " + row + " scale " + scale;
        assertThat(scores.value(row, scale.id()).isPresent())
            .as(where)
            .isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
          // Large numerators are more than a double holds exactly; one that overflowed would be far
          // off.
          double value = expected.get().finished().doubleValue();
          assertThat(scores.value(row, scale.id()).getAsDouble())
              .as(where)
              .isCloseTo(value, within(1e-14 * (1 + Math.abs(value))));
        }
      }
    }
  }

  /** Those that ask no scale: a score that is there by its missing rule is taken as it is. */
  private static List<Classification> ofAnswersAlone(Instrument instrument) {
    return instrument.classifications().stream()
        .filter(classification -> classification.outcomes().stream()
            .flatMap(outcome -> instrument.comparisons(outcome.when()).stream())
            .noneMatch(comparison -> comparison.askedScale().isPresent()))
        .toList();
  }

  /** All results of a row as one text. */
  private static String line(ScoreTable scores, int row) {
    StringBuilder line = new StringBuilder();
    List<Scale> scales = scores.plan().instrument().scales();
    for (int scale = 0; scale < scales.size(); scale++) {
      line.append(scores.score(row, scale))
          .append(scores.standardError(row, scale))
          .append(scores.band(row, scale).map(Band::id))
          .append(scores.normGroup(row, scale).map(group -> group.id()))
          .append(scores.notNormed(row, scale));
      for (StandardScore score : StandardScore.values()) {
        line.append(scores.standard(row, scale, score));
      }
    }
    for (int index = 0; index < scores.plan().instrument().classifications().size(); index++) {
      line.append(scores.classification(row, index));
    }
    return line.append(scores.alert(row))
        .append(scores.fired(row))
        .append(scores.notKnown(row))
        .append(scores.validity(row))
        .append(scores.validityMet(row))
        .toString();
  }
}
