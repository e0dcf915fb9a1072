package org.xinheng.policy;

import org.xinheng.instrument.Text;

/**
 * How exactly a scale measures, for telling a change from chance.
 *
 * @param sd standard deviation of the scores of comparable students, above 0
 * @param reliability from 0 to below 1
 * @param source where both come from
 */
public record Precision(double sd, double reliability, String source) {

  public Precision {
    if (!(sd > 0)) {
      throw new IllegalArgumentException("sd must be above 0: " + sd);
    }
    if (!(reliability >= 0 && reliability < 1)) {
      throw new IllegalArgumentException("reliability must be in [0, 1): " + reliability);
    }
  }

  /** {@code sd sqrt(1 - reliability)}. */
  public double standardError() {
    return sd * Math.sqrt(1 - reliability);
  }

  /** {@code sqrt(2) sd sqrt(1 - reliability)}. */
  public double standardErrorOfDifference() {
    return Math.sqrt(2) * standardError();
  }

  /** In both languages. */
  public Text text() {
    return new Text(
        "sd " + sd + ", reliability " + reliability + " (" + source + ")",
        "标准差 " + sd + "，信度 " + reliability + "（" + source + "）");
  }
}
