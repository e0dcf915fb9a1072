package org.xinheng.validation.study;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.RandomNumbers;

/**
 * A study of which the truth is known: whole scores from 0 to a largest one, which are normal before they are rounded and
 * cut off at both ends, with the same spread in cases and controls.
 *
 * @param people in the sample
 * @param prevalence share of cases in the population; how many the sample has is left to chance
 * @param latentArea the area under the curve before rounding, from 0.5 up to but not including 1
 * @param largestScore at least 2
 */
public record SimulatedStudy(int people, double prevalence, double latentArea, int largestScore) {

  /** Where controls lie on average, as a share of the range; and how wide both groups are. */
  private static final double CONTROL_MEAN = 0.25;

  private static final double SPREAD = 0.18;

  /**
   * A cut-off and what it truly does.
   *
   * @param cutOff flagged are those at it or above
   */
  public record Truth(int cutOff, double sensitivity, double specificity) {}

  /**
   * A sample.
   *
   * @param scores whole numbers, one a person
   * @param cases whether each is a case
   */
  public record Drawn(List<Integer> scores, List<Boolean> cases) {

    public Drawn {
      scores = List.copyOf(scores);
      cases = List.copyOf(cases);
    }
  }

  public SimulatedStudy {
    if (people < 2) {
      throw new IllegalArgumentException("at least 2 people are needed: " + people);
    }
    if (!(prevalence > 0 && prevalence < 1)) {
      throw new IllegalArgumentException("prevalence must be in (0, 1): " + prevalence);
    }
    if (!(latentArea >= 0.5 && latentArea < 1)) {
      throw new IllegalArgumentException("the area must be in [0.5, 1): " + latentArea);
    }
    if (largestScore < 2) {
      throw new IllegalArgumentException("the largest score must be at least 2: " + largestScore);
    }
  }

  /** The same seed gives the same people. */
  public Drawn draw(long seed) {
    RandomNumbers random = new RandomNumbers(seed);
    List<Integer> scores = new ArrayList<>();
    List<Boolean> cases = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      boolean isCase = random.uniform() < prevalence;
      double latent = mean(isCase) + SPREAD * largestScore * random.normal();
      scores.add((int) Math.max(0, Math.min(largestScore, Math.floor(latent + 0.5))));
      cases.add(isCase);
    }
    return new Drawn(scores, cases);
  }

  /** What every cut-off truly does, from 1 to the largest score. */
  public List<Truth> truth() {
    List<Truth> truth = new ArrayList<>();
    for (int cutOff = 1; cutOff <= largestScore; cutOff++) {
      truth.add(new Truth(cutOff, atOrAbove(cutOff, true), 1 - atOrAbove(cutOff, false)));
    }
    return truth;
  }

  /** The true area under the curve of the rounded scores. */
  public double area() {
    double area = 0;
    for (int score = 0; score <= largestScore; score++) {
      double ofControls = atOrAbove(score, false) - atOrAbove(score + 1, false);
      area += ofControls * (atOrAbove(score, true) + atOrAbove(score + 1, true)) / 2;
    }
    return area;
  }

  private double atOrAbove(int cutOff, boolean isCase) {
    if (cutOff <= 0) {
      return 1;
    }
    return cutOff > largestScore
        ? 0
        : Normal.above((cutOff - 0.5 - mean(isCase)) / (SPREAD * largestScore));
  }

  private double mean(boolean isCase) {
    double distance = Math.sqrt(2) * Normal.quantile(latentArea) * SPREAD;
    return largestScore * (CONTROL_MEAN + (isCase ? distance : 0));
  }
}
