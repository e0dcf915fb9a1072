package org.xinheng.validation.agreement;

import org.xinheng.validation.Interval;
import org.xinheng.validation.distribution.FisherF;
import org.xinheng.validation.summary.Covariances;

/**
 * The analysis of variance of targets that are each rated by the same number of raters, and the six correlations that
 * follow.
 *
 * @param targets with all ratings
 * @param raters of each
 * @param betweenTargets mean square
 * @param withinTargets mean square
 * @param betweenRaters mean square
 * @param residual mean square
 * @see "Shrout and Fleiss (1979), Psychological Bulletin 86, 420-428"
 */
public record IntraclassCorrelation(
    int targets,
    int raters,
    double betweenTargets,
    double withinTargets,
    double betweenRaters,
    double residual) {

  /** Which of the six. */
  public enum Kind {
    /** Each target has raters of its own; one rating. */
    ICC_1_1,
    /** The same raters, drawn from many; one rating, their level counts: absolute agreement. */
    ICC_2_1,
    /** The same raters and no others; one rating, their level does not count: consistency. */
    ICC_3_1,
    /** The mean of raters of its own. */
    ICC_1_K,
    /** The mean of raters drawn from many. */
    ICC_2_K,
    /** The mean of these raters. */
    ICC_3_K
  }

  /**
   * One of the correlations.
   *
   * @param value at most 1 and possibly negative
   * @param f of the test that it is 0
   * @param df1 degrees of freedom of targets
   * @param df2 degrees of freedom of error
   * @param p of that test
   * @param interval its limits
   */
  public record Estimate(double value, double f, int df1, int df2, double p, Interval interval) {}

  /**
   * From ratings.
   *
   * @param ratings {@code ratings[target][rater]}; a target without one of them ({@code NaN}) is left out
   */
  public static IntraclassCorrelation of(double[][] ratings) {
    double[][] rows = Covariances.completeRows(ratings);
    int n = rows.length;
    int k = n == 0 ? 0 : rows[0].length;
    if (n < 2 || k < 2) {
      throw new IllegalArgumentException(
          "at least two targets and two raters are needed: " + n + ", " + k);
    }
    double[] byTarget = new double[n];
    double[] byRater = new double[k];
    double all = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        byTarget[i] += rows[i][j] / k;
        byRater[j] += rows[i][j] / n;
      }
      all += byTarget[i] / n;
    }
    double targets = 0;
    double raters = 0;
    double within = 0;
    double residual = 0;
    for (int i = 0; i < n; i++) {
      targets += k * (byTarget[i] - all) * (byTarget[i] - all);
      for (int j = 0; j < k; j++) {
        within += Math.pow(rows[i][j] - byTarget[i], 2);
        residual += Math.pow(rows[i][j] - byTarget[i] - byRater[j] + all, 2);
      }
    }
    for (double mean : byRater) {
      raters += n * (mean - all) * (mean - all);
    }
    return new IntraclassCorrelation(
        n,
        k,
        targets / (n - 1),
        within / ((double) n * (k - 1)),
        raters / (k - 1),
        residual / ((n - 1.0) * (k - 1)));
  }

  /** One of the correlations with its test and limits. */
  public Estimate estimate(Kind kind, double level) {
    int df1 = targets - 1;
    boolean oneWay = kind == Kind.ICC_1_1 || kind == Kind.ICC_1_K;
    double error = oneWay ? withinTargets : residual;
    int df2 = oneWay ? targets * (raters - 1) : df1 * (raters - 1);
    double f = betweenTargets / error;
    return new Estimate(
        value(kind), f, df1, df2, FisherF.above(f, df1, df2), interval(kind, f, df1, df2, level));
  }

  /** One of the correlations. */
  public double value(Kind kind) {
    int n = targets;
    int k = raters;
    double b = betweenTargets;
    return switch (kind) {
      case ICC_1_1 -> (b - withinTargets) / (b + (k - 1) * withinTargets);
      case ICC_2_1 ->
        (b - residual) / (b + (k - 1) * residual + k * (betweenRaters - residual) / n);
      case ICC_3_1 -> (b - residual) / (b + (k - 1) * residual);
      case ICC_1_K -> (b - withinTargets) / b;
      case ICC_2_K -> (b - residual) / (b + (betweenRaters - residual) / n);
      case ICC_3_K -> (b - residual) / b;
    };
  }

  private Interval interval(Kind kind, double f, int df1, int df2, double level) {
    double share = 1 - (1 - level) / 2;
    double low = f / FisherF.quantile(share, df1, df2);
    double high = f * FisherF.quantile(share, df2, df1);
    return switch (kind) {
      case ICC_1_1, ICC_3_1 ->
        new Interval((low - 1) / (low + raters - 1), (high - 1) / (high + raters - 1));
      case ICC_1_K, ICC_3_K -> new Interval(1 - 1 / low, 1 - 1 / high);
      case ICC_2_1 -> ofRandomRaters(share);
      case ICC_2_K -> {
        Interval single = ofRandomRaters(share);
        yield new Interval(stepped(single.lower()), stepped(single.upper()));
      }
    };
  }

  private double stepped(double single) {
    return single * raters / (1 + single * (raters - 1));
  }

  /** Satterthwaite's degrees of freedom for a sum of mean squares. */
  private Interval ofRandomRaters(double share) {
    double n = targets;
    double k = raters;
    double icc = value(Kind.ICC_2_1);
    double fj = betweenRaters / residual;
    double rest = n * (1 + (k - 1) * icc) - k * icc;
    double above = (k - 1) * (n - 1) * Math.pow(k * icc * fj + rest, 2);
    double v = above / ((n - 1) * k * k * icc * icc * fj * fj + rest * rest);
    double upperF = FisherF.quantile(share, n - 1, v);
    double lowerF = FisherF.quantile(share, v, n - 1);
    double noise = k * betweenRaters + (k * n - k - n) * residual;
    double lower = n * (betweenTargets - upperF * residual) / (upperF * noise + n * betweenTargets);
    double upper = n * (lowerF * betweenTargets - residual) / (noise + n * lowerF * betweenTargets);
    return new Interval(lower, upper);
  }

  /** How far ratings of one target by one rater lie apart: root of the residual. */
  public double standardErrorOfConsistency() {
    return Math.sqrt(residual);
  }

  /** How far ratings of one target lie apart whoever rates: the raters' own variance, if there is any, counts too. */
  public double standardErrorOfAgreement() {
    return Math.sqrt(residual + Math.max(0, (betweenRaters - residual) / targets));
  }
}
