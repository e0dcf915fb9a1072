package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Magnitude;
import org.xinheng.instrument.Magnitudes;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;
import org.xinheng.instrument.Truth;

/**
 * A questionnaire compiled for scoring: steps over integer columns, without names, maps or boxes.
 *
 * <p>A plan is run over a table in blocks of rows that stay in cache; each step is a plain loop. All sums are of whole
 * numbers in 64 bits. Decimal weights are scaled when the plan is compiled; division and rounding happen once, at the
 * end of a scale. A plan is immutable and may be shared between threads.
 */
public final class ScoringPlan {

  private static final int BLOCK_ROWS = 1024;

  /** So many rows take as long by the steps as to find all results of a plan in a process that has just started. */
  private static final long ROWS_WORTH_COLUMNS = 1 << 16;

  private final Instrument instrument;
  private final PlanOptions options;
  private final SkipStep skips;
  private final List<ScaleStep> steps;
  private final Conditions conditions;
  private final List<ClassificationStep> classifications;
  private final CriticalStep critical;
  private final ValidityStep validity;
  private final ResponseTable anybody;
  private final AtomicReference<Optional<Optional<ColumnLookup>>> columns =
      new AtomicReference<>(Optional.empty());
  private final AtomicLong rowsOfLargeTables = new AtomicLong();
  private final List<List<Band>> bands;

  /** By scale. */
  private final List<List<StandardScore>> given;

