package org.xinheng.app.demo;

import java.util.List;

/**
 * One observation with ordered categories: an answer, but also a teacher's rating or last year's
 * tier.
 *
 * <p>Samejima's graded model in its normal form. A propensity, {@code general * g + specific * f +
 * rest * e}, follows general distress {@code g}, one group factor {@code f} and chance {@code e},
 * with {@code rest} such that its variance is 1. The category is the number of steps that it has
 * passed, so a step is the normal quantile of the share of students below it.
 *
 * @param general loading on general distress
 * @param specific loading on {@code facet}
 * @param steps increasing; one fewer than the categories
 * @see "Samejima (1969), Psychometrika Monograph 17"
 */
record GradedItem(double general, Facet facet, double specific, List<Double> steps) {

  GradedItem {
    if (!(general * general + specific * specific < 1)) {
      throw new IllegalArgumentException(
          "the squared loadings must sum to less than 1: " + general + ", " + specific);
    }
    steps = List.copyOf(steps);
  }

  int highest() {
    return steps.size();
  }

  int draw(Latent latent, SeededRandom random) {
    double rest = StrictMath.sqrt(1 - general * general - specific * specific);
    double propensity =
        general * latent.general() + specific * latent.of(facet) + rest * random.normal();
    int passed = 0;
    while (passed < steps.size() && propensity >= steps.get(passed)) {
      passed++;
    }
    return passed;
  }
}
