package org.xinheng.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.ScoreOptions;
import org.xinheng.exchange.ScoreRun;
import org.xinheng.exchange.TierOptions;
import org.xinheng.memory.ProgramMemory;
import org.xinheng.policy.Battery;
import org.xinheng.scoring.ScoringPlan;

/**
 * How long does the measured job take in a process that is warm, by one thread and by two, beside the bound and beside reading the
 * answers alone?
 *
 * <pre>java -cp benchmarks/target/benchmarks.jar:PEERS org.xinheng.benchmarks.WarmRun DATA NORMS OUT ROUNDS</pre>
 *
 * From the folder of the project; PEERS holds the compiled classes {@code HandJob} and {@code ParseOnly}. Each line is a program, a round, wall seconds
 * and seconds of all processors. Three rounds before the first that is told are not.
 */
public final class WarmRun {

  private static final int UNTOLD = 3;
  private static final double NANOS = 1e9;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final Map<String, Work> works = new LinkedHashMap<>();

  /** Something to be measured. */
  private interface Work {
    void run() throws Exception;
  }

  private WarmRun(Path data, Path norms, Path out)
      throws IOException, ReflectiveOperationException {
    ProgramMemory memory = ProgramMemory.of(out.resolve("memory"), "warm " + System.nanoTime());
    Method parse = Class.forName("ParseOnly").getMethod("main", String[].class);
    Method bound = Class.forName("HandJob").getMethod("run", String[].class);
    for (int threads = 1; threads <= 2; threads++) {
      String number = Integer.toString(threads);
      ScoreOptions options = job(data, out).withMemory(memory).withThreads(threads);
      works.put("ours " + number, () -> ScoreRun.run(options));
      String[] ofBound = {
        data.toString(),
        norms.toString(),
        out.resolve("bound.csv").toString(),
        out.resolve("bound-agg.csv").toString(),
        number
      };
      works.put("bound " + number, () -> bound.invoke(null, (Object) ofBound));
      works.put(
          "parse only " + number,
          () -> parse.invoke(null, (Object) new String[] {data.toString(), number, "rows"}));
    }
  }

  /** The measured job as the command line makes it. */
  static ScoreOptions job(Path data, Path out) throws IOException {
    Path job = Path.of("benchmarks/job");
    InstrumentLibrary library = InstrumentLibrary.shipped().with(job);
    Battery battery = library.battery("district");
    List<ScoringPlan> plans = new ArrayList<>();
    for (String id : battery.questionnaires()) {
      plans.add(
          id.equals("mood-9")
              ? ScoringPlan.compile(library.questionnaire(id), library.normSet("mood-9-invented"))
              : ScoringPlan.compile(library.questionnaire(id)));
    }
    return ScoreOptions.of(data, plans, out.resolve("out.csv"))
        .withTiers(
            TierOptions.of(battery, library.policy("job-tiers")).withCounts(out.resolve("agg.csv")))
        .withMap(library.columnMap(job.resolve("map.yaml")))
        .withProfile(library.profile("job"));
  }

  private void measure(int rounds, PrintStream to) throws Exception {
    for (int round = -UNTOLD; round < rounds; round++) {
      for (Map.Entry<String, Work> work : works.entrySet()) {
        long wall = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        work.getValue().run();
        double cpuSeconds = (system.getProcessCpuTime() - cpu) / NANOS;
        double wallSeconds = (System.nanoTime() - wall) / NANOS;
        if (round >= 0) {
          to.printf("%s,%d,%.4f,%.4f%n", work.getKey(), round + 1, wallSeconds, cpuSeconds);
        }
      }
    }
  }

  /** Data, norms of the bound, folder of the output, rounds. */
  public static void main(String[] arguments) throws Exception {
    PrintStream to = System.out;
    // The other program says how many rows it read.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    new WarmRun(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]))
        .measure(Integer.parseInt(arguments[3]), to);
    to.flush();
  }
}
