package org.xinheng.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xinheng.instrument.FullWidth;

/** The text of one field. */
final class Cell {

  /** What {@link #wholeNumber} gives for a blank cell. */
  static final int BLANK = Integer.MIN_VALUE;

  /** What {@link #wholeNumber} gives for a cell that holds something else than a whole number. */
  static final int NO_NUMBER = Integer.MIN_VALUE + 1;

  /** Numbers further from 0 than this are given as this one: no code, grade or age is as large. */
  static final int LARGEST = 1_000_000_000;

  private static final char FIRST_INVISIBLE = '\u200B';

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

  private static final Pattern BETWEEN_CHOICES = Pattern.compile("[;；,，、|｜┋]");

  private Cell() {}

  static boolean isBlank(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      if (!isBlank(cell.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The text without blanks at its ends; a no-break or full-width space is a blank as well. */
  static String trimmed(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isBlank(cell.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(cell.charAt(end - 1))) {
      end--;
    }
    return cell.substring(start, end);
  }

  /** The text in the spelling in which words are compared: narrow, lower case, without blanks. */
  static String plain(String cell) {
    if (isPlain(cell)) {
      return cell;
    }
    String narrow = FullWidth.toNarrow(cell).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(narrow.length());
    for (int i = 0; i < narrow.length(); i++) {
      if (!isBlank(narrow.charAt(i))) {
        plain.append(narrow.charAt(i));
      }
    }
    return plain.toString();
  }

  /** Whether a text is one already, as most are. */
  private static boolean isPlain(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      boolean isPlain = (c >= 'a' && c <= 'z') || (c >= '-' && c <= '9');
      if (!isPlain) {
        return false;
      }
    }
    return true;
  }

  /**
   * The whole number in a cell: digits, narrow or full-width, with blanks around them, a minus before them and a
   * fraction of zeros behind them, because spreadsheets write {@code 2.0} for 2. Nothing else is a number.
   */
  static int wholeNumber(String cell) {
    if (cell.length() == 1 && cell.charAt(0) >= '0' && cell.charAt(0) <= '9') {
      return cell.charAt(0) - '0';
    }
    int i = 0;
    int end = cell.length();
    while (i < end && isBlank(cell.charAt(i))) {
      i++;
    }
    while (end > i && isBlank(cell.charAt(end - 1))) {
      end--;
    }
    if (i == end) {
      return BLANK;
    }
    boolean negative = cell.charAt(i) == '-' || cell.charAt(i) == '\uFF0D';
    if (negative) {
      i++;
    }
    int firstDigit = i;
    long value = 0;
    for (; i < end && digit(cell.charAt(i)) >= 0; i++) {
      value = Math.min(LARGEST, value * 10 + digit(cell.charAt(i)));
    }
    if (i == firstDigit || !isZeroFraction(cell, i, end)) {
      return NO_NUMBER;
    }
    return (int) (negative ? -value : value);
  }

  /**
   * The number in a cell: digits, narrow or full-width, with at most nine on either side of a point, a minus before them
   * and blanks around them.
   */
  static Optional<BigDecimal> number(String cell) {
    String narrow = FullWidth.toNarrow(trimmed(cell));
    return NUMBER.matcher(narrow).matches()
        ? Optional.of(new BigDecimal(narrow))
        : Optional.empty();
  }

  /** What a cell lists: {@code 1;3}, and with the other signs that forms and spreadsheets put between choices. */
  static List<String> parts(String cell) {
    return BETWEEN_CHOICES.splitAsStream(cell).map(Cell::trimmed).toList();
  }

  private static boolean isZeroFraction(String cell, int start, int end) {
    if (start == end) {
      return true;
    }
    boolean point = cell.charAt(start) == '.' || cell.charAt(start) == '\uFF0E';
    if (!point || start + 1 == end) {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
      if (digit(cell.charAt(i)) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The value of a digit, -1 if it is none. */
  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= '\uFF10' && c <= '\uFF19' ? c - '\uFF10' : -1;
  }

  private static boolean isBlank(char c) {
    return c == ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || (c >= FIRST_INVISIBLE && isInvisible(c));
  }

  /** Marks of order, direction and width zero, which come along when text is copied. */
  private static boolean isInvisible(char c) {
    return (c >= FIRST_INVISIBLE && c <= '\u200F') || c == '\u2060' || c == '\uFEFF';
  }
}
