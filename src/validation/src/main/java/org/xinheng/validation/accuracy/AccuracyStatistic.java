package org.xinheng.validation.accuracy;

import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;

/** What is reported of a test besides its {@linkplain Rate rates}, with intervals. */
public enum AccuracyStatistic {
  /** The limits add those of sensitivity and of specificity, which is on the safe side. */
  YOUDEN {
    @Override
    public double value(Confusion c) {
      return c.youden();
    }

    @Override
    public Interval interval(Confusion c, ProportionInterval method, double level) {
      Interval sensitivity = Rate.SENSITIVITY.interval(c, method, level);
      Interval specificity = Rate.SPECIFICITY.interval(c, method, level);
      return new Interval(
          sensitivity.lower() + specificity.lower() - 1,
          sensitivity.upper() + specificity.upper() - 1);
    }
  },
  /** How many people are tested for one more case to be told from controls: one by Youden. */
  NUMBER_NEEDED_TO_DIAGNOSE {
    @Override
    public double value(Confusion c) {
      return 1 / c.youden();
    }

    @Override
    public Interval interval(Confusion c, ProportionInterval method, double level) {
      Interval youden = YOUDEN.interval(c, method, level);
      return new Interval(1 / youden.upper(), 1 / youden.lower());
    }
  },
  /** Woolf's interval, on the logarithm. */
  DIAGNOSTIC_ODDS_RATIO {
    @Override
    public double value(Confusion c) {
      return c.diagnosticOddsRatio();
    }

    @Override
    public Interval interval(Confusion c, ProportionInterval method, double level) {
      double variance = 1.0 / c.tp() + 1.0 / c.fp() + 1.0 / c.tn() + 1.0 / c.fn();
      return onLogarithm(value(c), variance, level);
    }
  },
  /** The interval on the logarithm. */
  POSITIVE_LIKELIHOOD_RATIO {
    @Override
    public double value(Confusion c) {
      return c.positiveLikelihoodRatio();
    }

    @Override
    public Interval interval(Confusion c, ProportionInterval method, double level) {
      double variance =
          c.fn() / ((double) c.tp() * c.cases()) + c.tn() / ((double) c.fp() * c.controls());
      return onLogarithm(value(c), variance, level);
    }
  },
  /** The interval on the logarithm. */
  NEGATIVE_LIKELIHOOD_RATIO {
    @Override
    public double value(Confusion c) {
      return c.negativeLikelihoodRatio();
    }

    @Override
    public Interval interval(Confusion c, ProportionInterval method, double level) {
      double variance =
          c.tp() / ((double) c.fn() * c.cases()) + c.fp() / ((double) c.tn() * c.controls());
      return onLogarithm(value(c), variance, level);
    }
  };

  public abstract double value(Confusion confusion);

  /**
   * Its interval; undefined where a count that it divides by is 0.
   *
   * @param method what the intervals of the rates are formed with, where it rests on them
   */
  public abstract Interval interval(Confusion confusion, ProportionInterval method, double level);

  static Interval onLogarithm(double ratio, double variance, double level) {
    double half = Normal.critical(level) * Math.sqrt(variance);
    return new Interval(Math.exp(Math.log(ratio) - half), Math.exp(Math.log(ratio) + half));
  }
}
