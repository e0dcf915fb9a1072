package org.xinheng.policy;

import java.time.LocalDate;
import java.time.Month;
import org.xinheng.instrument.Text;

/**
 * A term of a school year, both days included.
 *
 * @param id such as {@code autumn-2026}
 * @param name what people read
 * @param schoolYear such as {@code 2026-2027}
 */
public record Term(String id, Text name, String schoolYear, LocalDate from, LocalDate to) {

  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** The term of a day that no calendar knows: September to January, or February to August. */
  static Term assumed(LocalDate day) {
    boolean isSpring = day.getMonthValue() >= Month.FEBRUARY.getValue()
        && day.getMonth().compareTo(Month.SEPTEMBER) < 0;
    int year = day.getMonth() == Month.JANUARY || isSpring ? day.getYear() - 1 : day.getYear();
    String schoolYear = year + "-" + (year + 1);
    return isSpring
        ? new Term(
            "spring-" + (year + 1),
            new Text("spring " + (year + 1), (year + 1) + " 年春季学期"),
            schoolYear,
            LocalDate.of(year + 1, Month.FEBRUARY, 1),
            LocalDate.of(year + 1, Month.AUGUST, 31))
        : new Term(
            "autumn-" + year,
            new Text("autumn " + year, year + " 年秋季学期"),
            schoolYear,
            LocalDate.of(year, Month.SEPTEMBER, 1),
            LocalDate.of(year + 1, Month.JANUARY, 31));
  }
}
