package org.xinheng.policy;

/** How a role reads a field. */
public enum Access {
  /** Not at all. */
  NONE("none"),
  /** By name, of every student. */
  ALL("all"),
  /** What is the reader's own: of oneself, one's child, one's class; what one observed. */
  OWN("own"),
  /** Numbers only. */
  COUNTS("counts"),
  /** What the psychology teacher released, in words. */
  RELEASED("released"),
  /** When asked for, from the school; not in a file that is handed round. */
  ON_REQUEST("on-request"),
  /** Somebody tells it in person; nothing is read. */
  TOLD("told"),
  /** Of students at tier 3. */
  INTENSIVE("intensive"),
  /** Of students at tier 3 or with an alert in whose plan the reader has a step. */
  ON_CASE("on-case"),
  /** Numbers; by name what was released to the role, which is a formal escalation. */
  ESCALATED("escalated"),
  /** Only that there is support, once that is released. */
  SUPPORT("support"),
  /** Only what the reader has to do. */
  TASKS("tasks"),
  /** Only what is aimed at. */
  SUMMARY("summary"),
  /** Writes, and reads nothing back. */
  WRITES("writes"),
  /** As part of a referral of one student. */
  PACKAGE("package"),
  /** Without the student. */
  PSEUDONYMISED("pseudonymised"),
  CLASS("class"),
  GRADE("grade"),
  SCHOOL("school"),
  OUTSIDE("outside"),
  /** What was done with the data, and none of the data. */
  LOGS("logs");

  private final String word;

  Access(String word) {
    this.word = word;
  }

  /** The word used in policies. */
  public String word() {
    return word;
  }
}
