package org.xinheng.exchange;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.bulk.Turns;
import org.xinheng.screening.GradeCounts;

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

  private final PlainStart start;
  private final ScoreOptions options;
  private final Way way;

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

  PlainRun(PlainStart start, ScoreOptions options, Way way) {
    this.start = start;
    this.options = options;
    this.way = way;
  }

  ScoreOptions options() {
    return options;
  }

  PlainLayout layout() {
    return start.layout();
  }

  PlainKnown known() {
    return start.known();
  }

  PlainSource source() {
    return start.source();
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
    long from = start.head().length;
    checksum.add(start.head(), 0, start.head().length);
    nextLine = start.headLines() + 1L;
    List<PieceScorer> scorers = Collections.synchronizedList(new ArrayList<>());
    try (FileChannel file = FileChannel.open(start.file())) {
      Runnable work = () -> score(file, from, output, checksum, scorers);
      List<Thread> others = new ArrayList<>();
      for (int i = 1; i < threads(file.size()); i++) {
        others.add(new Thread(work));
      }
      others.forEach(Thread::start);
      work.run();
      for (Thread other : others) {
        join(other);
      }
    }
    throwFailure();
    RunCounts.Counter counter = new RunCounts.Counter(options.plans());
    long blankRows = start.blankRows();
    for (PieceScorer scorer : scorers) {
      scorer.addTo(counter, byGrade);
      blankRows += scorer.blankRows();
    }
    return counter.counts(blankRows, options.tiers().isPresent());
  }

  /** A further thread has to meet everything for the first time again, which takes longer than scoring a few pieces. */
  private int threads(long bytes) {
    long worthwhile = 1 + bytes / way.rangeBytes() / PIECES_OF_FURTHER_THREAD;
    return (int) Math.min(options.threads(), worthwhile);
  }

  /** Scores what pieces it gets. */
  private void score(
      FileChannel file,
      long from,
      OutputStream output,
      Checksum checksum,
      List<PieceScorer> scorers) {
    try {
      // Made by its thread, so that what two threads write for each row lies far apart in memory.
      PieceScorer scorer = new PieceScorer(this, way.rangeBytes());
      scorers.add(scorer);
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
