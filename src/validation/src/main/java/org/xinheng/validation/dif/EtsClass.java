package org.xinheng.validation.dif;

/**
 * How much an item answered 0 or 1 functions differently, on the scale {@code delta = -2.35 ln(odds ratio)}.
 *
 * @see "Dorans and Holland (1993), in Holland and Wainer (eds.), Differential Item Functioning, 35-66"
 */
public enum EtsClass {
  /** Negligible: delta below 1 either way, or no significant difference. */
  A,
  /** Between the two others. */
  B,
  /** Large: delta at least 1.5 either way, and by a one-sided test above 1. */
  C
}
