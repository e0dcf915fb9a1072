package org.xinheng.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.bulk.Turns;
import org.xinheng.scoring.RowLookup;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.scoring.SheetScorer;
import org.xinheng.screening.GradeCounts;
import org.xinheng.screening.OutcomeLookup;
import org.xinheng.screening.Screener;

/**
 * Scores a file of mostly plain rows in pieces, each by the thread that is free, in memory that does not grow with the file. It
 * gives the same bytes and counts as going over the file row by row, or gives up.
 */
final class PlainRun {

  /** How it is found out that a student stands in the file twice. */
  enum Order {
    /** As long as students stand in order, nothing is kept of them. */
    RISING,
    /** The keys of all students are kept. */
    ANY
  }

  /** Large enough that threads seldom wait, small enough to stay near the processor. */
  static final int RANGE_BYTES = 1 << 19;

  /** Measured with {@code benchmarks/compare}. */
  private static final int PIECES_OF_FURTHER_THREAD = 16;

  /**
   * How to go over a file.
   *
   * @param rangeBytes how many bytes a piece has, up to the end of its last line
   */
  record Way(Order order, int rangeBytes) {

    /** All ways, the fastest first. */
    static List<Way> all() {
      return Stream.of(Order.values()).map(order -> new Way(order, RANGE_BYTES)).toList();
    }
  }

  private final ResponseFile input;
  private final ScoreOptions options;
  private final Delimiter delimiter;
  private final List<OutputColumn> outputColumns;
  private final Way way;
  private final List<RowLookup> lookups;
  private final Optional<Screener> screener;
  private final PlainRows plainRows;
  private final PlainColumns columns;
  private final StudentGroups groups;

  // Pieces pass one after the other, first to learn where they stand in the file, then to be
  // written.
  private final AtomicLong nextPiece = new AtomicLong();
  private final Turns placed = new Turns();
  private final Turns written = new Turns();
  private final RisingStudents rising = new RisingStudents();
  private final StudentKeys keys = new StudentKeys();
  private long nextLine;
  private long rowsWritten;
  private @Nullable Throwable failure;

  /** @throws NotPlainException if no row of the file would be plain */
  PlainRun(ResponseFile input, ScoreOptions options, List<OutputColumn> outputColumns, Way way)
      throws NotPlainException {
    this.input = input;
    this.options = options;
    this.outputColumns = outputColumns;
    this.way = way;
    if (!(input.table().form() instanceof TableForm.Text text)) {
      throw new NotPlainException("the table is no text");
    }
    if (!(input.table() instanceof TextTable lines && lines.beginsWithHeadings())) {
      throw new NotPlainException("something stands above the headings");
    }
    this.delimiter = text.delimiter();
    PersonReader people = input.rows().columns().people();
    if (people.field(KnownColumn.CLASS).isPresent()
        && people.field(KnownColumn.GRADE).isEmpty()) {
      throw new NotPlainException("only the classes may say what the grades are");
    }
    if (!input.rows().columns().seconds().isEmpty()) {
      throw new NotPlainException("times are asked for");
    }
    if (input.rows().columns().people().field(KnownColumn.HELP).isPresent()) {
      throw new NotPlainException("students may have asked to talk to someone");
    }
    lookups = new ArrayList<>();
    for (ScoringPlan plan : options.plans()) {
      lookups.add(RowLookup.of(plan)
          .orElseThrow(() -> new NotPlainException("a questionnaire has no tables")));
    }
    screener = options.tiers().map(RowScreener::screener);
    columns = PlainColumns.of(outputColumns, input.rows().columns().own(), options);
    plainRows =
        new PlainRows(input.rows().columns(), input.rows().width(), input.rows().instruments());
    Optional<OutcomeLookup> outcomes = outcomeLookup(new SheetScorer(lookups));
    if (screener.isPresent() && outcomes.isEmpty()) {
      throw new NotPlainException("the battery has no tables");
    }
    groups = new StudentGroups(lookups, outcomes, columns);
  }

  ResponseFile input() {
    return input;
  }

  ScoreOptions options() {
    return options;
  }

  Delimiter delimiter() {
    return delimiter;
  }

  List<OutputColumn> outputColumns() {
    return outputColumns;
  }

  List<RowLookup> lookups() {
    return lookups;
  }

  PlainRows plainRows() {
    return plainRows;
  }

  PlainColumns columns() {
    return columns;
  }

  StudentGroups groups() {
    return groups;
  }

  /** A lookup of tiers for one thread, if there are tiers. */
  Optional<OutcomeLookup> outcomeLookup(SheetScorer scorer) {
    return screener.flatMap(of -> OutcomeLookup.of(of, scorer));
  }

