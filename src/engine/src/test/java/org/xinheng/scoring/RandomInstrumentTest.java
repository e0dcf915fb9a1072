package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;

/** What must hold for every questionnaire; a failing seed is in the name of the test. */
class RandomInstrumentTest {

  private static final int ROWS = 3000;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
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
      for (Scale scale : random.value().scales()) {
        Optional<Oracle.Value> expected = new Oracle(random.value(), table, row).value(scale);
        String where = "row " + row + " scale " + scale.id();
        assertThat(scores.value(row, scale.id()).isPresent())
            .as(where)
            .isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
          double value = expected.get().finished().doubleValue();
          assertThat(scores.value(row, scale.id()).getAsDouble()).as(where).isEqualTo(value);
          NormOracle norms = new NormOracle(options.norms().orElseThrow(), table, row);
          standard(scores, row, scale, expected.get(), norms, where);
          band(scores, row, scale, expected.get(), norms, table, options, where);
        }
      }
    }
  }

  private static void standard(
      ScoreTable scores, int row, Scale scale, Oracle.Value value, NormOracle norms, String where) {
    int index = scores.plan().instrument().scales().indexOf(scale);
    Optional<NormSet.Group> group = norms.group(scale.id());
    if (!scores.plan().standardScores(scale).isEmpty()) {
      assertThat(scores.normGroup(row, index)).as(where).isEqualTo(group);
    }
    for (StandardScore score : StandardScore.values()) {
      Optional<BigDecimal> expected =
          group.flatMap(of -> norms.standard(score, of.scales().get(scale.id()), value.finished()));
      assertThat(scores.standard(row, index, score))
          .as(where + " " + score.word())
          .isEqualTo(expected
              .map(standard -> OptionalDouble.of(standard.doubleValue()))
              .orElse(OptionalDouble.empty()));
    }
  }

  private static void band(
      ScoreTable scores,
      int row,
      Scale scale,
      Oracle.Value value,
      NormOracle norms,
      ResponseTable table,
      PlanOptions options,
      String where) {
    String system = options.bandSystems().getOrDefault(scale.id(), "first");
    Bands bands = scale.bandSets().stream()
        .filter(set -> set.system().equals(system) && table.isFor(row, set.audience()))
        .findFirst()
        .orElseThrow();
    Optional<BigDecimal> on = bands.stage().standard().isPresent()
        ? norms
            .group(scale.id())
            .flatMap(group -> norms.standard(
                bands.stage().standard().get(), group.scales().get(scale.id()), value.finished()))
        : Optional.of(bands.stage() == Bands.Stage.RAW ? value.raw() : value.finished());
    assertThat(scores.band(row, scale.id()))
        .as(where)
        .isEqualTo(on.map(number -> Oracle.band(bands.bands(), number)));
  }

  /** All results of a row as one text. */
  private static String line(ScoreTable scores, int row) {
    StringBuilder line = new StringBuilder();
    List<Scale> scales = scores.plan().instrument().scales();
    for (int scale = 0; scale < scales.size(); scale++) {
      line.append(scores.score(row, scale))
          .append(scores.band(row, scale).map(Band::id))
          .append(scores.normGroup(row, scale).map(group -> group.id()))
          .append(scores.notNormed(row, scale));
      for (StandardScore score : StandardScore.values()) {
        line.append(scores.standard(row, scale, score));
      }
    }
    return line.append(scores.alert(row))
        .append(scores.fired(row))
        .append(scores.notKnown(row))
        .append(scores.validity(row))
        .append(scores.validityMet(row))
        .toString();
  }
}
