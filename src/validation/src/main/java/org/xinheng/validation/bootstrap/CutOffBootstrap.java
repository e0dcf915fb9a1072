package org.xinheng.validation.bootstrap;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xinheng.validation.Direction;
import org.xinheng.validation.Interval;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.Watch;
import org.xinheng.validation.accuracy.Confusion;
import org.xinheng.validation.cutoff.Criterion;
import org.xinheng.validation.summary.Moments;
import org.xinheng.validation.summary.QuantileType;

/**
 * What choosing a cut-off adds to how good it looks, and how firm the choice is.
 *
 * <p>In every sample drawn the best cut-off is chosen again, the one that flags most among equals. Scores are ranked once;
 * a sample is then no more than a count for each rank.
 *
 * @see "Harrell, Lee and Mark (1996), Statistics in Medicine 15, 361-387"
 * @see "Efron (1983), Journal of the American Statistical Association 78, 316-331"
 */
public final class CutOffBootstrap {

  private static final double TIE = 1e-12;

  private final double cutOff;
  private final double apparent;
  private final double[] cutOffs;
  private final double[] optimism;
  private final double[] outOfBag;

  private CutOffBootstrap(
      double cutOff, double apparent, double[] cutOffs, double[] optimism, double[] outOfBag) {
    this.cutOff = cutOff;
    this.apparent = apparent;
    this.cutOffs = cutOffs;
    this.optimism = optimism;
    this.outOfBag = outOfBag;
  }

  /**
   * Chooses in the sample and in samples drawn from it.
   *
   * @param scores one for each person, none missing
   * @param times samples to draw
   * @throws java.util.concurrent.CancellationException if the watch stops it
   */
  public static CutOffBootstrap run(
      double[] scores,
      boolean[] isCase,
      Direction direction,
      Criterion criterion,
      Resampling resampling,
      int times,
      long seed,
      Watch watch) {
    Ranked ranked = new Ranked(scores, isCase, direction, criterion);
    int n = scores.length;
    int[] everyone = IntStream.range(0, n).toArray();
    ranked.count(everyone);
    int chosen = ranked.best();
    double apparent = ranked.valueAt(chosen);
    int[][] originalCounts = ranked.copyOfCounts();
    double[] cutOffs = new double[times];
    double[] optimism = new double[times];
    double[] outOfBag = new double[times];
    RandomNumbers random = new RandomNumbers(seed);
    boolean[] drawn = new boolean[n];
    for (int b = 0; b < times; b++) {
      int[] rows = resampling.draw(random);
      ranked.count(rows);
      int best = ranked.best();
      double inSample = ranked.valueAt(best);
      Arrays.fill(drawn, false);
      for (int row : rows) {
        drawn[row] = true;
      }
      cutOffs[b] = best < 0 ? Double.NaN : ranked.distinct[best];
      optimism[b] = inSample - ranked.valueAt(best, originalCounts);
      outOfBag[b] = ranked.valueOfRest(best, drawn);
      watch.step(b + 1L, times);
    }
    double cutOff = chosen < 0 ? Double.NaN : ranked.distinct[chosen];
    return new CutOffBootstrap(cutOff, apparent, cutOffs, optimism, outOfBag);
  }

  /** The best cut-off of the sample; {@code NaN} if there is none. */
  public double cutOff() {
    return cutOff;
  }

  /** The criterion at that cut-off in the sample it was chosen in. */
  public double apparent() {
    return apparent;
  }

  /** How much better chosen cut-offs look in the samples that they were chosen in than in the original one, on average. */
  public double optimism() {
    return Moments.of(optimism).mean();
  }

  /** What remains of the apparent value without the optimism. */
  public double corrected() {
    return apparent - optimism();
  }

  /** The mean over samples of the criterion among people not drawn. */
  public double outOfBagMean() {
    return Moments.of(outOfBag).mean();
  }

  /** Samples whose undrawn people lack cases or controls. */
  public int outOfBagSkipped() {
    return Moments.of(outOfBag).missing();
  }

  /** {@code 0.368 apparent + 0.632 out of bag}. */
  public double estimate632() {
    return 0.368 * apparent + 0.632 * outOfBagMean();
  }

  /** How often each cut-off was chosen. */
  public Map<Double, Integer> frequencies() {
    Map<Double, Integer> frequencies = new TreeMap<>();
    for (double value : cutOffs) {
      if (!Double.isNaN(value)) {
        frequencies.merge(value, 1, Integer::sum);
      }
    }
    return frequencies;
  }

