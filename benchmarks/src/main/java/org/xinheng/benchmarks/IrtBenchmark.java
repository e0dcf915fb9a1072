package org.xinheng.benchmarks;

import java.util.Map;
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
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/**
 * How long does it take to estimate the level of one student by each of the estimators?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar IrtBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IrtBenchmark {

  private static final int ROWS = 10_000;
  private static final int ITEMS = 20;

  /** From the lowest level to the highest. */
  private static final Map<String, String> RANGES =
      Map.of("eap", "-2.808..3.47", "map", "-2.683..3.36", "ml", "-3.378..4.176", "wle", "-3..3");

  @Param({"eap", "map", "ml", "wle"})
  public String estimator = "eap";

  private ScoringPlan plan;
  private ResponseTable answers;

  /** Twenty graded items with five answers, one answer in fifty blank. */
  @Setup
  public void prepare() {
    Random random = new Random(1);
    Instrument instrument =
        Definitions.questionnaire(SourceText.of("levels.yaml", definition())).usable();
    plan = ScoringPlan.compile(instrument);
    answers = new ResponseTable(instrument, ROWS);
    for (int row = 0; row < ROWS; row++) {
      double level = random.nextGaussian();
      for (int column = 0; column < ITEMS; column++) {
        if (random.nextInt(50) > 0) {
          long answer = Math.round(2 + level + random.nextGaussian());
          answers.set(row, column, (int) Math.max(0, Math.min(4, answer)));
        }
      }
    }
  }

  private String definition() {
    StringBuilder text = new StringBuilder("""
        questionnaire: levels
        version: 1.0.0
        form: the only form
        name: {en: Levels, zh-CN: 水平}
        measures: {en: nothing, zh-CN: 无}
        informants: [self]
        languages: [en]
        ages: 8..18
        grades: 3..12
        recall: {en: now, zh-CN: 现在}
        minutes: 1
        licence: {paper: free, electronic: free, wording: redistributable}
        sources: {us: {citation: an invented example}}
        verification: {key: none, bands: none, norms: none, licence: none}
        responses:
          often:
            options:
              0: {en: never, zh-CN: 从不}
              1: {en: seldom, zh-CN: 很少}
              2: {en: sometimes, zh-CN: 有时}
              3: {en: often, zh-CN: 经常}
              4: {en: always, zh-CN: 总是}
        items:
          - {ids: 1..20, topic: {en: any, zh-CN: 任意}, responses: often}
        """);
    text.append("scales:\n  level:\n    name: {en: level, zh-CN: 水平}\n    method: irt\n")
        .append("    missing: {allow: 5, then: ignore}\n    round: {to: 3, mode: half-up}\n")
        .append("    range: ")
        .append(RANGES.get(estimator))
        .append("\n    irt:\n      model: graded\n      estimator: ")
        .append(estimator)
        .append("\n      source: us\n      verification: none\n");
    if (estimator.equals("eap") || estimator.equals("map")) {
      text.append("      prior: {mean: 0, sd: 1}\n");
    }
    text.append("      parameters:\n");
    for (int item = 1; item <= ITEMS; item++) {
      text.append("        %d: {a: %d.%d, b: [-1.%d, 0.%d, 1.%d, 2.%d]}\n"
          .formatted(item, 1 + item % 2, item % 10, item % 7, item % 5, item % 3, item % 4));
    }
    return text.toString();
  }

  /** Nanoseconds a student. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public ScoreTable estimateATable() {
    return plan.run(answers);
  }
}
