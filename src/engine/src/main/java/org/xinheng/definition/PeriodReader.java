package org.xinheng.definition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Period;

/** Reads periods and dates, each of which is a single value. */
final class PeriodReader {

  private PeriodReader() {}

  /** A period such as {@code 2 school days}, {@code at once} or {@code same day}. */
  static Optional<Period> period(YamlValue value) {
    Optional<String> text = value.text();
    Optional<Period> period = text.flatMap(Period::of);
    if (text.isPresent() && period.isEmpty()) {
      value.report(
          Diagnostic.error("value.period", value.place(), "'%s' is not a period", text.get())
              .hint("write a number and hours, days, school days, weeks, months, terms or school"
                  + " years, such as 2 school days or 1 week; or at once, or same day"));
    }
    return period;
  }

  /** A date; what is none is reported and answered by none. */
  static Optional<LocalDate> date(YamlValue value, String name) {
    Optional<String> text = value.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.get()));
    } catch (DateTimeParseException e) {
      value.report(Diagnostic.error(
              "value.date", value.place(), "'%s' is not a date: '%s'", name, text.get())
          .hint("write year-month-day, such as 2026-10-12"));
      return Optional.empty();
    }
  }
}
