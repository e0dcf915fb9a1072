package org.xinheng.definition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.Term;

/** Reads the calendar of a school. */
final class CalendarReader {

  private static final LocalDate NO_DATE = LocalDate.EPOCH;
  private static final int EARLIEST_EVENING = 12;
  private static final int LATEST_EVENING = 23;

  private final Places places;

  private CalendarReader(Places places) {
    this.places = places;
  }

  static Read<SchoolCalendar> read(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Places places = new Places(source.file());
    Optional<SchoolCalendar> calendar = YamlDocument.root(source, found)
        .map(root -> new CalendarReader(places).calendar(root, source.hash()));
    return new Read<>(calendar, places, found);
  }

  private SchoolCalendar calendar(YamlMap root, String hash) {
    List<Term> terms = new ArrayList<>();
    root.required("terms")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(map -> terms.add(term(map))));
    List<SchoolCalendar.Holiday> holidays = new ArrayList<>();
    root.optional("holidays")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(map -> holidays.add(holiday(map))));
    List<SchoolCalendar.Exam> exams = new ArrayList<>();
    root.optional("exams")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(map -> exams.add(exam(map))));
    List<YamlValue> makeUp = root.optional("make-up-days").map(YamlValue::list).orElse(List.of());
    Set<LocalDate> makeUpDays = new TreeSet<>();
    makeUp.forEach(value -> PeriodReader.date(value, "make-up-days").ifPresent(makeUpDays::add));
    SchoolCalendar calendar = new SchoolCalendar(
        root.id("calendar"),
        root.text("version"),
        root.bilingual("name"),
        terms,
        schoolDays(root),
        holidays,
        makeUpDays,
        exams,
        root.optional("evening")
            .flatMap(value -> value.integer(EARLIEST_EVENING, LATEST_EVENING))
            .map(hour -> LocalTime.of(hour, 0))
            .orElse(SchoolCalendar.WEEKDAYS.evening()),
        hash);
    root.close();
    places.put(calendar, root, root.isSound());
    makeUp.forEach(value ->
        value.text().ifPresent(day -> places.note(calendar, "make-up " + day, value.place())));
    return calendar;
  }

  private static Set<DayOfWeek> schoolDays(YamlMap root) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    root.optional("school-days")
        .map(YamlValue::someOrOne)
        .orElse(List.of())
        .forEach(value -> value
            .word(DayOfWeek.values(), day -> day.name().toLowerCase(Locale.ROOT))
            .ifPresent(days::add));
    return days.isEmpty() ? SchoolCalendar.WEEKDAYS.schoolDays() : days;
  }

  private Term term(YamlMap map) {
    Term term = new Term(
        map.id("id"),
        map.bilingual("name"),
        map.text("school-year"),
        date(map, "from"),
        date(map, "to"));
    map.close();
    places.put(term, map, map.isSound());
    return term;
  }

  private SchoolCalendar.Holiday holiday(YamlMap map) {
    SchoolCalendar.Holiday holiday =
        new SchoolCalendar.Holiday(map.bilingual("name"), date(map, "from"), date(map, "to"));
    map.close();
    places.put(holiday, map, map.isSound());
    return holiday;
  }

  private SchoolCalendar.Exam exam(YamlMap map) {
    SchoolCalendar.Exam exam =
        new SchoolCalendar.Exam(map.bilingual("name"), date(map, "from"), date(map, "to"));
    map.close();
    places.put(exam, map, map.isSound());
    return exam;
  }

  private static LocalDate date(YamlMap map, String key) {
    return map.required(key).flatMap(value -> PeriodReader.date(value, key)).orElse(NO_DATE);
  }
}
