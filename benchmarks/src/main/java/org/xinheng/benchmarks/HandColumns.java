package org.xinheng.benchmarks;

import java.util.Arrays;

/**
 * The measured job by hand, over columns of bytes, for exactly these questionnaires: plain loops over one array each, which the
 * second compiler turns into vectors. It knows nothing of definitions, and is what {@link InMemoryBenchmark} compares with. A
 * missing answer has the highest bit.
 */
final class HandColumns {

  private static final int NONE = -1;
  private static final int SCALES = 9;
  private static final int[] REVERSED = {5, 22, 40, 63, 75};
  private static final int FIRST_MOOD = 0;
  private static final int FIRST_WORRY = 9;
  private static final int FIRST_YES_NO = 16;
  private static final int SUMS = 64;

  private final int[][] yesNo = {
    to(1, 15, 1),
    to(16, 25, 1),
    to(26, 35, 1),
    to(36, 45, 1),
    to(46, 55, 1),
    to(56, 70, 1),
    to(71, 80, 1),
    to(81, 99, 2),
    to(82, 100, 2)
  };
  private final byte[] ofNine = prorated(9, 3, 2);
  private final byte[] ofSeven = prorated(7, 3, 1);
  private final byte[] ofFifteen = prorated(15, 1, 2);
  private final byte[] ofTen = prorated(10, 1, 1);

  /** By group and total: the T score. */
  private final byte[] standard;

  private final byte[] sums;
  private final byte[] missing;
  private final byte[] mood;
  private final byte[] worry;
  private final byte[] t;
  private final byte[][] scales;
  private final byte[] total;
  private final byte[] any;

  /** @param standard by group and total, in steps of {@value #SUMS} */
  HandColumns(int rows, byte[] standard) {
    this.standard = standard;
    sums = new byte[rows];
    missing = new byte[rows];
    mood = new byte[rows];
    worry = new byte[rows];
    t = new byte[rows];
    scales = new byte[SCALES][rows];
    total = new byte[rows];
    any = new byte[rows];
  }

  private static int[] to(int first, int last, int step) {
    int[] items = new int[(last - first) / step + 1];
    Arrays.setAll(items, i -> first + i * step);
    return items;
  }

  /** By missing answers and sum: the score, halves up. */
  private static byte[] prorated(int items, int highest, int allowed) {
    byte[] scores = new byte[16 * SUMS];
    Arrays.fill(scores, (byte) NONE);
    for (int gone = 0; gone <= allowed; gone++) {
      for (int sum = 0; sum <= (items - gone) * highest; sum++) {
        scores[gone * SUMS + sum] = (byte) Math.floor((double) sum * items / (items - gone) + 0.5);
      }
    }
    return scores;
  }

  /**
   * Scores some rows.
   *
   * @param columns of answers, one array each
   * @param groups by row
   * @param tiers takes 0 to 3
   */
  void score(byte[][] columns, byte[] groups, byte[] tiers, int rows) {
    clear(rows);
    for (int item = 0; item < 9; item++) {
      add(columns[FIRST_MOOD + item], rows);
    }
    look(ofNine, mood, rows);
    clear(rows);
    for (int item = 0; item < 7; item++) {
      add(columns[FIRST_WORRY + item], rows);
    }
    look(ofSeven, worry, rows);
    Arrays.fill(total, 0, rows, (byte) 0);
    Arrays.fill(any, 0, rows, (byte) 0);
    for (int scale = 0; scale < SCALES; scale++) {
      clear(rows);
      for (int item : yesNo[scale]) {
        if (Arrays.binarySearch(REVERSED, item) >= 0) {
          addReversed(columns[FIRST_YES_NO + item - 1], rows);
        } else {
          add(columns[FIRST_YES_NO + item - 1], rows);
        }
      }
      look(yesNo[scale].length == 15 ? ofFifteen : ofTen, scales[scale], rows);
      if (scale < SCALES - 1) {
        gather(scales[scale], rows);
      }
    }
    for (int r = 0; r < rows; r++) {
      t[r] = mood[r] < 0 ? NONE : standard[(groups[r] << 6) + mood[r]];
    }
    place(columns[FIRST_MOOD + 8], tiers, rows);
  }

  private void clear(int rows) {
    Arrays.fill(sums, 0, rows, (byte) 0);
    Arrays.fill(missing, 0, rows, (byte) 0);
  }

  private void add(byte[] column, int rows) {
    byte[] s = sums;
    byte[] m = missing;
    for (int r = 0; r < rows; r++) {
      s[r] = (byte) (s[r] + (column[r] & ~(column[r] >> 7)));
      m[r] = (byte) (m[r] - (column[r] >> 7));
    }
  }

  private void addReversed(byte[] column, int rows) {
    byte[] s = sums;
    byte[] m = missing;
    for (int r = 0; r < rows; r++) {
      s[r] = (byte) (s[r] + ((1 - column[r]) & ~(column[r] >> 7)));
      m[r] = (byte) (m[r] - (column[r] >> 7));
    }
  }

  private void look(byte[] table, byte[] to, int rows) {
    for (int r = 0; r < rows; r++) {
      to[r] = table[(missing[r] << 6) + sums[r]];
    }
  }

  /** Adds a scale to the total, which stays below 0 once a scale has no score, and notes one of 8 or more. */
  private void gather(byte[] scale, int rows) {
    for (int r = 0; r < rows; r++) {
      total[r] = (byte) (total[r] < 0 || scale[r] < 0 ? NONE : total[r] + scale[r]);
      any[r] = (byte) (any[r] | (7 - scale[r]));
    }
  }

  private void place(byte[] critical, byte[] tiers, int rows) {
    byte[] lie = scales[SCALES - 1];
    for (int r = 0; r < rows; r++) {
      boolean isValid = lie[r] >= 0 && lie[r] <= 7;
      boolean isThree =
          critical[r] >= 1 || mood[r] >= 20 || worry[r] >= 15 || (isValid && total[r] >= 65);
      boolean isTwo = mood[r] >= 10 || worry[r] >= 10 || t[r] >= 65 || (isValid && any[r] < 0);
      boolean isNone = (mood[r] & worry[r] & total[r]) < 0;
      tiers[r] = (byte) (isThree ? 3 : isTwo ? 2 : isNone ? 0 : 1);
    }
  }
}
