package org.xinheng.instrument.irt;

/**
 * Fisher's information {@code I = sum P s^2} and its derivatives by theta, where {@code P} are the probabilities of the
 * categories and {@code s}, {@code c}, {@code t} the derivatives of their logarithms:
 * {@code I' = sum P (s^3 + 2 s c)}, {@code I'' = sum P (s^4 + 5 s^2 c + 2 c^2 + 2 s t)}.
 */
record Information(double value, double first, double second) {

  static final Information NONE = new Information(0, 0, 0);

  static Information of(ItemModel item, double theta) {
    double value = 0;
    double first = 0;
    double second = 0;
    for (int category = 0; category < item.categories(); category++) {
      LogCurve curve = LogCurve.of(item, category, theta);
      double p = curve.probability();
      double s = curve.first();
      double c = curve.second();
      double t = curve.third();
      value += p * s * s;
      first += p * (s * s * s + 2 * s * c);
      second += p * (s * s * s * s + 5 * s * s * c + 2 * c * c + 2 * s * t);
    }
    return new Information(value, first, second);
  }

  Information plus(Information other) {
    return new Information(value + other.value, first + other.first, second + other.second);
  }

  /** {@code (log I)'}. */
  double firstOfLog() {
    return first / value;
  }

  /** {@code (log I)''}. */
  double secondOfLog() {
    return second / value - firstOfLog() * firstOfLog();
  }
}
