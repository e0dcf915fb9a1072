package org.xinheng.app.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;

/**
 * A school year, by the calendar year in which it begins. Its screening opens on the second Monday of October.
 *
 * @param begins such as 2026
 */
record SchoolYear(int begins) {

  private static final int WINDOW_DAYS = 18;

  /** Such as {@code 2026-2027}. */
  String label() {
    return begins + "-" + (begins + 1);
  }

  LocalDate starts() {
    return LocalDate.of(begins, Month.SEPTEMBER, 1);
  }

  LocalDate opens() {
    return LocalDate.of(begins, Month.OCTOBER, 1)
        .with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY));
  }

  LocalDate closes() {
    return opens().plusDays(WINDOW_DAYS);
  }

  /** The school days of the screening. */
  List<LocalDate> days() {
    return opens()
        .datesUntil(closes().plusDays(1))
        .filter(
            day -> !EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()))
        .toList();
  }
}
