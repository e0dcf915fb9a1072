package org.xinheng.record;

import java.time.LocalDateTime;
import java.util.Optional;
import org.xinheng.policy.Step;

/**
 * Something that was done for a student, or a stated reason why it was not.
 *
 * @param step what
 * @param at when
 * @param by who
 * @param excuse why it was not done, if it was not: what is excused is not overdue
 */
public record Action(Step step, LocalDateTime at, Person by, Optional<String> excuse) {

  public static Action done(Step step, LocalDateTime at, Person by) {
    return new Action(step, at, by, Optional.empty());
  }
}
