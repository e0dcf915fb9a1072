package org.xinheng.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.xinheng.definition.ColumnMap;
import org.xinheng.scoring.ScoringPlan;

/**
 * What to score, and where to.
 *
 * @param input the answers
 * @param plans at least one, each questionnaire once
 * @param output the scores; {@code run.json} is written beside it
 * @param map what columns and codes of the input mean
 * @param encoding of the output: one of the two kinds of UTF-8
 * @param threads at least 1; the output does not depend on it
 * @param programVersion as it is to stand in {@code run.json}
 * @param progress told the number of rows written, now and then
 */
public record ScoreOptions(
    Path input,
    List<ScoringPlan> plans,
    Path output,
    ColumnMap map,
    TextEncoding encoding,
    int threads,
    String programVersion,
    LongConsumer progress) {

  public ScoreOptions {
    plans = List.copyOf(plans);
    if (!(threads >= 1)) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
  }

  /** Without a map, in UTF-8, on one thread, silently. */
  public static ScoreOptions of(Path input, List<ScoringPlan> plans, Path output) {
    return new ScoreOptions(
        input, plans, output, ColumnMap.NONE, TextEncoding.UTF_8, 1, "", rows -> {});
  }

  public ScoreOptions withMap(ColumnMap value) {
    return new ScoreOptions(
        input, plans, output, value, encoding, threads, programVersion, progress);
  }

  public ScoreOptions withEncoding(TextEncoding value) {
    return new ScoreOptions(input, plans, output, map, value, threads, programVersion, progress);
  }

  public ScoreOptions withThreads(int value) {
    return new ScoreOptions(input, plans, output, map, encoding, value, programVersion, progress);
  }

  public ScoreOptions withProgramVersion(String value) {
    return new ScoreOptions(input, plans, output, map, encoding, threads, value, progress);
  }

  public ScoreOptions withProgress(LongConsumer value) {
    return new ScoreOptions(input, plans, output, map, encoding, threads, programVersion, value);
  }
}