  /**
   * Scores all rows.
   *
   * @param output takes the rows behind the header
   * @param checksum takes the bytes of the input
   * @throws NotPlainException if the file is not what it was presumed to be; what was written is of no use then
   */
  RunCounts run(OutputStream output, GradeCounts byGrade, Checksum checksum)
      throws IOException, NotPlainException {
    long from = passHeader(checksum);
    nextLine = input.table().headerPlace().line() + 1L;
    List<PieceScorer> scorers = new ArrayList<>();
    try (FileChannel file = FileChannel.open(input.table().file())) {
      for (int i = 0; i < threads(file.size()); i++) {
        scorers.add(new PieceScorer(this, way.rangeBytes()));
      }
      List<Thread> others = scorers.stream()
          .skip(1)
          .map(scorer -> new Thread(() -> score(scorer, file, from, output, checksum)))
          .toList();
      others.forEach(Thread::start);
      score(scorers.get(0), file, from, output, checksum);
      for (Thread other : others) {
        join(other);
      }
    }
    throwFailure();
    RunCounts.Counter counter = new RunCounts.Counter(options.plans());
    long blankRows = input.table().blankRows();
    for (PieceScorer scorer : scorers) {
      scorer.addTo(counter, byGrade, groups.all());
      blankRows += scorer.blankRows();
    }
    return counter.counts(blankRows, options.tiers().isPresent());
  }

  /** A further thread has to meet everything for the first time again, which takes longer than scoring a few pieces. */
  private int threads(long bytes) {
    long worthwhile = 1 + bytes / way.rangeBytes() / PIECES_OF_FURTHER_THREAD;
    return (int) Math.min(options.threads(), worthwhile);
  }

  /** Goes over the header, and returns where the line behind it begins. */
  private long passHeader(Checksum checksum) throws IOException, NotPlainException {
    int lines = input.table().headerPlace().line();
    byte[] one = new byte[1];
    long at = 0;
    boolean inQuotes = false;
    boolean behindReturn = false;
    try (InputStream in =
        new BufferedInputStream(Files.newInputStream(input.table().file()))) {
      while (lines > 0 && in.read(one) > 0) {
        at++;
        checksum.add(one, 0, 1);
        boolean isLineFeed = one[0] == '\n';
        inQuotes ^= one[0] == '"';
        if (isLineFeed ? inQuotes : behindReturn) {
          throw new NotPlainException(
              "the header goes over several lines, or ends as others do not");
        }
        behindReturn = one[0] == '\r';
        lines -= isLineFeed ? 1 : 0;
      }
    }
    return at;
  }

  private void score(
      PieceScorer scorer, FileChannel file, long from, OutputStream output, Checksum checksum) {
    try {
      long to = file.size();
      boolean goesOn = true;
      while (goesOn && scorer.piece().read(file, from, to, nextPiece.getAndIncrement())) {
        goesOn = score(scorer, output, checksum);
      }
    } catch (CharacterCodingException e) {
      fail(new NotPlainException("the file is no UTF-8"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(new InterruptedIOException("the run was interrupted"));
    } catch (Throwable e) {
      fail(e);
    }
  }

  /** Scores the piece that a scorer holds, and says whether the run goes on. */
  private boolean score(PieceScorer scorer, OutputStream output, Checksum checksum)
      throws IOException, NotPlainException, InterruptedException {
    if (way.order() == Order.RISING) {
      scorer.scorePlainRows(Map.of());
    } else {
      scorer.readKeys();
    }
    long number = scorer.piece().number();
    if (!placed.await(number)) {
      return false;
    }
    long firstLine = nextLine;
    nextLine += scorer.lines();
    Map<Long, Long> firstLines = new HashMap<>();
    if (way.order() == Order.ANY) {
      scorer.keys().forEach((line, key) -> {
        long first = keys.firstLine(key, firstLine + line);
        if (first != firstLine + line) {
          firstLines.put(line, first);
        }
      });
    } else if (!rising.follow(scorer.students())) {
      throw new NotPlainException("students do not stand in order");
    }
    placed.pass();
    if (way.order() == Order.ANY) {
      scorer.scorePlainRows(firstLines);
    }
    scorer.scoreOddRows(firstLine, firstLines);
    if (!written.await(number)) {
      return false;
    }
    scorer.addTo(checksum);
    scorer.writeTo(output);
    rowsWritten += scorer.rows();
    options.progress().accept(rowsWritten);
    written.pass();
    return true;
  }

  private synchronized void fail(Throwable with) {
    if (failure == null) {
      failure = with;
    }
    placed.stop();
    written.stop();
  }

  private void throwFailure() throws IOException, NotPlainException {
    @Nullable Throwable thrown = failure;
    if (thrown instanceof NotPlainException notPlain) {
      throw notPlain;
    } else if (thrown instanceof IOException io) {
      throw io;
    } else if (thrown instanceof Error error) {
      throw error;
    } else if (thrown != null) {
      throw (RuntimeException) thrown;
    }
  }

  private static void join(Thread thread) throws IOException {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the run was interrupted");
    }
  }
}
