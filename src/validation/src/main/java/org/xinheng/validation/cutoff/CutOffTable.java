package org.xinheng.validation.cutoff;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.xinheng.validation.Direction;
import org.xinheng.validation.accuracy.Confusion;

/**
 * All cut-offs that tell people of a sample apart: one for each observed score, and one that flags no one.
 *
 * <p>Whole scores within a narrow range, which most are, are counted; others are sorted.
 */
public final class CutOffTable {

  /** Values of a criterion that differ by less are the same, save for rounding. */
  static final double TIE = 1e-12;

  /** A range of whole scores up to which they are counted. */
  private static final int COUNTED_RANGE = 1 << 16;

  private final Direction direction;
  private final int missing;

  /** Distinct observed scores from the strongest sign of a case to the weakest, and how many have them or stronger. */
  private final double[] values;

  private final int[] casesAtOrBeyond;
  private final int[] controlsAtOrBeyond;
  private final int cases;
  private final int controls;

  private CutOffTable(
      Direction direction,
      int missing,
      double[] values,
      int[] casesAtOrBeyond,
      int[] controlsAtOrBeyond) {
    this.direction = direction;
    this.missing = missing;
    this.values = values;
    this.casesAtOrBeyond = casesAtOrBeyond;
    this.controlsAtOrBeyond = controlsAtOrBeyond;
    this.cases = values.length == 0 ? 0 : casesAtOrBeyond[values.length - 1];
    this.controls = values.length == 0 ? 0 : controlsAtOrBeyond[values.length - 1];
  }

  /**
   * The cut-offs of a score.
   *
   * @param scores one for each person; who has none ({@code NaN}) is left out
   * @param isCase the criterion, in the same order
   */
  public static CutOffTable of(double[] scores, boolean[] isCase, Direction direction) {
    if (scores.length != isCase.length) {
      throw new IllegalArgumentException(
          "as many scores as criteria are needed: " + scores.length + " and " + isCase.length);
    }
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    boolean whole = true;
    int missing = 0;
    for (double score : scores) {
      if (Double.isNaN(score)) {
        missing++;
      } else {
        least = Math.min(least, score);
        most = Math.max(most, score);
        whole &= score == (int) score;
      }
    }
    return whole && most - least < COUNTED_RANGE
        ? counted(scores, isCase, direction, missing, (int) least, (int) most)
        : sorted(scores, isCase, direction, missing);
  }

  private static CutOffTable counted(
      double[] scores, boolean[] isCase, Direction direction, int missing, int least, int most) {
    int[] counts = new int[2 * (most - least + 1)];
    for (int i = 0; i < scores.length; i++) {
      double score = scores[i];
      if (!Double.isNaN(score)) {
        counts[2 * ((int) score - least) + (isCase[i] ? 1 : 0)]++;
      }
    }
    int range = counts.length / 2;
    Collector collector = new Collector(range);
    for (int k = 0; k < range; k++) {
      int at = direction == Direction.HIGHER_IS_CASE ? range - 1 - k : k;
      collector.add(least + at, counts[2 * at + 1], counts[2 * at]);
    }
    return collector.table(direction, missing);
  }

  private static CutOffTable sorted(
      double[] scores, boolean[] isCase, Direction direction, int missing) {
    double[] ofCases = sorted(scores, isCase, true);
    double[] ofControls = sorted(scores, isCase, false);
    Collector collector = new Collector(scores.length - missing);
    boolean fromTop = direction == Direction.HIGHER_IS_CASE;
    int step = fromTop ? -1 : 1;
    int i = fromTop ? ofCases.length - 1 : 0;
    int j = fromTop ? ofControls.length - 1 : 0;
    while (within(ofCases, i) || within(ofControls, j)) {
      double value = !within(ofControls, j)
              || (within(ofCases, i)
                  && (fromTop ? ofCases[i] >= ofControls[j] : ofCases[i] <= ofControls[j]))
          ? ofCases[i]
          : ofControls[j];
      int firstCase = i;
      int firstControl = j;
      while (within(ofCases, i) && ofCases[i] == value) {
        i += step;
      }
      while (within(ofControls, j) && ofControls[j] == value) {
        j += step;
      }
      collector.add(value, Math.abs(i - firstCase), Math.abs(j - firstControl));
    }
    return collector.table(direction, missing);
  }

  private static boolean within(double[] array, int index) {
    return index >= 0 && index < array.length;
  }

  private static double[] sorted(double[] scores, boolean[] isCase, boolean wanted) {
    double[] kept = new double[scores.length];
    int n = 0;
    for (int i = 0; i < scores.length; i++) {
      if (isCase[i] == wanted && !Double.isNaN(scores[i])) {
        kept[n++] = scores[i] + 0.0;
      }
    }
    double[] sorted = Arrays.copyOf(kept, n);
    Arrays.parallelSort(sorted);
    return sorted;
  }

  /** People left out for want of a score. */
  public int missing() {
    return missing;
  }

  public int cases() {
    return cases;
  }

  public int controls() {
    return controls;
  }

  /** All cut-offs, from the infinite one that flags no one to the one that flags everyone. */
  public List<CutOff> cutOffs() {
    return new AbstractList<>() {
      @Override
      public CutOff get(int index) {
        return cutOff(index - 1);
      }

      @Override
      public int size() {
        return values.length + 1;
      }
    };
  }

