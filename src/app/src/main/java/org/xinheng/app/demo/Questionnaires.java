package org.xinheng.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The answer models of the questionnaires that the school gives.
 *
 * <p>Steps and loadings are invented. They were set by simulating many schools until the shares
 * stated in {@link SyntheticSchool} came out; they are not estimates from anybody's data and belong
 * in no study.
 */
final class Questionnaires {

  /** Thoughts of death or self-harm come late: rare until distress is high, then quickly common. */
  private static final double CRITICAL_GENERAL = 0.75;

  private static final double CRITICAL_SPECIFIC = 0.35;

  /**
   * The content scales of the MHT that stand in one block. After them, odd items are impulsiveness,
   * even ones validity.
   */
  private record Block(int lastItem, Facet facet, double step) {}

  private static final List<Block> MHT_BLOCKS = List.of(
      new Block(15, Facet.STUDY, 0.70),
      new Block(25, Facet.SOCIAL, 0.60),
      new Block(35, Facet.LONELINESS, 0.85),
      new Block(45, Facet.SELF_BLAME, 0.55),
      new Block(55, Facet.SENSITIVITY, 0.50),
      new Block(70, Facet.BODY, 0.95),
      new Block(80, Facet.FEAR, 0.85));

  private static final int LAST_BLOCK_ITEM = 80;
  private static final Set<Integer> MHT_CRITICAL = Set.of(85, 97);

  static final AnswerModel PHQ_9 = phq9();
  static final AnswerModel GAD_7 = gad7();
  static final AnswerModel PSC_17 = psc17();
  static final AnswerModel CES_D = cesD();
  static final AnswerModel MHT = mht();
  static final AnswerModel DASS_21 = dass21();

  private Questionnaires() {}

  private static AnswerModel phq9() {
    List<GradedItem> items = new ArrayList<>();
    for (double first : new double[] {0.55, 0.65, 0.55, 0.30, 0.75, 0.75, 0.60, 1.00}) {
      items.add(
          new GradedItem(0.68, Facet.DEPRESSION, 0.34, List.of(first, first + 0.85, first + 1.30)));
    }
    items.add(critical(2.02, 2.35, 2.75));
    return new AnswerModel("phq-9", items, Set.of());
  }

  private static AnswerModel gad7() {
    List<GradedItem> items = new ArrayList<>();
    for (double first : new double[] {0.35, 0.60, 0.45, 0.60, 0.90, 0.30, 0.85}) {
      items.add(
          new GradedItem(0.66, Facet.ANXIETY, 0.38, List.of(first, first + 0.85, first + 1.40)));
    }
    return new AnswerModel("gad-7", items, Set.of());
  }

  private static AnswerModel psc17() {
    double[] firsts = {
      0.2, 0.5, 0.3, 0.9, 0.7, 0.7, 0.2, 1.0, 0.7, 0.7, 0.5, 0.8, 0.3, 1.1, 0.8, 1.0, 0.4
    };
    List<GradedItem> items = IntStream.rangeClosed(1, firsts.length)
        .mapToObj(number -> {
          double first = firsts[number - 1];
          return new GradedItem(0.58, pscFacet(number), 0.42, List.of(first, first + 1.2));
        })
        .toList();
    return new AnswerModel("psc-17", items, Set.of());
  }

  /** In the order of the youth form; the grouped forms differ. */
  private static Facet pscFacet(int number) {
    return switch (number) {
      case 2, 6, 9, 11, 15 -> Facet.DEPRESSION;
      case 1, 3, 7, 13, 17 -> Facet.ATTENTION;
      default -> Facet.EXTERNALISING;
    };
  }

  private static AnswerModel cesD() {
    double[] firsts = {
      0.2, 0.6, 0.5, -0.3, 0.0, 0.3, 0.1, -0.4, 0.7, 0.5, 0.1, -0.3, 0.4, 0.4, 0.7, -0.2, 0.8, 0.4,
      0.8, 0.2
    };
    List<GradedItem> items = IntStream.rangeClosed(1, firsts.length)
        .mapToObj(number -> {
          double first = firsts[number - 1];
          return new GradedItem(
              0.55, cesDFacet(number), 0.32, List.of(first, first + 0.95, first + 1.65));
        })
        .toList();
    return new AnswerModel("ces-d", items, Set.of(4, 8, 12, 16));
  }

  private static AnswerModel dass21() {
    List<GradedItem> items = IntStream.rangeClosed(1, 21)
        .mapToObj(number -> {
          double first = 0.55 + spread(number);
          return new GradedItem(
              0.60, dassFacet(number), 0.34, List.of(first, first + 0.85, first + 1.35));
        })
        .toList();
    return new AnswerModel("dass-21", items, Set.of());
  }

  private static Facet dassFacet(int number) {
    return switch (number) {
      case 3, 5, 10, 13, 16, 17, 21 -> Facet.DEPRESSION;
      case 2, 4, 7, 9, 15, 19, 20 -> Facet.ANXIETY;
      default -> Facet.STUDY;
    };
  }

  private static Facet cesDFacet(int number) {
    return switch (number) {
      case 4, 8, 12, 16 -> Facet.POSITIVE_AFFECT;
      case 15, 19 -> Facet.SOCIAL;
      case 1, 2, 5, 7, 11, 13, 20 -> Facet.BODY;
      default -> Facet.DEPRESSION;
    };
  }

  private static AnswerModel mht() {
    List<GradedItem> items =
        IntStream.rangeClosed(1, 100).mapToObj(Questionnaires::mhtItem).toList();
    return new AnswerModel("mht", items, Set.of());
  }

  private static GradedItem mhtItem(int number) {
    if (MHT_CRITICAL.contains(number)) {
      return critical(2.15);
    }
    boolean ofValidity = number > LAST_BLOCK_ITEM && number % 2 == 0;
    if (ofValidity) {
      return new GradedItem(-0.10, Facet.DESIRABILITY, 0.50, List.of(0.95 + spread(number)));
    }
    return MHT_BLOCKS.stream()
        .filter(block -> number <= block.lastItem())
        .findFirst()
        .map(block -> yesOrNo(number, block.facet(), block.step()))
        .orElseGet(() -> yesOrNo(number, Facet.EXTERNALISING, 0.80));
  }

  private static GradedItem yesOrNo(int number, Facet facet, double step) {
    return new GradedItem(0.62, facet, 0.36, List.of(step + spread(number)));
  }

  /**
   * Makes the items of a scale differ, by −0.3 to 0.3, without a table of a hundred invented
   * figures.
   */
  private static double spread(int number) {
    return (number * 7 % 11 - 5) * 0.06;
  }

  private static GradedItem critical(double... steps) {
    return new GradedItem(
        CRITICAL_GENERAL,
        Facet.DEPRESSION,
        CRITICAL_SPECIFIC,
        DoubleStream.of(steps).boxed().toList());
  }
}
