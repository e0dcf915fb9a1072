package org.xinheng.validation.irt;

import java.util.List;
import java.util.Optional;
import org.xinheng.validation.Watch;
import org.xinheng.validation.irt.MarginalLikelihood.Expectation;

/**
 * Estimates the parameters of items by marginal maximum likelihood. A few steps of expectation and maximisation lead from
 * anywhere into the neighbourhood of the maximum; Newton's steps with the observed information then reach it to nearly all
 * digits. A step that would lower the likelihood is shortened, and where the information is not positive definite steps of
 * the first kind go on.
 *
 * <p>Slopes may be negative, of items that are keyed the wrong way; most are positive, or all signs are turned.
 */
public final class MarginalEstimator {

  private static final int FIRST_STEPS = 25;
  private static final int MOST_STEPS = 500;
  private static final int MOST_HALVINGS = 30;
  private static final double NEAR = 0.1;
  private static final double CLOSE = 1e-9;

  private final IrtModel model;
  private final AnswerPatterns answers;
  private final Layout layout;
  private final MarginalLikelihood likelihood;

  private MarginalEstimator(IrtModel model, AnswerPatterns answers) {
    this.model = model;
    this.answers = answers;
    this.layout = Layout.of(model, answers);
    this.likelihood =
        new MarginalLikelihood(answers, model.function(), layout, Quadrature.STANDARD);
  }

  /**
   * Estimates all items.
   *
   * @param watch hears of each step and may stop them
   * @throws IllegalArgumentException if there are too few items or people, or the model is for two answers and an item has
   *     more
   */
  public static Calibration estimate(IrtModel model, AnswerPatterns answers, Watch watch) {
    if (answers.items() < model.fewestItems()) {
      throw new IllegalArgumentException(
          "the model needs at least %d items: %d".formatted(model.fewestItems(), answers.items()));
    }
    for (int j = 0; j < answers.items(); j++) {
      if (model.isDichotomous() && answers.categories(j) != 2) {
        throw new IllegalArgumentException("the model is for items with 2 answers: item %d has %d"
            .formatted(j, answers.categories(j)));
      }
    }
    return new MarginalEstimator(model, answers).run(watch);
  }

  private Calibration run(Watch watch) {
    double[][] parameters = new double[answers.items()][];
    for (int j = 0; j < parameters.length; j++) {
      parameters[j] = model.function().start(answers.shares(j));
    }
    Expectation here = likelihood.expect(parameters);
    boolean converged = false;
    boolean isNear = false;
    int steps = 0;
    while (!converged && steps < MOST_STEPS) {
      watch.step(steps++, MOST_STEPS);
      double[] gradient = likelihood.gradient(parameters, here.counts());
      Optional<double[]> newton = !isNear
          ? Optional.empty()
          : Matrices.solve(likelihood.observedInformation(parameters, here.counts()), gradient);
      double[] step = newton.isPresent()
          ? newton.get()
          : Matrices.solve(likelihood.completeInformation(parameters, here.counts()), gradient)
              .orElse(gradient);
      double share = 1;
      double[][] next = layout.moved(parameters, step, share);
      Expectation there = likelihood.expect(next);
      for (int i = 0; i < MOST_HALVINGS && !isNoWorse(there, here); i++) {
        share /= 2;
        next = layout.moved(parameters, step, share);
        there = likelihood.expect(next);
      }
      if (!isNoWorse(there, here)) {
        break;
      }
      parameters = next;
      here = there;
      isNear |= steps >= FIRST_STEPS || longest(step) < NEAR;
      converged = newton.isPresent() && share == 1 && longest(step) < CLOSE;
    }
    double[][] turned = turned(parameters);
    return result(turned, likelihood.expect(turned), steps, converged);
  }

  private static boolean isNoWorse(Expectation there, Expectation here) {
    return there.logLikelihood() >= here.logLikelihood() - 1e-11 * Math.abs(here.logLikelihood());
  }

  private static double longest(double[] step) {
    double longest = 0;
    for (double s : step) {
      longest = Math.max(longest, Math.abs(s));
    }
    return longest;
  }

  /** The same fit with theta turned round, if the slopes say that it is upside down. */
  private static double[][] turned(double[][] parameters) {
    double sum = 0;
    for (double[] item : parameters) {
      sum += item[0];
    }
    if (sum < 0) {
      for (double[] item : parameters) {
        item[0] = -item[0];
      }
    }
    return parameters;
  }

  private Calibration result(double[][] parameters, Expectation at, int steps, boolean converged) {
    Optional<double[][]> inverse =
        Matrices.inverse(likelihood.observedInformation(parameters, at.counts()));
    CalibratedItem[] items = new CalibratedItem[parameters.length];
    for (int j = 0; j < items.length; j++) {
      int size = parameters[j].length;
      double[][] covariances = new double[size][size];
      for (int k = 0; k < size; k++) {
        for (int l = 0; l < size; l++) {
          int row = layout.number(j, k);
          int column = layout.number(j, l);
          covariances[k][l] =
              row < 0 || column < 0 ? 0 : inverse.map(all -> all[row][column]).orElse(Double.NaN);
        }
      }
      items[j] = CalibratedItem.of(model, parameters[j], covariances);
    }
    return new Calibration(
        model,
        List.of(items),
        answers.people(),
        layout.size(),
        at.logLikelihood(),
        steps,
        converged,
        inverse.isPresent());
  }
}
