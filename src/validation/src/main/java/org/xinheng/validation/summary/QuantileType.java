package org.xinheng.validation.summary;

/**
 * The nine ways to read a quantile off a sample.
 *
 * @see "Hyndman and Fan (1996), The American Statistician 50, 361-365"
 */
public enum QuantileType {
  /** The inverse of the empirical distribution. */
  TYPE_1,
  /** The same, averaged at steps. */
  TYPE_2,
  /** The nearest even order statistic. */
  TYPE_3,
  /** Straight lines through the empirical distribution. */
  TYPE_4(0, 1),
  /** Through the middles of its steps. */
  TYPE_5(0.5, 0.5),
  /** Through expected shares: {@code i / (n + 1)}. */
  TYPE_6(0, 0),
  /** Through modes of shares: {@code (i - 1) / (n - 1)}. What R and most programs give. */
  TYPE_7(1, 1),
  /** Nearly unbiased for the median of the share. */
  TYPE_8(1.0 / 3, 1.0 / 3),
  /** Nearly unbiased for a normal curve. */
  TYPE_9(3.0 / 8, 3.0 / 8);

  /** What rounding may add to a rank. */
  private static final double FUZZ = 4 * Math.ulp(1.0);

  private final double a;
  private final double b;

  QuantileType() {
    this(Double.NaN, Double.NaN);
  }

  QuantileType(double a, double b) {
    this.a = a;
    this.b = b;
  }

  /**
   * A quantile.
   *
   * @param sorted ascending, without {@code NaN}
   * @param share from 0 to 1
   * @return {@code NaN} for an empty sample
   */
  public double of(double[] sorted, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1]: " + share);
    }
    int n = sorted.length;
    if (n == 0) {
      return Double.NaN;
    }
    if (this == TYPE_7) {
      double index = (n - 1) * share;
      int low = (int) Math.floor(index);
      double rest = index - low;
      return rest == 0 || sorted[low] == sorted[low + 1]
          ? sorted[low]
          : (1 - rest) * sorted[low] + rest * sorted[low + 1];
    }
    double rank = rank(n, share);
    int j = (int) Math.floor(rank + FUZZ);
    double weight = weight(rank, j);
    double low = sorted[clamp(j - 1, n)];
    double high = sorted[clamp(j, n)];
    return weight == 0 ? low : weight == 1 ? high : (1 - weight) * low + weight * high;
  }

  private double rank(int n, double share) {
    return switch (this) {
      case TYPE_1, TYPE_2 -> n * share;
      case TYPE_3 -> n * share - 0.5;
      case TYPE_4, TYPE_5, TYPE_6, TYPE_7, TYPE_8, TYPE_9 -> a + share * (n + 1 - a - b);
    };
  }

  private double weight(double rank, int j) {
    boolean beyond = rank > j + FUZZ;
    return switch (this) {
      case TYPE_1 -> beyond ? 1 : 0;
      case TYPE_2 -> beyond ? 1 : 0.5;
      case TYPE_3 -> beyond || j % 2 != 0 ? 1 : 0;
      case TYPE_4, TYPE_5, TYPE_6, TYPE_7, TYPE_8, TYPE_9 ->
        Math.abs(rank - j) < FUZZ ? 0 : rank - j;
    };
  }

  private static int clamp(int index, int n) {
    return Math.max(0, Math.min(n - 1, index));
  }
}
