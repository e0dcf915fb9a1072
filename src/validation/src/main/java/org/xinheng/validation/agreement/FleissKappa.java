package org.xinheng.validation.agreement;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.scoring.Normal;

/**
 * How far several raters agree beyond chance.
 *
 * @param kappa of all classes; {@code NaN} if only one is used
 * @param z by its standard error when there is no agreement
 * @param p two-sided
 * @param ofClasses kappa of each class against the others; {@code NaN} for one never used
 * @see "Fleiss (1971), Psychological Bulletin 76, 378-382; Fleiss, Nee and Landis (1979), same 86, 974-977"
 */
public record FleissKappa(double kappa, double z, double p, List<Double> ofClasses) {

  public FleissKappa {
    ofClasses = List.copyOf(ofClasses);
  }

  /**
   * From classes.
   *
   * @param ratings {@code ratings[target][rater]}, as classes from 0 on, none missing
   * @param classes how many there are
   */
  public static FleissKappa of(int[][] ratings, int classes) {
    int n = ratings.length;
    double m = ratings[0].length;
    double[] shares = new double[classes];
    double[] disagreements = new double[classes];
    double agreement = 0;
    for (int[] target : ratings) {
      double[] counts = new double[classes];
      for (int rating : target) {
        counts[rating]++;
      }
      double squares = 0;
      for (int c = 0; c < classes; c++) {
        shares[c] += counts[c] / (n * m);
        disagreements[c] += counts[c] * (m - counts[c]);
        squares += counts[c] * counts[c];
      }
      agreement += (squares - m) / (m * (m - 1)) / n;
    }
    double chance = 0;
    double spread = 0;
    double skewed = 0;
    List<Double> ofClasses = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      double p = shares[c];
      double pq = p * (1 - p);
      chance += p * p;
      spread += pq;
      skewed += pq * (1 - 2 * p);
      ofClasses.add(1 - disagreements[c] / (n * m * (m - 1) * pq));
    }
    double kappa = (agreement - chance) / (1 - chance);
    double variance = 2 / (spread * spread * n * m * (m - 1)) * (spread * spread - skewed);
    double z = kappa / Math.sqrt(variance);
    return new FleissKappa(kappa, z, Normal.beyond(z), ofClasses);
  }
}
