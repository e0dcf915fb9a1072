package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;

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
  private final Optional<NormSet> norms;
  private final List<ScaleStep> steps;
  private final CriticalStep critical;
  private final ValidityStep validity;

  private ScoringPlan(Instrument instrument, Optional<NormSet> norms, List<ScaleStep> steps) {
    this.instrument = instrument;
    this.norms = norms;
    this.steps = steps;
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
    return new ScoringPlan(
        instrument,
        Optional.empty(),
        new Compiler(instrument, Optional.empty(), Map.of()).compile());
  }

  /**
   * Compiles a questionnaire with norms, so that scales also get T scores.
   *
   * @throws IllegalArgumentException as above, or if the norms belong to another questionnaire
   */
  public static ScoringPlan compile(Instrument instrument, NormSet norms) {
    return new ScoringPlan(
        instrument,
        Optional.of(norms),
        new Compiler(instrument, Optional.of(norms), Map.of()).compile());
  }

  /**
   * Compiles a definition of the same form that differs in little: the steps of scales over items that are the same, in
   * the same position, are kept.
   *
   * @throws IllegalArgumentException as {@link #compile(Instrument)} does
   */
  public ScoringPlan recompile(Instrument changed) {
    Map<String, ScaleStep> kept = new HashMap<>();
    for (ScaleStep step : steps) {
      Scale scale = instrument.scales().get(step.scale());
      boolean same = step.scale() < changed.scales().size()
          && changed.scales().get(step.scale()).equals(scale)
          && scale.keying() instanceof Keying.OfItems;
      if (same) {
        kept.put(scale.id(), step);
      }
    }
    return new ScoringPlan(changed, norms, new Compiler(changed, norms, kept).compile());
  }

  public Instrument instrument() {
    return instrument;
  }

  public Optional<NormSet> norms() {
    return norms;
  }

  /** Whether the scale gets a T score from the norms of this plan, for students whom a norm group fits. */
  public boolean isNormed(String scale) {
    return norms.stream()
        .anyMatch(
            set -> set.groups().stream().anyMatch(group -> group.scales().containsKey(scale)));
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
      Block block = new Block(steps.size(), Math.min(BLOCK_ROWS, table.rows()));
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
    private final Optional<NormSet> norms;
    private final Map<String, ScaleStep> kept;
    private final Map<String, ScaleStep> done = new HashMap<>();
    private final List<ScaleStep> steps = new ArrayList<>();

    /**
     * @param kept steps of another plan that stay
     */
    Compiler(Instrument instrument, Optional<NormSet> norms, Map<String, ScaleStep> kept) {
      this.instrument = instrument;
      this.norms = norms;
      this.kept = kept;
      norms.ifPresent(set -> {
        if (!set.questionnaire().equals(instrument.id())) {
          throw new IllegalArgumentException("norm set '" + set.id() + "' belongs to '"
              + set.questionnaire() + "', not to '" + instrument.id() + "'");
        }
      });
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
      Gathering gathering = Gathering.of(scale, instrument, part -> compile(part, path));
      return new ScaleStep(
          instrument.scales().indexOf(scale), gathering, Finish.of(scale, gathering, norms));
    }
  }
}
