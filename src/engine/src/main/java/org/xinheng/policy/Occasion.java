package org.xinheng.policy;

import java.util.Optional;
import org.xinheng.instrument.Text;

/** What starts the clock of a deadline, the most urgent first. */
public enum Occasion {
  IMMEDIATE("immediate", "alert, immediate", "预警：立即处理"),
  SAME_DAY("same-day", "alert, same day", "预警：当日处理"),
  TIER_3("3", "tier 3", "三级支持"),
  /** A critical item was skipped. */
  UNKNOWN("unknown", "critical item skipped", "关键题未答"),
  TIER_2("2", "tier 2", "二级支持"),
  /** A form that a validity rule calls invalid. */
  INVALID("invalid", "answers invalid", "作答无效"),
  TIER_1("1", "tier 1", "一级支持"),
  /** A student of the registry of special groups, whatever the tier. */
  REGISTRY("registry", "registry", "登记学生");

  private final String word;
  private final Text text;

  Occasion(String word, String en, String zhCn) {
    this.word = word;
    this.text = new Text(en, zhCn);
  }

  /** The key used in policies. */
  public String word() {
    return word;
  }

  public Text text() {
    return text;
  }

  /** Alerts run on clock time, everything else on school days. */
  public boolean isAlert() {
    return this == IMMEDIATE || this == SAME_DAY;
  }

  /** The occasion that a tier is. */
  public static Occasion of(Tier tier) {
    return switch (tier) {
      case UNIVERSAL -> TIER_1;
      case TARGETED -> TIER_2;
      case INTENSIVE -> TIER_3;
    };
  }

  /** The occasion that an alert is; none for no alert. */
  public static Optional<Occasion> of(org.xinheng.instrument.Alert alert) {
    return switch (alert) {
      case NONE -> Optional.empty();
      case UNKNOWN -> Optional.of(UNKNOWN);
      case SAME_DAY -> Optional.of(SAME_DAY);
      case IMMEDIATE -> Optional.of(IMMEDIATE);
    };
  }
}
