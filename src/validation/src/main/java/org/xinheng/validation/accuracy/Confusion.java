package org.xinheng.validation.accuracy;

/**
 * Who is flagged and who is a case. A rate of an empty group is {@code NaN}; a ratio with nothing below the line is
 * infinite.
 *
 * @param tp flagged cases
 * @param fp flagged controls
 * @param tn controls not flagged
 * @param fn cases not flagged
 */
public record Confusion(long tp, long fp, long tn, long fn) {

  public Confusion {
    if (tp < 0 || fp < 0 || tn < 0 || fn < 0) {
      throw new IllegalArgumentException(
          "counts must be at least 0: " + tp + ", " + fp + ", " + tn + ", " + fn);
    }
  }

  /** Counts people. */
  public static Confusion of(boolean[] flagged, boolean[] isCase) {
    if (flagged.length != isCase.length) {
      throw new IllegalArgumentException(
          "as many flags as criteria are needed: " + flagged.length + " and " + isCase.length);
    }
    long[] counts = new long[4];
    for (int i = 0; i < flagged.length; i++) {
      counts[(flagged[i] ? 2 : 0) + (isCase[i] ? 1 : 0)]++;
    }
    return new Confusion(counts[3], counts[2], counts[0], counts[1]);
  }

  public long cases() {
    return tp + fn;
  }

  public long controls() {
    return fp + tn;
  }

  public long flagged() {
    return tp + fp;
  }

  public long n() {
    return tp + fp + tn + fn;
  }

  public double sensitivity() {
    return (double) tp / cases();
  }

  public double specificity() {
    return (double) tn / controls();
  }

  public double ppv() {
    return (double) tp / flagged();
  }

  public double npv() {
    return (double) tn / (tn + fn);
  }

  public double prevalence() {
    return (double) cases() / n();
  }

  public double flaggedRate() {
    return (double) flagged() / n();
  }

  public double accuracy() {
    return (double) (tp + tn) / n();
  }

  public double balancedAccuracy() {
    return (sensitivity() + specificity()) / 2;
  }

  public double youden() {
    return sensitivity() + specificity() - 1;
  }

  /** The harmonic mean of sensitivity and positive predictive value. */
  public double f1() {
    return 2.0 * tp / (2.0 * tp + fp + fn);
  }

  /** Cohen's kappa between flag and criterion. */
  public double kappa() {
    double n = n();
    double bothFlagged = (double) cases() * flagged() / n;
    double neitherFlagged = (double) controls() * (tn + fn) / n;
    double byChance = (bothFlagged + neitherFlagged) / n;
    return (accuracy() - byChance) / (1 - byChance);
  }

  /** Matthews' correlation between flag and criterion. */
  public double mcc() {
    double product =
        Math.sqrt((double) flagged() * cases()) * Math.sqrt((double) controls() * (tn + fn));
    return ((double) tp * tn - (double) fp * fn) / product;
  }

  /** How many times likelier a flag is in a case. */
  public double positiveLikelihoodRatio() {
    return sensitivity() / ((double) fp / controls());
  }

  /** How many times likelier no flag is in a case. */
  public double negativeLikelihoodRatio() {
    return ((double) fn / cases()) / specificity();
  }

  public double diagnosticOddsRatio() {
    return ((double) tp * tn) / ((double) fp * fn);
  }

  /** The distance from the corner where both rates are 1. */
  public double distanceToTopLeft() {
    double a = 1 - sensitivity();
    double b = 1 - specificity();
    return Math.sqrt(a * a + b * b);
  }

  /** The benefit of flagging in units of cases found, per person, if a case weighs {@code (1 - risk) / risk} controls. */
  public double netBenefit(double risk) {
    return (double) tp / n() - (double) fp / n() * (risk / (1 - risk));
  }

  /** The mistakes, each with its cost. */
  public double cost(double ofFalsePositive, double ofFalseNegative) {
    return ofFalsePositive * fp + ofFalseNegative * fn;
  }
}
