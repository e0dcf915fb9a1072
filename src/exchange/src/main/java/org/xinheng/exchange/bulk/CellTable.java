package org.xinheng.exchange.bulk;

import java.util.Arrays;

/**
 * What the cells of one item column mean: for a blank and for every whole number of at most three digits the byte that
 * a table of answers holds for it, or that the row is not plain.
 */
final class CellTable {

  /** No byte of a table of answers: the row goes the general way. */
  static final short NOT_PLAIN = Short.MAX_VALUE;

  private static final int LARGEST = 999;

  private final short blank;
  private final short[] numbers;

  /**
   * @param blank for a blank cell
   * @param numbers by number, as many as there are from 0 on; all larger ones are not plain
   */
  CellTable(short blank, short[] numbers) {
    this.blank = blank;
    this.numbers = Arrays.copyOf(numbers, Math.min(numbers.length, LARGEST + 1));
  }

  short ofBlank() {
    return blank;
  }

  short of(int number) {
    return number < numbers.length ? numbers[number] : NOT_PLAIN;
  }

  /** The number up to which every one from 0 on stands for itself; -1 if 0 does not. */
  int plainDigits() {
    int digits = 0;
    while (digits < Math.min(10, numbers.length) && numbers[digits] == digits) {
      digits++;
    }
    return digits - 1;
  }
}
