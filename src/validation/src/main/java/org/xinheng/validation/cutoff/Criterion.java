package org.xinheng.validation.cutoff;

import java.util.function.ToDoubleFunction;
import org.xinheng.validation.accuracy.Confusion;

/**
 * What a cut-off is to be best at.
 *
 * @param name as it is reported
 * @param sense whether more or less of it is better
 * @param measure its value for a cut-off; one that is not finite is never best
 */
public record Criterion(String name, Sense sense, ToDoubleFunction<Confusion> measure) {

  /** Which way is better. */
  public enum Sense {
    LARGEST,
    SMALLEST
  }

  public static final Criterion YOUDEN = largest("Youden", Confusion::youden);
  public static final Criterion SENSITIVITY_PLUS_SPECIFICITY =
      largest("sensitivity + specificity", c -> c.sensitivity() + c.specificity());
  public static final Criterion SENSITIVITY_TIMES_SPECIFICITY =
      largest("sensitivity × specificity", c -> c.sensitivity() * c.specificity());
  public static final Criterion LESSER_OF_SENSITIVITY_AND_SPECIFICITY = largest(
      "lesser of sensitivity and specificity", c -> Math.min(c.sensitivity(), c.specificity()));
  public static final Criterion SENSITIVITY_NEAR_SPECIFICITY =
      smallest("|sensitivity - specificity|", c -> Math.abs(c.sensitivity() - c.specificity()));
  public static final Criterion TOP_LEFT =
      smallest("distance to the top left", Confusion::distanceToTopLeft);
  public static final Criterion F1 = largest("F1", Confusion::f1);
  public static final Criterion KAPPA = largest("kappa", Confusion::kappa);
  public static final Criterion MCC = largest("MCC", Confusion::mcc);
  public static final Criterion ACCURACY = largest("accuracy", Confusion::accuracy);

  /** Among cut-offs where it is finite: none with an empty cell of mistakes. */
  public static final Criterion DIAGNOSTIC_ODDS_RATIO =
      largest("diagnostic odds ratio", Confusion::diagnosticOddsRatio);

  public static final Criterion PREVALENCE_MATCHING =
      smallest("|flagged - prevalence|", c -> Math.abs(c.flaggedRate() - c.prevalence()));

  /** The cost of the mistakes made in the sample. */
  public static Criterion cost(double ofFalsePositive, double ofFalseNegative) {
    return smallest("cost", c -> c.cost(ofFalsePositive, ofFalseNegative));
  }

  /**
   * The cost per person where cases are as common as stated, in units of a false positive.
   *
   * @param falseNegative what a missed case costs, if a false alarm costs 1
   * @param prevalence from 0 to 1
   */
  public static Criterion costAtPrevalence(double falseNegative, double prevalence) {
    return smallest(
        "cost at a prevalence",
        c -> falseNegative * prevalence * (1 - c.sensitivity())
            + (1 - prevalence) * (1 - c.specificity()));
  }

  /** The net benefit at a risk at which one would act. */
  public static Criterion netBenefit(double risk) {
    return largest("net benefit", c -> c.netBenefit(risk));
  }

  public static Criterion largest(String name, ToDoubleFunction<Confusion> measure) {
    return new Criterion(name, Sense.LARGEST, measure);
  }

  public static Criterion smallest(String name, ToDoubleFunction<Confusion> measure) {
    return new Criterion(name, Sense.SMALLEST, measure);
  }

  /** Its value for a cut-off. */
  public double value(Confusion counts) {
    return measure.applyAsDouble(counts);
  }

  /** Its value with the sign that makes more better. */
  double gain(Confusion counts) {
    return sense == Sense.LARGEST ? value(counts) : -value(counts);
  }
}
