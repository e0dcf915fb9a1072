package org.xinheng.app.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How students answer one questionnaire.
 *
 * @param id as in the definition; the columns are {@code id.1}, {@code id.2}, ...
 * @param items all with the same number of categories; category 0 is the healthiest answer
 * @param positive numbers of the items worded the other way round, where the healthiest answer is
 * the highest code
 */
record AnswerModel(String id, List<GradedItem> items, Set<Integer> positive) {

  AnswerModel {
    items = List.copyOf(items);
    positive = Set.copyOf(positive);
  }

  List<String> columns() {
    return IntStream.rangeClosed(1, items.size())
        .mapToObj(number -> id + "." + number)
        .toList();
  }

  List<Integer> codes(Latent latent, Sitting sitting, SeededRandom random) {
    double column = random.uniform();
    return IntStream.rangeClosed(1, items.size())
        .mapToObj(number -> {
          int highest = items.get(number - 1).highest();
          return switch (sitting) {
            case ATTENTIVE, STOPS_HALF_WAY, SKIPS_A_QUESTIONNAIRE -> code(number, latent, random);
            case STRAIGHT_LINE -> (int) (column * (highest + 1));
            case RANDOM -> random.below(highest + 1);
            case ZIG_ZAG -> zigZag(number - 1, highest);
            case ABSENT -> throw new IllegalArgumentException("sitting must not be " + sitting);
          };
        })
        .toList();
  }

  private int code(int number, Latent latent, SeededRandom random) {
    GradedItem item = items.get(number - 1);
    int category = item.draw(latent, random);
    return positive.contains(number) ? item.highest() - category : category;
  }

  private static int zigZag(int place, int highest) {
    int phase = place % (2 * highest);
    return Math.min(phase, 2 * highest - phase);
  }
}
