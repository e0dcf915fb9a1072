package org.xinheng.scoring;

/**
 * The standard normal curve, to about sixteen digits, and the same bits on every machine.
 *
 * <p>The share below {@code z} is by the rational approximations of Cody, in the three regions of his program ANORM; the
 * quantile is by those of Wichura. Exponentials of large arguments are split, so that no digits are lost in the tails.
 *
 * @see "Cody (1969), Mathematics of Computation 23, 631-637; Cody (1993), ACM TOMS 19, 22-32 (algorithm 715)"
 * @see "Wichura (1988), Applied Statistics 37, 477-484 (algorithm AS 241, PPND16)"
 */
// The coefficients stand as they are published.
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class Normal {

  private static final double SQRT_32 = StrictMath.sqrt(32);
  private static final double ONE_OVER_SQRT_2_PI = 0.398942280401432677939946059934;

  /** From here to the centre the share is one half and an odd function of z. */
  private static final double CENTRE = 0.67448975;

  private static final double[] A = {
    2.2352520354606839287,
    161.02823106855587881,
    1067.6894854603709582,
    18154.981253343561249,
    0.065682337918207449113
  };
  private static final double[] B = {
    47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956
  };
  private static final double[] C = {
    0.39894151208813466764,
    8.8831497943883759412,
    93.506656132177855979,
    597.27027639480026226,
    2494.5375852903726711,
    6848.1904505362823326,
    11602.651437647350124,
    9842.7148383839780218,
    1.0765576773720192317e-8
  };
  private static final double[] D = {
    22.266688044328115691,
    235.38790178262499861,
    1519.377599407554805,
    6485.558298266760755,
    18615.571640885098091,
    34900.952721145977266,
    38912.003286093271411,
    19685.429676859990727
  };
  private static final double[] P = {
    0.21589853405795699,
    0.1274011611602473639,
    0.022235277870649807,
    0.001421619193227893466,
    2.9112874951168792e-5,
    0.02307344176494017303
  };
  private static final double[] Q = {
    1.28426009614491121,
    0.468238212480865118,
    0.0659881378689285515,
    0.00378239633202758244,
    7.29751555083966205e-5
  };

  private static final double[] QUANTILE_A = {
    3.3871328727963666080,
    1.3314166789178437745e2,
    1.9715909503065514427e3,
    1.3731693765509461125e4,
    4.5921953931549871457e4,
    6.7265770927008700853e4,
    3.3430575583588128105e4,
    2.5090809287301226727e3
  };
  private static final double[] QUANTILE_B = {
    1,
    4.2313330701600911252e1,
    6.8718700749205790830e2,
    5.3941960214247511077e3,
    2.1213794301586595867e4,
    3.9307895800092710610e4,
    2.8729085735721942674e4,
    5.2264952788528545610e3
  };
  private static final double[] QUANTILE_C = {
    1.42343711074968357734,
    4.63033784615654529590,
    5.76949722146069140550,
    3.64784832476320460504,
    1.27045825245236838258,
    2.41780725177450611770e-1,
    2.27238449892691845833e-2,
    7.74545014278341407640e-4
  };
  private static final double[] QUANTILE_D = {
    1,
    2.05319162663775882187,
    1.67638483018380384940,
    6.89767334985100004550e-1,
    1.48103976427480074590e-1,
    1.51986665636164571966e-2,
    5.47593808499534494600e-4,
    1.05075007164441684324e-9
  };
  private static final double[] QUANTILE_E = {
    6.65790464350110377720,
    5.46378491116411436990,
    1.78482653991729133580,
    2.96560571828504891230e-1,
    2.65321895265761230930e-2,
    1.24266094738807843860e-3,
    2.71155556874348757815e-5,
    2.01033439929228813265e-7
  };
  private static final double[] QUANTILE_F = {
    1,
    5.99832206555887937690e-1,
    1.36929880922735805310e-1,
    1.48753612908506148525e-2,
    7.86869131145613259100e-4,
    1.84631831751005468180e-5,
    1.42151175831644588870e-7,
    2.04426310338993978564e-15
  };

  private Normal() {}

  /** The share of the curve at or below {@code z}, from 0 to 1. */
  public static double below(double z) {
    if (Double.isInfinite(z) || Double.isNaN(z)) {
      return Double.isNaN(z) ? z : z > 0 ? 1 : 0;
    }
    double distance = Math.abs(z);
    if (distance <= CENTRE) {
      return 0.5 + z * centre(z * z);
    }
    double tail = distance <= SQRT_32 ? middle(distance) : outer(distance);
    double beyond = tail * expOfHalfSquare(distance);
    return z < 0 ? beyond : 1 - beyond;
  }

  /** The share of the curve above {@code z}, from 0 to 1, with all its digits however far out. */
  public static double above(double z) {
    return below(-z);
  }

  /** The share farther from 0 than {@code z}, on both sides. */
  public static double beyond(double z) {
    return 2 * below(-Math.abs(z));
  }

  /** The height of the curve. */
  public static double density(double z) {
    return ONE_OVER_SQRT_2_PI * expOfHalfSquare(Math.abs(z));
  }

  /**
   * The z on both sides of 0 between which this share of the curve lies: 1.96 for 0.95.
   *
   * @param level above 0 and below 1
   */
  public static double critical(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1): " + level);
    }
    return quantile(1 - (1 - level) / 2);
  }

  /**
   * The z below which the share lies; infinite for 0 and 1.
   *
   * @param share from 0 to 1
   */
  public static double quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in [0, 1]: " + share);
    }
    if (share == 0 || share == 1) {
      return share == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    double q = share - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return q * polynomial(QUANTILE_A, r) / polynomial(QUANTILE_B, r);
    }
    double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? share : 1 - share));
    double z = r <= 5
        ? polynomial(QUANTILE_C, r - 1.6) / polynomial(QUANTILE_D, r - 1.6)
        : polynomial(QUANTILE_E, r - 5) / polynomial(QUANTILE_F, r - 5);
    return q < 0 ? -z : z;
  }

  private static double centre(double square) {
    double num = A[4] * square;
    double den = square;
    for (int i = 0; i < 3; i++) {
      num = (num + A[i]) * square;
      den = (den + B[i]) * square;
    }
    return (num + A[3]) / (den + B[3]);
  }

  private static double middle(double z) {
    double num = C[8] * z;
    double den = z;
    for (int i = 0; i < 7; i++) {
      num = (num + C[i]) * z;
      den = (den + D[i]) * z;
    }
    return (num + C[7]) / (den + D[7]);
  }

  private static double outer(double z) {
    double square = 1 / (z * z);
    double num = P[5] * square;
    double den = square;
    for (int i = 0; i < 4; i++) {
      num = (num + P[i]) * square;
      den = (den + Q[i]) * square;
    }
    return (ONE_OVER_SQRT_2_PI - square * (num + P[4]) / (den + Q[4])) / z;
  }

  /** {@code exp(-z²/2)}, with z split at a sixteenth, whose square has no rounding. */
  private static double expOfHalfSquare(double z) {
    if (z > 40) {
      return 0;
    }
    double coarse = Math.floor(z * 16) / 16;
    double rest = (z - coarse) * (z + coarse);
    return StrictMath.exp(-coarse * coarse / 2) * StrictMath.exp(-rest / 2);
  }

  /** {@code c0 + c1 x + c2 x² …}. */
  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      value = value * x + coefficients[i];
    }
    return value;
  }
}
