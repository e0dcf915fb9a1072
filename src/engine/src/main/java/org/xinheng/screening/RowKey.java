package org.xinheng.screening;

import java.util.Optional;
import org.xinheng.screening.Summary.Level;

/** By what the rows of two summaries are the same. */
record RowKey(
    Level level,
    String school,
    Optional<Integer> grade,
    Optional<String> schoolClass,
    Optional<String> group) {

  static RowKey of(Summary.Row row) {
    return new RowKey(row.level(), row.school(), row.grade(), row.schoolClass(), row.group());
  }

  /** The row that this one is a part of: of a class the grade, of anything else the school. */
  Optional<RowKey> whole() {
    if (level == Level.SCHOOL) {
      return Optional.empty();
    }
    boolean isClass = level == Level.CLASS;
    return Optional.of(new RowKey(
        isClass ? Level.GRADE : Level.SCHOOL,
        school,
        isClass ? grade : Optional.empty(),
        Optional.empty(),
        Optional.empty()));
  }
}
