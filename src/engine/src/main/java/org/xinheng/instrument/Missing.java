package org.xinheng.instrument;

import java.util.Optional;

/** Why an item has no answer. */
public enum Missing {
  /** Left blank. */
  SKIPPED("skipped"),
  REFUSED("refused"),
  /** "Don't know". */
  UNKNOWN("unknown"),
  /** Not asked, because skip logic said so: not missing, but counted as the scale declares. */
  NOT_APPLICABLE("not-applicable"),
  /** The student stopped before it. */
  NOT_REACHED("not-reached"),
  /** Something was entered that the definition does not declare; nothing is guessed from it. */
  UNDECLARED("undeclared");

  private final String word;

  Missing(String word) {
    this.word = word;
  }

  /** The word used in definitions, maps and reasons. */
  public String word() {
    return word;
  }

  /** The kind with this word, as an author may declare it; {@link #UNDECLARED} cannot be declared. */
  public static Optional<Missing> declared(String word) {
    for (Missing kind : values()) {
      if (kind != UNDECLARED && kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
