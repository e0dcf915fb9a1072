package org.xinheng.screening;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Scale;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;

/**
 * How the scores on the primary scale of a battery are distributed, in steps wide enough that none holds a small number of
 * students.
 *
 * <p>Where a count of a tier is hidden in the summary of these students, the scores from the first cut-off of level 2 on are
 * one step: how many are above a higher cut-off would say how many are at least at the tier that it leads to.
 *
 * @param battery whose primary scale it is
 * @param lowest the lowest possible value
 * @param highest the highest possible value
 * @param steps from the lowest; together they hold all students with a score
 * @param cutOffs the bands whose edges are the cut-offs, of the set that is for most
 */
public record ScoreDistribution(
    Battery battery, double lowest, double highest, List<Step> steps, List<Band> cutOffs) {

  private static final int MOST_STEPS = 24;
  private static final int HIGH = 2;

  public ScoreDistribution {
    steps = List.copyOf(steps);
    cutOffs = List.copyOf(cutOffs);
  }

  /** Students with a score from one value up to, but not including, another; in the last step including it. */
  public record Step(double from, double to, int students) {}

  /** The primary scale. */
  public ScaleReference scale() {
    return battery.primary();
  }

  /** All students with a score. */
  public int students() {
    return steps.stream().mapToInt(Step::students).sum();
  }

  /** The distribution of each battery whose primary scale is a scale and of whom enough students have a score. */
  public static List<ScoreDistribution> of(CampaignResult result, Summary summary) {
    List<ScoreDistribution> all = new ArrayList<>();
    for (Battery battery : result.batteries()) {
      of(battery, result, summary).ifPresent(all::add);
    }
    return all;
  }

  private static Optional<ScoreDistribution> of(
      Battery battery, CampaignResult result, Summary summary) {
    ScaleReference primary = battery.primary();
    Optional<Scale> scale = Optional.ofNullable(result.instruments().get(primary.questionnaire()))
        .flatMap(instrument -> instrument.scale(primary.scale()));
    if (scale.isEmpty()) {
      return Optional.empty();
    }
    List<Double> values = new ArrayList<>();
    List<Bands> sets = new ArrayList<>();
    for (StudentOutcome student : result.roster()) {
      if (result.isFor(battery, student.student()) && Participation.of(student).isComplete()) {
        Optional.ofNullable(student.forms().get(primary.questionnaire()))
            .ifPresent(form -> form.scores().value(form.row(), primary.scale()).ifPresent(value -> {
              values.add(value);
              bandSet(form, primary).ifPresent(sets::add);
            }));
      }
    }
    int small = result.policy().suppressBelow();
    if (values.size() < 2 * small) {
      return Optional.empty();
    }
    boolean isOne = !sets.isEmpty() && sets.stream().distinct().count() == 1;
    Optional<Bands> bands = Optional.of(sets)
        .filter(found -> isOne)
        .map(found -> found.get(0))
        .filter(set -> set.stage() == Bands.Stage.VALUE || set.stage() == Bands.Stage.RAW);
    boolean isHidden = summary.rows().stream()
        .filter(row -> row.level() == Summary.Level.SCHOOL
            || row.grade().filter(battery.grades()::contains).isPresent())
        .filter(row -> row.level() != Summary.Level.CLASS)
        .anyMatch(row ->
            row.count(Summary.Cell.T2).isEmpty() || row.count(Summary.Cell.T3).isEmpty());
    List<Double> edges = edges(scale.get(), bands, isHidden);
    List<Band> cutOffs = bands
        .map(set -> set.bands().stream()
            .filter(band -> band.from().compareTo(scale.get().lowest()) > 0)
            .toList())
        .orElse(List.of());
    return Optional.of(new ScoreDistribution(
        battery,
        edges.get(0),
        edges.get(edges.size() - 1),
        merged(steps(edges, values), small),
        cutOffs));
  }

  private static Optional<Bands> bandSet(Form form, ScaleReference scale) {
    return form.scores()
        .bandSet(form.row(), form.scores().plan().instrument().scaleNumber(scale.scale()));
  }

  /** Equal steps of whole points; if need be, one from the first cut-off of level 2 on, or up to it where low is worse. */
  private static List<Double> edges(Scale scale, Optional<Bands> bands, boolean isHidden) {
    double low = Math.floor(scale.lowest().doubleValue());
    double high = Math.ceil(scale.highest().doubleValue());
    double width = Math.max(1, Math.ceil((high - low + 1) / MOST_STEPS));
    List<Double> edges = new ArrayList<>();
    for (double edge = low; edge <= high; edge += width) {
      edges.add(edge);
    }
    edges.add(edges.get(edges.size() - 1) + width);
    Optional<Double> from = bands.flatMap(ScoreDistribution::firstHigh);
    if (isHidden && from.isPresent()) {
      boolean isHighWorse = bands.get().risk() == Bands.Risk.HIGH;
      double last = edges.get(edges.size() - 1);
      edges.removeIf(
          edge -> isHighWorse ? edge > from.get() && edge < last : edge > low && edge < from.get());
    }
    return edges;
  }

  /** Where level 2 begins, or ends where low is worse. */
  private static Optional<Double> firstHigh(Bands bands) {
    return bands.bands().stream()
        .filter(
            band -> bands.risk() == Bands.Risk.HIGH ? band.level() >= HIGH : band.level() < HIGH)
        .map(Band::from)
        .map(BigDecimal::doubleValue)
        .findFirst();
  }

  private static List<Step> steps(List<Double> edges, List<Double> values) {
    int[] counts = new int[edges.size() - 1];
    for (double value : values) {
      int step = 0;
      while (step + 1 < counts.length && value >= edges.get(step + 1)) {
        step++;
      }
      counts[step]++;
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      steps.add(new Step(edges.get(i), edges.get(i + 1), counts[i]));
    }
    return steps;
  }

  /** Neighbours are joined from the upper end until each holds enough. */
  private static List<Step> merged(List<Step> steps, int small) {
    List<Step> merged = new ArrayList<>();
    Step open = steps.get(steps.size() - 1);
    for (int i = steps.size() - 2; i >= 0; i--) {
      Step next = steps.get(i);
      if (open.students() >= small) {
        merged.add(0, open);
        open = next;
      } else {
        open = new Step(next.from(), open.to(), next.students() + open.students());
      }
    }
    if (open.students() >= small || merged.isEmpty()) {
      merged.add(0, open);
    } else {
      Step first = merged.remove(0);
      merged.add(0, new Step(open.from(), first.to(), open.students() + first.students()));
    }
    return merged;
  }
}
