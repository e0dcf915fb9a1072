package org.xinheng.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.xinheng.scoring.SheetScorer;
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
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StudentBenchmark {

  private static final int STUDENTS = 1000;
  private static final int BLANK_IN = 50;
  private static final int FIRST_GRADE = 4;
  private static final int GRADES = 9;

  private OutcomeLookup lookup;
  private SheetScorer scorer;
  private List<RowLookup> lookups;
  private final List<OutcomeLookup.Group> groups = new ArrayList<>();

  /** By group of students, form and scale. */
  private final List<ScoreTable[][]> scores = new ArrayList<>();

  private byte[] cells;
  private byte[] cellsOfMap;
  private int stride;
  private final List<Map<String, Integer>> maps = new ArrayList<>();
  private final Map<String, Integer> cellOf = new HashMap<>();
  private byte blank;
  private int next;

  /** Answers that are mostly low, one in fifty blank; all grades and both sexes. */
  @Setup
  public void prepare() throws IOException {
    InstrumentLibrary library = InstrumentLibrary.shipped().with(Path.of("benchmarks/job"));
    Battery battery = library.battery("district");
    lookups = new ArrayList<>();
    for (String id : battery.questionnaires()) {
      Instrument instrument = library.questionnaire(id);
      ScoringPlan plan = id.equals("mood-9")
          ? ScoringPlan.compile(instrument, library.normSet("mood-9-invented"))
          : ScoringPlan.compile(instrument);
      lookups.add(RowLookup.of(plan).orElseThrow());
    }
    Screener screener = new Screener(battery, library.policy("job-tiers"), LocalDate.EPOCH);
    scorer = new SheetScorer(lookups);
    lookup = OutcomeLookup.of(screener, scorer).orElseThrow();
    for (int kind = 0; kind < 2 * GRADES; kind++) {
      int grade = FIRST_GRADE + kind / 2;
      Sex sex = kind % 2 == 0 ? Sex.FEMALE : Sex.MALE;
      List<ResponseTable> student = lookups.stream()
          .map(each ->
              new ResponseTable(each.plan().instrument(), 1).grade(0, grade).sex(0, sex))
          .toList();
      groups.add(lookup.group(student));
      scores.add(IntStream.range(0, lookups.size())
          .mapToObj(form -> IntStream.range(
                  0, lookups.get(form).plan().instrument().scales().size())
              .mapToObj(scale -> lookups.get(form).resultsFor(student.get(form), scale))
              .toArray(ScoreTable[]::new))
          .toArray(ScoreTable[][]::new));
    }
    stride = scorer.size();
    cells = new byte[STUDENTS * stride];
    cellsOfMap = new byte[stride];
    ResponseTable anybody = new ResponseTable(lookups.get(0).plan().instrument(), 1);
    anybody.setMissing(0, 0, Missing.SKIPPED);
    blank = (byte) RowLookup.cell(anybody, 0, 0).orElseThrow();
    Random random = new Random(1);
    for (int student = 0; student < STUDENTS; student++) {
      answer(student, random);
    }
    // What is classified alone.
    scorer.score(cells, 0);
  }

  private void answer(int student, Random random) {
    Map<String, Integer> answers = new HashMap<>();
    for (int form = 0; form < lookups.size(); form++) {
      Instrument instrument = lookups.get(form).plan().instrument();
      List<Item> items = instrument.items();
      for (int column = 0; column < items.size(); column++) {
        int at = scorer.first(form) + column;
        String id = instrument.id() + "." + items.get(column).id();
        cellOf.put(id, at);
        int options =
            instrument.scorable(items.get(column)).orElseThrow().options().size();
        int code = (int) (options * random.nextDouble() * random.nextDouble());
        boolean isBlank = random.nextInt(BLANK_IN) == 0;
        cells[student * stride + at] = isBlank ? blank : (byte) code;
        if (!isBlank) {
          answers.put(id, code);
        }
      }
    }
    maps.add(answers);
  }

  /** From one byte an answer. */
  @Benchmark
  public OutcomeLookup.Decision fromCodes(Blackhole sink) {
    next = next + 1 == STUDENTS ? 0 : next + 1;
    return score(cells, next * stride, next % groups.size(), sink);
  }

  /** The numbers of the results and the tier alone. */
  @Benchmark
  public OutcomeLookup.Decision tierAlone() {
    next = next + 1 == STUDENTS ? 0 : next + 1;
    return decide(cells, next * stride, next % groups.size());
  }

  /** From a map of answers by item, as a web service holds them. */
  @Benchmark
  public OutcomeLookup.Decision fromMap(Blackhole sink) {
    next = next + 1 == STUDENTS ? 0 : next + 1;
    Arrays.fill(cellsOfMap, 0, stride, blank);
    for (Map.Entry<String, Integer> answer : maps.get(next).entrySet()) {
      cellsOfMap[cellOf.getOrDefault(answer.getKey(), 0)] = answer.getValue().byteValue();
    }
    return score(cellsOfMap, 0, next % groups.size(), sink);
  }

  /** The tier alone of answers that are scored already. */
  @Benchmark
  public int classifyAlone() {
    next = next + 1 == groups.size() ? 0 : next + 1;
    return lookup.decide(cells, 0, groups.get(next));
  }

  private OutcomeLookup.Decision decide(byte[] row, int from, int group) {
    if (!scorer.score(row, from)) {
      throw new IllegalStateException("too many remainders");
    }
    return lookup.decision(lookup.decide(row, from, groups.get(group)));
  }

  /** All scores are read, since nobody asks for a tier alone. */
  private OutcomeLookup.Decision score(byte[] row, int from, int group, Blackhole sink) {
    OutcomeLookup.Decision decision = decide(row, from, group);
    ScoreTable[][] all = scores.get(group);
    int[] results = scorer.results();
    for (int form = 0; form < all.length; form++) {
      int first = scorer.firstResult(form);
      for (int scale = 0; scale < all[form].length; scale++) {
        ScoreTable ofScale = all[form][scale];
        int result = results[first + scale];
        sink.consume(ofScale.value(result, scale).orElse(Double.NaN));
        sink.consume(ofScale.band(result, scale).map(Band::level).orElse(-1));
        sink.consume(ofScale.standard(result, scale, StandardScore.T).orElse(Double.NaN));
      }
    }
    return decision;
  }
}
