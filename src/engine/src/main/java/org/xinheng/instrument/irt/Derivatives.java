package org.xinheng.instrument.irt;

/** The first and the second derivative of a function of theta. */
record Derivatives(double first, double second) {

  Derivatives plus(double moreFirst, double moreSecond) {
    return new Derivatives(first + moreFirst, second + moreSecond);
  }
}