  /** Between quantiles, of type 7, of the chosen cut-offs. */
  public Interval cutOffInterval(double level) {
    double[] sorted = Moments.sorted(cutOffs);
    double half = (1 - level) / 2;
    return new Interval(
        QuantileType.TYPE_7.of(sorted, half), QuantileType.TYPE_7.of(sorted, 1 - half));
  }

  /** People by rank of score, rank 0 the strongest sign of a case. */
  private static final class Ranked {

    private final double[] distinct;
    private final int[] rank;
    private final boolean[] isCase;
    private final Criterion criterion;
    private final double sign;

    /** People of the sample by rank: controls, then cases. */
    private final int[][] counts;

    private int controls;
    private int cases;

    Ranked(double[] scores, boolean[] isCase, Direction direction, Criterion criterion) {
      if (scores.length != isCase.length) {
        throw new IllegalArgumentException(
            "as many scores as criteria are needed: " + scores.length + " and " + isCase.length);
      }
      double[] turned =
          Arrays.stream(scores).map(score -> -direction.turned(score) + 0.0).toArray();
      if (Arrays.stream(turned).anyMatch(Double::isNaN)) {
        throw new IllegalArgumentException("no score may be missing");
      }
      double[] order = Arrays.stream(turned).sorted().distinct().toArray();
      this.rank = Arrays.stream(turned)
          .mapToInt(value -> Arrays.binarySearch(order, value))
          .toArray();
      this.distinct =
          Arrays.stream(order).map(value -> direction.turned(-value)).toArray();
      this.isCase = isCase;
      this.criterion = criterion;
      this.sign = criterion.sense() == Criterion.Sense.LARGEST ? 1 : -1;
      this.counts = new int[2][order.length];
    }

    void count(int[] rows) {
      Arrays.fill(counts[0], 0);
      Arrays.fill(counts[1], 0);
      cases = 0;
      for (int row : rows) {
        int group = isCase[row] ? 1 : 0;
        counts[group][rank[row]]++;
        cases += group;
      }
      controls = rows.length - cases;
    }

    int[][] copyOfCounts() {
      return new int[][] {counts[0].clone(), counts[1].clone()};
    }

    /** The rank of the best cut-off at a score that someone has; -1 if none is. */
    int best() {
      double most = Double.NEGATIVE_INFINITY;
      int best = -1;
      int tp = 0;
      int fp = 0;
      for (int k = 0; k < distinct.length; k++) {
        if (counts[0][k] + counts[1][k] == 0) {
          continue;
        }
        tp += counts[1][k];
        fp += counts[0][k];
        double gain = sign * criterion.value(new Confusion(tp, fp, controls - fp, cases - tp));
        if (Double.isFinite(gain) && gain >= most - TIE * Math.max(1, Math.abs(most))) {
          best = k;
          most = Math.max(most, gain);
        } else if (best == -1 && Double.isFinite(gain)) {
          best = k;
          most = gain;
        }
      }
      return best;
    }

    double valueAt(int k) {
      return valueAt(k, counts);
    }

    double valueAt(int k, int[][] people) {
      if (k < 0) {
        return Double.NaN;
      }
      int[] flagged = new int[2];
      int[] all = new int[2];
      for (int g = 0; g < 2; g++) {
        for (int i = 0; i < distinct.length; i++) {
          all[g] += people[g][i];
          flagged[g] += i <= k ? people[g][i] : 0;
        }
      }
      return value(flagged, all);
    }

    /** Among the people not drawn; {@code NaN} if they lack cases or controls. */
    double valueOfRest(int k, boolean[] drawn) {
      int[] flagged = new int[2];
      int[] all = new int[2];
      for (int i = 0; i < drawn.length; i++) {
        if (!drawn[i]) {
          int group = isCase[i] ? 1 : 0;
          all[group]++;
          flagged[group] += rank[i] <= k ? 1 : 0;
        }
      }
      return k < 0 || all[0] == 0 || all[1] == 0 ? Double.NaN : value(flagged, all);
    }

    private double value(int[] flagged, int[] all) {
      return criterion.value(new Confusion(
          flagged[1], flagged[0], (long) all[0] - flagged[0], (long) all[1] - flagged[1]));
    }
  }
}