  /** The cut-offs at observed scores, from the one that flags fewest to the one that flags everyone. */
  public List<CutOff> observed() {
    return cutOffs().subList(1, values.length + 1);
  }

  private CutOff cutOff(int index) {
    double infinity =
        direction == Direction.HIGHER_IS_CASE ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    double cutOff = index < 0 ? infinity : values[index];
    double next = index + 1 < values.length ? values[index + 1] : -infinity;
    double midpoint = index < 0 ? infinity : cutOff / 2 + next / 2;
    return new CutOff(cutOff, midpoint, counts(index));
  }

  private Confusion counts(int index) {
    long tp = index < 0 ? 0 : casesAtOrBeyond[index];
    long fp = index < 0 ? 0 : controlsAtOrBeyond[index];
    return new Confusion(tp, fp, controls - fp, cases - tp);
  }

  /** What any cut-off does, whether or not someone has that score. */
  public Confusion at(double cutOff) {
    int low = 0;
    int high = values.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean flagged = direction == Direction.HIGHER_IS_CASE
          ? values[middle] >= cutOff
          : values[middle] <= cutOff;
      if (flagged) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return counts(low - 1);
  }

  /** The best of all cut-offs, the one that flags no one among them. */
  public Optimum best(Criterion criterion) {
    return best(cutOffs(), criterion, 0);
  }

  /** The best of the cut-offs at observed scores. */
  public Optimum bestObserved(Criterion criterion) {
    return best(observed(), criterion, 0);
  }

  /**
   * All cut-offs that are nearly as good as the best: the wider this plateau, the less the choice rests on the data.
   *
   * @param tolerance how much worse they may be, at least 0
   */
  public Optimum plateau(Criterion criterion, double tolerance) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("tolerance must be at least 0: " + tolerance);
    }
    return best(cutOffs(), criterion, tolerance);
  }

  private static Optimum best(List<CutOff> candidates, Criterion criterion, double tolerance) {
    double[] gains = candidates.stream()
        .mapToDouble(point -> criterion.gain(point.counts()))
        .map(gain -> Double.isFinite(gain) ? gain : Double.NEGATIVE_INFINITY)
        .toArray();
    double best = Arrays.stream(gains).max().orElse(Double.NEGATIVE_INFINITY);
    if (best == Double.NEGATIVE_INFINITY) {
      return new Optimum(Double.NaN, List.of());
    }
    double enough = best - tolerance - TIE * Math.max(1, Math.abs(best));
    List<CutOff> ties = new ArrayList<>();
    for (int i = 0; i < gains.length; i++) {
      if (gains[i] >= enough) {
        ties.add(candidates.get(i));
      }
    }
    return new Optimum(criterion.sense() == Criterion.Sense.LARGEST ? best : 0 - best, ties);
  }

  /**
   * The most specific cut-offs among those of at least this sensitivity; the value is the specificity. The first of them by
   * sensitivity is {@link #chosen}.
   */
  public Optimum mostSpecific(double leastSensitivity) {
    List<CutOff> able = cutOffs().stream()
        .filter(point -> point.counts().sensitivity() >= leastSensitivity - TIE)
        .toList();
    return best(able, Criterion.largest("specificity", Confusion::specificity), 0);
  }

  /** The most sensitive cut-offs among those of at least this specificity; the value is the sensitivity. */
  public Optimum mostSensitive(double leastSpecificity) {
    List<CutOff> able = cutOffs().stream()
        .filter(point -> point.counts().specificity() >= leastSpecificity - TIE)
        .toList();
    return best(able, Criterion.largest("sensitivity", Confusion::sensitivity), 0);
  }

  /** Of cut-offs that are equally good, the first that is best by another criterion. */
  public static CutOff chosen(Optimum optimum, Criterion second) {
    return best(optimum.cutOffs(), second, 0).flaggingFewest();
  }

  /**
   * The cut-off that flags most among those that flag no more than there is room for.
   *
   * @param share of all people who can be followed up, from 0 to 1
   */
  public CutOff withinCapacity(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1]: " + share);
    }
    double room = share * ((double) cases + controls) * (1 + TIE);
    int index = -1;
    while (index + 1 < values.length
        && (double) casesAtOrBeyond[index + 1] + controlsAtOrBeyond[index + 1] <= room) {
      index++;
    }
    return cutOff(index);
  }

  Direction direction() {
    return direction;
  }

  /** Takes distinct scores from the strongest on and adds up. */
  private static final class Collector {

    private final double[] values;
    private final int[] cases;
    private final int[] controls;
    private int size;

    Collector(int most) {
      values = new double[most];
      cases = new int[most];
      controls = new int[most];
    }

    void add(double value, int casesHere, int controlsHere) {
      if (casesHere + controlsHere > 0) {
        values[size] = value;
        cases[size] = casesHere + (size == 0 ? 0 : cases[size - 1]);
        controls[size] = controlsHere + (size == 0 ? 0 : controls[size - 1]);
        size++;
      }
    }

    CutOffTable table(Direction direction, int missing) {
      return new CutOffTable(
          direction,
          missing,
          Arrays.copyOf(values, size),
          Arrays.copyOf(cases, size),
          Arrays.copyOf(controls, size));
    }
  }
}
