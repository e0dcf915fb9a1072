package org.xinheng.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.instrument.Text;

/**
 * A length of time as people agree on it: so many hours, or so many school days. What it comes to from a given moment
 * is for a {@link SchoolCalendar} to say.
 *
 * @param count 0 or more; no hours is {@code at once}, no days is {@code same day}
 * @param unit what is counted
 */
public record Period(int count, Unit unit) {

  /** Now. */
  public static final Period AT_ONCE = new Period(0, Unit.HOUR);

  /** Before the day is over. */
  public static final Period SAME_DAY = new Period(0, Unit.DAY);

  private static final Pattern COUNTED = Pattern.compile("([1-9][0-9]{0,2}) ([a-z]+(?: [a-z]+)?)");

  public Period {
    if (!(count >= 0)) {
      throw new IllegalArgumentException("count must be 0 or more: " + count);
    }
  }

  /** What a period counts, with about how many hours each is: for comparing periods, never for a date. */
  public enum Unit {
    HOUR("hour", "小时", 1),
    DAY("day", "天", 24),
    SCHOOL_DAY("school day", "个上学日", 24),
    WEEK("week", "周", 168),
    MONTH("month", "个月", 730),
    TERM("term", "个学期", 3_650),
    SCHOOL_YEAR("school year", "个学年", 8_760);

    private final String word;
    private final String zhCn;
    private final int hours;

    Unit(String word, String zhCn, int hours) {
      this.word = word;
      this.zhCn = zhCn;
      this.hours = hours;
    }

    public String word() {
      return word;
    }

    /** Whether it passes at night, at weekends and in holidays as well. */
    public boolean isClockTime() {
      return this == HOUR || this == DAY || this == WEEK || this == MONTH;
    }
  }

  /** About how long it is: only for comparing two periods. */
  public int roughHours() {
    return count * unit.hours;
  }

  /** The period that a policy writes as {@code 2 school days}, {@code at once} or {@code same day}. */
  public static Optional<Period> of(String text) {
    if (text.equals("at once")) {
      return Optional.of(AT_ONCE);
    }
    if (text.equals("same day")) {
      return Optional.of(SAME_DAY);
    }
    Matcher counted = COUNTED.matcher(text);
    if (!counted.matches()) {
      return Optional.empty();
    }
    int count = Integer.parseInt(counted.group(1));
    for (Unit unit : Unit.values()) {
      if (counted.group(2).equals(count == 1 ? unit.word : unit.word + "s")) {
        return Optional.of(new Period(count, unit));
      }
    }
    return Optional.empty();
  }

  /** In both languages. */
  public Text text() {
    if (equals(AT_ONCE)) {
      return new Text("at once", "立即");
    }
    return equals(SAME_DAY)
        ? new Text("same day", "当日")
        : new Text(toString(), count + " " + unit.zhCn);
  }

  /** As a policy writes it. */
  @Override
  public String toString() {
    if (equals(AT_ONCE)) {
      return "at once";
    }
    return equals(SAME_DAY) ? "same day" : count + " " + unit.word + (count == 1 ? "" : "s");
  }
}
