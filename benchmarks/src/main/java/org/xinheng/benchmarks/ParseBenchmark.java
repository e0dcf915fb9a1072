package org.xinheng.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
import org.xinheng.exchange.bulk.CellTable;
import org.xinheng.exchange.bulk.Piece;
import org.xinheng.exchange.bulk.RowFields;

/**
 * How long does it take to read one line of a file: five fields of a student and 116 answers of one digit, to places of fields
 * and bytes of answers?
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar ParseBenchmark</pre>
 *
 * With {@code -jvmArgs -XX:TieredStopAtLevel=1} as in a run of seconds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParseBenchmark {

  private static final int LINES = 1000;
  private static final int OTHERS = 5;
  private static final int ANSWERS = 116;

  /** The lowest code: where it is 0, answers are 0 to 3, and else 1 to 5. */
  @Param({"0", "1"})
  public int lowest;

  private byte[] bytes = {};
  private RowFields fields = reader(0);

  /** One answer in fifty is blank. */
  @Setup
  public void prepare() {
    int options = lowest == 0 ? 4 : 5;
    fields = reader(lowest);
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < LINES; line++) {
      text.append("S%07d,School %03d,%d,2,F".formatted(line, line / 100, 4 + line % 9));
      for (int answer = 0; answer < ANSWERS; answer++) {
        text.append(',');
        if (random.nextInt(50) > 0) {
          text.append(lowest + random.nextInt(options));
        }
      }
      text.append('\n');
    }
    byte[] lines = text.toString().getBytes(StandardCharsets.UTF_8);
    bytes = new byte[lines.length + Piece.SLACK];
    System.arraycopy(lines, 0, bytes, 0, lines.length);
  }

  private static RowFields reader(int lowest) {
    short[] numbers = new short[lowest == 0 ? 4 : 6];
    for (short code = 0; code < numbers.length; code++) {
      numbers[code] = code < lowest ? CellTable.NOT_PLAIN : code;
    }
    CellTable table = new CellTable(Byte.MIN_VALUE, numbers);
    List<RowFields.Field> all = new ArrayList<>();
    for (int other = 0; other < OTHERS; other++) {
      all.add(new RowFields.Field.Other(other));
    }
    for (int answer = 0; answer < ANSWERS; answer++) {
      all.add(new RowFields.Field.Answer(answer, table));
    }
    return new RowFields(',', all);
  }

  /** Nanoseconds a line. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public int readLines() {
    int at = 0;
    for (int line = 0; line < LINES; line++) {
      at = fields.read(bytes, at);
      if (at == RowFields.NOT_PLAIN) {
        throw new IllegalStateException("line " + line + " is not plain");
      }
    }
    return at;
  }
}
