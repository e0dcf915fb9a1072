package org.xinheng.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is kept of students, as far as roles read different parts of it. */
public enum Field {
  COMPLETION("completion", Access.ALL, Access.OWN, Access.COUNTS),
  ANSWERS("answers", Access.ALL, Access.ON_REQUEST, Access.PSEUDONYMISED),
  SCORES("scores", Access.ALL, Access.RELEASED, Access.PACKAGE, Access.PSEUDONYMISED),
  TIER(
      "tier",
      Access.ALL,
      Access.INTENSIVE,
      Access.ON_CASE,
      Access.ESCALATED,
      Access.SUPPORT,
      Access.PACKAGE,
      Access.PSEUDONYMISED),
  ALERT(
      "alert",
      Access.ALL,
      Access.OWN,
      Access.ON_CASE,
      Access.ESCALATED,
      Access.TASKS,
      Access.TOLD,
      Access.PACKAGE),
  OBSERVATIONS("observations", Access.ALL, Access.OWN, Access.WRITES, Access.PACKAGE),
  PLAN("plan", Access.ALL, Access.SUMMARY, Access.TASKS, Access.RELEASED, Access.PACKAGE),
  /** Numbers without names, small cells hidden: of the own class, the own grade, the school, or beyond the school. */
  AGGREGATES("aggregates", Access.SCHOOL, Access.GRADE, Access.CLASS, Access.OUTSIDE, Access.LOGS);

  private final String word;
  private final List<Access> accesses;

  Field(String word, Access... accesses) {
    this.word = word;
    this.accesses = List.of(accesses);
  }

  /** The word used in policies. */
  public String word() {
    return word;
  }

  /** How it may be read, besides not at all. */
  public List<Access> accesses() {
    return accesses;
  }

  /** The field with this word. */
  public static Optional<Field> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
  }
}
