package org.xinheng.validation.study;

import org.xinheng.validation.Interval;

/**
 * A number with its interval.
 *
 * @param value {@code NaN} if it is not defined or hidden
 * @param interval undefined if there is none
 */
public record Figure(double value, Interval interval) {

  /** A number that is not defined, or not shown. */
  public static final Figure NONE = new Figure(Double.NaN, Interval.UNDEFINED);
}
