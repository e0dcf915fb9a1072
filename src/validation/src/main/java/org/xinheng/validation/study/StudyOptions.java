package org.xinheng.validation.study;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is asked of a study.
 *
 * @param prevalence share of cases where the score is to be used; that of the sample if nothing is said
 * @param missedCaseCost what a missed case costs, if a false alarm costs 1
 * @param capacity how many of 1,000 people screened can be followed up
 * @param givenCutOff a cut-off that was fixed before these data were seen
 * @param leastSensitivity from 0 to 1, for the cut-off that is most specific among those of at least this sensitivity
 * @param leastSpecificity from 0 to 1, for the cut-off that is most sensitive among those of at least this specificity
 * @param chosen the rule whose cut-off is looked at more closely
 * @param level of confidence, such as 0.95
 * @param samples drawn to see what chance does
 * @param seed of the drawing
 * @param leastShown the fewest people a figure of a group may rest on
 * @param tiers what two cut-offs at once are to do, if they are wanted
 */
public record StudyOptions(
    OptionalDouble prevalence,
    OptionalDouble missedCaseCost,
    OptionalDouble capacity,
    OptionalDouble givenCutOff,
    double leastSensitivity,
    double leastSpecificity,
    CutRule chosen,
    double level,
    int samples,
    long seed,
    int leastShown,
    Optional<TierAim> tiers) {

  public StudyOptions {
    requireShare("prevalence", prevalence.orElse(0.5));
    requireShare("least sensitivity", leastSensitivity);
    requireShare("least specificity", leastSpecificity);
    requireShare("level", level);
    if (!(missedCaseCost.orElse(1) > 0 && Double.isFinite(missedCaseCost.orElse(1)))) {
      throw new IllegalArgumentException(
          "the cost of a missed case must be above 0: " + missedCaseCost.orElse(1));
    }
    if (!(capacity.orElse(0) >= 0 && capacity.orElse(0) <= 1000)) {
      throw new IllegalArgumentException(
          "capacity, of 1,000 people screened, must be in [0, 1000]: " + capacity.orElse(0));
    }
    if (samples < 100) {
      throw new IllegalArgumentException("at least 100 samples must be drawn: " + samples);
    }
    if (leastShown < 1) {
      throw new IllegalArgumentException("least shown must be at least 1: " + leastShown);
    }
    boolean isSaid = switch (chosen) {
      case COST -> missedCaseCost.isPresent();
      case CAPACITY -> capacity.isPresent();
      case GIVEN -> givenCutOff.isPresent();
      default -> true;
    };
    if (!isSaid) {
      throw new IllegalArgumentException(
          "the rule '" + chosen.word() + "' needs a number that is not given");
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must be in (0, 1): " + value);
    }
  }

  /** Youden's cut-off, 2,000 samples, 95 % intervals, groups of five and more. */
  public static StudyOptions defaults() {
    return new StudyOptions(
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        0.9,
        0.9,
        CutRule.YOUDEN,
        0.95,
        2000,
        1,
        5,
        Optional.empty());
  }

  public StudyOptions withPrevalence(double share) {
    Draft draft = new Draft();
    draft.prevalence = OptionalDouble.of(share);
    return draft.options();
  }

  public StudyOptions withMissedCaseCost(double cost) {
    Draft draft = new Draft();
    draft.missedCaseCost = OptionalDouble.of(cost);
    return draft.options();
  }

  public StudyOptions withCapacity(double perThousand) {
    Draft draft = new Draft();
    draft.capacity = OptionalDouble.of(perThousand);
    return draft.options();
  }

  public StudyOptions withGivenCutOff(double cutOff) {
    Draft draft = new Draft();
    draft.givenCutOff = OptionalDouble.of(cutOff);
    return draft.options();
  }

  public StudyOptions withLeastRates(double sensitivity, double specificity) {
    Draft draft = new Draft();
    draft.leastSensitivity = sensitivity;
    draft.leastSpecificity = specificity;
    return draft.options();
  }

  public StudyOptions withChosen(CutRule rule) {
    Draft draft = new Draft();
    draft.chosen = rule;
    return draft.options();
  }

  public StudyOptions withSamples(int times, long newSeed) {
    Draft draft = new Draft();
    draft.samples = times;
    draft.seed = newSeed;
    return draft.options();
  }

  public StudyOptions withLeastShown(int people) {
    Draft draft = new Draft();
    draft.leastShown = people;
    return draft.options();
  }

  public StudyOptions withTiers(TierAim aim) {
    Draft draft = new Draft();
    draft.tiers = Optional.of(aim);
    return draft.options();
  }

  /** All that can be set, at first as it is here. */
  private final class Draft {

    private OptionalDouble prevalence = StudyOptions.this.prevalence;
    private OptionalDouble missedCaseCost = StudyOptions.this.missedCaseCost;
    private OptionalDouble capacity = StudyOptions.this.capacity;
    private OptionalDouble givenCutOff = StudyOptions.this.givenCutOff;
    private double leastSensitivity = StudyOptions.this.leastSensitivity;
    private double leastSpecificity = StudyOptions.this.leastSpecificity;
    private CutRule chosen = StudyOptions.this.chosen;
    private int samples = StudyOptions.this.samples;
    private long seed = StudyOptions.this.seed;
    private int leastShown = StudyOptions.this.leastShown;
    private Optional<TierAim> tiers = StudyOptions.this.tiers;

    StudyOptions options() {
      return new StudyOptions(
          prevalence,
          missedCaseCost,
          capacity,
          givenCutOff,
          leastSensitivity,
          leastSpecificity,
          chosen,
          level,
          samples,
          seed,
          leastShown,
          tiers);
    }
  }
}
