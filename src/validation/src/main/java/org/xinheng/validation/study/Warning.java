package org.xinheng.validation.study;

import java.util.List;

/**
 * What a reader has to know before using a result.
 *
 * @param kind what it is about
 * @param score the score or item it is about; empty if it is about the whole sample
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
    COMPARISON_IGNORES_CLUSTERS,
    /** People did not answer all items and are left out: people, share. */
    INCOMPLETE,
    /** Fewer than 100 people answered all items: people. */
    FEW_PEOPLE,
    /** An item goes against the others, as if it were to be reversed: its correlation with the rest. */
    REVERSED_ITEM,
    /** An item has little to do with the others: its correlation with the rest. */
    WEAK_ITEM,
    /** Alpha is larger without an item: alpha without it. */
    BETTER_WITHOUT,
    /** One factor leaves an item no variance of its own. */
    IMPROPER_FACTOR,
    /** One factor fits badly: comparative fit, root mean square error. */
    NOT_ONE_FACTOR,
    /** An item is answered at one end by most people: share at the lowest answer, at the highest. */
    FLOOR_OR_CEILING,
    /** An item is often left out: share. */
    OFTEN_MISSING,
    /** Fewer than 100 people of a group are compared item by item: people of the focal group, of the reference group. */
    FEW_IN_GROUP,
    /** An item functions differently by a large amount: its effect. */
    LARGE_DIF,
    /** A wave lacks people of the other: people with both, with one only. */
    LOST,
    /** A reliability was taken from these very data: it. */
    RELIABILITY_OF_WAVES
  }

  public Warning {
    numbers = List.copyOf(numbers);
  }

  static Warning of(Kind kind, String score, double... numbers) {
    return new Warning(kind, score, java.util.Arrays.stream(numbers).boxed().toList());
  }
}
