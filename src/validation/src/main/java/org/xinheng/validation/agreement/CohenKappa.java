package org.xinheng.validation.agreement;

import java.util.function.IntToDoubleFunction;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.Interval;

/**
 * How far two raters agree beyond chance.
 *
 * @param n things rated by both
 * @param observed agreement, weighted
 * @param expected agreement by chance
 * @param standardError of kappa in large samples
 */
public record CohenKappa(double n, double observed, double expected, double standardError) {

  /** What a disagreement by so many classes still counts as agreement. */
  public enum Weights {
    /** Nothing. */
    NONE {
      @Override
      IntToDoubleFunction of(int classes) {
        return distance -> distance == 0 ? 1 : 0;
      }
    },
    /** Equal spacing: {@code 1 - |i - j| / (k - 1)}. */
    LINEAR {
      @Override
      IntToDoubleFunction of(int classes) {
        return distance -> 1 - Math.abs(distance) / (classes - 1.0);
      }
    },
    /** Fleiss and Cohen: {@code 1 - ((i - j) / (k - 1))²}. */
    QUADRATIC {
      @Override
      IntToDoubleFunction of(int classes) {
        return distance -> 1 - Math.pow(distance / (classes - 1.0), 2);
      }
    };

    abstract IntToDoubleFunction of(int classes);
  }

  /**
   * From a table of counts.
   *
   * @param table {@code table[class by the first][class by the second]}, square, classes in order
   * @see "Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323-327"
   */
  public static CohenKappa of(double[][] table, Weights weights) {
    int k = table.length;
    double n = 0;
    double[] first = new double[k];
    double[] second = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        n += table[i][j];
        first[i] += table[i][j];
        second[j] += table[i][j];
      }
    }
    IntToDoubleFunction weight = weights.of(k);
    double observed = 0;
    double expected = 0;
    double[] ofFirst = new double[k];
    double[] ofSecond = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double w = weight.applyAsDouble(i - j);
        observed += w * table[i][j] / n;
        expected += w * first[i] * second[j] / (n * n);
        ofFirst[i] += w * second[j] / n;
        ofSecond[j] += w * first[i] / n;
      }
    }
    double kappa = (observed - expected) / (1 - expected);
    double sum = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double distance = weight.applyAsDouble(i - j) - (ofFirst[i] + ofSecond[j]) * (1 - kappa);
        sum += table[i][j] / n * distance * distance;
      }
    }
    double centre = kappa - expected * (1 - kappa);
    double variance = (sum - centre * centre) / (n * (1 - expected) * (1 - expected));
    return new CohenKappa(n, observed, expected, Math.sqrt(Math.max(0, variance)));
  }

  /** Counts two ratings, as classes from 0 on. */
  public static double[][] table(int[] first, int[] second, int classes) {
    double[][] table = new double[classes][classes];
    for (int i = 0; i < first.length; i++) {
      table[first[i]][second[i]]++;
    }
    return table;
  }

  /** {@code (observed - expected) / (1 - expected)}; {@code NaN} if both raters use one class only. */
  public double kappa() {
    return (observed - expected) / (1 - expected);
  }

  /** {@code kappa ± z se}. */
  public Interval interval(double level) {
    return Interval.around(kappa(), Normal.critical(level) * standardError);
  }

  /** Kappa if all classes were equally common: {@code (k observed - 1) / (k - 1)}, for unweighted agreement. */
  public double prevalenceAdjusted(int classes) {
    return (classes * observed - 1) / (classes - 1);
  }
}
