package org.xinheng.exchange;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.exchange.workbook.DateSystem;
import org.xinheng.instrument.FullWidth;

/**
 * Dates with the year first: {@code 2026-09-01}, {@code 20260901}, {@code 2026/9/1}, {@code 2026.9.1}, {@code 2026年9月1日}, {@code
 * 二〇二六年九月一日}; and with the month in letters, {@code 1-Sep-2026}, {@code Sep 1, 2026}. A time of day behind them is read
 * over. With the day or the month first and both in digits a date is not readable: nobody can say which it is.
 */
final class Dates {

  private static final Pattern COMPACT = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})([-/.])([0-9]{1,2})\\2([0-9]{1,2})");
  private static final Pattern CHINESE =
      Pattern.compile("([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号]");
  private static final Pattern NUMERALS =
      Pattern.compile("([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]");
  private static final Pattern DAY_AND_NAME =
      Pattern.compile("([0-9]{1,2})[- ]([A-Za-z]{3,9})[- ,]{1,2}([0-9]{4})");
  private static final Pattern NAME_AND_DAY =
      Pattern.compile("([A-Za-z]{3,9}) ([0-9]{1,2}),? ([0-9]{4})");

  /** {@code 9:05}, {@code 09:05:00}, {@code 09:05:00.000}, with a zone or without. */
  private static final Pattern TIME =
      Pattern.compile("[ T][0-9]{1,2}:[0-9:.]*(Z|[-+][0-9]{2}:?[0-9]{2})?$");

  private static final Pattern DAY_OF_SHEET = Pattern.compile("([0-9]{5})(\\.[0-9]+)?");

  private static final List<String> MONTHS = List.of(
      "january",
      "february",
      "march",
      "april",
      "may",
      "june",
      "july",
      "august",
      "september",
      "october",
      "november",
      "december");
  private static final int LETTERS_OF_MONTH = 3;
  private static final int SEPTEMBER = 8;

  private static final String DIGITS = "〇一二三四五六七八九";

  private Dates() {}

  /** The date of a cell of text. */
  static Reading<LocalDate> read(String cell) {
    return read(cell, Optional.empty());
  }

  /**
   * The date of a cell.
   *
   * @param system what a number of five digits counts, if that is known
   */
  static Reading<LocalDate> read(String cell, Optional<DateSystem> system) {
    String whole = FullWidth.toNarrow(Cell.trimmed(cell));
    if (whole.isEmpty()) {
      return Reading.blank();
    }
    Matcher day = DAY_OF_SHEET.matcher(whole);
    Optional<LocalDate> date = system.isPresent() && day.matches()
        ? system.get().day(Integer.parseInt(day.group(1)))
        : date(TIME.matcher(whole).replaceFirst(""));
    return date.isPresent() ? new Reading<>(date, true) : Reading.unreadable();
  }

  private static Optional<LocalDate> date(String text) {
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return date(compact.group(1), compact.group(2), compact.group(3));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return date(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
    }
    Matcher chinese = CHINESE.matcher(text);
    if (chinese.matches()) {
      return date(chinese.group(1), chinese.group(2), chinese.group(3));
    }
    Matcher numerals = NUMERALS.matcher(text);
    if (numerals.matches()) {
      return date(digits(numerals.group(1)), number(numerals.group(2)), number(numerals.group(3)));
    }
    Matcher dayFirst = DAY_AND_NAME.matcher(text);
    if (dayFirst.matches()) {
      return date(dayFirst.group(3), month(dayFirst.group(2)), dayFirst.group(1));
    }
    Matcher monthFirst = NAME_AND_DAY.matcher(text);
    if (monthFirst.matches()) {
      return date(monthFirst.group(3), month(monthFirst.group(1)), monthFirst.group(2));
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    int y = Integer.parseInt(year);
    int m = Integer.parseInt(month);
    int d = Integer.parseInt(day);
    boolean exists =
        y >= 1 && m >= 1 && m <= 12 && d >= 1 && d <= YearMonth.of(y, m).lengthOfMonth();
    return exists ? Optional.of(LocalDate.of(y, m, d)) : Optional.empty();
  }

  /** The number of a month; 0 if it is none. */
  private static String month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).equals(lower)
          || MONTHS.get(i).substring(0, LETTERS_OF_MONTH).equals(lower)
          || (lower.equals("sept") && i == SEPTEMBER)) {
        return Integer.toString(i + 1);
      }
    }
    return "0";
  }

  /** {@code 二〇二六} as {@code 2026}. */
  private static String digits(String numerals) {
    StringBuilder digits = new StringBuilder();
    for (char numeral : numerals.replaceAll("[○零]", "〇").toCharArray()) {
      digits.append(DIGITS.indexOf(numeral));
    }
    return digits.toString();
  }

  /** {@code 三十一} as {@code 31}; 0 if it is no number of a month or day. */
  private static String number(String numerals) {
    int ten = numerals.indexOf('十');
    if (ten < 0) {
      return numerals.length() == 1 ? Integer.toString(DIGITS.indexOf(numerals)) : "0";
    }
    if (ten > 1 || numerals.length() > ten + 2 || numerals.lastIndexOf('十') > ten) {
      return "0";
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(numerals.charAt(0));
    int ones = numerals.length() == ten + 1 ? 0 : DIGITS.indexOf(numerals.charAt(ten + 1));
    return Integer.toString(10 * tens + ones);
  }
}
