package org.xinheng.exchange.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * From which day a workbook counts. In the usual system day 1 is 1 January 1900, and day 60 is 29 February 1900, which
 * never was (Lotus 1-2-3 took 1900 for a leap year, and spreadsheet programs still do); in the other, of old Macintosh
 * programs, day 0 is 1 January 1904.
 */
public enum DateSystem {
  FROM_1900(LocalDate.of(1899, 12, 30)),
  FROM_1904(LocalDate.of(1904, 1, 1));

  /** 31 December 9999, the last day of spreadsheet programs. */
  private static final int LAST_DAY = 2_958_465;

  private static final int DAY_THAT_NEVER_WAS = 60;
  private static final int SECONDS_A_DAY = 24 * 60 * 60;

  private final LocalDate dayZero;

  DateSystem(LocalDate dayZero) {
    this.dayZero = dayZero;
  }

  /** The day of a number; empty if it stands for none. */
  public Optional<LocalDate> day(int number) {
    if (number > LAST_DAY || number < 0) {
      return Optional.empty();
    }
    if (this == FROM_1900) {
      // Before the day that never was, day zero seems to be a day later.
      return number == 0 || number == DAY_THAT_NEVER_WAS
          ? Optional.empty()
          : Optional.of(dayZero.plusDays(number < DAY_THAT_NEVER_WAS ? number + 1L : number));
    }
    return Optional.of(dayZero.plusDays(number));
  }

  /** The date of a number, with the time of day if there is one; the time alone before day one. Empty if it is none. */
  Optional<String> text(BigDecimal number) {
    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY + 1L)) >= 0) {
      return Optional.empty();
    }
    int whole = number.intValue();
    int seconds = number
        .subtract(BigDecimal.valueOf(whole))
        .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
        .setScale(0, RoundingMode.HALF_UP)
        .intValue();
    if (whole == 0 && seconds > 0 && seconds < SECONDS_A_DAY) {
      return Optional.of(LocalTime.ofSecondOfDay(seconds).format(DateTimeFormatter.ISO_LOCAL_TIME));
    }
    return day(whole).map(day -> text(day.atStartOfDay().plusSeconds(seconds)));
  }

  private static String text(LocalDateTime at) {
    return at.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? at.toLocalDate().toString()
        : at.format(DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss"));
  }
}
