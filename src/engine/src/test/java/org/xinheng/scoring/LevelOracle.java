package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.ModelledItem;

/**
 * Levels by the textbook's formulas, slowly and without sharing a line with the library: probabilities as differences of
 * two logistic curves, sums over 600 points, peaks by halving where the derivative changes its sign. Good to about 1e-8.
 */
final class LevelOracle {

  private static final int POINTS = 600;
  private static final double FARTHEST = 60;

  private final Keying.OfModel keying;
  private final List<OptionalInt> answers;

  /**
   * @param answers a category from 0, or nothing, for each item
   */
  LevelOracle(Keying.OfModel keying, List<OptionalInt> answers) {
    this.keying = keying;
    this.answers = answers;
  }

  record Level(double theta, double standardError, double fit) {}

  /** Whether there is an estimate. */
  boolean exists() {
    boolean low = true;
    boolean high = true;
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).isPresent()) {
        low &= answers.get(i).getAsInt() == 0;
        high &= answers.get(i).getAsInt() == keying.items().get(i).thresholds().size();
      }
    }
    return switch (keying.model().estimator()) {
      case EAP, MAP, WLE -> answers.stream().anyMatch(OptionalInt::isPresent);
      case ML -> !low && !high;
    };
  }

  Level level() {
    return switch (keying.model().estimator()) {
      case EAP -> mean();
      case MAP -> {
        double theta = peak(t -> slope(t) - (t - mean0()) / (sd0() * sd0()));
        yield level(theta, information(theta) + 1 / (sd0() * sd0()));
      }
      case ML -> {
        double theta = peak(this::slope);
        yield level(theta, information(theta));
      }
      case WLE -> {
        double theta = weighted();
        yield level(theta, information(theta));
      }
    };
  }

  /** The person fit at a level. */
  private double lz(double theta) {
    double logLikelihood = 0;
    double mean = 0;
    double variance = 0;
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).isPresent()) {
        int answer = answers.get(i).getAsInt();
        logLikelihood += Math.log(above(i, answer, theta) - above(i, answer + 1, theta));
        double itemMean = 0;
        double itemSquare = 0;
        for (int k = 0; k <= keying.items().get(i).thresholds().size(); k++) {
          double p = above(i, k, theta) - above(i, k + 1, theta);
          double log = p > 0 ? Math.log(p) : 0;
          itemMean += p * log;
          itemSquare += p * log * log;
        }
        mean += itemMean;
        variance += itemSquare - itemMean * itemMean;
      }
    }
    return (logLikelihood - mean) / Math.sqrt(variance);
  }

  private double mean0() {
    return keying.model().prior().orElseThrow().mean().doubleValue();
  }

  private double sd0() {
    return keying.model().prior().orElseThrow().sd().doubleValue();
  }

  private Level mean() {
    double[] moments = new double[3];
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= POINTS; i++) {
      highest = Math.max(highest, logPosterior(point(i)));
    }
    for (int i = 0; i <= POINTS; i++) {
      double weight = Math.exp(logPosterior(point(i)) - highest);
      moments[0] += weight;
      moments[1] += weight * point(i);
      moments[2] += weight * point(i) * point(i);
    }
    double mean = moments[1] / moments[0];
    return level(mean, 1 / (moments[2] / moments[0] - mean * mean));
  }

  private Level level(double theta, double precision) {
    return new Level(theta, 1 / Math.sqrt(precision), lz(theta));
  }

  private double point(int i) {
    return mean0() + 9 * sd0() * (2.0 * i / POINTS - 1);
  }

  private double logPosterior(double theta) {
    double z = (theta - mean0()) / sd0();
    return logLikelihood(theta) - z * z / 2;
  }

  /** The point where a falling function is 0. */
  private static double peak(DoubleUnaryOperator slope) {
    return between(-FARTHEST, FARTHEST, slope);
  }

  private static double between(double from, double to, DoubleUnaryOperator slope) {
    double low = from;
    double high = to;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (slope.applyAsDouble(middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The highest of the points, and the peak beside it. */
  private double weighted() {
    double best = -FARTHEST;
    double step = 0.05;
    for (double theta = -FARTHEST / 2; theta <= FARTHEST / 2; theta += step) {
      if (weightedHeight(theta) > weightedHeight(best)) {
        best = theta;
      }
    }
    double h = 1e-4;
    return between(
        best - step,
        best + step,
        t -> slope(t) + (Math.log(information(t + h)) - Math.log(information(t - h))) / (4 * h));
  }

  private double weightedHeight(double theta) {
    return logLikelihood(theta) + Math.log(information(theta)) / 2;
  }

  private double logLikelihood(double theta) {
    double sum = 0;
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).isPresent()) {
        int category = answers.get(i).getAsInt();
        sum += Math.log(above(i, category, theta) - above(i, category + 1, theta));
      }
    }
    return sum;
  }

  private double slope(double theta) {
    double sum = 0;
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).isPresent()) {
        int category = answers.get(i).getAsInt();
        sum += a(i) * (1 - above(i, category, theta) - above(i, category + 1, theta));
      }
    }
    return sum;
  }

  private double information(double theta) {
    double sum = 0;
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).isPresent()) {
        for (int k = 0; k <= keying.items().get(i).thresholds().size(); k++) {
          double lower = above(i, k, theta);
          double upper = above(i, k + 1, theta);
          double slope = a(i) * (lower * (1 - lower) - upper * (1 - upper));
          sum += lower > upper ? slope * slope / (lower - upper) : 0;
        }
      }
    }
    return sum;
  }

  /** The probability of a category or a higher one. */
  private double above(int item, int category, double theta) {
    ModelledItem modelled = keying.items().get(item);
    if (category == 0) {
      return 1;
    }
    if (category > modelled.thresholds().size()) {
      return 0;
    }
    BigDecimal b = modelled.thresholds().get(category - 1);
    return 1 / (1 + Math.exp(-a(item) * (theta - b.doubleValue())));
  }

  private double a(int item) {
    return keying.items().get(item).discrimination().doubleValue();
  }
}
