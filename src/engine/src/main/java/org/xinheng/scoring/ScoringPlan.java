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
import org.jspecify.annotations.Nullable;
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

  /** Steps of another plan that stay, by the id of their scale. */
  private final Map<String, ScaleStep> kept;

  private volatile @Nullable Program program;
  private final AtomicReference<Optional<Optional<ColumnLookup>>> columns =
      new AtomicReference<>(Optional.empty());
  private final AtomicLong rowsOfLargeTables = new AtomicLong();

  /**
   * All that is run over a block of rows.
   *
   * @param anybody one row of a student of whom nothing is known
   * @param bands by scale, through all its sets
   * @param given by scale, the standard scores by the norms
   */
  private record Program(
      SkipStep skips,
      List<ScaleStep> steps,
      Conditions conditions,
      List<ClassificationStep> classifications,
      CriticalStep critical,
      ValidityStep validity,
      ResponseTable anybody,
      List<List<Band>> bands,
      List<List<StandardScore>> given) {

    static Program of(ScoringPlan plan) {
      Instrument instrument = plan.instrument;
      Compiler compiler = new Compiler(instrument, plan.options, plan.kept);
      List<ScaleStep> steps = compiler.compile();
      Conditions conditions = new Conditions(instrument, compiler.done);
      List<List<Band>> bands = new ArrayList<>();
      List<List<StandardScore>> given = new ArrayList<>();
      for (Scale scale : instrument.scales()) {
        List<Band> ofScale = new ArrayList<>();
        scale.bandSets().forEach(set -> ofScale.addAll(set.bands()));
        bands.add(ofScale);
        given.add(plan.standardScores(scale));
      }
      return new Program(
          new SkipStep(instrument),
          steps,
          conditions,
          IntStream.range(0, instrument.classifications().size())
              .mapToObj(index -> new ClassificationStep(index, instrument, conditions))
              .toList(),
          new CriticalStep(instrument.critical(), conditions),
          new ValidityStep(instrument),
          new ResponseTable(instrument, 1),
          bands,
          given);
    }

    void score(Block block, SkipStep.Answers answers, StoredScores scores) {
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
  }

  private ScoringPlan(Instrument instrument, PlanOptions options, Map<String, ScaleStep> kept) {
    this.instrument = instrument;
    this.options = options;
    this.kept = kept;
  }

  private Program program() {
    @Nullable Program known = program;
    if (known == null) {
      // Two threads may both make it: it comes out the same.
      known = Program.of(this);
      program = known;
    }
    return known;
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
    ScoringPlan plan = deferred(instrument, options);
    plan.program();
    return plan;
  }

  /**
   * The same, but compiled when it is first asked for a score: for programs that know scores from the last time. What {@link
   * #compile(Instrument)} throws comes then.
   *
   * @throws IllegalArgumentException if the options are not of this questionnaire
   */
  public static ScoringPlan deferred(Instrument instrument, PlanOptions options) {
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
    Map<String, ScaleStep> same = new HashMap<>();
    for (ScaleStep step : steps()) {
      Scale scale = instrument.scales().get(step.scale());
      boolean isSame = step.scale() < changed.scales().size()
          && changed.scales().get(step.scale()).equals(scale)
          && !scale.keying().keys().isEmpty();
      if (isSame) {
        same.put(scale.id(), step);
      }
    }
    ScoringPlan plan = new ScoringPlan(changed, options, same);
    plan.program();
    return plan;
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
    return program().bands().get(scale);
  }

  /** By scale, the standard scores that it gets from the norms of this plan. */
  List<List<StandardScore>> standardScores() {
    return program().given();
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

  /** Made when it is first asked for. */
  private Optional<ColumnLookup> columns() {
    return columns
        .updateAndGet(known -> known.or(() -> Optional.of(ColumnLookup.of(this))))
        .flatMap(lookup -> lookup);
  }

  /** The same, row for row by the steps. */
  StoredScores runStored(ResponseTable table, int threads) {
    Program compiled = program();
    StoredScores scores = new StoredScores(this, table.rows());
    int blocks = (table.rows() + BLOCK_ROWS - 1) / BLOCK_ROWS;
    SkipStep.Answers answers = compiled.skips().of(table);
    if (threads == 1) {
      Block block = block(Math.min(BLOCK_ROWS, table.rows()));
      IntStream.range(0, blocks)
          .forEach(number -> runBlock(compiled, number, block, answers, scores));
    } else {
      Workers.run(threads, blocks, () -> {
        Block block = block(BLOCK_ROWS);
        return number -> runBlock(compiled, number, block, answers, scores);
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
    SkipStep skips = program().skips();
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
    return List.of(program().skips().reach(block, table, new StoredScores(this, 1)));
  }

  /** Scores a few rows as they stand, without skip logic. */
  ScoreTable runReached(ResponseTable table) {
    Block block = block(table.rows());
    block.moveTo(0, table.rows());
    StoredScores scores = new StoredScores(this, table.rows());
    program().score(block, new SkipStep.Answers(table, table), scores);
    return scores;
  }

  Block block(int rows) {
    Program of = program();
    return new Block(
        of.steps().size(), Math.max(of.conditions().named(), of.skips().named()), rows);
  }

  /** The steps of the scales, each after those that it is made of. */
  List<ScaleStep> steps() {
    return program().steps();
  }

  boolean hasSkips() {
    return !program().skips().isEmpty();
  }

  /** One row of a student of whom nothing is known, to be copied. */
  ResponseTable anybody() {
    return program().anybody();
  }

  private static void runBlock(
      Program program, int number, Block block, SkipStep.Answers answers, StoredScores scores) {
    int rows = scores.rows();
    block.moveTo(number * BLOCK_ROWS, Math.min(BLOCK_ROWS, rows - number * BLOCK_ROWS));
    program.skips().run(block, answers, scores);
    program.score(block, answers, scores);
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
