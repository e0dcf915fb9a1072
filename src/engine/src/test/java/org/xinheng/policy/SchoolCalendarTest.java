package org.xinheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.SourceText;

/** Days and deadlines of an invented school; each was counted by hand in a calendar of 2026 and 2027. */
class SchoolCalendarTest {

  private static final SchoolCalendar SCHOOL =
      Definitions.calendar(SourceText.of("calendar.yaml", """
          calendar: invented
          version: 1.0.0
          name: {en: invented, zh-CN: 虚构}
          terms:
            - {id: autumn-2026, name: {en: autumn, zh-CN: 秋}, school-year: 2026-2027, from: 2026-09-01, to: 2027-01-22}
            - {id: spring-2027, name: {en: spring, zh-CN: 春}, school-year: 2026-2027, from: 2027-02-22, to: 2027-07-02}
            - {id: autumn-2027, name: {en: autumn, zh-CN: 秋}, school-year: 2027-2028, from: 2027-09-01, to: 2028-01-14}
          holidays:
            - {name: {en: national holiday, zh-CN: 国庆节}, from: 2026-10-01, to: 2026-10-07}
          make-up-days: [2026-09-27, 2026-10-10]
          """)).usable();

  @ParameterizedTest
  @CsvSource({
    "2026-09-01, true", // Tuesday, the first day of term
    "2026-09-05, false", // Saturday
    "2026-09-27, true", // Sunday that makes up
    "2026-10-01, false", // Thursday of the holiday
    "2026-10-08, true", // Thursday after it
    "2026-10-10, true", // Saturday that makes up
    "2027-01-22, true", // Friday, the last day of term
    "2027-01-25, false", // Monday between two terms
    "2026-08-31, true", // Monday before the calendar begins: not known, so the day of the week
    // decides
    "2026-08-30, false", // Sunday before it
    "2028-01-17, true", // Monday after its end
  })
  void knowsSchoolDays(LocalDate day, boolean isSchoolDay) {
    assertThat(SCHOOL.isSchoolDay(day)).isEqualTo(isSchoolDay);
  }

  @ParameterizedTest
  @CsvSource({
    // What is due the same day is due that evening, also on a Friday; after the evening at
    // midnight.
    "2026-09-11T17:00, same day,       2026-09-11T20:00",
    "2026-09-11T21:15, same day,       2026-09-11T23:59",
    "2026-09-12T09:00, same day,       2026-09-12T20:00", // a Saturday
    "2026-09-11T17:00, at once,        2026-09-11T17:00",
    "2026-09-11T23:30, 1 hour,         2026-09-12T00:30",
    "2026-09-11T17:00, 24 hours,       2026-09-12T17:00",
    "2026-09-11T17:00, 1 day,          2026-09-12T20:00",
    "2026-09-11T17:00, 1 week,         2026-09-18T20:00",
    "2026-12-31T10:00, 1 month,        2027-01-31T20:00",
    // Friday 11: Monday 14, Tuesday 15.
    "2026-09-11T17:00, 1 school day,   2026-09-14T20:00",
    "2026-09-11T17:00, 2 school days,  2026-09-15T20:00",
    // Friday 25: Sunday 27 makes up, Monday 28.
    "2026-09-25T10:00, 1 school day,   2026-09-27T20:00",
    "2026-09-25T10:00, 2 school days,  2026-09-28T20:00",
    // Wednesday 30: Thursday 8, Friday 9, Saturday 10 makes up, Monday 12.
    "2026-09-30T10:00, 3 school days,  2026-10-10T20:00",
    "2026-09-30T10:00, 4 school days,  2026-10-12T20:00",
    // The last Friday of term: the first Monday of the next one is 22 February.
    "2027-01-22T10:00, 1 school day,   2027-02-22T20:00",
    // This term, and this and the next.
    "2026-10-12T10:00, 1 term,         2027-01-22T20:00",
    "2026-10-12T10:00, 2 terms,        2027-07-02T20:00",
    // In the winter holidays the next term is the first.
    "2027-02-01T10:00, 1 term,         2027-07-02T20:00",
    "2026-10-12T10:00, 1 school year,  2027-07-02T20:00",
    // The calendar ends within the next year, whose second term is assumed to end with August.
    "2026-10-12T10:00, 2 school years, 2028-08-31T20:00",
  })
  void saysWhenSomethingIsDue(LocalDateTime start, String period, LocalDateTime due) {
    assertThat(SCHOOL.due(start, Period.of(period).orElseThrow())).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    // 18 September + 2 weeks is Friday of the holiday: Wednesday 30 September is the last school
    // day before it.
    "2026-09-18T10:00, 2 weeks, 2026-09-30T20:00",
    // 24 September + 1 week is Thursday of the holiday.
    "2026-09-24T10:00, 1 week,  2026-09-30T20:00",
    // On a school day nothing moves.
    "2026-09-11T10:00, 1 week,  2026-09-18T20:00",
    // From the last day of term no school day lies between: the next one.
    "2027-01-22T10:00, 2 weeks, 2027-02-22T20:00",
  })
  void movesWhatFallsOnADayWithoutSchool(LocalDateTime start, String period, LocalDateTime due) {
    assertThat(SCHOOL.dueOnSchoolDay(start, Period.of(period).orElseThrow())).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-12, 6 months,      2027-04-12",
    "2026-10-12, 12 months,     2027-10-12",
    // The term that has begun is not whole: the next one counts as the first.
    "2026-10-12, 1 term,        2027-07-02",
    "2026-10-12, 2 terms,       2028-01-14",
    // From the first day of a term it is.
    "2026-09-01, 2 terms,       2027-07-02",
    // Until the end of the next school year, of which the calendar knows the first term only.
    "2026-10-12, 1 school year, 2028-08-31",
    "2025-10-12, 1 school year, 2027-07-02",
  })
  void saysHowLongEvidenceCounts(LocalDate day, String period, LocalDate last) {
    assertThat(SCHOOL.countsThrough(day, Period.of(period).orElseThrow())).isEqualTo(last);
  }

  @Test
  void countsSchoolDaysBetween() {
    // 28, 29, 30 September, 8, 9, 10 and 12 October.
    assertThat(SCHOOL.schoolDaysBetween(LocalDate.of(2026, 9, 27), LocalDate.of(2026, 10, 12)))
        .isEqualTo(7);
    assertThat(SCHOOL.schoolDaysBetween(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 9, 27)))
        .isZero();
  }

  @Test
  void aSchoolWithoutACalendarHasTermsOfHalfAYear() {
    assertThat(SchoolCalendar.WEEKDAYS.termOf(LocalDate.of(2027, 1, 31)).id())
        .isEqualTo("autumn-2026");
    assertThat(SchoolCalendar.WEEKDAYS.termOf(LocalDate.of(2027, 2, 1)).id())
        .isEqualTo("spring-2027");
    assertThat(SchoolCalendar.WEEKDAYS.termOf(LocalDate.of(2027, 9, 1)).schoolYear())
        .isEqualTo("2027-2028");
  }
}
