package org.xinheng.record;

import java.time.LocalDateTime;
import java.util.Optional;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.Tier;

/** Something that happened in the case of one student. Events are added and never changed. */
public sealed interface CaseEvent {

  LocalDateTime at();

  Person by();

  <R> R accept(Visitor<R> visitor);

  /**
   * Gate 1: the student was screened.
   *
   * @param computed the tier by the policy, if there is one
   * @param alert the alert that the answers raised
   */
  record Screened(LocalDateTime at, Person by, Optional<Tier> computed, Alert alert)
      implements CaseEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.screened(this);
    }
  }

  /**
   * Gate 2: somebody looked at validity, notes, history and registry.
   *
   * @param provisional the tier until somebody has talked to the student
   * @param consent for lowering tier 3
   */
  record Checked(LocalDateTime at, Person by, Tier provisional, Optional<Consent> consent)
      implements CaseEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.checked(this);
    }
  }

  /**
   * Gate 3: a structured interview.
   *
   * @param finding what came of it
   * @param proposed the tier that is proposed
   */
  record Talked(LocalDateTime at, Person by, Finding finding, Tier proposed) implements CaseEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.talked(this);
    }
  }

  /**
   * Gate 4: the final tier.
   *
   * @param tier the final tier
   * @param consent for lowering tier 3
   */
  record Conferred(LocalDateTime at, Person by, Tier tier, Optional<Consent> consent)
      implements CaseEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conferred(this);
    }
  }

  /** An alert, from answers or from anybody: straight to gate 3. */
  record Raised(LocalDateTime at, Person by, Alert alert) implements CaseEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.raised(this);
    }
  }

  /** The alert is cleared. */
  record Cleared(LocalDateTime at, Person by, Optional<Consent> consent) implements CaseEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cleared(this);
    }
  }

  /** A progress check. */
  record Progress(LocalDateTime at, Person by, Result result) implements CaseEvent {

    /** Where the score was. */
    public enum Result {
      BELOW_CUT_OFF,
      AT_OR_ABOVE_CUT_OFF
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.progress(this);
    }
  }

  /** Nothing more is to be done. */
  record Closed(LocalDateTime at, Person by) implements CaseEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.closed(this);
    }
  }

  /** A closed case is taken up again. */
  record Reopened(LocalDateTime at, Person by, String reason) implements CaseEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reopened(this);
    }
  }

  /** What came of an interview. */
  enum Finding {
    CONFIRM("confirm"),
    RAISE("raise"),
    LOWER("lower"),
    REFER("refer"),
    NO_CONCERN("no-concern");

    private final String word;

    Finding(String word) {
      this.word = word;
    }

    /** The word used in records. */
    public String word() {
      return word;
    }
  }

  /** One answer for each kind of event. */
  interface Visitor<R> {
    R screened(Screened event);

    R checked(Checked event);

    R talked(Talked event);

    R conferred(Conferred event);

    R raised(Raised event);

    R cleared(Cleared event);

    R progress(Progress event);

    R closed(Closed event);

    R reopened(Reopened event);
  }
}
