package org.xinheng.validation.accuracy;

import java.util.Arrays;
import java.util.List;

/**
 * Whether a predicted risk helps to decide, at each risk at which one would act.
 *
 * @param n people with a prediction
 * @param prevalence share of cases among them
 * @param points one for each risk
 * @see "Vickers and Elkin (2006), Medical Decision Making 26, 565-574"
 */
public record DecisionCurve(int n, double prevalence, List<Point> points) {

  /**
   * One risk at which one would act.
   *
   * @param risk from 0 up to but not including 1
   * @param tp cases at or above it
   * @param fp controls at or above it
   * @param netBenefit cases found per person, less false alarms at the odds of the risk
   * @param netBenefitOfAll the same if everyone is flagged; nobody flagged gives 0
   * @param avoidedPer100 people out of 100 spared, with no case missed more, compared with flagging everyone
   * @param standardised the net benefit as a share of the prevalence, the most there is
   */
  public record Point(
      double risk,
      long tp,
      long fp,
      double netBenefit,
      double netBenefitOfAll,
      double avoidedPer100,
      double standardised) {}

  public DecisionCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve of predicted risks.
   *
   * @param predicted one for each person, {@code NaN} for none; who is at or above a risk is flagged
   * @param isCase the criterion
   * @param risks at which one would act, each at least 0 and below 1
   */
  public static DecisionCurve of(double[] predicted, boolean[] isCase, double[] risks) {
    double[] cases = sorted(predicted, isCase, true);
    double[] controls = sorted(predicted, isCase, false);
    int n = cases.length + controls.length;
    double prevalence = (double) cases.length / n;
    List<Point> points = Arrays.stream(risks)
        .mapToObj(
            risk -> point(risk, atOrAbove(cases, risk), atOrAbove(controls, risk), n, prevalence))
        .toList();
    return new DecisionCurve(n, prevalence, points);
  }

  private static Point point(double risk, long tp, long fp, int n, double prevalence) {
    if (!(risk >= 0 && risk < 1)) {
      throw new IllegalArgumentException("risk must be in [0, 1): " + risk);
    }
    double odds = risk / (1 - risk);
    double benefit = (double) tp / n - (double) fp / n * odds;
    double ofAll = prevalence - (1 - prevalence) * odds;
    return new Point(
        risk,
        tp,
        fp,
        benefit,
        ofAll,
        100 * (benefit - ofAll) * (1 - risk) / risk,
        benefit / prevalence);
  }

  private static double[] sorted(double[] predicted, boolean[] isCase, boolean wanted) {
    if (predicted.length != isCase.length) {
      throw new IllegalArgumentException("as many predictions as criteria are needed: "
          + predicted.length + " and " + isCase.length);
    }
    double[] kept = new double[predicted.length];
    int n = 0;
    for (int i = 0; i < predicted.length; i++) {
      if (isCase[i] == wanted && !Double.isNaN(predicted[i])) {
        kept[n++] = predicted[i];
      }
    }
    double[] sorted = Arrays.copyOf(kept, n);
    Arrays.sort(sorted);
    return sorted;
  }

  private static int atOrAbove(double[] sorted, double risk) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] >= risk) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return sorted.length - low;
  }
}
