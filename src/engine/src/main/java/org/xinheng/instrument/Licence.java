package org.xinheng.instrument;

import java.util.Optional;

/**
 * What may be done with a questionnaire, as far as its facts are known.
 *
 * @param paper use on paper
 * @param electronic use on a screen
 * @param wording may the wording be passed on
 * @param note the terms in a few words
 * @param obtain where the wording may be obtained, in a sentence; empty if that is not known
 */
public record Licence(
    String paper, String electronic, Wording wording, String note, Optional<Text> obtain) {

  /** May the wording be redistributed in an open-source package? */
  public enum Wording {
    REDISTRIBUTABLE("redistributable"),
    NON_COMMERCIAL("non-commercial"),
    NO("no"),
    UNCLEAR("unclear");

    private final String word;

    Wording(String word) {
      this.word = word;
    }

    /** The word used in definitions. */
    public String word() {
      return word;
    }
  }
}
