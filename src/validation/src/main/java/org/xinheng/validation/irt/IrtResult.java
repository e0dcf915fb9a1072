package org.xinheng.validation.irt;

import java.util.List;

/**
 * A study of items by a model of item response theory.
 *
 * @param model what was fitted
 * @param rows people in the data
 * @param people who answered something
 * @param complete who answered every item
 * @param items those that were fitted
 * @param estimated how many numbers were estimated
 * @param logLikelihood at its maximum
 * @param aic Akaike's criterion
 * @param bic Schwarz' criterion
 * @param likelihoodRatio G² against all patterns; {@code NaN} with missing answers
 * @param steps how many steps the search took
 * @param converged whether the maximum was reached
 * @param overall M2 and what follows
 * @param marginalReliability share of the variance of levels that is not error, over the population
 * @param empiricalReliability the same, of the people in the data
 * @param information of all items at levels from -4 to 4
 * @param sums what each sum of answers says
 * @param q3Mean mean of all pairs
 * @param pairs those with Q3 0.2 or more above the mean, the largest first
 * @param levels how the people in the data are spread
 * @param conditional Rasch's model by conditional likelihood; one or none
 * @param warnings what a reader must know
 */
public record IrtResult(
    IrtModel model,
    int rows,
    int people,
    int complete,
    List<Item> items,
    int estimated,
    double logLikelihood,
    double aic,
    double bic,
    double likelihoodRatio,
    int steps,
    boolean converged,
    OverallFit overall,
    double marginalReliability,
    double empiricalReliability,
    List<InformationAt> information,
    List<SumScores.Row> sums,
    double q3Mean,
    List<Pair> pairs,
    Levels levels,
    List<Conditional> conditional,
    List<IrtWarning> warnings) {

  public IrtResult {
    items = List.copyOf(items);
    information = List.copyOf(information);
    sums = List.copyOf(sums);
    pairs = List.copyOf(pairs);
    conditional = List.copyOf(conditional);
    warnings = List.copyOf(warnings);
  }

  /**
   * One item.
   *
   * @param name of it
   * @param values the answers that are its categories, lowest first
   * @param counts how many gave each
   * @param parameters as estimated
   * @param fit S-X²
   * @param squares infit and outfit
   * @param curves probabilities of its categories at levels from -4 to 4
   */
  public record Item(
      String name,
      List<Double> values,
      List<Integer> counts,
      CalibratedItem parameters,
      ItemFit fit,
      SquareFit squares,
      List<CurveAt> curves) {

    public Item {
      values = List.copyOf(values);
      counts = List.copyOf(counts);
      curves = List.copyOf(curves);
    }
  }

  /** Probabilities of the categories, and information, at a level. */
  public record CurveAt(double theta, List<Double> probabilities, double information) {

    public CurveAt {
      probabilities = List.copyOf(probabilities);
    }
  }

  /** Information of all items at a level, and the standard error {@code 1 / sqrt(I)} that it allows. */
  public record InformationAt(double theta, double information, double standardError) {}

  /** Two items that have more in common than the level. */
  public record Pair(String first, String second, double q3) {}

  /**
   * Levels of the people in the data, by the means of their posteriors.
   *
   * @param n who have one
   * @param mean of the levels
   * @param sd of the levels
   * @param lowest of them
   * @param highest of them
   * @param misfitting how many have a person fit lz below -1.96
   * @param histogram people in steps of half a standard deviation from -4 to 4; the ends are open
   */
  public record Levels(
      int n,
      double mean,
      double sd,
      double lowest,
      double highest,
      int misfitting,
      List<Integer> histogram) {

    public Levels {
      histogram = List.copyOf(histogram);
    }
  }

  /**
   * Rasch's model without a population.
   *
   * @param difficulties by item; they sum to 0
   * @param standardErrors of them
   * @param logLikelihood conditional on the sums
   * @param people who count
   * @param andersen the test of low against high sums; one or none
   */
  public record Conditional(
      List<Double> difficulties,
      List<Double> standardErrors,
      double logLikelihood,
      int people,
      List<AndersenTest> andersen) {

    public Conditional {
      difficulties = List.copyOf(difficulties);
      standardErrors = List.copyOf(standardErrors);
      andersen = List.copyOf(andersen);
    }
  }
}
