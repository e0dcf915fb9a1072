package org.xinheng.exchange.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as a sheet stores them, written as a person would. Spreadsheet programs keep fifteen digits: what stands behind
 * them in the file is noise, and a whole number of more digits has lost its last ones. Such a number is written with an
 * exponent, so that nobody takes it for the number of a student.
 */
final class NumberText {

  private static final int DIGITS = 15;
  private static final MathContext KEPT = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
  private static final Pattern NUMBER = Pattern.compile(
      "[-+]?([0-9]{1,400}(\\.[0-9]{0,400})?|\\.[0-9]{1,400})([eE][-+]?[0-9]{1,3})?");
  private static final int MOST_PLAIN_CHARS = 9;

  private NumberText() {}

  /** Whether it is digits alone, and so few that they are the number. */
  static boolean isPlain(CharSequence stored) {
    int length = stored.length();
    if (length == 0 || length > MOST_PLAIN_CHARS || (length > 1 && stored.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (stored.charAt(i) < '0' || stored.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The number; empty if it is none. */
  static Optional<BigDecimal> number(String stored) {
    String text = stored.strip();
    return NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text).round(KEPT))
        : Optional.empty();
  }

  static String text(BigDecimal number) {
    BigDecimal short_ = number.stripTrailingZeros();
    int wholeDigits = short_.precision() - short_.scale();
    if (short_.signum() == 0) {
      return "0";
    }
    if (wholeDigits > DIGITS || short_.scale() > 2 * DIGITS) {
      return exponential(short_);
    }
    return short_.toPlainString();
  }

  /** Such as {@code 1.23457E+17}. */
  private static String exponential(BigDecimal number) {
    String digits = number.unscaledValue().abs().toString();
    int exponent = number.precision() - number.scale() - 1;
    return (number.signum() < 0 ? "-" : "") + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "E" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
  }
}
