package org.xinheng.exchange;

import java.util.Optional;

/**
 * Something wrong with one row. The row is scored as far as it can be read, and marked.
 *
 * @param kind what is wrong
 * @param message where in the row, and what would be right; never what stands there, and never whose row it is
 * @param field the field that is at fault, from 0, if it is one
 */
public record RowFault(Kind kind, String message, Optional<Integer> field) {

  /** A fault of the row as a whole. */
  public RowFault(Kind kind, String message) {
    this(kind, message, Optional.empty());
  }

  /** Kinds of faults, as they are counted. */
  public enum Kind {
    UNDECLARED_CODE("undeclared-code"),
    NO_WHOLE_NUMBER("no-whole-number"),
    NO_NUMBER("no-number"),
    TOO_FEW_FIELDS("too-few-fields"),
    TOO_MANY_FIELDS("too-many-fields"),
    DUPLICATE_STUDENT("duplicate-student"),
    STUDENT_NUMBER("student-number"),
    OTHER_KEY("other-key"),
    UNREADABLE_SEX("unreadable-sex"),
    UNREADABLE_GRADE("unreadable-grade"),
    UNREADABLE_AGE("unreadable-age"),
    UNREADABLE_DATE("unreadable-date"),
    UNREADABLE_INFORMANT("unreadable-informant"),
    UNREADABLE_SECONDS("unreadable-seconds"),
    UNREADABLE_STUDENT("unreadable-student"),
    UNREADABLE_BOARDING("unreadable-boarding"),
    UNREADABLE_CONSENT("unreadable-consent"),
    UNREADABLE_SCHOOL_KIND("unreadable-school-kind"),
    BROKEN_CELL("broken-cell"),
    GRADE_AND_CLASS("grade-and-class"),
    UNREADABLE_HELP("unreadable-help");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word used in {@code run.json}. */
    public String word() {
      return word;
    }
  }
}
