package org.xinheng.administration;

import java.math.BigDecimal;
import java.util.List;

/** What somebody answered to an item. */
public sealed interface Answer {

  /** One option by its code. */
  static Answer code(int code) {
    return new Chosen(List.of(code));
  }

  /** A number. */
  static Answer number(BigDecimal value) {
    return new Entered(value);
  }

  /** Options by their codes: one, or of an item that takes several, several. */
  record Chosen(List<Integer> codes) implements Answer {
    public Chosen {
      codes = codes.stream().distinct().sorted().toList();
    }
  }

  /** A number that was typed in, or a place on a line. */
  record Entered(BigDecimal value) implements Answer {
    public Entered {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
      value = value.scale() < 0 ? value.setScale(0) : value;
    }
  }

  /**
   * Free text. Only that it was written is kept, never the text itself.
   *
   * @param characters how many it has
   */
  record Written(int characters) implements Answer {}
}
