package org.xinheng.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine for the same seed.
 *
 * <p>Only {@link SplittableRandom#nextLong()} and {@link SplittableRandom#split()} are used, which
 * are the published SplitMix64. Everything else is derived here, so that nothing depends on how a
 * JDK draws bounded or normal numbers, and with {@link StrictMath}, which gives the same last bit
 * everywhere, as {@link Math} need not.
 *
 * @see "Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, OOPSLA"
 * @see "Box and Muller (1958), Annals of Mathematical Statistics 29, 610-611"
 */
final class SeededRandom {

  private final SplittableRandom bits;

  private SeededRandom(SplittableRandom bits) {
    this.bits = bits;
  }

  static SeededRandom of(long seed) {
    return new SeededRandom(new SplittableRandom(seed));
  }

  /**
   * A stream of its own, so that what one part of the school draws does not move the other parts.
   */
  SeededRandom split() {
    return new SeededRandom(bits.split());
  }

  /** In [0, 1). */
  double uniform() {
    return (bits.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** A whole number in [0, end). */
  int below(int end) {
    return (int) (uniform() * end);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Standard normal. */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  <T> T pick(List<T> values) {
    return values.get(below(values.size()));
  }

  <T> List<T> shuffled(List<T> values) {
    List<T> shuffled = new ArrayList<>(values);
    for (int last = shuffled.size() - 1; last > 0; last--) {
      int other = below(last + 1);
      T moved = shuffled.get(last);
      shuffled.set(last, shuffled.get(other));
      shuffled.set(other, moved);
    }
    return List.copyOf(shuffled);
  }
}
