package org.xinheng.administration;

import java.util.Optional;

/**
 * What the guardian and the student said to being screened, and what the rule asks for.
 *
 * @param mode whether consent must be given, or must not be refused
 * @param guardianBelowAge below this age, in years, the guardian's consent is asked for as well; of a student whose age is not
 *     known, too
 * @param guardian what the guardian said
 * @param student what the student said
 */
public record Consent(Mode mode, int guardianBelowAge, State guardian, State student) {

  /** Below fourteen the guardian decides (Personal Information Protection Law of China, article 31). */
  public static final int USUAL_GUARDIAN_AGE = 14;

  /** Nobody is asked: for trying out, and where a law says so. */
  public static final Consent NOT_ASKED =
      new Consent(Mode.NOT_ASKED, USUAL_GUARDIAN_AGE, State.OPEN, State.OPEN);

  /** How consent is asked for. */
  public enum Mode {
    NOT_ASKED("not-asked"),
    /** Nobody is asked who did not say yes. */
    OPT_IN("opt-in"),
    /** Nobody is asked who said no. */
    OPT_OUT("opt-out");

    private final String word;

    Mode(String word) {
      this.word = word;
    }

    /** The word in options. */
    public String word() {
      return word;
    }
  }

  /** What somebody said. */
  public enum State {
    OPEN("open"),
    GIVEN("given"),
    REFUSED("refused"),
    /** Given, and taken back. */
    WITHDRAWN("withdrawn");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word in options. */
    public String word() {
      return word;
    }

    private boolean isNo() {
      return this == REFUSED || this == WITHDRAWN;
    }
  }

  /** Whether a student may be asked. */
  public boolean permits(Optional<Integer> age) {
    boolean guardianDecides = age.map(years -> years < guardianBelowAge).orElse(true);
    return switch (mode) {
      case NOT_ASKED -> true;
      case OPT_OUT -> !guardian.isNo() && !student.isNo();
      case OPT_IN ->
        student == State.GIVEN && !guardian.isNo() && (!guardianDecides || guardian == State.GIVEN);
    };
  }
}
