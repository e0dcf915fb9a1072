package org.xinheng.validation.cutoff;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;

/**
 * Scores between two edges, and what a score among them says.
 *
 * @param from its lowest score, minus infinity for the first band
 * @param cases with a score in it
 * @param controls with a score in it
 * @param allCases of the sample
 * @param allControls of the sample
 */
public record ScoreBand(double from, int cases, int controls, int allCases, int allControls) {

  /**
   * Parts a sample into bands.
   *
   * @param scores one for each person; who has none ({@code NaN}) is left out
   * @param edges the lowest scores of the second band, the third and so on, ascending
   */
  public static List<ScoreBand> of(double[] scores, boolean[] isCase, double... edges) {
    int[][] counts = new int[edges.length + 1][2];
    int[] all = new int[2];
    for (int i = 0; i < scores.length; i++) {
      if (!Double.isNaN(scores[i])) {
        counts[bandOf(scores[i], edges)][isCase[i] ? 1 : 0]++;
        all[isCase[i] ? 1 : 0]++;
      }
    }
    List<ScoreBand> bands = new ArrayList<>();
    for (int k = 0; k <= edges.length; k++) {
      double from = k == 0 ? Double.NEGATIVE_INFINITY : edges[k - 1];
      bands.add(new ScoreBand(from, counts[k][1], counts[k][0], all[1], all[0]));
    }
    return bands;
  }

  private static int bandOf(double score, double[] edges) {
    int band = 0;
    while (band < edges.length && score >= edges[band]) {
      band++;
    }
    return band;
  }

  /** How many times likelier a score of this band is in a case. */
  public double likelihoodRatio() {
    return ((double) cases / allCases) / ((double) controls / allControls);
  }

  /** The interval of the likelihood ratio on its logarithm; undefined for a band without cases or without controls. */
  public Interval interval(double level) {
    double variance = 1.0 / cases - 1.0 / allCases + 1.0 / controls - 1.0 / allControls;
    double half = Normal.critical(level) * Math.sqrt(variance);
    double log = Math.log(likelihoodRatio());
    return new Interval(Math.exp(log - half), Math.exp(log + half));
  }

  /** The chance of being a case with a score of this band, where it is {@code prior} before. */
  public double posterior(double prior) {
    double ratio = likelihoodRatio();
    if (Double.isInfinite(ratio)) {
      return 1;
    }
    double odds = prior / (1 - prior) * ratio;
    return odds / (1 + odds);
  }
}
