package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** People who answered the same items. */
final class Booklet {

  private final int[] items;
  private final int[] right;
  private final int[] peopleBySum;

  private Booklet(int[] items) {
    this.items = items;
    this.right = new int[items.length];
    this.peopleBySum = new int[items.length + 1];
  }

  static List<Booklet> of(AnswerPatterns answers) {
    Map<List<Integer>, Booklet> booklets = new LinkedHashMap<>();
    for (int p = 0; p < answers.size(); p++) {
      int pattern = p;
      int[] items = IntStream.range(0, answers.items())
          .filter(j -> answers.answer(pattern, j) != AnswerPatterns.MISSING)
          .toArray();
      int sum = answers.sum(p);
      if (sum == 0 || sum == items.length) {
        continue;
      }
      Booklet booklet = booklets.computeIfAbsent(
          Arrays.stream(items).boxed().toList(), key -> new Booklet(items));
      booklet.peopleBySum[sum] += answers.people(p);
      for (int i = 0; i < items.length; i++) {
        booklet.right[i] += answers.people(p) * answers.answer(p, items[i]);
      }
    }
    return new ArrayList<>(booklets.values());
  }

  double[] easiness(double[] difficulties) {
    return Arrays.stream(items)
        .mapToDouble(j -> StrictMath.exp(-difficulties[j]))
        .toArray();
  }

  double logLikelihood(double[] difficulties) {
    double[] easiness = easiness(difficulties);
    double[] gamma = ElementarySymmetric.of(easiness);
    double sum = 0;
    for (int i = 0; i < items.length; i++) {
      sum -= right[i] * difficulties[items[i]];
    }
    for (int r = 1; r < items.length; r++) {
      sum -= peopleBySum[r] == 0 ? 0 : peopleBySum[r] * StrictMath.log(gamma[r]);
    }
    return sum;
  }

  /** Adds the first derivatives by difficulties, and minus the second. */
  void addDerivatives(double[] difficulties, double[] gradient, double[][] information) {
    double[] easiness = easiness(difficulties);
    double[] gamma = ElementarySymmetric.of(easiness);
    double[][] chance = new double[items.length][];
    for (int i = 0; i < items.length; i++) {
      double[] without = ElementarySymmetric.of(easiness, i, -1);
      chance[i] = new double[items.length];
      gradient[items[i]] -= right[i];
      for (int r = 1; r < items.length; r++) {
        chance[i][r] = easiness[i] * without[r - 1] / gamma[r];
        gradient[items[i]] += peopleBySum[r] * chance[i][r];
        information[items[i]][items[i]] += peopleBySum[r] * chance[i][r] * (1 - chance[i][r]);
      }
      for (int h = 0; h < i; h++) {
        double[] neither = ElementarySymmetric.of(easiness, i, h);
        double sum = 0;
        for (int r = 1; r < items.length; r++) {
          double both = r < 2 ? 0 : easiness[i] * easiness[h] * neither[r - 2] / gamma[r];
          sum += peopleBySum[r] * (both - chance[i][r] * chance[h][r]);
        }
        information[items[i]][items[h]] += sum;
        information[items[h]][items[i]] += sum;
      }
    }
  }

  int people() {
    return Arrays.stream(peopleBySum).sum();
  }
}
