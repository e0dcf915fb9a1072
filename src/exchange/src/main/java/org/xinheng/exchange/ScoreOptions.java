package org.xinheng.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.xinheng.definition.ColumnMap;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.memory.ProgramMemory;
import org.xinheng.profile.OutputProfile;
import org.xinheng.scoring.ScoringPlan;

/**
 * What to score, and where to.
 *
 * @param input the answers
 * @param plans at least one, each questionnaire once
 * @param output the scores; {@code run.json} is written beside it
 * @param map what columns and codes of the input mean
 * @param tiers how tiers come of the scores, if they are wanted
 * @param profile the columns that are written; all of them if there is none
 * @param encoding of the output: one of the two kinds of UTF-8
 * @param threads at least 1; the output does not depend on it
 * @param programVersion as it is to stand in {@code run.json}
 * @param ids by which students stand in the output
 * @param progress told the number of rows written, now and then
 * @param memory where the program keeps what it finds out of definitions, options and headings for the next run, if it does
 */
public record ScoreOptions(
    Path input,
    List<ScoringPlan> plans,
    Path output,
    ColumnMap map,
    Optional<TierOptions> tiers,
    Optional<OutputProfile> profile,
    TextEncoding encoding,
    int threads,
    String programVersion,
    StudentIds ids,
    LongConsumer progress,
    Optional<ProgramMemory> memory) {

  public ScoreOptions {
    plans = List.copyOf(plans);
    if (!(threads >= 1)) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
    if (encoding != TextEncoding.UTF_8 && encoding != TextEncoding.UTF_8_WITH_MARK) {
      throw new IllegalArgumentException("scores are written as UTF-8, not " + encoding.word());
    }
    List<ScoringPlan> scored = plans;
    tiers.ifPresent(options -> options.refuseUnfit(scored));
  }

  /** Without a map, tiers and a profile, in UTF-8, on one thread, silently. */
  public static ScoreOptions of(Path input, List<ScoringPlan> plans, Path output) {
    return new ScoreOptions(
        input,
        plans,
        output,
        ColumnMap.NONE,
        Optional.empty(),
        Optional.empty(),
        TextEncoding.UTF_8,
        1,
        "",
        StudentIds.AS_WRITTEN,
        rows -> {},
        Optional.empty());
  }

  public ScoreOptions withMap(ColumnMap value) {
    Draft draft = new Draft();
    draft.map = value;
    return draft.options();
  }

  public ScoreOptions withTiers(TierOptions value) {
    Draft draft = new Draft();
    draft.tiers = Optional.of(value);
    return draft.options();
  }

  public ScoreOptions withProfile(OutputProfile value) {
    Draft draft = new Draft();
    draft.profile = Optional.of(value);
    return draft.options();
  }

  public ScoreOptions withEncoding(TextEncoding value) {
    Draft draft = new Draft();
    draft.encoding = value;
    return draft.options();
  }

  public ScoreOptions withThreads(int value) {
    Draft draft = new Draft();
    draft.threads = value;
    return draft.options();
  }

  public ScoreOptions withProgramVersion(String value) {
    Draft draft = new Draft();
    draft.programVersion = value;
    return draft.options();
  }

  public ScoreOptions withProgress(LongConsumer value) {
    Draft draft = new Draft();
    draft.progress = value;
    return draft.options();
  }

  public ScoreOptions withIds(StudentIds value) {
    Draft draft = new Draft();
    draft.ids = value;
    return draft.options();
  }

  public ScoreOptions withMemory(ProgramMemory value) {
    Draft draft = new Draft();
    draft.memory = Optional.of(value);
    return draft.options();
  }

  /** All that can be set, at first as it is here. */
  private final class Draft {

    private ColumnMap map = ScoreOptions.this.map;
    private Optional<TierOptions> tiers = ScoreOptions.this.tiers;
    private Optional<OutputProfile> profile = ScoreOptions.this.profile;
    private TextEncoding encoding = ScoreOptions.this.encoding;
    private int threads = ScoreOptions.this.threads;
    private String programVersion = ScoreOptions.this.programVersion;
    private StudentIds ids = ScoreOptions.this.ids;
    private LongConsumer progress = ScoreOptions.this.progress;
    private Optional<ProgramMemory> memory = ScoreOptions.this.memory;

    ScoreOptions options() {
      return new ScoreOptions(
          input,
          plans,
          output,
          map,
          tiers,
          profile,
          encoding,
          threads,
          programVersion,
          ids,
          progress,
          memory);
    }
  }
}
