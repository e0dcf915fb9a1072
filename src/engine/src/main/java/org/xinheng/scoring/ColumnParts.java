package org.xinheng.scoring;

import java.util.Arrays;

/** A scale of scales in columns: what each result of a part adds is looked up. */
final class ColumnParts implements ColumnStep {

  /** A count above a sum, which has a sign. */
  private static final int COUNT_SHIFT = Short.SIZE;

  private static final int AT_ONCE = 4;

  private final int scale;
  private final int[] parts;

  /** Of each part by its result. */
  private final int[][] tallies;

  private final int[] firstResult;
  private final int[] perSum;

  /**
   * @param scale its position in the questionnaire
   * @param parts the positions of what it is made of
   * @param tallies of each part by its result: what it adds, as {@link Tally#of}; all sums fit 16 bits
   * @param firstResult by count of values: the number of the result with the sum 0
   * @param perSum by count of values: what every one more in the sum adds to it
   */
  ColumnParts(int scale, int[] parts, long[][] tallies, int[] firstResult, int[] perSum) {
    this.scale = scale;
    this.parts = parts;
    this.firstResult = firstResult;
    this.perSum = perSum;
    this.tallies = new int[parts.length][];
    for (int part = 0; part < parts.length; part++) {
      this.tallies[part] = new int[tallies[part].length];
      for (int result = 0; result < tallies[part].length; result++) {
        long tally = tallies[part][result];
        this.tallies[part][result] =
            (Tally.answered(tally) << COUNT_SHIFT) + (int) Tally.sum(tally);
      }
    }
  }

  @Override
  public void run(byte[][] cells, int from, int to, short[][] numbers, ColumnWork work) {
    int[] tally = work.wide();
    Arrays.fill(tally, 0, to - from, 0);
    int part = 0;
    for (; part + AT_ONCE <= parts.length; part += AT_ONCE) {
      addFour(part, numbers, from, to, tally);
    }
    for (; part < parts.length; part++) {
      add(numbers[parts[part]], tallies[part], from, to, tally);
    }
    number(from, to, numbers[scale], tally);
  }

  private static void add(short[] results, int[] adds, int from, int to, int[] tally) {
    for (int r = from; r < to; r++) {
      tally[r - from] += adds[results[r]];
    }
  }

  private void addFour(int part, short[][] numbers, int from, int to, int[] tally) {
    short[] results1 = numbers[parts[part]];
    short[] results2 = numbers[parts[part + 1]];
    short[] results3 = numbers[parts[part + 2]];
    short[] results4 = numbers[parts[part + 3]];
    int[] adds1 = tallies[part];
    int[] adds2 = tallies[part + 1];
    int[] adds3 = tallies[part + 2];
    int[] adds4 = tallies[part + 3];
    for (int r = from; r < to; r++) {
      tally[r - from] +=
          adds1[results1[r]] + adds2[results2[r]] + adds3[results3[r]] + adds4[results4[r]];
    }
  }

  private void number(int from, int to, short[] numbers, int[] tally) {
    for (int r = from; r < to; r++) {
      int sum = (short) tally[r - from];
      int count = (tally[r - from] - sum) >> COUNT_SHIFT;
      numbers[r] = (short) (firstResult[count] + perSum[count] * sum);
    }
  }
}
