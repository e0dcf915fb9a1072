package org.xinheng.validation.norming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;
import org.xinheng.validation.Watch;

/**
 * Norms that change smoothly with age or grade. People are ranked within age groups; the raw score is then described as a
 * polynomial in the location within the group and in age, a Taylor polynomial of the surface that all groups share. Norms
 * at an age use the people of all ages, and there are norms between the groups.
 *
 * <p>Of the best models of each size the smallest is taken that explains the wanted share of the raw scores and whose raw
 * scores rise with the location at every age; if none does both, of those that rise the one that explains most.
 *
 * @see "Lenhard, Lenhard, Suggate and Segerer (2018), Assessment 25, 112-125; Lenhard and Lenhard (2021), Educational and
 *     Psychological Measurement 81, 229-261"
 */
public final class ContinuousNorms {

  private static final int AGES_LOOKED_AT = 41;
  private static final int FEWEST_GROUPS = 3;
  private static final int HALVINGS = 60;

  private final NormSurface surface;
  private final List<Group> groups;
  private final List<Group> leftOut;
  private final List<Candidate> candidates;
  private final Candidate chosen;
  private final Bounds bounds;

  /**
   * How far norms reach.
   *
   * @param scores the lowest and the highest raw score
   * @param ages the youngest and the oldest group
   * @param locations the lowest and the highest of the data, within the reach that was asked for
   */
  public record Bounds(Interval scores, Interval ages, Interval locations) {

    private static Bounds of(List<AgeGroups.Group> groups, double reach) {
      DoubleSummaryStatistics scores = new DoubleSummaryStatistics();
      DoubleSummaryStatistics locations = new DoubleSummaryStatistics();
      for (AgeGroups.Group group : groups) {
        group.raw().forEach(scores::accept);
        group.location().forEach(locations::accept);
      }
      return new Bounds(
          new Interval(scores.getMin(), scores.getMax()),
          new Interval(groups.get(0).age(), groups.get(groups.size() - 1).age()),
          new Interval(locations.getMin(), locations.getMax()).within(-reach, reach));
    }
  }

  /** {@code coefficient L^i A^j}. */
  public record Term(int powerOfLocation, int powerOfAge, double coefficient) {}

  /**
   * A model that was looked at.
   *
   * @param terms how many terms it has besides the constant
   * @param r2 share of the variance of the raw scores that it explains
   * @param adjustedR2 the same, less what as many useless terms would explain
   * @param rmse root of the mean squared error, in raw points
   * @param agesThatFall how many of the ages looked at have raw scores that fall while the location rises
   */
  public record Candidate(int terms, double r2, double adjustedR2, double rmse, int agesThatFall) {

    public boolean isMonotone() {
      return agesThatFall == 0;
    }
  }

  /**
   * People of about one age.
   *
   * @param age their mean
   * @param from the lowest
   * @param to the highest
   * @param n how many
   * @param meanRaw mean raw score
   * @param expectedRaw what the model says of the location 0, where half of them should be below
   * @param meanT mean of the T scores of the model; 50 if it fits
   * @param rmseT root of the mean squared difference of T by the model and T by the rank within the group; people beyond
   *     the reach are left out
   */
  public record Group(
      double age,
      double from,
      double to,
      int n,
      double meanRaw,
      double expectedRaw,
      double meanT,
      double rmseT) {}

  /** One raw score at an age; {@code NaN} where it is beyond the reach of the norms. */
  public record Row(double raw, double location) {

    public double t() {
      return 50 + 10 * location;
    }

    /** In percent. */
    public double percentile() {
      return 100 * Normal.below(location);
    }
  }

  private ContinuousNorms(
      NormSurface surface,
      List<Group> groups,
      List<Group> leftOut,
      List<Candidate> candidates,
      Candidate chosen,
      Bounds bounds) {
    this.surface = surface;
    this.groups = groups;
    this.leftOut = leftOut;
    this.candidates = candidates;
    this.chosen = chosen;
    this.bounds = bounds;
  }

  /**
   * Makes norms.
   *
   * @param raw scores; {@code NaN} for none
   * @param age or grade of each; {@code NaN} where it is not known
   * @return empty where fewer than three age groups have enough people, or all raw scores are the same
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static Optional<ContinuousNorms> of(
      double[] raw, double[] age, NormingOptions options, Watch watch) {
    if (raw.length != age.length) {
      throw new IllegalArgumentException("%d scores and %d ages".formatted(raw.length, age.length));
    }
    AgeGroups all = new AgeGroups(raw, age, options);
    List<AgeGroups.Group> groups = all.used();
    double[] scores = groups.stream()
        .flatMap(group -> group.raw().stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
    if (groups.size() < FEWEST_GROUPS || Arrays.stream(scores).distinct().count() < 2) {
      return Optional.empty();
    }
    Bounds bounds = Bounds.of(groups, options.reach());
    double youngest = bounds.ages().lower();
    double oldest = bounds.ages().upper();
    NormSurface shape =
        new NormSurface((youngest + oldest) / 2, (oldest - youngest) / 2, 0, List.of());
    List<int[]> powers = powers(options, groups.size());
    double[][] columns = powers.stream()
        .map(p -> NormSurface.column(groups, shape, p[0], p[1]))
        .toArray(double[][]::new);
    List<List<Integer>> sets = new TermSelection(columns, scores).best(options.mostTerms());
    List<Candidate> candidates = new ArrayList<>();
    List<NormSurface> surfaces = new ArrayList<>();
    for (int s = 0; s < sets.size(); s++) {
      watch.step(s, sets.size());
      NormSurface fitted =
          shape.fitted(groups, scores, sets.get(s).stream().map(powers::get).toList());
      surfaces.add(fitted);
      candidates.add(candidate(fitted, groups, scores, bounds));
    }
    int chosen = choose(candidates, options.wantedR2());
    NormSurface surface = surfaces.get(chosen);
    ContinuousNorms norms = new ContinuousNorms(
        surface,
        new ArrayList<>(),
        all.tooSmall().stream()
            .map(g -> described(g, Double.NaN, Double.NaN, Double.NaN))
            .toList(),
        candidates,
        candidates.get(chosen),
        bounds);
    groups.forEach(group -> norms.groups.add(norms.compared(group)));
    return Optional.of(norms);
  }

  /** Powers of age above what the groups can tell apart are left out. */
  private static List<int[]> powers(NormingOptions options, int groups) {
    List<int[]> powers = new ArrayList<>();
    for (int i = 0; i <= options.powersOfLocation(); i++) {
      for (int j = 0; j <= Math.min(options.powersOfAge(), groups - 1); j++) {
        if (i + j > 0) {
          powers.add(new int[] {i, j});
        }
      }
    }
    return powers;
  }

