package org.xinheng.validation.accuracy;

import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;

/**
 * What a test of known sensitivity and specificity says where cases are more or less common than in the study.
 *
 * @param sensitivity of the test, from 0 to 1
 * @param cases the study's number of cases, which sensitivity rests on
 * @param specificity of the test, from 0 to 1
 * @param controls the study's number of controls
 * @param prevalence share of cases where the test is to be used, taken as known
 */
public record PredictiveValues(
    double sensitivity, double cases, double specificity, double controls, double prevalence) {

  public PredictiveValues {
    if (!(sensitivity >= 0 && sensitivity <= 1 && specificity >= 0 && specificity <= 1)) {
      throw new IllegalArgumentException(
          "rates must be in [0, 1]: " + sensitivity + ", " + specificity);
    }
    if (!(prevalence >= 0 && prevalence <= 1)) {
      throw new IllegalArgumentException("prevalence must be in [0, 1]: " + prevalence);
    }
  }

  /** A cut-off of a study, used elsewhere. */
  public static PredictiveValues of(Confusion study, double prevalence) {
    return new PredictiveValues(
        study.sensitivity(), study.cases(), study.specificity(), study.controls(), prevalence);
  }

  public double ppv() {
    return found() / flagged();
  }

  public double npv() {
    double right = specificity * (1 - prevalence);
    return right / (missed() + right);
  }

  /**
   * The interval of the positive predictive value on its logit; undefined for a rate of 0 or 1.
   *
   * @see "Mercaldo, Lau and Zhou (2007), Statistics in Medicine 26, 2170-2183"
   */
  public Interval ppvInterval(double level) {
    double variance =
        (1 - sensitivity) / (sensitivity * cases) + specificity / ((1 - specificity) * controls);
    return onLogit(ppv(), variance, level);
  }

  /** The interval of the negative predictive value on its logit; undefined for a rate of 0 or 1. */
  public Interval npvInterval(double level) {
    double variance =
        sensitivity / ((1 - sensitivity) * cases) + (1 - specificity) / (specificity * controls);
    return onLogit(npv(), variance, level);
  }

  /**
   * The same test with half the square of the normal quantile added to each count, whose intervals are defined for rates of
   * 0 and 1 too.
   *
   * @see "Mercaldo, Lau and Zhou (2007), section 2.3, adjusted logit"
   */
  public PredictiveValues adjusted(double level) {
    double square = Math.pow(Normal.critical(level), 2);
    return new PredictiveValues(
        (sensitivity * cases + square / 2) / (cases + square),
        cases + square,
        (specificity * controls + square / 2) / (controls + square),
        controls + square,
        prevalence);
  }

  /** What it means for this many people. */
  public Workload workload(double people) {
    return new Workload(
        people * flagged(),
        people * found(),
        people * missed(),
        people * (1 - specificity) * (1 - prevalence),
        1 / ppv());
  }

  /**
   * The work that follows a screening.
   *
   * @param flagged people to follow up
   * @param found cases among them
   * @param missed cases not among them
   * @param falseAlarms controls among them
   * @param neededToFollowUp people to follow up for one case
   */
  public record Workload(
      double flagged, double found, double missed, double falseAlarms, double neededToFollowUp) {}

  private double found() {
    return sensitivity * prevalence;
  }

  private double missed() {
    return (1 - sensitivity) * prevalence;
  }

  private double flagged() {
    return found() + (1 - specificity) * (1 - prevalence);
  }

  private static Interval onLogit(double value, double variance, double level) {
    double logit = Math.log(value / (1 - value));
    double half = Normal.critical(level) * Math.sqrt(variance);
    return new Interval(1 / (1 + Math.exp(half - logit)), 1 / (1 + Math.exp(-half - logit)));
  }
}
