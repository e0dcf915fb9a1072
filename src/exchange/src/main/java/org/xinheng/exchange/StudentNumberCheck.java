package org.xinheng.exchange;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.exchange.identity.StudentNumber;

/**
 * Names the cells whose student number cannot be right. A table in which identity numbers stand in place of student numbers, or
 * pseudonyms of another key, has them in every row, and says so once.
 */
final class StudentNumberCheck {

  static final String OTHER_KEY =
      "a pseudonym that was made with another key stands in place of the student; it fits no other"
          + " table of this run";

  private static final String CODE = "student.number";
  static final String KEY_CODE = "student.other-key";

  private final StudentIds ids;
  private final Consumer<Diagnostic> found;
  private final Map<Once, Place> first = new EnumMap<>(Once.class);
  private final Map<Once, Integer> further = new EnumMap<>(Once.class);

  /** What is said once a table. */
  private enum Once {
    WITHOUT_LETTER,
    OTHER_KEY
  }

  /**
   * Begins with a table.
   *
   * @param found takes what is wrong, as warnings
   */
  StudentNumberCheck(StudentIds ids, Consumer<Diagnostic> found) {
    this.ids = ids;
    this.found = found;
  }

  /**
   * Looks at one cell.
   *
   * @param place is asked for only if something is wrong
   * @param id as it stands in the table
   */
  void check(Supplier<Place> place, String id) {
    if (ids.isOfAnotherKey(id)) {
      add(Once.OTHER_KEY, place);
      return;
    }
    Optional<StudentNumber.Fault> fault = StudentNumber.fault(id);
    if (fault.equals(Optional.of(StudentNumber.Fault.NO_LETTER))) {
      add(Once.WITHOUT_LETTER, place);
    } else {
      fault.ifPresent(
          wrong -> found.accept(Diagnostic.warning(CODE, place.get(), "%s", wrong.message())));
    }
  }

  private void add(Once once, Supplier<Place> place) {
    first.computeIfAbsent(once, any -> place.get());
    further.merge(once, 1, Integer::sum);
  }

  /** At the end of the table. */
  void finish() {
    first.forEach((once, place) -> found.accept(
        switch (once) {
          case WITHOUT_LETTER -> {
            Diagnostic said = Diagnostic.warning(
                CODE, place, "%s%s", StudentNumber.Fault.NO_LETTER.message(), andMore(once));
            yield ids.arePseudonyms()
                ? said
                : said.hint("--pseudonyms keeps them out of the results");
          }
          case OTHER_KEY ->
            Diagnostic.warning(KEY_CODE, place, "%s%s", OTHER_KEY, andMore(once))
                .hint("use the key of this table for all of them, or the table with the ids");
        }));
  }

  private String andMore(Once once) {
    int more = further.getOrDefault(once, 1) - 1;
    return more == 0 ? "" : ", here and " + more + " more times";
  }
}
