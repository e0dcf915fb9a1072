package org.xinheng.validation.study;

import java.util.List;
import org.xinheng.validation.Interval;
import org.xinheng.validation.dimension.OneFactor;
import org.xinheng.validation.reliability.SplitHalf;

/**
 * How reliable the sum of a scale's items is.
 *
 * @param scale its name
 * @param people in the data
 * @param complete of them with all answers; everything rests on these but what says otherwise
 * @param level of confidence
 * @param samples drawn for the intervals of omega
 * @param seed of the drawing
 * @param leastShown the fewest people a figure of a group rests on
 * @param alpha Cronbach's, with the interval of Feldt
 * @param alphaByCovariances the interval of alpha by Duhachek and Iacobucci
 * @param alphaPairwise of all answers, with the interval of Feldt
 * @param standardised alpha of standardised items
 * @param averageR mean correlation of two items
 * @param lambda2 Guttman's
 * @param lambda6 Guttman's
 * @param omega of one factor on covariances, with the interval between percentiles of the samples
 * @param omegaStandardised of one factor on correlations
 * @param factor how well one factor fits
 * @param isImproper whether the factor leaves an item no variance of its own, so that omega is not to be trusted
 * @param isDichotomous whether items have two answers, so that alpha is Kuder and Richardson's formula 20
 * @param kuderRichardson21 {@code NaN} unless items have two answers
 * @param halves odd against even items
 * @param splits all halves; drawn at random if there are very many
 * @param mean of the sums
 * @param sd of the sums
 * @param standardError of measurement, by alpha
 * @param detectable the smallest change of a person beyond error at one occasion, {@code 1.96 √2} standard errors
 * @param bands of scores
 * @param items one by one
 * @param groups by group
 * @param warnings what to know before using any of it
 */
public record ReliabilityResult(
    String scale,
    int people,
    int complete,
    double level,
    int samples,
    long seed,
    int leastShown,
    Figure alpha,
    Interval alphaByCovariances,
    Figure alphaPairwise,
    double standardised,
    double averageR,
    double lambda2,
    double lambda6,
    Figure omega,
    double omegaStandardised,
    OneFactor.Fit factor,
    boolean isImproper,
    boolean isDichotomous,
    double kuderRichardson21,
    SplitHalf halves,
    SplitHalf.AllSplits splits,
    double mean,
    double sd,
    double standardError,
    double detectable,
    List<Band> bands,
    List<Item> items,
    List<Group> groups,
    List<Warning> warnings) {

  /**
   * What a score says of the true score.
   *
   * @param around the score, by the standard error of measurement
   * @param estimate Kelley's
   * @param ofEstimate around the estimate
   */
  public record Band(double score, Interval around, double estimate, Interval ofEstimate) {}

  /**
   * An item among the others.
   *
   * @param itemRest correlation with the sum of the others
   * @param corrected correlation with the sum, its own part replaced by what it shares
   * @param alphaWithout of the others
   * @param loading on one factor, standardised
   */
  public record Item(
      String name,
      double mean,
      double sd,
      double itemRest,
      double corrected,
      double alphaWithout,
      double loading) {}

  /**
   * The scale in a group.
   *
   * @param people with all answers; {@code NaN} if hidden
   * @param alpha with the interval of Feldt
   */
  public record Group(
      String column, String name, double people, Figure alpha, double standardError) {}

  public ReliabilityResult {
    bands = List.copyOf(bands);
    items = List.copyOf(items);
    groups = List.copyOf(groups);
    warnings = List.copyOf(warnings);
  }
}
