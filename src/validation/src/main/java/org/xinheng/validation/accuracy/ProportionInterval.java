package org.xinheng.validation.accuracy;

import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;
import org.xinheng.validation.distribution.Beta;

/**
 * Ways to put an interval around {@code x} of {@code n}. Nothing counted gives a lower limit of exactly 0, and everyone
 * counted an upper limit of exactly 1, in all but the two ways that are not cut off.
 *
 * @see "Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133"
 */
public enum ProportionInterval {
  /** The score interval, which turns the test with the hypothetical variance around. */
  WILSON {
    @Override
    Interval limits(double x, double n, double level) {
      return score(x, n, Normal.critical(level), 0);
    }
  },
  /**
   * The score interval with a correction for continuity of one half, or of the distance from {@code n/2} where that is less,
   * as R's {@code prop.test} has it.
   */
  WILSON_WITH_CONTINUITY {
    @Override
    Interval limits(double x, double n, double level) {
      return score(x, n, Normal.critical(level), Math.min(0.5, Math.abs(x - n * 0.5)));
    }
  },
  /** The exact interval, which is never too short and mostly too long. */
  CLOPPER_PEARSON {
    @Override
    Interval limits(double x, double n, double level) {
      double half = (1 - level) / 2;
      double lower = x == 0 ? 0 : Beta.quantile(half, x, n - x + 1);
      double upper = x == n ? 1 : Beta.quantile(1 - half, x + 1, n - x);
      return new Interval(lower, upper);
    }
  },
  /** The middle of the posterior under Jeffreys' prior. */
  JEFFREYS {
    @Override
    Interval limits(double x, double n, double level) {
      double half = (1 - level) / 2;
      double lower = x == 0 ? 0 : Beta.quantile(half, x + 0.5, n - x + 0.5);
      double upper = x == n ? 1 : Beta.quantile(1 - half, x + 0.5, n - x + 0.5);
      return new Interval(lower, upper);
    }
  },
  /** Wald's around the centre of the score interval; may reach beyond 0 and 1. */
  AGRESTI_COULL {
    @Override
    Interval limits(double x, double n, double level) {
      double square = Math.pow(Normal.critical(level), 2);
      return wald((x + square / 2) / (n + square), n + square, level);
    }
  },
  /** The textbook interval, which shrinks to a point at 0 and at n; shown for comparison only. */
  WALD {
    @Override
    Interval limits(double x, double n, double level) {
      return wald(x / n, n, level);
    }
  };

  abstract Interval limits(double x, double n, double level);

  /**
   * The interval of a proportion; undefined for nobody.
   *
   * @param x people counted, at most n
   * @param n people
   * @param level above 0 and below 1
   */
  public Interval of(double x, double n, double level) {
    if (!(x >= 0 && x <= n)) {
      throw new IllegalArgumentException("the count must be in [0, " + n + "]: " + x);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1): " + level);
    }
    return n == 0 ? Interval.UNDEFINED : limits(x, n, level);
  }

  private static Interval score(double x, double n, double z, double correction) {
    double above = (x + correction) / n;
    double below = (x - correction) / n;
    double h = z * z / (2 * n);
    double upper = above >= 1 ? 1 : (above + h + z * root(above, n, h)) / (1 + 2 * h);
    double lower = below <= 0 ? 0 : (below + h - z * root(below, n, h)) / (1 + 2 * h);
    return new Interval(Math.max(lower, 0), Math.min(upper, 1));
  }

  private static double root(double p, double n, double h) {
    return Math.sqrt(p * (1 - p) / n + h / (2 * n));
  }

  private static Interval wald(double p, double n, double level) {
    return Interval.around(p, Normal.critical(level) * Math.sqrt(p * (1 - p) / n));
  }
}
