package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A scale of items in columns. Answers are added as bytes, as many columns as a byte can hold, and then as whole numbers. */
final class ColumnSums implements ColumnStep {

  private static final int BYTE = 0xFF;
  private static final int AT_ONCE = 4;

  /** Columns of which the sum fits a byte: those that add their codes, and those that take them from a number. */
  private static final class Stretch {

    private final int[] forward;
    private final int[] reversed;

    /** What the codes of each of these are taken from. */
    private final int[] tops;

    Stretch(List<Tally.InWord> items) {
      forward = items.stream()
          .filter(item -> !item.isReversed())
          .mapToInt(Tally.InWord::column)
          .toArray();
      List<Tally.InWord> turned =
          items.stream().filter(Tally.InWord::isReversed).toList();
      reversed = turned.stream().mapToInt(Tally.InWord::column).toArray();
      tops = turned.stream().mapToInt(Tally.InWord::top).toArray();
    }
  }

  private final int scale;
  private final List<Stretch> stretches = new ArrayList<>();
  private final int[] otherColumns;
  private final int[][] otherTerms;

  /** By count of missing answers. */
  private final int[] firstResults;

  private final int[] perSums;

  /**
   * @param scale its position in the questionnaire
   * @param firstResult by count of values: the number of the result with the sum 0
   * @param perSum by count of values: what every one more in the sum adds to it
   */
  ColumnSums(int scale, Tally tally, int[] firstResult, int[] perSum) {
    this.scale = scale;
    otherColumns = tally.otherColumns();
    otherTerms = new int[otherColumns.length][];
    for (int i = 0; i < otherColumns.length; i++) {
      otherTerms[i] =
          Arrays.stream(tally.otherTerms()[i]).mapToInt(Math::toIntExact).toArray();
    }
    firstResults = reversed(firstResult);
    perSums = reversed(perSum);
    stretch(tally);
  }

  private static int[] reversed(int[] byCount) {
    int[] byMissing = new int[byCount.length];
    for (int missing = 0; missing < byCount.length; missing++) {
      byMissing[missing] = byCount[byCount.length - 1 - missing];
    }
    return byMissing;
  }

  private void stretch(Tally tally) {
    List<Tally.InWord> items = tally.inWords();
    int most = BYTE / Math.max(1, tally.largestInWord());
    for (int first = 0; first < items.size(); first += most) {
      stretches.add(new Stretch(items.subList(first, Math.min(items.size(), first + most))));
    }
  }

  @Override
  public void run(byte[][] cells, int from, int to, short[][] numbers, ColumnWork work) {
    Arrays.fill(work.missing(), from, to, (byte) 0);
    if (stretches.size() == 1 && otherColumns.length == 0) {
      add(stretches.get(0), cells, from, to, work);
      number(from, to, numbers[scale], work.sums(), work.missing());
      return;
    }
    int[] wide = work.wide();
    Arrays.fill(wide, 0);
    for (Stretch stretch : stretches) {
      add(stretch, cells, from, to, work);
      widen(work.sums(), from, to, wide);
    }
    for (int i = 0; i < otherColumns.length; i++) {
      addOther(cells[otherColumns[i]], otherTerms[i], from, to, work);
    }
    numberWide(from, to, numbers[scale], wide, work.missing());
  }

  private static void add(Stretch stretch, byte[][] cells, int from, int to, ColumnWork work) {
    byte[] sums = work.sums();
    byte[] missing = work.missing();
    Arrays.fill(sums, from, to, (byte) 0);
    int[] forward = stretch.forward;
    int i = 0;
    for (; i + AT_ONCE <= forward.length; i += AT_ONCE) {
      CellLoops.add(
          cells[forward[i]],
          cells[forward[i + 1]],
          cells[forward[i + 2]],
          cells[forward[i + 3]],
          from,
          to,
          sums,
          missing);
    }
    for (; i < forward.length; i++) {
      CellLoops.add(cells[forward[i]], from, to, sums, missing);
    }
    for (int j = 0; j < stretch.reversed.length; j++) {
      CellLoops.addReversed(cells[stretch.reversed[j]], from, to, stretch.tops[j], sums, missing);
    }
  }

  private static void widen(byte[] sums, int from, int to, int[] wide) {
    for (int r = from; r < to; r++) {
      wide[r - from] += sums[r] & BYTE;
    }
  }

  private static void addOther(byte[] cells, int[] terms, int from, int to, ColumnWork work) {
    int[] wide = work.wide();
    byte[] missing = work.missing();
    for (int r = from; r < to; r++) {
      wide[r - from] += terms[cells[r] & BYTE];
      missing[r] -= (byte) (cells[r] >> 7);
    }
  }

  private void number(int from, int to, short[] numbers, byte[] sums, byte[] missing) {
    int[] first = firstResults;
    int[] per = perSums;
    for (int r = from; r < to; r++) {
      int none = missing[r] & BYTE;
      numbers[r] = (short) (first[none] + per[none] * (sums[r] & BYTE));
    }
  }

  private void numberWide(int from, int to, short[] numbers, int[] wide, byte[] missing) {
    for (int r = from; r < to; r++) {
      int none = missing[r] & BYTE;
      numbers[r] = (short) (firstResults[none] + perSums[none] * wide[r - from]);
    }
  }
}
