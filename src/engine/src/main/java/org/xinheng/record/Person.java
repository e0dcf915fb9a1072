package org.xinheng.record;

import org.xinheng.policy.Role;

/**
 * Somebody who acts or decides.
 *
 * @param id the school's own, such as a staff number; never a student's
 * @param role in which the person acts
 */
public record Person(String id, Role role) {

  public Person {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a person must have an id");
    }
  }
}