  private static Candidate candidate(
      NormSurface surface, List<AgeGroups.Group> groups, double[] scores, Bounds bounds) {
    double mean = Arrays.stream(scores).average().orElse(0);
    double errors = 0;
    double squares = 0;
    for (AgeGroups.Group group : groups) {
      for (int i = 0; i < group.raw().size(); i++) {
        double error = group.raw().get(i) - surface.raw(group.location().get(i), group.age());
        errors += error * error;
        squares += (group.raw().get(i) - mean) * (group.raw().get(i) - mean);
      }
    }
    int falls = 0;
    for (int a = 0; a < AGES_LOOKED_AT; a++) {
      double age = bounds.ages().lower()
          + (bounds.ages().upper() - bounds.ages().lower()) * a / (AGES_LOOKED_AT - 1);
      falls += surface.rises(age, bounds.locations(), bounds.scores()) ? 0 : 1;
    }
    int n = scores.length;
    int p = surface.terms().size();
    double r2 = 1 - errors / squares;
    return new Candidate(
        p, r2, 1 - (1 - r2) * (n - 1.0) / (n - p - 1.0), Math.sqrt(errors / n), falls);
  }

  private static int choose(List<Candidate> candidates, double wanted) {
    int best = 0;
    for (int c = 0; c < candidates.size(); c++) {
      Candidate candidate = candidates.get(c);
      if (candidate.isMonotone() && candidate.r2() >= wanted) {
        return c;
      }
      Candidate former = candidates.get(best);
      boolean isSafer = candidate.agesThatFall() < former.agesThatFall();
      boolean isAsSafe = candidate.agesThatFall() == former.agesThatFall();
      if (isSafer || (isAsSafe && candidate.adjustedR2() > former.adjustedR2())) {
        best = c;
      }
    }
    return best;
  }

  private static Group described(
      AgeGroups.Group group, double expected, double meanT, double rmseT) {
    double mean =
        group.raw().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    return new Group(
        group.age(), group.from(), group.to(), group.raw().size(), mean, expected, meanT, rmseT);
  }

  private Group compared(AgeGroups.Group group) {
    boolean hasNorms = hasNorms(group.age());
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (int i = 0; i < group.raw().size(); i++) {
      double location = hasNorms ? inverse(group.raw().get(i), group.age()) : Double.NaN;
      if (!Double.isNaN(location)) {
        double off = 10 * (location - group.location().get(i));
        sum += 50 + 10 * location;
        squares += off * off;
        n++;
      }
    }
    return described(group, surface.raw(0, group.age()), sum / n, Math.sqrt(squares / n));
  }

  /** The raw score at a location (0 is the middle of an age, 1 a standard deviation above) and an age. */
  public double raw(double location, double age) {
    return surface.raw(location, age);
  }

  /**
   * Where a raw score lies among people of an age.
   *
   * @return {@code NaN} beyond the reach, at an age outside of those of the groups, or where raw scores fall at this age
   */
  public double location(double raw, double age) {
    return hasNorms(age) ? inverse(raw, age) : Double.NaN;
  }

  /** Whether there are norms at an age: within those of the groups, where raw scores rise with the location. */
  public boolean hasNorms(double age) {
    return bounds.ages().contains(age) && surface.rises(age, bounds.locations(), bounds.scores());
  }

  private double inverse(double raw, double age) {
    double low = bounds.locations().lower();
    double high = bounds.locations().upper();
    if (!(raw >= surface.raw(low, age) && raw <= surface.raw(high, age))) {
      return Double.NaN;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (surface.raw(middle, age) < raw) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** What raw scores are worth at an age. */
  public List<Row> table(double age, double... listed) {
    boolean hasNorms = hasNorms(age);
    return Arrays.stream(listed)
        .mapToObj(raw -> new Row(raw, hasNorms ? inverse(raw, age) : Double.NaN))
        .toList();
  }

  /** Age groups, from the youngest. */
  public List<Group> groups() {
    return List.copyOf(groups);
  }

  /** Age groups with too few people. */
  public List<Group> leftOut() {
    return List.copyOf(leftOut);
  }

  /** The best model of each size. */
  public List<Candidate> candidates() {
    return List.copyOf(candidates);
  }

  /** The model that was taken. */
  public Candidate chosen() {
    return chosen;
  }

  /** Its constant. */
  public double constant() {
    return surface.constant();
  }

  /** Its terms; {@code A} is the age less {@link #middle}, by {@link #halfSpan}. */
  public List<Term> terms() {
    return surface.terms();
  }

  public double middle() {
    return surface.middle();
  }

  public double halfSpan() {
    return surface.halfSpan();
  }

  /** How far they reach. */
  public Bounds bounds() {
    return bounds;
  }
}
