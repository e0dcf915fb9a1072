package org.xinheng.app.demo;

/** How a row of a table is mistyped, and what is to become of it. */
enum Slip {
  /** A digit of a Chinese keyboard. */
  FULL_WIDTH_DIGIT("full-width-digit", Fate.READ),
  /** What some forms use for "refused". */
  SEVEN("seven", Fate.REPORTED),
  OUT_OF_RANGE("out-of-range", Fate.REPORTED),
  LETTER("letter", Fate.REPORTED),
  BAD_DATE("bad-date", Fate.REPORTED),
  /** A date as people write it elsewhere. */
  OTHER_DATE("other-date", Fate.READ),
  /** Two cells stand in each other's column. */
  SWAPPED_CELLS("swapped-cells", Fate.REPORTED),
  /** The last cells of the row are not there. */
  CUT_SHORT("cut-short", Fate.REPORTED),
  MISSING_ID("missing-id", Fate.REPORTED),
  /** The last digit of the id is not there. */
  SHORT_ID("short-id", Fate.REPORTED),
  BLANKS_AROUND_ID("blanks-around-id", Fate.READ),
  /** The id of the row before. */
  NEIGHBOURS_ID("neighbours-id", Fate.REPORTED),
  TYPED_TWICE("typed-twice", Fate.REPORTED),
  /** Another class than on the roster, which is believed. */
  WRONG_CLASS("wrong-class", Fate.READ),
  GRADE_IN_WORDS("grade-in-words", Fate.READ),
  UNREADABLE_GRADE("unreadable-grade", Fate.REPORTED),
  UNREADABLE_SEX("unreadable-sex", Fate.REPORTED),
  /** As it should be, but the student's row of the roster cannot be used. */
  NOT_ON_ROSTER("not-on-roster", Fate.REPORTED),
  /** The same, but the student is known by answers, which are kept. */
  KNOWN_BY_ANSWERS("known-by-answers", Fate.READ);

  /** What is to become of a row. */
  enum Fate {
    REPORTED("reported"),
    READ("read");

    private final String word;

    Fate(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private final String word;
  private final Fate fate;

  Slip(String word, Fate fate) {
    this.word = word;
    this.fate = fate;
  }

  String word() {
    return word;
  }

  Fate fate() {
    return fate;
  }

  /** Whether nobody can say any more whom a row of the roster is about, or which grade the student is in. */
  boolean losesStudent() {
    return switch (this) {
      case SWAPPED_CELLS, CUT_SHORT, MISSING_ID, NEIGHBOURS_ID, UNREADABLE_GRADE -> true;
      case FULL_WIDTH_DIGIT,
          SEVEN,
          OUT_OF_RANGE,
          LETTER,
          BAD_DATE,
          OTHER_DATE,
          SHORT_ID,
          BLANKS_AROUND_ID,
          TYPED_TWICE,
          WRONG_CLASS,
          GRADE_IN_WORDS,
          UNREADABLE_SEX,
          NOT_ON_ROSTER,
          KNOWN_BY_ANSWERS -> false;
    };
  }
}
