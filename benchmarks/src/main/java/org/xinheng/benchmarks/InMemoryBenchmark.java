package org.xinheng.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.StandardScore;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Tier;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.RowLookup;
import org.xinheng.scoring.ScaleScore;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.scoring.SheetScorer;
import org.xinheng.screening.OutcomeLookup;
import org.xinheng.screening.Screener;
import org.xinheng.screening.TableScreener;

/**
 * How long does a student of the measured job take whose answers are in memory: by hand over columns, by tables, and by the
 * look-up of rows? All come to the tier, which is the same for every student. Kinds of
 * students are given by hand; tables find theirs once.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar InMemoryBenchmark</pre>
 *
 * From the folder of the project.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 15, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class InMemoryBenchmark {

  private static final int STUDENTS = 100 * 1024;
  private static final int BLOCK = 1024;
  private static final int BLANK_IN = 50;
  private static final int FIRST_GRADE = 4;
  private static final int GRADES = 9;
  private static final int SUMS = 64;

  private List<RowLookup> lookups;
  private SheetScorer scorer;
  private OutcomeLookup outcomes;
  private HandColumns hand;
  private final List<OutcomeLookup.Group> groups = new ArrayList<>();
  private final byte[][][] blocks = new byte[STUDENTS / BLOCK][][];
  private final byte[][] groupsOf = new byte[STUDENTS / BLOCK][BLOCK];
  private final byte[] tiers = new byte[BLOCK];
  private final List<ResponseTable> tables = new ArrayList<>();
  private TableScreener screener;

  /** By column, codes and a bit for each that is there, as in Arrow. */
  private byte[][] codes;

  private byte[][] validities;
  private byte[] rows;
  private int stride;

  /** Answers that are mostly low, one in fifty blank; all grades and both sexes. */
  @Setup
  public void prepare() throws IOException {
    InstrumentLibrary library = InstrumentLibrary.shipped().with(Path.of("benchmarks/job"));
    Battery battery = library.battery("district");
    lookups = new ArrayList<>();
    for (String id : battery.questionnaires()) {
      Instrument instrument = library.questionnaire(id);
      lookups.add(RowLookup.of(
              id.equals("mood-9")
                  ? ScoringPlan.compile(instrument, library.normSet("mood-9-invented"))
                  : ScoringPlan.compile(instrument))
          .orElseThrow());
    }
    scorer = new SheetScorer(lookups);
    Screener policy = new Screener(battery, library.policy("job-tiers"), LocalDate.EPOCH);
    outcomes = OutcomeLookup.of(policy, scorer).orElseThrow();
    screener = new TableScreener(policy, lookups.stream().map(RowLookup::plan).toList());
    hand = new HandColumns(BLOCK, standardScores());
    stride = scorer.size();
    rows = new byte[STUDENTS * stride];
    ResponseTable anybody = new ResponseTable(lookups.get(0).plan().instrument(), 1);
    anybody.setMissing(0, 0, Missing.SKIPPED);
    byte blank = (byte) RowLookup.cell(anybody, 0, 0).orElseThrow();
    Random random = new Random(1);
    for (int block = 0; block < blocks.length; block++) {
      blocks[block] = new byte[stride][BLOCK];
      for (int row = 0; row < BLOCK; row++) {
        answer(block, row, blank, random);
      }
    }
    fillTables();
    compare();
  }

  /** The same answers and students. */
  private void fillTables() {
    for (int form = 0; form < lookups.size(); form++) {
      Instrument instrument = lookups.get(form).plan().instrument();
      ResponseTable table = new ResponseTable(instrument, STUDENTS);
      for (int student = 0; student < STUDENTS; student++) {
        int kind = groupsOf[student / BLOCK][student % BLOCK];
        table.grade(student, FIRST_GRADE + kind / 2).sex(student, sex(kind));
      }
      tables.add(table);
    }
    codes = new byte[stride][STUDENTS];
    validities = new byte[stride][STUDENTS / Byte.SIZE];
    for (int student = 0; student < STUDENTS; student++) {
      for (int column = 0; column < stride; column++) {
        byte cell = rows[student * stride + column];
        codes[column][student] = cell;
        validities[column][student / Byte.SIZE] |=
            (byte) (cell >= 0 ? 1 << (student % Byte.SIZE) : 0);
      }
    }
    fill();
  }

  private static Sex sex(int kind) {
    return kind % 2 == 0 ? Sex.FEMALE : Sex.MALE;
  }

  private void answer(int block, int row, byte blank, Random random) {
    groupsOf[block][row] = (byte) random.nextInt(groups.size());
    for (int column = 0; column < stride; column++) {
      int options = column < scorer.first(2) ? 4 : 2;
      int code = (int) (options * random.nextDouble() * random.nextDouble());
      byte cell = random.nextInt(BLANK_IN) == 0 ? blank : (byte) code;
      blocks[block][column][row] = cell;
      rows[(block * BLOCK + row) * stride + column] = cell;
    }
  }

  /** By group and total; the groups are made in the same order. */
  private byte[] standardScores() {
    byte[] standard = new byte[2 * GRADES * SUMS];
    for (int kind = 0; kind < 2 * GRADES; kind++) {
      int grade = FIRST_GRADE + kind / 2;
      Sex sex = sex(kind);
      List<ResponseTable> student = lookups.stream()
          .map(each ->
              new ResponseTable(each.plan().instrument(), 1).grade(0, grade).sex(0, sex))
          .toList();
      groups.add(outcomes.group(student));
      ScoreTable totals = lookups.get(0).resultsFor(student.get(0), 0);
      for (int result = 0; result < totals.rows(); result++) {
        OptionalDouble t = totals.standard(result, 0, StandardScore.T);
        if (totals.score(result, 0) instanceof ScaleScore.Scored scored && t.isPresent()) {
          standard[kind * SUMS + (int) scored.value()] = (byte) t.getAsDouble();
        }
      }
    }
    return standard;
  }

  /** Nothing is measured that does not come to the same. */
  private void compare() {
    byte[] all = tables();
    for (int block = 0; block < blocks.length; block++) {
      hand.score(blocks[block], groupsOf[block], tiers, BLOCK);
      for (int row = 0; row < BLOCK; row++) {
        Optional<Tier> tier = outcomes.decision(decide(block, row)).tier();
        if (tiers[row] != tier.map(of -> of.ordinal() + 1).orElse(0)) {
          throw new IllegalStateException("other tiers in row " + row + " of block " + block);
        }
        if (tiers[row] != all[block * BLOCK + row]) {
          throw new IllegalStateException(
              "other tiers in row " + row + " of block " + block + " of the tables");
        }
      }
    }
  }

  private int decide(int block, int row) {
    int from = (block * BLOCK + row) * stride;
    if (!scorer.score(rows, from)) {
      throw new IllegalStateException("too many remainders");
    }
    return outcomes.decide(rows, from, groups.get(groupsOf[block][row]));
  }

  /** Nanoseconds a student. */
  @Benchmark
  @OperationsPerInvocation(STUDENTS)
  public byte[] handWrittenColumns() {
    for (int block = 0; block < blocks.length; block++) {
      hand.score(blocks[block], groupsOf[block], tiers, BLOCK);
    }
    return tiers;
  }

  /** Nanoseconds a student, from columns of codes to tables. */
  @Benchmark
  @OperationsPerInvocation(STUDENTS)
  public int fill() {
    int undeclared = 0;
    for (int form = 0; form < tables.size(); form++) {
      int items = lookups.get(form).plan().instrument().items().size();
      for (int column = 0; column < items; column++) {
        int at = scorer.first(form) + column;
        undeclared += tables.get(form).setColumn(column, codes[at], validities[at]);
      }
    }
    return undeclared;
  }

  /** Nanoseconds a student, to tables of all scores, bands and T scores, and to the tiers. */
  @Benchmark
  @OperationsPerInvocation(STUDENTS)
  public byte[] tables() {
    return screener.screen(tables).tiers();
  }

  /** Nanoseconds a student. */
  @Benchmark
  @OperationsPerInvocation(STUDENTS)
  public int rowLookup() {
    int sum = 0;
    for (int block = 0; block < blocks.length; block++) {
      for (int row = 0; row < BLOCK; row++) {
        sum += decide(block, row);
      }
    }
    return sum;
  }
}
