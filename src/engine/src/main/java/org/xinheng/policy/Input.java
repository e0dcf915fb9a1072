package org.xinheng.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Alert;

/** What tier rules may ask. Every input is a whole number, and more is worse unless it is not ordered. */
public enum Input {
  /** Band 0–3 of the primary scale; may be missing. */
  PRIMARY("primary", 3),
  /** How many supporting scales are in band 3. */
  SEVERE_SCALES("severe-scales", Input.COUNT),
  /** How many supporting scales are in band 2 or 3. */
  HIGH_SCALES("high-scales", Input.COUNT),
  /** How many questionnaires have a score on every scale that the battery names, valid or not. */
  SCORED_QUESTIONNAIRES("scored-questionnaires", Input.COUNT),
  /** The class teacher's rating 0–3; 0 if there is none. */
  TEACHER("teacher", 3),
  /** Band 0–3 of the impact scale; 0 if there is none. */
  IMPACT("impact", 3),
  /** Reliable worsening since the last comparable screen. */
  WORSENING("worsening", 1),
  /** Final tier of the last school year; 0 if there is none. */
  LAST_TIER("last-tier", 3),
  /** Registered risk factors in force. */
  RISK_FACTORS("risk-factors", Input.COUNT),
  /** Acute risk factors in force that began within the policy's {@code acute-months}. */
  ACUTE_RISK_FACTORS("acute-risk-factors", Input.COUNT),
  /** The most urgent alert: an {@link org.xinheng.instrument.Alert} by position. */
  ALERT("alert", 3),
  /** An open tier 3 case, or a student back from suspension without a signed re-entry assessment. */
  HOLD("hold", 1),
  /** The student, or somebody for the student, asked for help. */
  HELP("help", 1),
  /** Invalid answers twice in this campaign. */
  REPEAT_INVALID("repeat-invalid", 1),
  /** An alert cleared within the last twelve months. */
  CLEARED("cleared", 1),
  /** The guardian's rating 0–3; 0 if there is none. */
  GUARDIAN("guardian", 3),
  /** Tier of the case that is open; 0 if there is none. */
  OPEN_CASE("open-case", 3),
  /** Back from suspension: no, with a signed assessment, without one. */
  RE_ENTRY("re-entry", 2);

  static final int COUNT = 99;

  private final String word;
  private final int highest;

  Input(String word, int highest) {
    this.word = word;
    this.highest = highest;
  }

  /** The word used in policies and evidence tables. */
  public String word() {
    return word;
  }

  public int highest() {
    return highest;
  }

  public boolean isYesNo() {
    return highest == 1;
  }

  /** The words for its values from 0; none if they are numbers. */
  public List<String> words() {
    if (this == ALERT) {
      return Arrays.stream(Alert.values()).map(Alert::word).toList();
    }
    if (this == RE_ENTRY) {
      return List.of("none", "assessed", "unassessed");
    }
    return isYesNo() ? List.of("no", "yes") : List.of();
  }

  /** Whether it is what became of the student before, which floors may ask for. */
  public boolean isHistory() {
    return switch (this) {
      case LAST_TIER, HOLD, CLEARED, OPEN_CASE, RE_ENTRY -> true;
      case PRIMARY,
          SEVERE_SCALES,
          HIGH_SCALES,
          SCORED_QUESTIONNAIRES,
          TEACHER,
          IMPACT,
          WORSENING,
          RISK_FACTORS,
          ACUTE_RISK_FACTORS,
          ALERT,
          HELP,
          REPEAT_INVALID,
          GUARDIAN -> false;
    };
  }

  /** Whether it follows from the answers or from dates of its own, so that no validity can be given to it. */
  public boolean isComputed() {
    return switch (this) {
      case PRIMARY,
          SEVERE_SCALES,
          HIGH_SCALES,
          SCORED_QUESTIONNAIRES,
          RISK_FACTORS,
          ACUTE_RISK_FACTORS,
          ALERT -> true;
      case TEACHER,
          IMPACT,
          WORSENING,
          LAST_TIER,
          HOLD,
          HELP,
          REPEAT_INVALID,
          CLEARED,
          GUARDIAN,
          OPEN_CASE,
          RE_ENTRY -> false;
    };
  }

  /** Whether more is worse; how much is known says nothing about how a student is. */
  public boolean isOrdered() {
    return this != SCORED_QUESTIONNAIRES;
  }

  public static Optional<Input> of(String word) {
    for (Input input : values()) {
      if (input.word.equals(word)) {
        return Optional.of(input);
      }
    }
    return Optional.empty();
  }
}
