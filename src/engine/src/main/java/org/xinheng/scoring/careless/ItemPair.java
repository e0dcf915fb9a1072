package org.xinheng.scoring.careless;

/**
 * Two items that ask nearly the same.
 *
 * @param first the column of one, from 0
 * @param second the column of the other, from 0
 */
public record ItemPair(int first, int second) {

  /** @throws IllegalArgumentException if a column is negative or both are the same */
  public ItemPair {
    if (first < 0 || second < 0 || first == second) {
      throw new IllegalArgumentException(
          "a pair needs two columns of at least 0: %d and %d".formatted(first, second));
    }
  }
}
