package org.xinheng.validation.accuracy;

import org.xinheng.validation.distribution.ChiSquared;
import org.xinheng.validation.distribution.Counts;

/**
 * Two tests of the same people: how often both, one or neither is right.
 *
 * @param both right in both
 * @param onlyFirst right in the first alone
 * @param onlySecond right in the second alone
 * @param neither right in neither
 * @see "McNemar (1947), Psychometrika 12, 153-157"
 */
public record PairedTests(long both, long onlyFirst, long onlySecond, long neither) {

  /** Both sensitivities: a case is right if flagged. */
  public static PairedTests ofCases(boolean[] first, boolean[] second, boolean[] isCase) {
    return of(first, second, isCase, true);
  }

  /** Both specificities: a control is right if not flagged. */
  public static PairedTests ofControls(boolean[] first, boolean[] second, boolean[] isCase) {
    return of(first, second, isCase, false);
  }

  private static PairedTests of(
      boolean[] first, boolean[] second, boolean[] isCase, boolean group) {
    long[] counts = new long[4];
    for (int i = 0; i < isCase.length; i++) {
      if (isCase[i] == group) {
        counts[(first[i] == group ? 2 : 0) + (second[i] == group ? 1 : 0)]++;
      }
    }
    return new PairedTests(counts[3], counts[2], counts[1], counts[0]);
  }

  private double discordant() {
    return (double) onlyFirst + onlySecond;
  }

  /** McNemar's chi-square, one degree of freedom. */
  public double chiSquare() {
    double difference = (double) onlyFirst - onlySecond;
    return difference * difference / discordant();
  }

  /** The same with 1 taken off the difference, if there is one. */
  public double correctedChiSquare() {
    double difference = Math.max(0, Math.abs((double) onlyFirst - onlySecond) - 1);
    return difference * difference / discordant();
  }

  public double p() {
    return ChiSquared.above(chiSquare(), 1);
  }

  public double correctedP() {
    return ChiSquared.above(correctedChiSquare(), 1);
  }

  /** The exact test of the discordant pairs. */
  public double exactP() {
    return Counts.evenChanceP(onlyFirst, onlyFirst + onlySecond);
  }
}
