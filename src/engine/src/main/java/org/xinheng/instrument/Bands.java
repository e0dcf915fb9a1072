package org.xinheng.instrument;

import java.util.List;
import java.util.Optional;

/**
 * The bands of one scale at one stage, for some students or all.
 *
 * @param id its name among the sets of the scale
 * @param system the system of cut-offs that it belongs to, where several circulate; one of them is in use
 * @param audience whom it is for; of several sets of a system the first that is for a student is used
 * @param stage the stage of the score that the edges belong to
 * @param risk which end of the scale is the worse
 * @param bands from the lowest edge to the highest
 * @param source the id of the source of the edges
 * @param verification how well the edges are verified
 */
public record Bands(
    String id,
    String system,
    Audience audience,
    Stage stage,
    Risk risk,
    List<Band> bands,
    String source,
    Verification verification) {

  public Bands {
    bands = List.copyOf(bands);
  }

  /** The source of the edge of a band. */
  public String sourceOf(Band band) {
    return band.source().orElse(source);
  }

  /** How well the edge of a band is verified. */
  public Verification verificationOf(Band band) {
    return band.verification().orElse(verification);
  }

  /** A stage of a score. */
  public enum Stage {
    /** The sum, mean or other combination, prorated if the missing rule says so, before it is transformed. */
    RAW("raw"),
    /** The value of the scale. */
    VALUE("value"),
    T(StandardScore.T),
    Z(StandardScore.Z),
    PERCENTILE(StandardScore.PERCENTILE),
    STEN(StandardScore.STEN),
    STANINE(StandardScore.STANINE),
    IQ(StandardScore.IQ);

    private final String word;
    private final Optional<StandardScore> standard;

    Stage(String word) {
      this.word = word;
      this.standard = Optional.empty();
    }

    Stage(StandardScore standard) {
      this.word = standard.word();
      this.standard = Optional.of(standard);
    }

    /** The standard score by the norm set in use, if it is one. */
    public Optional<StandardScore> standard() {
      return standard;
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
