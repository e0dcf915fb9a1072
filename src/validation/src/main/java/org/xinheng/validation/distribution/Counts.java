package org.xinheng.validation.distribution;

/** The binomial and the hypergeometric distribution, and the exact tests that rest on them. */
public final class Counts {

  /** Tables whose chances differ by less are equally likely, save for rounding. */
  private static final double SAME = 1 + 1e-7;

  private Counts() {}

  /** The chance of {@code x} of {@code n}, each with chance {@code p}. */
  public static double binomial(long x, long n, double p) {
    return x < 0 || x > n ? 0 : Terms.binomial((double) x, (double) n, p, 1 - p);
  }

  /** The chance of at most {@code x} of {@code n}. */
  public static double binomialAtMost(long x, long n, double p) {
    return x < 0 ? 0 : x >= n ? 1 : Beta.above(p, x + 1.0, (double) n - x);
  }

  /** The exact two-sided test that {@code x} of {@code n} have an even chance; 1 for nobody. */
  public static double evenChanceP(long x, long n) {
    return Math.min(1, 2 * binomialAtMost(Math.min(x, n - x), n, 0.5));
  }

  /** The chance of {@code x} marked among {@code drawn} of {@code marked + unmarked}. */
  public static double hypergeometric(long x, long marked, long unmarked, long drawn) {
    if (x < Math.max(0, drawn - unmarked) || x > Math.min(marked, drawn)) {
      return 0;
    }
    if (drawn == 0) {
      return 1;
    }
    double all = (double) marked + unmarked;
    double p = drawn / all;
    double q = (all - drawn) / all;
    return Terms.binomial((double) x, (double) marked, p, q)
        * Terms.binomial((double) drawn - x, (double) unmarked, p, q)
        / Terms.binomial((double) drawn, all, p, q);
  }

  /** Fisher's two-sided exact test of a table of counts: the chance of all tables that are no likelier. */
  public static double fisherP(long a, long b, long c, long d) {
    long marked = a + c;
    long unmarked = b + d;
    long drawn = a + b;
    double observed = hypergeometric(a, marked, unmarked, drawn);
    double p = 0;
    for (long x = Math.max(0, drawn - unmarked); x <= Math.min(marked, drawn); x++) {
      double chance = hypergeometric(x, marked, unmarked, drawn);
      p += chance <= observed * SAME ? chance : 0;
    }
    return Math.min(1, p);
  }
}
