package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.List;

/** How an answer or a score is compared with values that a definition declares. */
public sealed interface Comparison {

  /** The values that it compares with; it is met if it is met by one of them. */
  List<BigDecimal> values();

  /**
   * Whether it is met, given how what is compared lies to one of {@link #values}.
   *
   * @param order below 0 for smaller, 0 for equal, above 0 for larger, as by {@code compareTo}
   */
  boolean admits(int order);

  /** A loop, since compiling a condition asks it of every code that there can be. */
  default boolean isMetBy(BigDecimal compared) {
    for (BigDecimal value : values()) {
      if (admits(compared.compareTo(value))) {
        return true;
      }
    }
    return false;
  }

  /** At or above a value. */
  record AtOrAbove(BigDecimal value) implements Comparison {
    @Override
    public List<BigDecimal> values() {
      return List.of(value);
    }

    @Override
    public boolean admits(int order) {
      return order >= 0;
    }
  }

  /** At or below a value. */
  record AtOrBelow(BigDecimal value) implements Comparison {
    @Override
    public List<BigDecimal> values() {
      return List.of(value);
    }

    @Override
    public boolean admits(int order) {
      return order <= 0;
    }
  }

  /** Equal to one of some values. */
  record OneOf(List<BigDecimal> values) implements Comparison {
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public boolean admits(int order) {
      return order == 0;
    }
  }
}
