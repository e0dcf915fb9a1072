package org.xinheng.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xinheng.validation.Direction;
import org.xinheng.validation.Interval;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.Watch;
import org.xinheng.validation.bootstrap.CutOffBootstrap;
import org.xinheng.validation.bootstrap.Resampling;
import org.xinheng.validation.cutoff.Criterion;
import org.xinheng.validation.cutoff.CutOffTable;
import org.xinheng.validation.reliability.InternalConsistency;
import org.xinheng.validation.roc.Auc;

/**
 * How long do the statistics take that a researcher waits for?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar ValidationBenchmark</pre>
 *
 * <p>{@code benchmarks/statistics} runs it beside R.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ValidationBenchmark {

  private static final int MANY = 1_000_000;
  private static final int FEW = 532;
  private static final int CASES_OF_FEW = 36;
  private static final int PEOPLE = 100_000;
  private static final int ITEMS = 60;

  private double[] continuous = {};
  private double[] whole = {};
  private boolean[] isCase = {};
  private double[] fewScores = {};
  private boolean[] fewCases = {};
  private double[][] answers = {};

  /** Cases, one person in ten, score one standard deviation higher; answers from 0 to 3 hang on one trait. */
  @Setup
  public void prepare() {
    RandomNumbers random = new RandomNumbers(1);
    continuous = new double[MANY];
    whole = new double[MANY];
    isCase = new boolean[MANY];
    for (int i = 0; i < MANY; i++) {
      isCase[i] = random.below(10) == 0;
      continuous[i] = random.normal() + (isCase[i] ? 1 : 0);
      whole[i] = Math.max(0, Math.min(27, Math.round(6 + 4 * continuous[i])));
    }
    fewScores = new double[FEW];
    fewCases = new boolean[FEW];
    for (int i = 0; i < FEW; i++) {
      fewCases[i] = i < CASES_OF_FEW;
      double latent = random.normal() + (fewCases[i] ? 2 : 0);
      fewScores[i] = Math.max(0, Math.min(11, Math.floor(2 * latent)));
    }
    answers = new double[PEOPLE][ITEMS];
    for (double[] row : answers) {
      double trait = random.normal();
      for (int j = 0; j < ITEMS; j++) {
        row[j] = Math.max(0, Math.min(3, Math.floor(0.7 * trait + 0.7 * random.normal() + 2)));
      }
    }
  }

  /** The area of a million continuous scores with DeLong's interval. */
  @Benchmark
  public Interval area() {
    return Auc.of(continuous, isCase, Direction.HIGHER_IS_CASE).interval(0.95);
  }

  /** The table of cut-offs of a million whole scores. */
  @Benchmark
  public int cutOffs() {
    return CutOffTable.of(whole, isCase, Direction.HIGHER_IS_CASE).observed().size();
  }

  /** A thousand stratified samples of 532 people, the best cut-off by Youden chosen again in each. */
  @Benchmark
  public double bootstrap() {
    return CutOffBootstrap.run(
            fewScores,
            fewCases,
            Direction.HIGHER_IS_CASE,
            Criterion.YOUDEN,
            Resampling.stratified(fewCases),
            1000,
            1,
            Watch.NONE)
        .corrected();
  }

  /** Alpha and the statistics of sixty items answered by a hundred thousand people. */
  @Benchmark
  public double alpha() {
    return InternalConsistency.ofComplete(answers).total().raw();
  }
}
