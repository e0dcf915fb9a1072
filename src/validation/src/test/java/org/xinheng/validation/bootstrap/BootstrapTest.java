package org.xinheng.validation.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.Direction;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;
import org.xinheng.validation.Watch;
import org.xinheng.validation.cutoff.Criterion;
import org.xinheng.validation.roc.Auc;

class BootstrapTest {

  private static final Direction HIGHER = Direction.HIGHER_IS_CASE;

  @Test
  void intervalsOfAnArea() {
    JsonNode r = ReferenceCase.results("bootstrap_ci_suicide_auc");
    Table d = ReferenceCase.table("suicide");
    double[] scores = d.numbers("dsi");
    boolean[] isCase = d.is("suicide", "yes");
    Statistic auc = rows -> {
      double[] x = new double[rows.length];
      boolean[] y = new boolean[rows.length];
      for (int i = 0; i < rows.length; i++) {
        x[i] = scores[rows[i]];
        y[i] = isCase[rows[i]];
      }
      return Auc.of(x, y, HIGHER).value();
    };
    Resampling given = Resampling.given(ReferenceCase.rowNumbers("boot_idx_suicide"));
    Bootstrap bootstrap = Bootstrap.run(auc, scores.length, given, 200, 0, Watch.NONE);
    double[] influence = auc.jackknifeInfluence(scores.length);
    ReferenceCase.check(r, 1e-10)
        .is("t0", bootstrap.original())
        .is("mean", bootstrap.mean())
        .is("sd", bootstrap.sd())
        .is("bias", bootstrap.bias())
        .is("percentile7", bootstrap.percentile(0.95))
        .is("normal", bootstrap.normal(0.95))
        .is("basic", bootstrap.basic(0.95))
        .is("perc", bootstrap.interpolatedPercentile(0.95))
        .is("bca", bootstrap.biasCorrected(0.95, influence))
        .is("bca_acceleration", Bootstrap.acceleration(influence))
        .is("bca_z0", bootstrap.z0());
    for (int i = 0; i < 10; i++) {
      ReferenceCase.close("t", bootstrap.replicates()[i], r.get("t_first_10").get(i), 1e-12);
    }
  }

  @Test
  void optimismOfAChosenCutOff() {
    JsonNode r = ReferenceCase.results("optimism_suicide_youden");
    Table d = ReferenceCase.table("suicide");
    Resampling given = Resampling.given(ReferenceCase.rowNumbers("boot_idx_suicide"));
    CutOffBootstrap found = CutOffBootstrap.run(
        d.numbers("dsi"),
        d.is("suicide", "yes"),
        HIGHER,
        Criterion.YOUDEN,
        given,
        200,
        0,
        Watch.NONE);
    ReferenceCase.check(r, 1e-12)
        .is("threshold", found.cutOff())
        .is("apparent", found.apparent())
        .is("optimism", found.optimism())
        .is("corrected", found.corrected())
        .is("oob_mean", found.outOfBagMean())
        .is("estimate_632", found.estimate632())
        .is("oob_skipped", found.outOfBagSkipped())
        .is("cutpoint_percentile95", found.cutOffInterval(0.95));
    r.get("cutpoint_frequency")
        .properties()
        .forEach(entry -> assertThat(found.frequencies())
            .containsEntry(Double.valueOf(entry.getKey()), entry.getValue().asInt()));
    assertThat(found.frequencies()).hasSize(r.get("cutpoint_frequency").size());
  }

  @Test
  void strataKeepTheirSizes() {
    int[] group = {0, 1, 1, 0, 1, 2};
    RandomNumbers random = new RandomNumbers(5);
    Resampling stratified = Resampling.stratified(group);
    for (int i = 0; i < 50; i++) {
      int[] counts = new int[3];
      Arrays.stream(stratified.draw(random)).forEach(row -> counts[group[row]]++);
      assertThat(counts).containsExactly(2, 3, 1);
    }
  }

  @Test
  void schoolsAreDrawnWhole() {
    List<String> school = List.of("a", "b", "a", "c", "b", "a");
    Resampling clustered = Resampling.clustered(school);
    RandomNumbers random = new RandomNumbers(5);
    for (int i = 0; i < 50; i++) {
      int[] times = new int[6];
      Arrays.stream(clustered.draw(random)).forEach(row -> times[row]++);
      assertThat(times[0]).isEqualTo(times[2]).isEqualTo(times[5]);
      assertThat(times[1]).isEqualTo(times[4]);
      assertThat(times[0] + times[1] + times[3]).isEqualTo(3);
    }
  }

  @Test
  void theSameSeedDrawsTheSame() {
    Statistic mean = rows -> Arrays.stream(rows).average().orElse(Double.NaN);
    double[] once =
        Bootstrap.run(mean, 20, Resampling.simple(20), 50, 7, Watch.NONE).replicates();
    assertThat(Bootstrap.run(mean, 20, Resampling.simple(20), 50, 7, Watch.NONE).replicates())
        .containsExactly(once);
    // Means of 0 to 19 vary about 9.5 with the standard error 5.766 / sqrt(20).
    Bootstrap many = Bootstrap.run(mean, 20, Resampling.simple(20), 4000, 7, Watch.NONE);
    assertThat(many.mean()).isCloseTo(9.5, within(0.1));
    assertThat(many.sd()).isCloseTo(Math.sqrt(33.25 / 20), within(0.05));
  }

  @Test
  void canBeStopped() {
    Statistic zero = rows -> 0;
    assertThatThrownBy(
            () -> Bootstrap.run(zero, 3, Resampling.simple(3), 100, 1, (done, of) -> done < 10))
        .isInstanceOf(CancellationException.class)
        .hasMessage("stopped after 10 of 100 steps");
  }

  /** The mean of 0, 1, 5 without each: 3, 2.5, 0.5, so the influences are 2(2 - 3), 2(2 - 2.5), 2(2 - 0.5). */
  @Test
  void jackknifeByHand() {
    double[] values = {0, 1, 5};
    Statistic mean =
        rows -> IntStream.of(rows).mapToDouble(i -> values[i]).average().orElseThrow();
    assertThat(mean.jackknifeInfluence(3)).containsExactly(-2, -1, 3);
  }

  @Test
  void aCutOffThatSeparatesPerfectlyIsAlwaysPerfect() {
    double[] scores = {1, 2, 3, 4, 5, 6, 7, 8};
    boolean[] isCase = {false, false, false, false, true, true, true, true};
    CutOffBootstrap found = CutOffBootstrap.run(
        scores,
        isCase,
        HIGHER,
        Criterion.YOUDEN,
        Resampling.stratified(isCase),
        200,
        3,
        Watch.NONE);
    assertThat(found.cutOff()).isEqualTo(5);
    assertThat(found.apparent()).isEqualTo(1);
    assertThat(found.optimism()).isBetween(0.0, 0.3);
    assertThat(found.cutOffInterval(0.95).contains(5)).isTrue();
  }
}
