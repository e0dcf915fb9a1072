package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.SchoolCalendar;

/** A holiday takes a school day away, and a make-up day gives one: else one of them is mistyped. */
final class CalendarNoEffect implements Rule<SchoolCalendar> {

  @Override
  public List<Diagnostic> check(SchoolCalendar calendar, Places places) {
    if (!places.isSound(calendar)) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>();
    for (int i = 0; i < calendar.holidays().size(); i++) {
      SchoolCalendar.Holiday holiday = calendar.holidays().get(i);
      SchoolCalendar without = without(calendar, i);
      boolean takesNone = holiday
          .from()
          .datesUntil(
              holiday.to().isBefore(holiday.from())
                  ? holiday.from()
                  : holiday.to().plusDays(1))
          .noneMatch(without::isSchoolDay);
      if (takesNone && !holiday.to().isBefore(holiday.from())) {
        found.add(warning(
                "calendar.holiday-no-effect",
                places.of(holiday),
                "there is no school anyway from %s to %s",
                holiday.from(),
                holiday.to())
            .hint("look at the year; or take the holiday out"));
      }
    }
    SchoolCalendar usual = with(calendar, calendar.holidays(), Set.of());
    for (LocalDate day : new TreeSet<>(calendar.makeUpDays())) {
      if (usual.isSchoolDay(day)) {
        found.add(warning(
                "calendar.make-up-no-effect",
                places.of(calendar, "make-up " + day),
                "there is school anyway on %s",
                day)
            .hint("look at the date; or take the day out"));
      }
    }
    return found;
  }

  private static SchoolCalendar without(SchoolCalendar calendar, int holiday) {
    List<SchoolCalendar.Holiday> others = new ArrayList<>(calendar.holidays());
    others.remove(holiday);
    return with(calendar, others, calendar.makeUpDays());
  }

  /** The same with other holidays and make-up days. */
  private static SchoolCalendar with(
      SchoolCalendar calendar, List<SchoolCalendar.Holiday> holidays, Set<LocalDate> makeUpDays) {
    return new SchoolCalendar(
        calendar.id(),
        calendar.version(),
        calendar.name(),
        calendar.terms(),
        calendar.schoolDays(),
        holidays,
        makeUpDays,
        calendar.exams(),
        calendar.evening(),
        calendar.hash());
  }
}
