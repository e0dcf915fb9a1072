package org.xinheng.instrument;

import java.util.List;

/**
 * The bands of one scale at one stage, for some students or all.
 *
 * @param id its name among the sets of the scale
 * @param audience whom it is for; of several sets the first that is for a student is used
 * @param stage the stage of the score that the edges belong to
 * @param risk which end of the scale is the worse
 * @param bands from the lowest edge to the highest
 * @param source the id of the source of the edges
 * @param verification how well the edges are verified
 */
public record Bands(
    String id,
    Audience audience,
    Stage stage,
    Risk risk,
    List<Band> bands,
    String source,
    Verification verification) {

  public Bands {
    bands = List.copyOf(bands);
  }

  /** A stage of a score. */
  public enum Stage {
    /** The sum, mean or other combination, prorated if the missing rule says so, before it is transformed. */
    RAW("raw"),
    /** The value of the scale. */
    VALUE("value"),
    /** The T score by the norm set in use. */
    T("t");

    private final String word;

    Stage(String word) {
      this.word = word;
    }

    /** The word used in definitions. */
    public String word() {
      return word;
    }
  }

  /** Which end of a scale is the worse. */
  public enum Risk {
    HIGH("high"),
    LOW("low");

    private final String word;

    Risk(String word) {
      this.word = word;
    }

    /** The word used in definitions. */
    public String word() {
      return word;
    }
  }
}
