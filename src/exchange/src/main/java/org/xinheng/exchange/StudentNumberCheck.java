package org.xinheng.exchange;

import java.util.Optional;
import org.xinheng.exchange.identity.StudentNumber;

/**
 * Names the rows of a table whose student number cannot be right. A table in which identity numbers stand in place of student
 * numbers has them in every row, and says so once.
 */
final class StudentNumberCheck {

  private static final String CODE = "student.number";

  private final CampaignTables tables;
  private Optional<CampaignTables.Row> firstWithoutLetter = Optional.empty();
  private int withoutLetter;

  StudentNumberCheck(CampaignTables tables) {
    this.tables = tables;
  }

  void check(CampaignTables.Row row, String id) {
    Optional<StudentNumber.Fault> fault = StudentNumber.fault(id);
    if (fault.equals(Optional.of(StudentNumber.Fault.NO_LETTER))) {
      firstWithoutLetter = firstWithoutLetter.or(() -> Optional.of(row));
      withoutLetter++;
    } else {
      fault.ifPresent(found -> tables.warn(row, CODE, found.message()));
    }
  }

  /** At the end of the table. */
  void finish() {
    firstWithoutLetter.ifPresent(row -> tables.warn(
        row,
        CODE,
        StudentNumber.Fault.NO_LETTER.message()
            + (withoutLetter == 1 ? "" : ", here and " + (withoutLetter - 1) + " more times")
            + "; --pseudonyms keeps them out of the results"));
  }
}
