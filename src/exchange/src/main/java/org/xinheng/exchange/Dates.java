package org.xinheng.exchange;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.xinheng.instrument.FullWidth;

/**
 * Dates with the year first: {@code 2026-09-01}, {@code 20260901}, {@code 2026/9/1}, {@code 2026年9月1日}. A time of day
 * behind them is read over. With the day or the month first a date is not readable: nobody can say which it is.
 */
final class Dates {

  private static final int COMPACT_LENGTH = 8;

  private Dates() {}

  static Reading<LocalDate> read(String cell) {
    String text = withoutTime(FullWidth.toNarrow(Cell.trimmed(cell)));
    if (text.isEmpty()) {
      return Reading.blank();
    }
    Optional<LocalDate> date = date(text);
    return date.isPresent() ? new Reading<>(date, true) : Reading.unreadable();
  }

  private static Optional<LocalDate> date(String text) {
    if (text.length() == COMPACT_LENGTH && digits(text, 0) == COMPACT_LENGTH) {
      return date(text.substring(0, 4), text.substring(4, 6), text.substring(6));
    }
    if (digits(text, 0) != 4 || text.length() == 4) {
      return Optional.empty();
    }
    char separator = text.charAt(4);
    boolean chinese = separator == '年';
    if (!chinese && separator != '-' && separator != '/') {
      return Optional.empty();
    }
    int monthEnd = 5 + digits(text, 5);
    if (monthEnd == text.length() || text.charAt(monthEnd) != (chinese ? '月' : separator)) {
      return Optional.empty();
    }
    int dayEnd = monthEnd + 1 + digits(text, monthEnd + 1);
    if (!text.substring(dayEnd).equals(chinese ? "日" : "")) {
      return Optional.empty();
    }
    return date(
        text.substring(0, 4), text.substring(5, monthEnd), text.substring(monthEnd + 1, dayEnd));
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    if (month.isEmpty() || month.length() > 2 || day.isEmpty() || day.length() > 2) {
      return Optional.empty();
    }
    int y = Integer.parseInt(year);
    int m = Integer.parseInt(month);
    int d = Integer.parseInt(day);
    boolean exists =
        y >= 1 && m >= 1 && m <= 12 && d >= 1 && d <= YearMonth.of(y, m).lengthOfMonth();
    return exists ? Optional.of(LocalDate.of(y, m, d)) : Optional.empty();
  }

  /** How many digits stand from a position on. */
  private static int digits(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i - start;
  }

  private static String withoutTime(String text) {
    int end = Math.max(text.indexOf(' '), text.indexOf('T'));
    return end >= 0 && isTime(text, end + 1) ? text.substring(0, end) : text;
  }

  /** {@code 9:05}, {@code 09:05:00}, {@code 09:05:00.000}. */
  private static boolean isTime(String text, int start) {
    int hour = digits(text, start);
    boolean colon = start + hour < text.length() && text.charAt(start + hour) == ':';
    if (hour < 1 || hour > 2 || !colon) {
      return false;
    }
    for (int i = start + hour; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ':' && c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }
}
