package org.xinheng.validation.study;

import java.util.List;

/**
 * What a reader has to know before using a result.
 *
 * @param kind what it is about
 * @param score the score it is about; empty if it is about the whole sample
 * @param numbers those that belong to it, in the order that its kind states
 */
public record Warning(Kind kind, String score, List<Double> numbers) {

  /** What can be the matter. */
  public enum Kind {
    /** Cases are far more or less common than where the score is to be used: prevalence of the sample, that stated. */
    ENRICHED,
    /** Nobody said how common cases are, and they are common in the sample: its prevalence. */
    PREVALENCE_NOT_STATED,
    /** Fewer than 20 cases or controls: cases, controls. */
    VERY_FEW,
    /** Fewer than 100 cases or controls: cases, controls. */
    FEW,
    /** The criterion is missing for people who have a score: people, share. */
    VERIFICATION,
    /** Many pairs of a case and a control have the same score: share of pairs, distinct scores. */
    TIES,
    /** Scores are missing: people, share. */
    MISSING_SCORES,
    /** The area lies below one half, as if the direction were declared the wrong way round: the area. */
    WRONG_DIRECTION,
    /** Cases and controls do not overlap, or all scores are equal; the interval is a point and means nothing: the area. */
    NO_SPREAD,
    /** Several cut-offs are equally good: how many. */
    EQUAL_CUT_OFFS,
    /** Another sample would often choose another cut-off: share of samples that choose this one. */
    UNSTABLE,
    /** Flagging nobody would cost less than any cut-off: cost at the best cut-off, and for nobody. */
    NOBODY_COSTS_LESS,
    /** Fewer than 20 schools were drawn from: schools. */
    FEW_CLUSTERS,
    /** The comparison of areas takes people of one school for independent. */
    COMPARISON_IGNORES_CLUSTERS
  }

  public Warning {
    numbers = List.copyOf(numbers);
  }

  static Warning of(Kind kind, String score, double... numbers) {
    return new Warning(kind, score, java.util.Arrays.stream(numbers).boxed().toList());
  }
}
