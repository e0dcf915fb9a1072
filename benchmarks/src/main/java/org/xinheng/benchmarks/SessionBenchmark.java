package org.xinheng.benchmarks;

import java.time.Instant;
import java.util.Optional;
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
import org.xinheng.administration.AdministrationPlan;
import org.xinheng.administration.Answer;
import org.xinheng.administration.Event;
import org.xinheng.administration.ItemReference;
import org.xinheng.administration.Page;
import org.xinheng.administration.Session;
import org.xinheng.administration.StudentContext;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.scoring.ScoringPlan;

/**
 * How long does a session of 100 items, of which 20 have a condition, take from an answer to the next item? The median of
 * single calls, half way through the form.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar SessionBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SessionBenchmark {

  private static final Instant START = Instant.parse("2026-10-12T08:30:00Z");

  private Session session;
  private Event answer;

  /** Half of the items are answered. */
  @Setup
  public void prepare() {
    Instrument instrument = Definitions.questionnaire(
            SourceText.of("branched-100.yaml", definition()))
        .usable();
    session = Session.start(
        AdministrationPlan.of(ScoringPlan.compile(instrument)),
        StudentContext.self(Language.EN, 1),
        START);
    for (int item = 1; item < 50; item++) {
      session = session.advance(answered(item)).session();
    }
    answer = answered(50);
  }

  private static Event answered(int item) {
    return new Event.Answered(
        START.plusSeconds(3L * item),
        new ItemReference("branched-100", Integer.toString(item)),
        Answer.code(1));
  }

  /** Every fifth item is shown only after a yes to the one before it. */
  private static String definition() {
    StringBuilder yaml = new StringBuilder("""
        questionnaire: branched-100
        version: 1.0.0
        form: the only form
        name: {en: Branched, zh-CN: 分支}
        measures: {en: an invented example, zh-CN: 虚构示例}
        informants: [self]
        languages: [en]
        ages: 8..18
        grades: 3..12
        recall: {en: the last week, zh-CN: 最近一周}
        minutes: 20
        licence: {paper: free, electronic: free, wording: redistributable}
        sources: {us: {citation: an invented example}}
        verification: {key: project-rule, bands: none, norms: none, licence: project-rule}
        responses:
          yes-no: {options: {0: {en: "no", zh-CN: 否}, 1: {en: "yes", zh-CN: 是}}}
        items:
        """);
    for (int item = 1; item <= 100; item++) {
      yaml.append("  - {id: ")
          .append(item)
          .append(", topic: {en: one, zh-CN: 一}, responses: yes-no");
      if (item % 5 == 0) {
        yaml.append(", visible-when: {item: ").append(item - 1).append(", equal-to: 1}");
      }
      yaml.append("}\n");
    }
    return yaml.append("""
        scales:
          total: {name: {en: total, zh-CN: 总分}, method: sum, items: 1..100, missing: {allow: 0, then: ignore, not-applicable: zero}, range: 0..100}
        """).toString();
  }

  /** An answer, and the item that comes next. */
  @Benchmark
  public Optional<Page> nextItem() {
    return session.advance(answer).session().next();
  }
}
