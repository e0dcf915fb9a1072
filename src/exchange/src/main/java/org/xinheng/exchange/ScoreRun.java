package org.xinheng.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/** Scores a file of answers into a file of scores, batch by batch. */
public final class ScoreRun {

  /** Enough for all threads to have work, few enough to stay small. */
  private static final int BATCH_ROWS = 4096;

  private ScoreRun() {}

  /**
   * Reads the input, scores it and writes the output with {@code run.json} beside it. Both are there completely, or
   * what was there before stays.
   *
   * @throws TableException if the input as a whole is at fault; single rows never stop the run
   * @throws IllegalArgumentException if the output is the input
   * @throws IOException if a file cannot be read or written
   */
  public static RunRecord run(ScoreOptions options) throws IOException {
    Instant started = Instant.now();
    long startNanos = System.nanoTime();
    refuseOutputOverInput(options);
    List<Instrument> instruments =
        options.plans().stream().map(ScoringPlan::instrument).toList();
    try (ResponseFile input = ResponseFile.open(options.input(), instruments, options.map())) {
      refuseResultNames(input, options.plans());
      try (AtomicFile scores = AtomicFile.begin(options.output());
          AtomicFile record =
              AtomicFile.begin(options.output().resolveSibling(RunRecord.FILE_NAME))) {
        RunCounts counts = score(input, options, scores);
        RunRecord done = new RunRecord(
            options,
            input.table().sha256(),
            input.table().encoding(),
            input.table().delimiter(),
            counts,
            input.diagnostics(),
            started,
            Duration.ofNanos(System.nanoTime() - startNanos));
        record.stream().write(done.toJson().getBytes(StandardCharsets.UTF_8));
        scores.commit();
        record.commit();
        return done;
      }
    }
  }

  private static RunCounts score(ResponseFile input, ScoreOptions options, AtomicFile output)
      throws IOException {
    RunCounts.Counter counter = new RunCounts.Counter(options.plans());
    try (ScoreWriter writer =
        new ScoreWriter(output.stream(), options.encoding(), input.ownColumns(), options.plans())) {
      Optional<ResponseBatch> batch = input.next(BATCH_ROWS);
      while (batch.isPresent()) {
        List<ScoreTable> scores = scores(batch.get(), options);
        writer.write(batch.get(), scores);
        counter.add(batch.get(), scores);
        options.progress().accept(counter.rows());
        batch = input.next(BATCH_ROWS);
      }
    }
    return counter.counts(input.table().blankRows());
  }

  private static List<ScoreTable> scores(ResponseBatch batch, ScoreOptions options) {
    List<ScoreTable> scores = new ArrayList<>();
    for (int plan = 0; plan < options.plans().size(); plan++) {
      scores.add(options.plans().get(plan).run(batch.tables().get(plan), options.threads()));
    }
    return scores;
  }

  private static void refuseOutputOverInput(ScoreOptions options) throws IOException {
    Path output = options.output();
    if (Files.exists(output)
        && Files.exists(options.input())
        && Files.isSameFile(output, options.input())) {
      throw new IllegalArgumentException("the output is the input: " + output);
    }
  }

  /** A column that passes through must not have the name of one that is added. */
  private static void refuseResultNames(ResponseFile input, List<ScoringPlan> plans) {
    Set<String> results = new HashSet<>(ScoreWriter.resultColumns(plans));
    List<Diagnostic> found = new ArrayList<>(input.diagnostics());
    for (Heading heading : input.ownColumns()) {
      if (results.contains(heading.text())) {
        found.add(Diagnostic.error(
                "column.result-name",
                heading.place(),
                "column '%s' has the name of a result",
                heading.text())
            .hint("rename the column, or delete it"));
      }
    }
    if (found.stream().anyMatch(Diagnostic::isError)) {
      throw new TableException(found);
    }
  }
}
