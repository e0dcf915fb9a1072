package org.xinheng.administration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.irt.IrtScale;
import org.xinheng.instrument.irt.LevelEstimator;
import org.xinheng.instrument.irt.Worksheet;
import org.xinheng.policy.Stopping;
import org.xinheng.scoring.Categories;
import org.xinheng.scoring.LevelBounds;
import org.xinheng.scoring.Normal;
import org.xinheng.scoring.ResponseTable;

/**
 * Adaptive testing of one scale: of the items that are left, the one is asked that tells most at the level estimated so far
 * (Fisher's information), drawn from the best few so that not everybody gets the same, and from the group of items that lags
 * most behind its share. It ends when the standard error is small enough, the band probable enough, or enough was asked; and
 * with the last item.
 *
 * <p>Items that are asked in any case have pages of their own and are asked before.
 *
 * @see "Kingsbury and Zara (1989), Applied Measurement in Education 2, 359-375, on choosing among the best and on content"
 */
final class AdaptiveStopping implements Stopper {

  private final int form;
  private final Stopping.Adaptive rule;
  private final Scale scale;
  private final LevelEstimator estimator;
  private final Categories categories;
  private final double priorMean;
  private final Set<Integer> bank;
  private final List<Set<Integer>> content;
  private final StudentContext student;
  private final LevelBands bands;
  private final int forms;

  AdaptiveStopping(List<FormPlan> plans, Stopping.Adaptive rule, StudentContext student) {
    this.rule = rule;
    this.student = student;
    forms = plans.size();
    form = IntStream.range(0, forms)
        .filter(place -> plans.get(place).instrument().id().equals(rule.scale().questionnaire()))
        .findFirst()
        .orElseThrow();
    FormPlan plan = plans.get(form);
    scale = plan.instrument().scale(rule.scale().scale()).orElseThrow();
    Keying.OfModel keying = (Keying.OfModel) scale.keying();
    estimator = LevelEstimator.of(keying);
    categories = new Categories(keying, plan.instrument());
    priorMean = keying.model().prior().map(prior -> prior.mean().doubleValue()).orElse(0.0);
    bank = IntStream.range(0, categories.size())
        .map(categories::column)
        .filter(column -> !plan.alwaysAsked().contains(column))
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
    content = rule.content().stream()
        .map(group -> group.items().stream()
            .map(item -> plan.column(item).orElseThrow())
            .collect(Collectors.toUnmodifiableSet()))
        .toList();
    bands = new LevelBands(scale);
  }

  @Override
  public Set<Integer> oneByOne(int ofForm) {
    return ofForm == form ? bank : Set.of();
  }

  @Override
  public OptionalInt next(int ofForm, ResponseTable table, int row) {
    if (ofForm != form || state(table, row).why().isPresent()) {
      return OptionalInt.empty();
    }
    State state = state(table, row);
    List<Integer> left = IntStream.range(0, categories.size())
        .filter(item -> isLeft(item, table, row))
        .boxed()
        .toList();
    if (left.isEmpty()) {
      return OptionalInt.empty();
    }
    List<Integer> best = balanced(left, table, row).stream()
        .sorted(Comparator.comparingDouble((Integer item) -> -information(item, state.theta()))
            .thenComparing(Comparator.naturalOrder()))
        .limit(rule.among())
        .toList();
    SeededOrder draw = SeededOrder.of(student, rule.scale() + " " + state.asked());
    return OptionalInt.of(categories.column(best.get(draw.below(best.size()))));
  }

  private boolean isLeft(int item, ResponseTable table, int row) {
    int column = categories.column(item);
    return bank.contains(column) && WatchedScale.isOpen(table, row, column);
  }

  private double information(int item, double theta) {
    return estimator.scale().items().get(item).information(theta);
  }

  /** Of what is left, the items of the group that lags most behind its share; all if there are no groups. */
  private List<Integer> balanced(List<Integer> left, ResponseTable table, int row) {
    List<Integer> lagging = left;
    double most = Double.NEGATIVE_INFINITY;
    for (int group = 0; group < content.size(); group++) {
      Set<Integer> of = content.get(group);
      List<Integer> leftOf =
          left.stream().filter(item -> of.contains(categories.column(item))).toList();
      double lag = rule.content().get(group).share().doubleValue() * (asked(table, row) + 1)
          - of.stream()
              .filter(column -> !WatchedScale.isOpen(table, row, column))
              .count();
      if (!leftOf.isEmpty() && lag > most) {
        most = lag;
        lagging = leftOf;
      }
    }
    return lagging;
  }

