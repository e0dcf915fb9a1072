package org.xinheng.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.math3.fraction.BigFraction;

/** The one rounding of a value, after all other arithmetic. */
public record Rounding(Mode mode, int decimals) {

  public static final Rounding NONE = new Rounding(Mode.NONE, 0);

  /** The declared rule. */
  public enum Mode {
    /** Halves go away from zero. */
    HALF_UP("half-up", RoundingMode.HALF_UP),
    HALF_EVEN("half-even", RoundingMode.HALF_EVEN),
    FLOOR("floor", RoundingMode.FLOOR),
    /** To the next whole number above. */
    UP("up", RoundingMode.CEILING),
    /** The exact fraction is kept. */
    NONE("none", RoundingMode.UNNECESSARY);

    private final String word;
    private final RoundingMode mode;

    Mode(String word, RoundingMode mode) {
      this.word = word;
      this.mode = mode;
    }

    /** The word used in definitions. */
    public String word() {
      return word;
    }

    /** The same rule of {@code java.math}; {@code UNNECESSARY} for {@link #NONE}. */
    public RoundingMode java() {
      return mode;
    }
  }

  /** A number rounded by this rule. */
  public BigFraction of(BigFraction value) {
    return mode == Mode.NONE
        ? value
        : Exact.of(new BigDecimal(value.getNumerator())
            .divide(new BigDecimal(value.getDenominator()), decimals, mode.java()));
  }
}
