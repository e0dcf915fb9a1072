package org.xinheng.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
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
import org.xinheng.screening.GradeCounts;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.Summary;

/** Scores a file of answers into a file of scores, batch by batch. */
public final class ScoreRun {

  /** Enough for all threads to have work, few enough to stay small. */
  private static final int BATCH_ROWS = 4096;

  private ScoreRun() {}

  /**
   * Reads the input, scores it and writes the output with {@code run.json} beside it, and the counts if they are wanted.
   * All are there completely, or what was there before stays.
   *
   * @throws TableException if the input as a whole is at fault, or has not what a profile wants; single rows never stop
   *     the run
   * @throws IllegalArgumentException if the output or the counts are the input, or each other
   * @throws IOException if a file cannot be read or written
   */
  public static RunRecord run(ScoreOptions options) throws IOException {
    Instant started = Instant.now();
    long startNanos = System.nanoTime();
    refuseSameFiles(options);
    for (PlainRun.Way way : plainWays(options)) {
      try {
        return run(options, Optional.of(way), started, startNanos);
      } catch (NotPlainException | TableException | CharacterCodingException e) {
        // The next way is slower and takes more; the last takes all, and says what is wrong.
      }
    }
    try {
      return run(options, Optional.empty(), started, startNanos);
    } catch (NotPlainException e) {
      throw new IllegalStateException("going over a file row by row asks for nothing", e);
    }
  }

  /** A file that is gone over in pieces keeps its cells as they are, so that its ids cannot be changed. */
  private static List<PlainRun.Way> plainWays(ScoreOptions options) {
    return options.ids().areAsWritten() ? PlainRun.Way.all() : List.of();
  }

  /** @param plain how to go over the file in pieces; empty to go over it row by row */
  static RunRecord run(
      ScoreOptions options, Optional<PlainRun.Way> plain, Instant started, long startNanos)
      throws IOException, NotPlainException {
    return plain.isPresent()
        ? runPlain(options, plain.get(), started, startNanos)
        : runRowByRow(options, started, startNanos);
  }

  private static RunRecord runPlain(
      ScoreOptions options, PlainRun.Way way, Instant started, long startNanos)
      throws IOException, NotPlainException {
    TextFile file = presumed(options.input());
    Optional<PlainMemory> memory = options.memory().map(of -> new PlainMemory(of, options, file));
    Optional<PlainStart> known = memory.isPresent() ? memory.get().known() : Optional.empty();
    try (PlainStart start = known.isPresent() ? known.get() : PlainStart.of(options, file);
        Outputs outputs = Outputs.begin(options)) {
      outputs.scores().write(start.outputHead());
      GradeCounts byGrade = new GradeCounts();
      Checksum checksum = new Checksum();
      RunCounts counts = new PlainRun(start, options, way).run(outputs.scores(), byGrade, checksum);
      RunRecord done = new RunRecord(
          options,
          checksum.bytes(),
          checksum.crc32(),
          start.form(),
          counts,
          start.diagnostics(),
          started,
          Duration.ofNanos(System.nanoTime() - startNanos));
      outputs.commit(done, byGrade);
      if (memory.isPresent()) {
        memory.get().keep(start);
      }
      return done;
    }
  }

  private static RunRecord runRowByRow(ScoreOptions options, Instant started, long startNanos)
      throws IOException {
    List<Instrument> instruments =
        options.plans().stream().map(ScoringPlan::instrument).toList();
    try (ResponseFile input =
        ResponseFile.open(options.input(), instruments, options.map(), options.ids())) {
      refuseResultNames(input, options);
      List<OutputColumn> columns =
          OutputColumn.of(options, input.ownColumns(), input.table().headerPlace());
      try (Outputs outputs = Outputs.begin(options)) {
        ScoreWriter writer = new ScoreWriter(
            options.encoding().markedWriter(outputs.scores()), input, columns, options);
        writer.writeHeader();
        GradeCounts byGrade = new GradeCounts();
        Checksum checksum = Checksum.of(TableFile.of(options.input()).path());
        RunCounts counts = score(input, options, writer, byGrade);
        writer.flush();
        RunRecord done = new RunRecord(
            options,
            checksum.bytes(),
            checksum.crc32(),
            input.table().form(),
            counts,
            input.diagnostics(),
            started,
            Duration.ofNanos(System.nanoTime() - startNanos));
        outputs.commit(done, byGrade);
        return done;
      }
    }
  }

