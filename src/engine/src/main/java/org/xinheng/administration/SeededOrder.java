package org.xinheng.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws that are the same on every machine for the same seed: only the bits of SplitMix64 are used.
 *
 * @see "Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, OOPSLA"
 */
final class SeededOrder {

  private final SplittableRandom bits;

  private SeededOrder(long seed) {
    bits = new SplittableRandom(seed);
  }

  /** The draws of one student, occasion and thing. */
  static SeededOrder of(StudentContext student, String what) {
    long seed = student.seed() * 31 + student.occasion();
    return new SeededOrder(seed * 1_000_003L + what.hashCode());
  }

  /** A whole number in [0, end). */
  int below(int end) {
    return (int) ((bits.nextLong() >>> 11) * 0x1.0p-53 * end);
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
