package org.xinheng.exchange.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.xinheng.instrument.FullWidth;

/**
 * The national student number, 全国学籍号: 19 characters. {@code G} and the national identity number of the student; {@code J} and
 * a number of the same form for a student who has none; {@code L} for a while, until the student gets one of the two. The
 * identity number is six digits for a place, eight for the day of birth, three that count, and a check character by ISO
 * 7064 MOD 11-2 (GB 11643-1999). An {@code L} number ends in four digits by chance, so that it has no check character.
 *
 * <p>It says who somebody is, and where and when born. No message holds one.
 */
public final class StudentNumber {

  private static final int PLACE_DIGITS = 6;
  private static final int BODY_DIGITS = 17;
  private static final int CHECKED = 18;
  private static final int SHOWN_AT_THE_END = 2;
  private static final int MODULUS = 11;

  /** By the sum of the weighted digits, modulo 11. */
  private static final String CHECK_CHARACTERS = "10X98765432";

  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);

  private static final Pattern WHOLE = Pattern.compile("[GJL][0-9]{17}[0-9X]");

  /** With at most one character too few or too many; shorter ones are numbers of a city or a school's own. */
  private static final Pattern MEANT = Pattern.compile("[GJL][0-9X]{17,19}");

  private static final Pattern IDENTITY = Pattern.compile("[0-9]{17}[0-9X]");

  private StudentNumber() {}

  /** What can be wrong with a number. */
  public enum Fault {
    LENGTH("the student number (学籍号) has not 19 characters"),
    CHARACTERS(
        "the student number (学籍号) is not a letter and 17 digits with a digit or X behind them"),
    BIRTH("the student number (学籍号) has no day of birth in its digits 7 to 14"),
    CHECK("the last character of the student number (学籍号) does not fit the others"),
    NO_LETTER("a national identity number stands in place of a student number");

    private final String message;

    Fault(String message) {
      this.message = message;
    }

    /** What is wrong, without the number. */
    public String message() {
      return message;
    }
  }

  /**
   * What is wrong with an id that is meant for a student number. An id of a school's own is never at fault here.
   *
   * @return empty if it is right, or something else
   */
  public static Optional<Fault> fault(String id) {
    String number = upper(id);
    if (!MEANT.matcher(number).matches()) {
      return isIdentityNumber(number) ? Optional.of(Fault.NO_LETTER) : Optional.empty();
    }
    if (number.length() != 1 + CHECKED) {
      return Optional.of(Fault.LENGTH);
    }
    if (!WHOLE.matcher(number).matches()) {
      return Optional.of(Fault.CHARACTERS);
    }
    String identity = number.substring(1);
    if (!hasBirth(identity)) {
      return Optional.of(Fault.BIRTH);
    }
    boolean isChecked = number.charAt(0) != 'L';
    return isChecked && checkCharacter(identity) != identity.charAt(BODY_DIGITS)
        ? Optional.of(Fault.CHECK)
        : Optional.empty();
  }

  /** Whether an id says who somebody is, right or mistyped: a student number, or a national identity number. */
  public static boolean isPersonal(String id) {
    String number = upper(id);
    return MEANT.matcher(number).matches() || IDENTITY.matcher(number).matches();
  }

  /** Whether an id is a number that only one student of the country has, checked by its last character. */
  public static boolean isNational(String id) {
    String number = upper(id);
    return WHOLE.matcher(number).matches()
        && number.charAt(0) != 'L'
        && fault(id).isEmpty();
  }

  /** The one spelling of an id: narrow, without blanks around it, and a student number in capital letters. */
  public static String canonical(String id) {
    String number = upper(id);
    return isPersonal(number) ? number : FullWidth.toNarrow(id).strip();
  }

  /** An id as people are shown it: of one that says who somebody is only the letter and the last two characters. */
  public static String masked(String id) {
    if (!isPersonal(id)) {
      return id;
    }
    String number = upper(id);
    int start = Character.isLetter(number.charAt(0)) ? 1 : 0;
    int end = number.length() - SHOWN_AT_THE_END;
    return number.substring(0, start) + "*".repeat(end - start) + number.substring(end);
  }

  private static boolean isIdentityNumber(String number) {
    return IDENTITY.matcher(number).matches()
        && hasBirth(number)
        && checkCharacter(number) == number.charAt(BODY_DIGITS);
  }

  private static boolean hasBirth(String identity) {
    int year = Integer.parseInt(identity.substring(PLACE_DIGITS, PLACE_DIGITS + 4));
    int month = Integer.parseInt(identity.substring(PLACE_DIGITS + 4, PLACE_DIGITS + 6));
    int day = Integer.parseInt(identity.substring(PLACE_DIGITS + 6, PLACE_DIGITS + 8));
    try {
      return !LocalDate.of(year, month, day).isBefore(EARLIEST_BIRTH);
    } catch (DateTimeException e) {
      return false;
    }
  }

  /**
   * The check character of the first 17 digits: their sum, each times 2 to the power of how many characters follow it, modulo
   * 11, looked up.
   */
  static char checkCharacter(String identity) {
    int sum = 0;
    for (int i = 0; i < BODY_DIGITS; i++) {
      // Horner: doubling at each step gives the last digit the weight 2 and the first 2 to the
      // 17th.
      sum = (sum + identity.charAt(i) - '0') * 2 % MODULUS;
    }
    return CHECK_CHARACTERS.charAt(sum);
  }

  private static String upper(String id) {
    return FullWidth.toNarrow(id).strip().toUpperCase(Locale.ROOT);
  }
}