  /**
   * @param kept steps of another plan that stay, by the id of their scale
   */
  private ScoringPlan(Instrument instrument, PlanOptions options, Map<String, ScaleStep> kept) {
    this.instrument = instrument;
    this.options = options;
    this.skips = new SkipStep(instrument);
    Compiler compiler = new Compiler(instrument, options, kept);
    this.steps = compiler.compile();
    this.conditions = new Conditions(instrument, compiler.done);
    this.classifications = IntStream.range(0, instrument.classifications().size())
        .mapToObj(index -> new ClassificationStep(index, instrument, conditions))
        .toList();
    this.critical = new CriticalStep(instrument.critical(), conditions);
    this.validity = new ValidityStep(instrument);
    this.anybody = new ResponseTable(instrument, 1);
    this.bands = new ArrayList<>();
    this.given = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      List<Band> ofScale = new ArrayList<>();
      scale.bandSets().forEach(set -> ofScale.addAll(set.bands()));
      bands.add(ofScale);
      given.add(standardScores(scale));
    }
  }

  /**
   * Compiles a questionnaire.
   *
   * @throws IllegalArgumentException if its references do not hold or its numbers leave 64 bits; a definition that
   *     the checker accepts never does
   */
  public static ScoringPlan compile(Instrument instrument) {
    return compile(instrument, PlanOptions.DEFAULTS);
  }

  /**
   * Compiles a questionnaire with norms, so that scales also get standard scores.
   *
   * @throws IllegalArgumentException as above, or if the norms belong to another questionnaire
   */
  public static ScoringPlan compile(Instrument instrument, NormSet norms) {
    return compile(instrument, PlanOptions.DEFAULTS.withNorms(norms));
  }

  /**
   * Compiles a questionnaire with what is chosen for a run.
   *
   * @throws IllegalArgumentException as above, or if the options are not of this questionnaire
   */
  public static ScoringPlan compile(Instrument instrument, PlanOptions options) {
    options.requireFor(instrument);
    return new ScoringPlan(instrument, options, Map.of());
  }

  /**
   * Compiles a definition of the same form that differs in little, with the same options: the steps of scales over items
   * that are the same, in the same position, are kept.
   *
   * @throws IllegalArgumentException as {@link #compile(Instrument)} does
   */
  public ScoringPlan recompile(Instrument changed) {
    Map<String, ScaleStep> kept = new HashMap<>();
    for (ScaleStep step : steps) {
      Scale scale = instrument.scales().get(step.scale());
      boolean same = step.scale() < changed.scales().size()
          && changed.scales().get(step.scale()).equals(scale)
          && !scale.keying().keys().isEmpty();
      if (same) {
        kept.put(scale.id(), step);
      }
    }
    return new ScoringPlan(changed, options, kept);
  }

  public Instrument instrument() {
    return instrument;
  }

  public PlanOptions options() {
    return options;
  }

  public Optional<NormSet> norms() {
    return options.norms();
  }

  /** The bands of a scale by number, through all its sets. */
  List<Band> bands(int scale) {
    return bands.get(scale);
  }

  /** By scale, the standard scores that it gets from the norms of this plan. */
  List<List<StandardScore>> standardScores() {
    return given;
  }

  /** The standard scores that a scale gets from the norms of this plan, for students whom a norm group fits. */
  public List<StandardScore> standardScores(Scale scale) {
    return norms().map(set -> NormStep.given(scale, set)).orElse(List.of());
  }

  /**
   * Scores every row of a table of this questionnaire.
   *
   * <p>Once a plan has scored many rows, large tables are scored column by column where the plan allows it, in few bytes a
   * row: for every scale the number of one of the results that it can have. All other plans and rows go through the steps;
   * the scores are the same.
   */
  public ScoreTable run(ResponseTable table) {
    return run(table, 1);
  }

  /** The same on several threads; the result does not depend on their number. */
  public ScoreTable run(ResponseTable table, int threads) {
    if (!(threads >= 1)) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
    if (!Objects.equals(table.instrument(), instrument)) {
      throw new IllegalArgumentException(
          "the table holds answers to '" + table.instrument().id() + "' "
              + table.instrument().version() + ", the plan scores '" + instrument.id() + "' "
              + instrument.version());
    }
    return isWorthColumns(table)
        ? columns()
            .flatMap(lookup -> lookup.run(table, threads))
            .orElseGet(() -> runStored(table, threads))
        : runStored(table, threads);
  }

  private boolean isWorthColumns(ResponseTable table) {
    return table.rows() >= ColumnLookup.FEWEST_ROWS
        && rowsOfLargeTables.addAndGet(table.rows()) >= ROWS_WORTH_COLUMNS;
  }

  /** The same, row for row by the steps. */
  StoredScores runStored(ResponseTable table, int threads) {
    StoredScores scores = new StoredScores(this, table.rows());
    int blocks = (table.rows() + BLOCK_ROWS - 1) / BLOCK_ROWS;
    SkipStep.Answers answers = skips.of(table);
    if (threads == 1) {
      Block block = block(Math.min(BLOCK_ROWS, table.rows()));
      IntStream.range(0, blocks).forEach(number -> runBlock(number, block, answers, scores));
    } else {
      Workers.run(threads, blocks, () -> {
        Block block = block(BLOCK_ROWS);
        return number -> runBlock(number, block, answers, scores);
      });
    }
    return scores;
  }

  /**
   * What could become of a row by skip logic once its missing answers are given.
   *
   * @param table copies of one row, from which what is certainly not reached is left out
   * @return the columns that may or may not be reached
   */
  Set<Integer> leaveOut(ResponseTable table) {
    Block block = block(table.rows());
    block.moveTo(0, table.rows());
    StoredScores noScores = new StoredScores(this, table.rows());
    skips.run(block, new SkipStep.Answers(table, table), noScores);
    return skips.open(block, table, noScores);
  }

  /**
   * Whether each item of a student is shown, by the conditions of its section and its own, as far as the answers tell. An
   * item of which that is not known is asked: its answer counts.
   *
   * @param table one row
   * @return by column: no for an item that skip logic leaves out
   */
  public List<Truth> reach(ResponseTable table) {
    Block block = block(1);
    block.moveTo(0, 1);
    return List.of(skips.reach(block, table, new StoredScores(this, 1)));
  }

  /** Scores a few rows as they stand, without skip logic. */
  ScoreTable runReached(ResponseTable table) {
    Block block = block(table.rows());
    block.moveTo(0, table.rows());
    StoredScores scores = new StoredScores(this, table.rows());
    score(block, new SkipStep.Answers(table, table), scores);
    return scores;
  }

  /** Made when it is first asked for. */
  private Optional<ColumnLookup> columns() {
    return columns
        .updateAndGet(known -> known.or(() -> Optional.of(ColumnLookup.of(this))))
        .flatMap(lookup -> lookup);
  }

  Block block(int rows) {
    return new Block(steps.size(), Math.max(conditions.named(), skips.named()), rows);
  }

  /** The steps of the scales, each after those that it is made of. */
  List<ScaleStep> steps() {
    return steps;
  }

  boolean hasSkips() {
    return !skips.isEmpty();
  }

  /** One row of a student of whom nothing is known, to be copied. */
  ResponseTable anybody() {
    return anybody;
  }

  private void runBlock(int number, Block block, SkipStep.Answers answers, StoredScores scores) {
    int rows = scores.rows();
    block.moveTo(number * BLOCK_ROWS, Math.min(BLOCK_ROWS, rows - number * BLOCK_ROWS));
    skips.run(block, answers, scores);
    score(block, answers, scores);
  }

  private void score(Block block, SkipStep.Answers answers, StoredScores scores) {
    for (ScaleStep step : steps) {
      step.run(block, answers.reached(), scores);
    }
    conditions.run(block, answers.reached(), scores);
    for (ClassificationStep classification : classifications) {
      classification.run(block, answers.reached(), scores);
    }
    validity.run(block, answers.reached(), scores);
    if (!skips.isEmpty()) {
      conditions.run(block, answers.given(), scores);
    }
    critical.run(block, answers.given(), scores);
  }

  /** Puts the scales into an order in which every part comes before the composite that uses it. */
  private static final class Compiler {

    private final Instrument instrument;
    private final PlanOptions options;
    private final Map<String, ScaleStep> kept;
    private final Magnitudes magnitudes;
    private final Map<String, ScaleStep> done = new HashMap<>();
    private final List<ScaleStep> steps = new ArrayList<>();

    Compiler(Instrument instrument, PlanOptions options, Map<String, ScaleStep> kept) {
      this.instrument = instrument;
      this.options = options;
      this.kept = kept;
      magnitudes = new Magnitudes(instrument, Gathering::levels);
    }

    List<ScaleStep> compile() {
      instrument.scales().forEach(scale -> compile(scale, List.of()));
      return List.copyOf(steps);
    }

    private ScaleStep compile(Scale scale, List<String> above) {
      if (above.contains(scale.id())) {
        throw new IllegalArgumentException("scale '" + scale.id() + "' is made of itself");
      }
      if (done.containsKey(scale.id())) {
        return done.get(scale.id());
      }
      List<String> path = new ArrayList<>(above);
      path.add(scale.id());
      ScaleStep step =
          Optional.ofNullable(kept.get(scale.id())).orElseGet(() -> newStep(scale, path));
      done.put(scale.id(), step);
      steps.add(step);
      return step;
    }

    private ScaleStep newStep(Scale scale, List<String> path) {
      Optional<Magnitude> magnitude = magnitudes.of(scale);
      magnitude.ifPresent(of -> Finish.requireSmall(scale.id(), of.largest()));
      Gathering gathering = Gathering.of(scale, instrument, part -> compile(part, path));
      Finish finish = Finish.of(
          scale,
          gathering,
          magnitude.orElseThrow(() -> new IllegalArgumentException(
              "scale '" + scale.id() + "' divides by 0, or is made of scales too deep")),
          options);
      return new ScaleStep(instrument.scaleNumber(scale.id()), gathering, finish);
    }
  }
}
