package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xinheng.instrument.irt.Dichotomous;
import org.xinheng.instrument.irt.Estimate;
import org.xinheng.instrument.irt.IrtScale;
import org.xinheng.instrument.irt.IrtScores;
import org.xinheng.instrument.irt.ItemModel;
import org.xinheng.instrument.irt.NormalPrior;
import org.xinheng.validation.Watch;

/**
 * Rasch's model by conditional maximum likelihood: the difficulties of items from the patterns of people with the same sum
 * of answers, whatever their levels. Nothing is assumed about a population.
 *
 * <p>With missing answers people are compared with those who answered the same items. The estimates exist, and are unique,
 * if there is no way to part the items in two so that nobody who answered some of both was right in one part and wrong in
 * the other.
 *
 * @param difficulties of the items; they sum to 0
 * @param standardErrors of the difficulties
 * @param logLikelihood conditional on the sums
 * @param people who count: with at least one right and one wrong answer
 * @param steps how many of Newton's steps it took
 * @see "Andersen (1972), Journal of the Royal Statistical Society B 34, 42-54; Fischer (1981), Psychometrika 46, 59-77"
 */
public record ConditionalRasch(
    List<Double> difficulties,
    List<Double> standardErrors,
    double logLikelihood,
    int people,
    int steps) {

  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 30;
  private static final double CLOSE = 1e-11;

  public ConditionalRasch {
    difficulties = List.copyOf(difficulties);
    standardErrors = List.copyOf(standardErrors);
  }

  /**
   * Estimates all items.
   *
   * @param answers to items with two answers, 1 being right
   * @return empty if the estimates do not exist: see {@link #unboundItems}
   * @throws IllegalArgumentException if an item has more than two answers, or there are fewer than two items
   */
  public static Optional<ConditionalRasch> estimate(AnswerPatterns answers, Watch watch) {
    if (answers.items() < 2) {
      throw new IllegalArgumentException("the model needs at least 2 items: " + answers.items());
    }
    for (int j = 0; j < answers.items(); j++) {
      if (answers.categories(j) != 2) {
        throw new IllegalArgumentException("the model is for items with 2 answers: item %d has %d"
            .formatted(j, answers.categories(j)));
      }
    }
    return unboundItems(answers).isEmpty() ? newton(answers, watch) : Optional.empty();
  }

  private static Optional<ConditionalRasch> newton(AnswerPatterns answers, Watch watch) {
    List<Booklet> booklets = Booklet.of(answers);
    int items = answers.items();
    double[] difficulties = start(answers);
    double here = logLikelihood(booklets, difficulties);
    for (int step = 1; step <= MOST_STEPS; step++) {
      watch.step(step, MOST_STEPS);
      double[] gradient = new double[items];
      double[][] information = information(booklets, difficulties, gradient);
      Optional<double[]> move = Matrices.solve(information, gradient);
      if (move.isEmpty()) {
        return Optional.empty();
      }
      double share = 1;
      double[] next = moved(difficulties, move.get(), share);
      double there = logLikelihood(booklets, next);
      for (int i = 0; i < MOST_HALVINGS && !(there >= here - 1e-11 * Math.abs(here)); i++) {
        share /= 2;
        next = moved(difficulties, move.get(), share);
        there = logLikelihood(booklets, next);
      }
      difficulties = next;
      here = there;
      if (Arrays.stream(move.get()).map(Math::abs).max().orElse(0) < CLOSE) {
        return result(booklets, difficulties, here, step);
      }
    }
    return Optional.empty();
  }

  private static Optional<ConditionalRasch> result(
      List<Booklet> booklets, double[] difficulties, double logLikelihood, int steps) {
    int items = difficulties.length;
    return Matrices.inverse(information(booklets, difficulties, new double[items]))
        .map(inverse -> new ConditionalRasch(
            Arrays.stream(difficulties).boxed().toList(),
            IntStream.range(0, items)
                // The matrix has 1 added in the direction in which nothing is known; its inverse
                // has 1 / k².
                .mapToObj(j -> Math.sqrt(inverse[j][j] - 1.0 / ((double) items * items)))
                .toList(),
            logLikelihood,
            booklets.stream().mapToInt(Booklet::people).sum(),
            steps));
  }

  private static double[] start(AnswerPatterns answers) {
    double[] difficulties = new double[answers.items()];
    for (int j = 0; j < difficulties.length; j++) {
      double right = answers.shares(j)[1];
      difficulties[j] = StrictMath.log((1 - right) / right);
    }
    return moved(difficulties, new double[difficulties.length], 0);
  }

  /** Moved by a share of a step, and centred. */
  private static double[] moved(double[] difficulties, double[] step, double share) {
    double[] moved = difficulties.clone();
    double sum = 0;
    for (int j = 0; j < moved.length; j++) {
      moved[j] += share * step[j];
      sum += moved[j];
    }
    for (int j = 0; j < moved.length; j++) {
      moved[j] -= sum / moved.length;
    }
    return moved;
  }

  private static double logLikelihood(List<Booklet> booklets, double[] difficulties) {
    return booklets.stream().mapToDouble(b -> b.logLikelihood(difficulties)).sum();
  }

  /** The information, with 1 added everywhere: it knows nothing of the mean of the difficulties, which is 0. */
  private static double[][] information(
      List<Booklet> booklets, double[] difficulties, double[] gradient) {
    double[][] information = new double[difficulties.length][difficulties.length];
    for (double[] row : information) {
      Arrays.fill(row, 1);
    }
    booklets.forEach(b -> b.addDerivatives(difficulties, gradient, information));
    return information;
  }

  /**
   * Items whose difficulties the data leave without bound: those that cannot be reached from the first item, or from which
   * it cannot be reached, in steps from an item that somebody had right to one that the same person had wrong.
   */
  public static List<Integer> unboundItems(AnswerPatterns answers) {
    int items = answers.items();
    boolean[][] rightThenWrong = new boolean[items][items];
    for (int p = 0; p < answers.size(); p++) {
      for (int i = 0; i < items; i++) {
        for (int j = 0; j < items; j++) {
          rightThenWrong[i][j] |= answers.answer(p, i) == 1 && answers.answer(p, j) == 0;
        }
      }
    }
    boolean[] forth = reached(rightThenWrong, true);
    boolean[] back = reached(rightThenWrong, false);
    return IntStream.range(0, items).filter(j -> !forth[j] || !back[j]).boxed().toList();
  }

  private static boolean[] reached(boolean[][] edges, boolean isForth) {
    boolean[] reached = new boolean[edges.length];
    reached[0] = true;
    boolean isNew = true;
    while (isNew) {
      isNew = false;
      for (int i = 0; i < edges.length; i++) {
        for (int j = 0; j < edges.length; j++) {
          if (reached[i] && !reached[j] && (isForth ? edges[i][j] : edges[j][i])) {
            reached[j] = true;
            isNew = true;
          }
        }
      }
    }
    return reached;
  }

  /**
   * The maximum likelihood level of people with a sum of answers to all items.
   *
   * @return empty for the lowest and the highest sum
   */
  public Optional<Estimate> levelOfSum(int sum) {
    int[] answers = new int[difficulties.size()];
    Arrays.fill(answers, 0, sum, 1);
    List<ItemModel> items = new ArrayList<>();
    difficulties.forEach(difficulty -> items.add(Dichotomous.rasch(difficulty)));
    return new IrtScores(new IrtScale(items), NormalPrior.STANDARD).ml(answers);
  }
}