  private int asked(ResponseTable table, int row) {
    return (int) IntStream.range(0, categories.size())
        .filter(item -> !WatchedScale.isOpen(table, row, categories.column(item)))
        .count();
  }

  /**
   * Where the test stands.
   *
   * @param why it ends, if it does
   * @param probability of the band, 1 if there are none
   */
  private record State(
      double theta,
      double standardError,
      int asked,
      Optional<StoppedScale.Why> why,
      double probability,
      Optional<Band> band) {}

  private State state(ResponseTable table, int row) {
    int[] answers = new int[categories.size()];
    categories.read(table, row, answers);
    Worksheet sheet = estimator.worksheet();
    int asked = asked(table, row);
    int answered =
        (int) IntStream.of(answers).filter(of -> of != IrtScale.MISSING).count();
    if (!estimator.estimate(answers, sheet)) {
      return new State(
          priorMean, Double.POSITIVE_INFINITY, asked, most(asked), 0, Optional.empty());
    }
    LevelBands.Likely likely = bands.likely(sheet.theta(), sheet.standardError());
    Optional<StoppedScale.Why> why = Optional.empty();
    if (answered >= rule.fewest()) {
      if (isAtMost(sheet.standardError(), rule.standardError())) {
        why = Optional.of(StoppedScale.Why.STANDARD_ERROR);
      } else if (likely.band().isPresent()
          && rule.decided().map(p -> likely.probability() >= p.doubleValue()).orElse(false)) {
        why = Optional.of(StoppedScale.Why.BAND_PROBABLE);
      }
    }
    return new State(
        sheet.theta(),
        sheet.standardError(),
        asked,
        why.or(() -> most(asked)),
        likely.probability(),
        likely.band());
  }

  private static boolean isAtMost(double value, Optional<BigDecimal> limit) {
    return limit.map(most -> value <= most.doubleValue()).orElse(false);
  }

  private Optional<StoppedScale.Why> most(int asked) {
    return rule.most().filter(most -> asked >= most).map(most -> StoppedScale.Why.MOST_ITEMS);
  }

  @Override
  public Stops stops(List<ResponseTable> tables, int row) {
    State state = state(tables.get(form), row);
    boolean open =
        bank.stream().anyMatch(column -> WatchedScale.isOpen(tables.get(form), row, column));
    if (state.why().isEmpty() || !open) {
      return Stops.none(forms);
    }
    List<Set<Integer>> leftOut = new ArrayList<>(Collections.nCopies(forms, Set.of()));
    leftOut.set(form, bank);
    List<List<StoppedScale>> scales = new ArrayList<>(Collections.nCopies(forms, List.of()));
    LevelBounds levels = state
        .band()
        .map(band -> new LevelBounds(band.level(), band.level()))
        .orElse(LevelBounds.OPEN);
    scales.set(
        form,
        List.of(new StoppedScale(
            scale.id(),
            state.band().map(Band::id),
            levels,
            state.why().get(),
            state.probability())));
    return new Stops(leftOut, scales);
  }

  /** The bands of a level, as far as the level is its value by one straight line. */
  private static final class LevelBands {

    private final List<Band> bands;
    private final double factor;
    private final double addend;

    LevelBands(Scale scale) {
      boolean plain = scale.transform().conversion().isEmpty()
          && scale.bandSets().size() == 1
          && scale.bandSets().get(0).stage() == Bands.Stage.VALUE;
      bands = plain ? scale.bandSets().get(0).bands() : List.of();
      factor = scale.transform().factor().doubleValue();
      addend = scale.transform().addend().doubleValue();
    }

    /** The most probable band; none if there are none. */
    record Likely(Optional<Band> band, double probability) {}

    Likely likely(double theta, double standardError) {
      double value = factor * theta + addend;
      double error = Math.abs(factor) * standardError;
      Optional<Band> best = Optional.empty();
      double most = 0;
      for (int i = 0; i < bands.size(); i++) {
        double from = i == 0 ? Double.NEGATIVE_INFINITY : bands.get(i).from().doubleValue();
        double to = i + 1 == bands.size()
            ? Double.POSITIVE_INFINITY
            : bands.get(i + 1).from().doubleValue();
        double chance = below((to - value) / error) - below((from - value) / error);
        if (chance > most) {
          most = chance;
          best = Optional.of(bands.get(i));
        }
      }
      return new Likely(best, bands.isEmpty() ? 1 : most);
    }

    private static double below(double z) {
      if (Double.isInfinite(z)) {
        return z > 0 ? 1 : 0;
      }
      return Normal.below(z);
    }
  }
}
