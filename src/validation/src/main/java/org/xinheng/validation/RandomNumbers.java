package org.xinheng.validation;

import org.xinheng.scoring.Normal;

/**
 * A seeded generator of random numbers, xoshiro256** started by SplitMix64: the same numbers on every machine and every
 * Java. Not for secrets.
 *
 * @see "Blackman and Vigna (2021), ACM Transactions on Mathematical Software 47(4), 36"
 */
public final class RandomNumbers {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long a;
  private long b;
  private long c;
  private long d;

  public RandomNumbers(long seed) {
    long state = seed;
    state += GOLDEN;
    a = mixed(state);
    state += GOLDEN;
    b = mixed(state);
    state += GOLDEN;
    c = mixed(state);
    state += GOLDEN;
    d = mixed(state);
  }

  private static long mixed(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** Sixty-four random bits. */
  public long nextLong() {
    long result = Long.rotateLeft(b * 5, 7) * 9;
    long t = b << 17;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = Long.rotateLeft(d, 45);
    return result;
  }

  /**
   * A whole number from 0 up to but not including {@code bound}, each equally likely.
   *
   * @see "Lemire (2019), ACM Transactions on Modeling and Computer Simulation 29(1), 3"
   */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1: " + bound);
    }
    long product = (nextLong() >>> 32) * bound;
    if ((product & 0xffffffffL) < bound) {
      long threshold = (1L << 32) % bound;
      while ((product & 0xffffffffL) < threshold) {
        product = (nextLong() >>> 32) * bound;
      }
    }
    return (int) (product >>> 32);
  }

  /** A number above 0 and below 1. */
  public double uniform() {
    return ((nextLong() >>> 12) + 0.5) * 0x1p-52;
  }

  /** A standard normal deviate. */
  public double normal() {
    return Normal.quantile(uniform());
  }
}
