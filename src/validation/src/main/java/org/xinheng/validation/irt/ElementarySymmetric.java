package org.xinheng.validation.irt;

/**
 * Elementary symmetric functions: the sums over all sets of r items of the products of their numbers. Only positive numbers
 * are added and multiplied, so that no digits are lost; functions without some items are built anew and never by
 * subtraction.
 *
 * @see "Fischer (1974), Einführung in die Theorie psychologischer Tests; Verhelst, Glas and van der Sluis (1984),
 *     Computational Statistics Quarterly 1, 245-262"
 */
final class ElementarySymmetric {

  private ElementarySymmetric() {}

  /** The functions of order 0 to n, without the items at two places; places outside leave nothing out. */
  static double[] of(double[] numbers, int without, int andWithout) {
    double[] sums = new double[numbers.length + 1];
    sums[0] = 1;
    int count = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (i != without && i != andWithout) {
        count++;
        for (int r = count; r > 0; r--) {
          sums[r] += numbers[i] * sums[r - 1];
        }
      }
    }
    return sums;
  }

  static double[] of(double[] numbers) {
    return of(numbers, -1, -1);
  }
}
