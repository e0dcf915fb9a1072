package org.xinheng.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.openjdk.jmh.infra.Blackhole;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.StandardScore;
import org.xinheng.policy.Battery;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.RowLookup;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.OutcomeLookup;
import org.xinheng.screening.Screener;

/**
 * How long does one student of the measured job take: 116 answers to the scores, standard scores and bands of all scales,
 * and the tier?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar StudentBenchmark</pre>
 *
 * From the folder of the project.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StudentBenchmark {

  private static final int STUDENTS = 1000;
  private static final int BLANK_IN = 50;
  private static final int FIRST_GRADE = 4;
  private static final int GRADES = 9;

  private OutcomeLookup lookup;
  private final List<OutcomeLookup.Kind> kinds = new ArrayList<>();
  private byte[] cells;
  private byte[] cellsOfMap;
  private int stride;
  private final List<Map<String, Integer>> maps = new ArrayList<>();
  private String[] ids;
  private byte blank;
  private int[][] results;
  private int next;

  /** Answers that are mostly low, one in fifty blank; all grades and both sexes. */
  @Setup
  public void prepare() throws IOException {
    InstrumentLibrary library = InstrumentLibrary.shipped().with(Path.of("benchmarks/job"));
    Battery battery = library.battery("district");
    List<RowLookup> lookups = new ArrayList<>();
    for (String id : battery.questionnaires()) {
      Instrument instrument = library.questionnaire(id);
      ScoringPlan plan = id.equals("mood-9")
          ? ScoringPlan.compile(instrument, library.normSet("mood-9-invented"))
          : ScoringPlan.compile(instrument);
      lookups.add(RowLookup.of(plan).orElseThrow());
    }
    Screener screener = new Screener(battery, library.policy("job-tiers"), LocalDate.EPOCH);
    lookup = OutcomeLookup.of(screener, lookups).orElseThrow();
    for (int kind = 0; kind < 2 * GRADES; kind++) {
      int grade = FIRST_GRADE + kind / 2;
      Sex sex = kind % 2 == 0 ? Sex.FEMALE : Sex.MALE;
      kinds.add(lookup.kind(lookups.stream()
          .map(each ->
              new ResponseTable(each.plan().instrument(), 1).grade(0, grade).sex(0, sex))
          .toList()));
    }
    results = lookups.stream()
        .map(each -> new int[each.plan().instrument().scales().size()])
        .toArray(int[][]::new);
    stride = lookup.size();
    cells = new byte[STUDENTS * stride + RowLookup.SLACK];
    cellsOfMap = new byte[stride + RowLookup.SLACK];
    ids = new String[stride];
    ResponseTable anybody = new ResponseTable(lookups.get(0).plan().instrument(), 1);
    anybody.setMissing(0, 0, Missing.SKIPPED);
    blank = (byte) RowLookup.cell(anybody, 0, 0).orElseThrow();
    Random random = new Random(1);
    for (int student = 0; student < STUDENTS; student++) {
      answer(student, lookups, random);
    }
  }

  private void answer(int student, List<RowLookup> lookups, Random random) {
    Map<String, Integer> answers = new HashMap<>();
    for (int form = 0; form < lookups.size(); form++) {
      Instrument instrument = lookups.get(form).plan().instrument();
      List<Item> items = instrument.items();
      for (int column = 0; column < items.size(); column++) {
        int at = lookup.first(form) + column;
        ids[at] = instrument.id() + "." + items.get(column).id();
        int options =
            instrument.scorable(items.get(column)).orElseThrow().options().size();
        int code = (int) (options * random.nextDouble() * random.nextDouble());
        boolean isBlank = random.nextInt(BLANK_IN) == 0;
        cells[student * stride + at] = isBlank ? blank : (byte) code;
        if (!isBlank) {
          answers.put(ids[at], code);
        }
      }
    }
    maps.add(answers);
  }

  /** From one byte an answer. */
  @Benchmark
  public OutcomeLookup.Placement fromCodes(Blackhole sink) {
    next = next + 1 == STUDENTS ? 0 : next + 1;
    return score(cells, next * stride, kinds.get(next % kinds.size()), sink);
  }

  /** The numbers of the results and the tier alone. */
  @Benchmark
  public OutcomeLookup.Placement placementAlone() {
    next = next + 1 == STUDENTS ? 0 : next + 1;
    return lookup.place(cells, next * stride, kinds.get(next % kinds.size()), results);
  }

  /** From a map of answers by item, as a web service holds them. */
  @Benchmark
  public OutcomeLookup.Placement fromMap(Blackhole sink) {
    next = next + 1 == STUDENTS ? 0 : next + 1;
    Map<String, Integer> answers = maps.get(next);
    for (int at = 0; at < stride; at++) {
      Integer code = answers.get(ids[at]);
      cellsOfMap[at] = code == null ? blank : code.byteValue();
    }
    return score(cellsOfMap, 0, kinds.get(next % kinds.size()), sink);
  }

  /** All scores are read, since nobody asks for a tier alone. */
  private OutcomeLookup.Placement score(
      byte[] row, int from, OutcomeLookup.Kind kind, Blackhole sink) {
    OutcomeLookup.Placement placement = lookup.place(row, from, kind, results);
    for (int form = 0; form < results.length; form++) {
      int[] ofForm = results[form];
      for (int scale = 0; scale < ofForm.length; scale++) {
        ScoreTable scores = kind.results(form, scale);
        sink.consume(scores.value(ofForm[scale], scale).orElse(Double.NaN));
        sink.consume(scores.band(ofForm[scale], scale).map(Band::level).orElse(-1));
        sink.consume(scores.standard(ofForm[scale], scale, StandardScore.T).orElse(Double.NaN));
      }
    }
    return placement;
  }
}
