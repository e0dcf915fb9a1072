package org.xinheng.screening;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A student belongs to a registered group, such as those whose parents work far away. It gives a schedule of contacts and
 * no tier.
 *
 * @param group from the school's list, such as {@code left-behind}
 * @param kind family, health or mind
 * @param since when the student was registered
 * @param until the last day, if it has ended
 */
public record Membership(String group, Kind kind, LocalDate since, Optional<LocalDate> until) {

  /** What a registry is about: 特殊家庭, 特殊体质, 特殊心理. */
  public enum Kind {
    FAMILY("family", "特殊家庭"),
    HEALTH("health", "特殊体质"),
    MIND("mind", "特殊心理");

    private final String word;
    private final String zhCn;

    Kind(String word, String zhCn) {
      this.word = word;
      this.zhCn = zhCn;
    }

    /** The word used in tables. */
    public String word() {
      return word;
    }

    public String zhCn() {
      return zhCn;
    }
  }

  /** Whether the student is registered on a day. */
  public boolean isInForce(LocalDate day) {
    return !since.isAfter(day) && until.map(end -> !end.isBefore(day)).orElse(true);
  }
}
