package org.xinheng.validation.irt;

import java.util.Arrays;
import java.util.List;

/**
 * An item with its estimated parameters.
 *
 * @param slope a
 * @param slopeError its standard error; {@code NaN} if the slope was not estimated or errors could not be had
 * @param intercepts d, one a category above the lowest
 * @param interceptErrors their standard errors
 * @param difficulties of the graded family {@code b_k = -d_k / a}, where category k or a higher one becomes as likely as
 *     not; of partial credit {@code b_k = -(d_k - d_(k-1)) / a}, where category k becomes as likely as the one below
 * @param difficultyErrors their standard errors, by the delta method
 */
public record CalibratedItem(
    double slope,
    double slopeError,
    List<Double> intercepts,
    List<Double> interceptErrors,
    List<Double> difficulties,
    List<Double> difficultyErrors) {

  public CalibratedItem {
    intercepts = List.copyOf(intercepts);
    interceptErrors = List.copyOf(interceptErrors);
    difficulties = List.copyOf(difficulties);
    difficultyErrors = List.copyOf(difficultyErrors);
  }

  /** Of parameters, slope first, and their covariances; 0 for what was not estimated. */
  static CalibratedItem of(IrtModel model, double[] parameters, double[][] covariances) {
    int size = parameters.length;
    double[] errors = new double[size];
    double[] difficulties = new double[size];
    double[] difficultyErrors = new double[size];
    for (int k = 0; k < size; k++) {
      double variance = covariances[k][k];
      errors[k] = variance > 0 ? Math.sqrt(variance) : Double.NaN;
    }
    for (int k = 1; k < size; k++) {
      double[] gradient = new double[size];
      boolean isStep = model == IrtModel.PARTIAL_CREDIT && k > 1;
      double d = parameters[k] - (isStep ? parameters[k - 1] : 0);
      difficulties[k] = -d / parameters[0];
      gradient[0] = d / (parameters[0] * parameters[0]);
      gradient[k] = -1 / parameters[0];
      if (isStep) {
        gradient[k - 1] = 1 / parameters[0];
      }
      double variance = 0;
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          variance += gradient[a] * gradient[b] * covariances[a][b];
        }
      }
      difficultyErrors[k] = variance > 0 ? Math.sqrt(variance) : Double.NaN;
    }
    return new CalibratedItem(
        parameters[0],
        errors[0],
        rest(parameters),
        rest(errors),
        rest(difficulties),
        rest(difficultyErrors));
  }

  private static List<Double> rest(double[] values) {
    return Arrays.stream(values).skip(1).boxed().toList();
  }

  /** How many categories it has. */
  public int categories() {
    return intercepts.size() + 1;
  }

  double[] parameters() {
    double[] parameters = new double[categories()];
    parameters[0] = slope;
    for (int k = 1; k < parameters.length; k++) {
      parameters[k] = intercepts.get(k - 1);
    }
    return parameters;
  }
}