  /** The files that a run writes: all of them come into their places, or none. */
  private record Outputs(AtomicFile scoreFile, AtomicFile record, CountFile counts)
      implements Closeable {

    static Outputs begin(ScoreOptions options) throws IOException {
      AtomicFile scores = AtomicFile.begin(options.output());
      try {
        AtomicFile record = AtomicFile.begin(options.output().resolveSibling(RunRecord.FILE_NAME));
        try {
          return new Outputs(scores, record, CountFile.begin(options));
        } catch (Exception e) {
          record.close();
          throw e;
        }
      } catch (Exception e) {
        scores.close();
        throw e;
      }
    }

    OutputStream scores() {
      return scoreFile.stream();
    }

    void commit(RunRecord done, GradeCounts byGrade) throws IOException {
      record.stream().write(done.toJson().getBytes(StandardCharsets.UTF_8));
      counts.commit(byGrade);
      scoreFile.commit();
      record.commit();
    }

    @Override
    public void close() throws IOException {
      try (scoreFile;
          record) {
        counts.close();
      }
    }
  }

  private static TextFile presumed(Path path) throws IOException, NotPlainException {
    TableFile file = TableFile.of(path);
    if (file.sheet().isPresent() || file.isWorkbook()) {
      throw new NotPlainException("the file is a workbook");
    }
    return TextFile.presumed(path).orElseThrow(() -> new NotPlainException("the file is no UTF-8"));
  }

  private static RunCounts score(
      ResponseFile input, ScoreOptions options, ScoreWriter writer, GradeCounts byGrade)
      throws IOException {
    RunCounts.Counter counter = new RunCounts.Counter(options.plans());
    Optional<RowScreener> screener =
        options.tiers().map(tiers -> new RowScreener(tiers, options.plans()));
    Optional<ResponseBatch> batch = input.next(BATCH_ROWS);
    while (batch.isPresent()) {
      ResponseBatch rows = batch.get();
      List<ScoreTable> scores = scores(rows, options);
      List<Outcome> outcomes =
          screener.map(tiers -> tiers.outcomes(rows, scores)).orElse(List.of());
      writer.write(rows, scores, outcomes);
      counter.add(rows, scores, outcomes);
      for (int row = 0; row < outcomes.size(); row++) {
        Person person = rows.person(row);
        byGrade.add(person.school().orElse(""), person.grade(), Summary.Cell.of(outcomes.get(row)));
      }
      options.progress().accept(counter.rows());
      batch = input.next(BATCH_ROWS);
    }
    return counter.counts(input.table().blankRows(), options.tiers().isPresent());
  }

  private static List<ScoreTable> scores(ResponseBatch batch, ScoreOptions options) {
    List<ScoreTable> scores = new ArrayList<>();
    for (int plan = 0; plan < options.plans().size(); plan++) {
      scores.add(options.plans().get(plan).run(batch.tables().get(plan), options.threads()));
    }
    return scores;
  }

  private static void refuseSameFiles(ScoreOptions options) throws IOException {
    if (isSame(options.output(), TableFile.of(options.input()).path())) {
      throw new IllegalArgumentException("the output is the input: " + options.output());
    }
    Optional<Path> counts = options.tiers().flatMap(TierOptions::counts);
    if (counts.isPresent()) {
      refuseCountsOver(TableFile.of(options.input()).path(), "input", counts.get());
      refuseCountsOver(options.output(), "output", counts.get());
      refuseCountsOver(
          options.output().resolveSibling(RunRecord.FILE_NAME), "record of the run", counts.get());
    }
  }

  private static void refuseCountsOver(Path other, String what, Path counts) throws IOException {
    if (isSame(counts, other)) {
      throw new IllegalArgumentException("the counts are the " + what + ": " + counts);
    }
  }

  /** Also of files that are yet to be written. */
  private static boolean isSame(Path one, Path other) throws IOException {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
        || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
  }

  /** A column that passes through must not have the name of one that is added; a profile names all of them itself. */
  static void refuseResultNames(ResponseFile input, ScoreOptions options) {
    Set<String> results = new HashSet<>();
    if (options.profile().isEmpty()) {
      ScoreWriter.resultColumns(options).forEach(column -> results.add(column.name()));
    }
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
