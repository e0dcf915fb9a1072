package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;

/**
 * A questionnaire compiled for scoring: steps over integer columns, without names, maps or boxes.
 *
 * <p>A plan is run over a table in blocks of rows that stay in cache; each step is a plain loop. All sums are of whole
 * numbers in 64 bits. Decimal weights are scaled when the plan is compiled; division and rounding happen once, at the
 * end of a scale. A plan is immutable and may be shared between threads.
 */
public final class ScoringPlan {

  private static final int BLOCK_ROWS = 1024;

  private final Instrument instrument;
  private final PlanOptions options;
  private final List<ScaleStep> steps;
  private final CriticalStep critical;
  private final ValidityStep validity;

  private ScoringPlan(Instrument instrument, PlanOptions options) {
    this.instrument = instrument;
    this.options = options;
    this.steps = new Compiler(instrument, options).compile();
    this.critical = new CriticalStep(instrument);
    this.validity = new ValidityStep(instrument);
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
    return new ScoringPlan(instrument, options);
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

  /** The standard scores that a scale gets from the norms of this plan, for students whom a norm group fits. */
  public List<StandardScore> standardScores(Scale scale) {
    return norms().map(set -> NormStep.given(scale, set)).orElse(List.of());
  }

  /** Scores every row of a table of this questionnaire. */
  public ScoreTable run(ResponseTable table) {
    return run(table, 1);
  }

  /** The same on several threads; the result does not depend on their number. */
  public ScoreTable run(ResponseTable table, int threads) {
    if (!(threads >= 1)) {
      throw new IllegalArgumentException("threads must be at least 1: " + threads);
    }
    if (!table.instrument().equals(instrument)) {
      throw new IllegalArgumentException(
          "the table holds answers to '" + table.instrument().id() + "' "
              + table.instrument().version() + ", the plan scores '" + instrument.id() + "' "
              + instrument.version());
    }
    ScoreTable scores = new ScoreTable(this, table.rows());
    int blocks = (table.rows() + BLOCK_ROWS - 1) / BLOCK_ROWS;
    if (threads == 1) {
      Block block = new Block(steps.size(), BLOCK_ROWS);
      IntStream.range(0, blocks).forEach(number -> runBlock(number, block, table, scores));
    } else {
      Workers.run(threads, blocks, () -> {
        Block block = new Block(steps.size(), BLOCK_ROWS);
        return number -> runBlock(number, block, table, scores);
      });
    }
    return scores;
  }

  private void runBlock(int number, Block block, ResponseTable table, ScoreTable scores) {
    block.moveTo(number * BLOCK_ROWS, Math.min(BLOCK_ROWS, table.rows() - number * BLOCK_ROWS));
    for (ScaleStep step : steps) {
      step.run(block, table, scores);
    }
    critical.run(block, table, scores);
    validity.run(block, table, scores);
  }

  /** Puts the scales into an order in which every part comes before the composite that uses it. */
  private static final class Compiler {

    private final Instrument instrument;
    private final PlanOptions options;
    private final Map<String, ScaleStep> done = new HashMap<>();
    private final List<ScaleStep> steps = new ArrayList<>();

    Compiler(Instrument instrument, PlanOptions options) {
      this.instrument = instrument;
      this.options = options;
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
      Gathering gathering = Gathering.of(scale, instrument, part -> compile(part, path));
      ScaleStep step = new ScaleStep(
          instrument.scales().indexOf(scale), gathering, Finish.of(scale, gathering, options));
      done.put(scale.id(), step);
      steps.add(step);
      return step;
    }
  }
}
