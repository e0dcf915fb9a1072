package org.xinheng.definition.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.instrument.Magnitudes;
import org.xinheng.instrument.Scale;
import org.xinheng.scoring.RandomInstrument;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/** What the checker says that scales can give, against the scores of every pattern of answers. */
class PossibleScoresRandomTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void agreesWithTheScoresOfEveryPattern(long seed) {
    RandomInstrument random = RandomInstrument.small(seed);
    ResponseTable table = random.everyPattern();
    ScoreTable scores = ScoringPlan.compile(random.value()).run(table);
    PossibleScores possible = new PossibleScores(random.value(), part -> true);
    Magnitudes magnitudes = ModelledScale.magnitudes(random.value(), part -> true);
    for (Scale scale : random.value().scales()) {
      NavigableSet<Double> reached = IntStream.range(0, table.rows())
          .boxed()
          .flatMap(row -> scores.value(row, scale.id()).stream().boxed())
          .collect(Collectors.toCollection(TreeSet::new));
      if (reached.isEmpty()) {
        continue;
      }
      String where = scale.toString();
      double largest = Math.max(Math.abs(reached.first()), Math.abs(reached.last()));
      // Not known where a part never has an estimate, which is an error of its own.
      magnitudes
          .of(scale)
          .ifPresent(magnitude -> assertThat(largest)
              .as(where)
              .isLessThanOrEqualTo(magnitude.value().doubleValue()));
      possible.values(scale).ifPresent(range -> compare(range, reached, where));
      possible.possibleValues().values(scale).ifPresent(values -> compare(values, reached, where));
    }
  }

  private static void compare(
      PossibleScores.Range range, NavigableSet<Double> reached, String where) {
    double low = range.lowest().doubleValue();
    double high = range.highest().doubleValue();
    if (range.exact()) {
      assertThat(low).as(where).isCloseTo(reached.first(), within(1e-9 * (1 + Math.abs(low))));
      assertThat(high).as(where).isCloseTo(reached.last(), within(1e-9 * (1 + Math.abs(high))));
    } else {
      assertThat(low).as(where).isLessThanOrEqualTo(reached.first() + 1e-9);
      assertThat(high).as(where).isGreaterThanOrEqualTo(reached.last() - 1e-9);
    }
  }

  private static void compare(
      PossibleValues.Values values, NavigableSet<Double> reached, String where) {
    NavigableSet<Double> listed = values.all().stream()
        .map(BigFraction::doubleValue)
        .collect(Collectors.toCollection(TreeSet::new));
    reached.forEach(value -> assertThat(nearest(listed, value))
        .as(where)
        .hasValueSatisfying(near ->
            assertThat(near).isCloseTo(value, within(1e-9 * (1 + Math.abs(value))))));
    if (values.exact()) {
      listed.forEach(value -> assertThat(nearest(reached, value))
          .as(where)
          .hasValueSatisfying(near ->
              assertThat(near).isCloseTo(value, within(1e-9 * (1 + Math.abs(value))))));
    }
  }

  private static Optional<Double> nearest(NavigableSet<Double> values, double to) {
    Optional<Double> below = Optional.ofNullable(values.floor(to));
    Optional<Double> above = Optional.ofNullable(values.ceiling(to));
    if (below.isEmpty() || above.isEmpty()) {
      return below.isPresent() ? below : above;
    }
    return to - below.get() <= above.get() - to ? below : above;
  }
}
