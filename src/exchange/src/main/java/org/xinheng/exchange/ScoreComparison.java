package org.xinheng.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.xinheng.definition.ColumnMap;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/**
 * A file of answers scored with two versions of a questionnaire, row by row. It holds line numbers of the file, and no
 * answer and no student.
 *
 * @param rows how many rows were scored
 * @param differences what is different in at least one row: scales and classifications in the order of the new
 *     version, then the questionnaire
 */
public record ScoreComparison(long rows, List<Difference> differences) {

  private static final int BATCH_ROWS = 4096;

  /** More lines than a person looks up. */
  private static final int MOST_LINES = 20;

  public ScoreComparison {
    differences = List.copyOf(differences);
  }

  /** What is compared. */
  public enum Result {
    SCORE("score"),
    BAND("band"),
    OUTCOME("outcome"),
    ALERT("alert"),
    VALIDITY("validity");

    private final String word;

    Result(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * A result that some rows get otherwise.
   *
   * @param subject the scale or classification as {@code phq-9.total}, or the questionnaire
   * @param rows how many rows
   * @param firstLines the lines of the file in which the first of these rows begin
   */
  public record Difference(String subject, Result result, long rows, List<Long> firstLines) {
    public Difference {
      firstLines = List.copyOf(firstLines);
    }
  }

  /**
   * Scores a file with both versions. Scales and classifications that only one of them has are left out.
   *
   * @throws TableException if the file does not hold all items of either
   */
  public static ScoreComparison of(Path data, ColumnMap map, Instrument before, Instrument after)
      throws IOException {
    Comparing comparing = new Comparing(before, after);
    try (ResponseFile old = ResponseFile.open(data, List.of(before), map);
        ResponseFile now = ResponseFile.open(data, List.of(after), map)) {
      Optional<ResponseBatch> oldBatch = old.next(BATCH_ROWS);
      Optional<ResponseBatch> nowBatch = now.next(BATCH_ROWS);
      while (oldBatch.isPresent() && nowBatch.isPresent()) {
        comparing.add(oldBatch.get(), nowBatch.get());
        oldBatch = old.next(BATCH_ROWS);
        nowBatch = now.next(BATCH_ROWS);
      }
    }
    return comparing.comparison();
  }

  /** Counts over batches of both versions, which hold the same rows, since they come from the same file. */
  private static final class Comparing {

    private final ScoringPlan before;
    private final ScoringPlan after;
    private final String id;
    private final List<String> scales;
    private final List<String> classifications;
    private final List<Counter> counters = new ArrayList<>();
    private long rows;

    Comparing(Instrument before, Instrument after) {
      this.before = ScoringPlan.compile(before);
      this.after = ScoringPlan.compile(after);
      this.id = after.id();
      this.scales = after.scales().stream()
          .map(Scale::id)
          .filter(scale -> before.scale(scale).isPresent())
          .toList();
      this.classifications = after.classifications().stream()
          .map(Classification::id)
          .filter(classification -> before.classification(classification).isPresent())
          .toList();
    }

    void add(ResponseBatch oldBatch, ResponseBatch nowBatch) {
      ScoreTable old = before.run(oldBatch.tables().get(0));
      ScoreTable now = after.run(nowBatch.tables().get(0));
      for (String scale : scales) {
        String name = id + "." + scale;
        int was = indexOf(before, scale);
        int is = indexOf(after, scale);
        count(
            name,
            Result.SCORE,
            row -> !old.value(row, scale).equals(now.value(row, scale)),
            nowBatch);
        count(
            name,
            Result.BAND,
            row -> !bandOf(old, row, was).equals(bandOf(now, row, is)),
            nowBatch);
      }
      for (String classification : classifications) {
        count(
            id + "." + classification,
            Result.OUTCOME,
            row -> !outcomeOf(old, row, classification).equals(outcomeOf(now, row, classification)),
            nowBatch);
      }
      count(id, Result.ALERT, row -> old.alert(row) != now.alert(row), nowBatch);
      count(id, Result.VALIDITY, row -> old.validity(row) != now.validity(row), nowBatch);
      rows += nowBatch.rows();
    }

    /** A band is another one by its id or its level; its label and its edge may change. */
    private static Optional<String> bandOf(ScoreTable scores, int row, int scale) {
      return scores.band(row, scale).map(band -> band.id() + " " + band.level());
    }

    private static Optional<String> outcomeOf(ScoreTable scores, int row, String classification) {
      return scores
          .outcome(row, classification)
          .map(outcome -> outcome.id() + " " + outcome.level());
    }

    private static int indexOf(ScoringPlan plan, String scale) {
      return plan.instrument().scales().stream().map(Scale::id).toList().indexOf(scale);
    }

    private void count(String subject, Result result, IntPredicate differs, ResponseBatch batch) {
      Counter counter = counters.stream()
          .filter(one -> one.subject.equals(subject) && one.result == result)
          .findFirst()
          .orElseGet(() -> begin(subject, result));
      for (int row = 0; row < batch.rows(); row++) {
        if (differs.test(row)) {
          counter.add(batch.line(row));
        }
      }
    }

    private Counter begin(String subject, Result result) {
      Counter counter = new Counter(subject, result);
      counters.add(counter);
      return counter;
    }

    ScoreComparison comparison() {
      return new ScoreComparison(
          rows,
          counters.stream()
              .filter(counter -> counter.rows > 0)
              .map(counter ->
                  new Difference(counter.subject, counter.result, counter.rows, counter.firstLines))
              .toList());
    }
  }

  private static final class Counter {

    private final String subject;
    private final Result result;
    private final List<Long> firstLines = new ArrayList<>();
    private long rows;

    Counter(String subject, Result result) {
      this.subject = subject;
      this.result = result;
    }

    void add(long line) {
      rows++;
      if (firstLines.size() < MOST_LINES) {
        firstLines.add(line);
      }
    }
  }
}
