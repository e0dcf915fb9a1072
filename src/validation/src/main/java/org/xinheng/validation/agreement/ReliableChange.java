package org.xinheng.validation.agreement;

/**
 * Whether one person has changed by more than measuring twice explains.
 *
 * @param sd of scores before
 * @param reliability from 0 to 1
 * @see "Jacobson and Truax (1991), Journal of Consulting and Clinical Psychology 59, 12-19"
 */
public record ReliableChange(double sd, double reliability) {

  /** What became of a person. */
  public enum Verdict {
    UP,
    DOWN,
    UNCHANGED
  }

  public ReliableChange {
    if (!(reliability <= 1)) {
      throw new IllegalArgumentException("reliability must be at most 1: " + reliability);
    }
  }

  /** {@code sqrt(2) sd sqrt(1 - rel)}. */
  public double standardErrorOfDifference() {
    return Math.sqrt(2) * sd * Math.sqrt(1 - reliability);
  }

  /** The change in standard errors of a difference. */
  public double index(double before, double after) {
    return (after - before) / standardErrorOfDifference();
  }

  /** Beyond 1.96 either way. */
  public Verdict verdict(double before, double after) {
    double index = index(before, after);
    if (Math.abs(index) <= Retest.CUSTOMARY || Double.isNaN(index)) {
      return Verdict.UNCHANGED;
    }
    return index > 0 ? Verdict.UP : Verdict.DOWN;
  }
}
