package org.xinheng.policy;

import java.util.Optional;

/** A level of support. The numbers follow MTSS: 3 is the most intensive. */
public enum Tier {
  UNIVERSAL(1),
  TARGETED(2),
  INTENSIVE(3);

  private final int number;

  Tier(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** {@code T1} to {@code T3}, as written in tables: never a bare number. */
  public String code() {
    return "T" + number;
  }

  public static Optional<Tier> of(int number) {
    for (Tier tier : values()) {
      if (tier.number == number) {
        return Optional.of(tier);
      }
    }
    return Optional.empty();
  }
}
