package org.xinheng.benchmarks;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/**
 * How long does a plan take for one student of a large table, on one thread?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar PlanBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanBenchmark {

  private static final int ROWS = 100_000;

  /** Nine items and one scale, or a hundred items and ten scales. */
  @Param({"phq-9", "mht"})
  public String questionnaire = "phq-9";

  private ScoringPlan plan;
  private ResponseTable answers;

  /** Answers at random, one in fifty blank. */
  @Setup
  public void prepare() throws IOException {
    Instrument instrument = InstrumentLibrary.shipped().questionnaire(questionnaire);
    plan = ScoringPlan.compile(instrument);
    answers = new ResponseTable(instrument, ROWS);
    Random random = new Random(1);
    for (int column = 0; column < instrument.items().size(); column++) {
      ResponseSet set = instrument.responsesOf(instrument.items().get(column)).orElseThrow();
      for (int row = 0; row < ROWS; row++) {
        if (random.nextInt(50) > 0) {
          answers.set(
              row,
              column,
              set.options().get(random.nextInt(set.options().size())).code());
        }
      }
    }
  }

  /** Nanoseconds a student. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public ScoreTable scoreATable() {
    return plan.run(answers);
  }
}
