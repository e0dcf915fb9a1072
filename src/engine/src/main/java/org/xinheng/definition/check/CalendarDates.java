package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.SchoolCalendar;
import org.xinheng.policy.Term;

/** Terms, holidays and exams end after they begin; terms follow each other, each under its own id. */
final class CalendarDates implements Rule<SchoolCalendar> {

  @Override
  public List<Diagnostic> check(SchoolCalendar calendar, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    List<Term> terms = calendar.terms().stream().filter(places::isSound).toList();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      backwards(places, term, term.from(), term.to(), found);
      if (!ids.add(term.id())) {
        found.add(error(
                "calendar.term-twice",
                places.of(term, "id"),
                "two terms are called '%s'",
                term.id())
            .hint("give each term its own id"));
      }
      if (i > 0 && !term.from().isAfter(terms.get(i - 1).to())) {
        found.add(error(
                "calendar.term-order",
                places.of(term, "from"),
                "term '%s' begins on %s, before '%s' has ended on %s",
                term.id(),
                term.from(),
                terms.get(i - 1).id(),
                terms.get(i - 1).to())
            .hint("list the terms in order, each after the one before"));
      }
    }
    for (SchoolCalendar.Holiday holiday : calendar.holidays()) {
      if (places.isSound(holiday)) {
        backwards(places, holiday, holiday.from(), holiday.to(), found);
      }
    }
    for (SchoolCalendar.Exam exam : calendar.exams()) {
      if (places.isSound(exam)) {
        backwards(places, exam, exam.from(), exam.to(), found);
      }
    }
    return found;
  }

  private static void backwards(
      Places places, Object part, LocalDate from, LocalDate to, List<Diagnostic> found) {
    if (to.isBefore(from)) {
      found.add(error(
              "calendar.backwards",
              places.of(part, "to"),
              "it ends on %s, before it begins on %s",
              to,
              from)
          .hint("write the later date after 'to'"));
    }
  }
}
