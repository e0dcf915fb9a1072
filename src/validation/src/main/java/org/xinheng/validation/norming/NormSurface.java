package org.xinheng.validation.norming;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.xinheng.validation.Interval;

/**
 * A raw score as a polynomial in location and age: {@code c + sum of c_ij L^i A^j}, where {@code A} is the age less the
 * middle of all ages, by half their span.
 *
 * @param middle the middle of the ages
 * @param halfSpan half their span, above 0
 * @param constant c
 * @param terms the others
 */
record NormSurface(
    double middle, double halfSpan, double constant, List<ContinuousNorms.Term> terms) {

  private static final double STEP = 0.025;

  NormSurface {
    terms = List.copyOf(terms);
  }

  static double[] column(List<AgeGroups.Group> groups, NormSurface shape, int i, int j) {
    List<Double> values = new ArrayList<>();
    for (AgeGroups.Group group : groups) {
      double a = Math.pow((group.age() - shape.middle) / shape.halfSpan, j);
      for (double location : group.location()) {
        values.add(Math.pow(location, i) * a);
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** With coefficients by least squares. */
  NormSurface fitted(List<AgeGroups.Group> groups, double[] raw, List<int[]> powers) {
    double[][] rows = new double[raw.length][powers.size()];
    for (int k = 0; k < powers.size(); k++) {
      double[] column = column(groups, this, powers.get(k)[0], powers.get(k)[1]);
      for (int n = 0; n < raw.length; n++) {
        rows[n][k] = column[n];
      }
    }
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(raw, rows);
    double[] b = regression.estimateRegressionParameters();
    List<ContinuousNorms.Term> found = new ArrayList<>();
    for (int k = 0; k < powers.size(); k++) {
      found.add(new ContinuousNorms.Term(powers.get(k)[0], powers.get(k)[1], b[k + 1]));
    }
    return new NormSurface(middle, halfSpan, b[0], found);
  }

  double raw(double location, double age) {
    double a = (age - middle) / halfSpan;
    double sum = constant;
    for (ContinuousNorms.Term term : terms) {
      sum += term.coefficient()
          * Math.pow(location, term.powerOfLocation())
          * Math.pow(a, term.powerOfAge());
    }
    return sum;
  }

  /**
   * Whether the raw score rises with the location at an age, wherever it is within bounds.
   *
   * @param locations from the lowest to the highest that is looked at
   * @param scores bounds of the raw scores
   */
  boolean rises(double age, Interval locations, Interval scores) {
    int steps = (int) Math.ceil((locations.upper() - locations.lower()) / STEP);
    double before = raw(locations.lower(), age);
    for (int s = 1; s <= steps; s++) {
      double location = locations.lower() + s * (locations.upper() - locations.lower()) / steps;
      double here = raw(location, age);
      boolean isWithin =
          Math.max(here, before) >= scores.lower() && Math.min(here, before) <= scores.upper();
      if (isWithin && here <= before) {
        return false;
      }
      before = here;
    }
    return true;
  }
}
