package org.xinheng.instrument;

import java.util.List;

/**
 * A published rule that puts a person into one of several classes: a diagnostic count, a triple rule, the end of a
 * decision tree. The outcomes are tried in order and the first whose condition holds is the person's.
 *
 * @param id its name in tables, among those of the scales
 * @param name what people read
 * @param outcomes in the order in which they are tried; the last holds for everybody
 * @param source the id of the source of the rule
 * @param verification how well the rule is verified
 */
public record Classification(
    String id, Text name, List<Outcome> outcomes, String source, Verification verification) {

  /** A result has room for so many outcomes. */
  public static final int MOST_OUTCOMES = 31;

  public Classification {
    outcomes = List.copyOf(outcomes);
  }

  /**
   * One class.
   *
   * @param id its name in tables
   * @param level 0 none, 1 raised, 2 high, 3 very high: what tier rules read, as of a {@link Band}
   * @param label what people read
   * @param when whom it holds for, of those for whom none of the earlier ones holds
   */
  public record Outcome(String id, int level, Text label, Condition when) {}
}
