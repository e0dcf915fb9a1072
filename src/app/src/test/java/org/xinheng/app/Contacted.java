package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who was contacted how soon, counted by plain loops over {@code contacts.csv}: by the deadlines of the default policy, from 30 October
 * 2026, a Friday, with weekends as the only days without school.
 */
final class Contacted {

  private static final LocalDate FOUND = LocalDate.of(2026, 10, 30);

  private final Map<String, List<Integer>> days = new HashMap<>();
  private final int passed;

  /**
   * Reads the contacts.
   *
   * @param now contacts after this day are not yet known
   */
  Contacted(Path contacts, LocalDate now) throws IOException {
    passed = schoolDays(now);
    for (Map<String, String> row : Screened.table(contacts)) {
      LocalDate day = LocalDate.parse(Screened.cell(row, "date"));
      boolean isWithStudent =
          Set.of("contact", "interview", "review").contains(Screened.cell(row, "kind"));
      if (isWithStudent && Screened.cell(row, "result").equals("reached") && !day.isAfter(now)) {
        days.computeIfAbsent(Screened.cell(row, "student"), key -> new ArrayList<>())
            .add(schoolDays(day));
      }
    }
  }

  private static int schoolDays(LocalDate day) {
    int count = 0;
    for (LocalDate each = FOUND.plusDays(1); !each.isAfter(day); each = each.plusDays(1)) {
      count += Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(each.getDayOfWeek()) ? 0 : 1;
    }
    return count;
  }

  /** School days until somebody spoke with the student; a large number if nobody has. */
  int days(Map<String, String> outcome) {
    return days.getOrDefault(Screened.cell(outcome, "student"), List.of()).stream()
        .mapToInt(Integer::intValue)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** One of on-time, overdue, due. */
  String state(Map<String, String> outcome) {
    String alert = Screened.cell(outcome, "alert");
    int allowed = Set.of("same-day", "immediate").contains(alert)
        ? 0
        : alert.equals("unknown") || Screened.cell(outcome, "tier").equals("T3") ? 2 : 10;
    if (days(outcome) <= allowed) {
      return "on-time";
    }
    return days(outcome) < Integer.MAX_VALUE || passed > allowed ? "overdue" : "due";
  }
}
