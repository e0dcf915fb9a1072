package org.xinheng.exchange.bulk;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.xinheng.memory.MemoryReader;
import org.xinheng.memory.MemoryWriter;

/**
 * What the fields of one item mean: for a blank and for every whole number of at most three digits the byte that a row of
 * answers holds for it, or that the row is not plain.
 */
public final class CellTable {

  /** No byte: the row goes the general way. */
  public static final short NOT_PLAIN = Short.MAX_VALUE;

  /** The largest number that is asked. */
  public static final int LARGEST = 999;

  private static final int DIGITS = 10;

  private final short blank;
  private final short[] numbers;

  /**
   * A table.
   *
   * @param blank for a blank field
   * @param numbers by number, as many as there are from 0 on; all larger ones are not plain
   */
  public CellTable(short blank, short[] numbers) {
    this.blank = blank;
    this.numbers = Arrays.copyOf(numbers, Math.min(numbers.length, LARGEST + 1));
  }

  /** The table that {@link #writeTo} wrote. */
  public CellTable(MemoryReader from) {
    blank = (short) from.readInt();
    numbers = new short[LARGEST + 1];
    Arrays.fill(numbers, NOT_PLAIN);
    for (int number : from.readInts()) {
      numbers[number] = (short) from.readInt();
    }
  }

  /** Writes the few numbers that are plain. */
  public void writeTo(MemoryWriter to) {
    to.writeInt(blank);
    int[] plain = IntStream.range(0, numbers.length)
        .filter(number -> numbers[number] != NOT_PLAIN)
        .toArray();
    to.writeInts(plain);
    for (int number : plain) {
      to.writeInt(numbers[number]);
    }
  }

  short ofBlank() {
    return blank;
  }

  short of(int number) {
    return number < numbers.length ? numbers[number] : NOT_PLAIN;
  }

  /** The least digit that stands for itself; 10 if none does. */
  int lowestDigit() {
    int digit = 0;
    while (digit < DIGITS && of(digit) != digit) {
      digit++;
    }
    return digit;
  }

  /** The digit up to which all from the least on stand for themselves; 9 if none does. */
  int highestDigit() {
    int digit = lowestDigit();
    while (digit < DIGITS && of(digit) == digit) {
      digit++;
    }
    return digit - 1;
  }
}
