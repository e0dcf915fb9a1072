package org.xinheng.instrument;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/** A decimal number of a definition as the fraction that it is. */
public final class Exact {

  private Exact() {}

  public static BigFraction of(BigDecimal value) {
    BigDecimal whole = value.scale() < 0 ? value.setScale(0) : value;
    return new BigFraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
  }
}
