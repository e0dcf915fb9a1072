package org.xinheng.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xinheng.instrument.Text;

/**
 * The days on which there is school: terms, days of the week, holidays, and days that make up for holidays.
 *
 * <p>Before its first term and after its last one a calendar knows nothing. There the days of the week alone decide, and
 * a term runs from September to January or from February to August, so that a deadline always has a date; {@link
 * #covers} says whether it is known or assumed.
 *
 * @param id such as {@code no-1-middle-2026}
 * @param version of the calendar
 * @param name what people read
 * @param terms in order, none overlapping another
 * @param schoolDays the days of the week with school
 * @param holidays in order
 * @param makeUpDays days with school that the days of the week or a holiday would take away
 * @param exams that students look to, in order
 * @param evening until when what is due the same day is done; later in the day it is due at midnight
 * @param hash SHA-256 of the file, in hexadecimal
 */
public record SchoolCalendar(
    String id,
    String version,
    Text name,
    List<Term> terms,
    Set<DayOfWeek> schoolDays,
    List<Holiday> holidays,
    Set<LocalDate> makeUpDays,
    List<Exam> exams,
    LocalTime evening,
    String hash) {

  /** Monday to Friday, without holidays, for a school of which nothing is known. */
  public static final SchoolCalendar WEEKDAYS = new SchoolCalendar(
      "weekdays",
      "1.0.0",
      new Text("Monday to Friday, no holidays known", "周一至周五，未提供节假日"),
      List.of(),
      Set.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY),
      List.of(),
      Set.of(),
      List.of(),
      LocalTime.of(20, 0),
      "");

  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

  public SchoolCalendar {
    terms = List.copyOf(terms);
    schoolDays = Set.copyOf(schoolDays);
    holidays = List.copyOf(holidays);
    makeUpDays = Set.copyOf(makeUpDays);
    exams = List.copyOf(exams);
    if (schoolDays.isEmpty()) {
      throw new IllegalArgumentException("a calendar must have a day of the week with school");
    }
  }

  /** Days without school, both included. */
  public record Holiday(Text name, LocalDate from, LocalDate to) {

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** Days of an exam, both included. */
  public record Exam(Text name, LocalDate from, LocalDate to) {}

  /** Whether the calendar knows about a day. */
  public boolean covers(LocalDate day) {
    return !terms.isEmpty()
        && !day.isBefore(terms.get(0).from())
        && !day.isAfter(terms.get(terms.size() - 1).to());
  }

  public boolean isSchoolDay(LocalDate day) {
    if (makeUpDays.contains(day)) {
      return true;
    }
    boolean inTerm = !covers(day) || terms.stream().anyMatch(term -> term.holds(day));
    return inTerm
        && schoolDays.contains(day.getDayOfWeek())
        && holidays.stream().noneMatch(holiday -> holiday.holds(day));
  }

  /** The first school day after a day. */
  public LocalDate nextSchoolDay(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (!isSchoolDay(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  /** The last school day on or before a day. */
  public LocalDate lastSchoolDay(LocalDate day) {
    LocalDate last = day;
    while (!isSchoolDay(last)) {
      last = last.minusDays(1);
    }
    return last;
  }

  /** School days after a day and up to another, the other included; 0 if it is not later. */
  public int schoolDaysBetween(LocalDate after, LocalDate upTo) {
    return (int) after
        .plusDays(1)
        .datesUntil(upTo.isAfter(after) ? upTo.plusDays(1) : after.plusDays(1))
        .filter(this::isSchoolDay)
        .count();
  }

  /** The term of a day; in the holidays after a term, the next one. */
  public Term termOf(LocalDate day) {
    return covers(day) ? nextKnown(day).orElseThrow() : Term.assumed(day);
  }

  private Optional<Term> nextKnown(LocalDate day) {
    return terms.stream().filter(term -> !day.isAfter(term.to())).findFirst();
  }

  /** The term that follows a term. */
  public Term after(Term term) {
    return termOf(term.to().plusDays(1));
  }

  /**
   * When something is due that has to be done within a period.
   *
   * <p>Hours run on the clock. Days, weeks and months end in the evening of their last day, and no hour of it is lost when
   * they begin after the evening. School days count from the next one on. Terms end with their last school day, and the
   * one that has begun is the first.
   */
  public LocalDateTime due(LocalDateTime start, Period period) {
    LocalDate day = start.toLocalDate();
    int count = period.count();
    return switch (period.unit()) {
      case HOUR -> start.plusHours(count);
      case DAY -> endOf(day.plusDays(count), start);
      case WEEK -> endOf(day.plusWeeks(count), start);
      case MONTH -> endOf(day.plusMonths(count), start);
      case SCHOOL_DAY -> endOf(plusSchoolDays(day, count), start);
      case TERM -> endOf(lastSchoolDay(nth(termOf(day), count).to()), start);
      case SCHOOL_YEAR -> endOf(lastSchoolDay(lastTermOfYear(day, count).to()), start);
    };
  }

  /**
   * The same on school days: what falls on a day without school is due on the last school day before it, or on the
   * next one if there is none after the start.
   */
  public LocalDateTime dueOnSchoolDay(LocalDateTime start, Period period) {
    LocalDateTime due = due(start, period);
    if (isSchoolDay(due.toLocalDate())) {
      return due;
    }
    LocalDate before = lastSchoolDay(due.toLocalDate());
    LocalDate day = before.isAfter(start.toLocalDate()) ? before : nextSchoolDay(due.toLocalDate());
    return day.atTime(evening);
  }

  /**
   * The last day on which something counts that was found on a day. A term that has begun on that day is not whole and
   * does not count as one; neither does a school year.
   */
  public LocalDate countsThrough(LocalDate day, Period period) {
    int count = period.count();
    return switch (period.unit()) {
      case HOUR -> day.atStartOfDay().plusHours(count).toLocalDate();
      case DAY -> day.plusDays(count);
      case WEEK -> day.plusWeeks(count);
      case MONTH -> day.plusMonths(count);
      case SCHOOL_DAY -> plusSchoolDays(day, count);
      case TERM -> lastOfWholeTerms(day, count);
      case SCHOOL_YEAR -> lastTermOfYear(day, count + 1).to();
    };
  }

  private LocalDate lastOfWholeTerms(LocalDate day, int count) {
    Term term = termOf(day);
    boolean isWhole = !day.isAfter(term.from());
    return nth(term, isWhole ? count : count + 1).to();
  }

  private LocalDate plusSchoolDays(LocalDate day, int count) {
    LocalDate last = day;
    for (int i = 0; i < count; i++) {
      last = nextSchoolDay(last);
    }
    return last;
  }

  private Term nth(Term first, int count) {
    Term term = first;
    for (int i = 1; i < count; i++) {
      term = after(term);
    }
    return term;
  }

  private Term lastTermOfYear(LocalDate day, int years) {
    Term term = termOf(day);
    int ended = 0;
    while (true) {
      Term next = after(term);
      ended += next.schoolYear().equals(term.schoolYear()) ? 0 : 1;
      if (ended >= years) {
        return term;
      }
      term = next;
    }
  }

  /** The evening of a day, but never before the start. */
  private LocalDateTime endOf(LocalDate day, LocalDateTime start) {
    LocalDateTime end = day.atTime(evening);
    return end.isAfter(start) ? end : day.atTime(LAST_MINUTE);
  }
}
