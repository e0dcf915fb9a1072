package org.xinheng.scoring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Finds the number of the result of every scale in a plain row.
 *
 * <p>Whatever the scales are, one loop goes over arrays that stand for all of them: in runs of seconds code is compiled simply,
 * and there calls through interfaces and small objects take longer than the sums (StudentBenchmark). A scale is a stretch of words
 * of eight cells, then a stretch of single cells with tables, then a stretch of scales before it with tables; most have one
 * of the three.
 */
final class RowScales {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;
  private static final long EVERY_OTHER_BYTE = 0x00FF_00FF_00FF_00FFL;
  private static final long ONE_IN_FOUR_PARTS = 0x0001_0001_0001_0001L;
  private static final int BYTE = 0xFF;

  /** In the order in which they are scored, and of each how many items it has and where its stretches end. */
  private final int[] scales;

  private final int[] sizes;
  private final int[] wordEnds;
  private final int[] singleEnds;
  private final int[] partEnds;

  /** Where the counts of each scale begin in the two arrays below. */
  private final int[] firstCounts;

  /** By count of values: the number of the result with the sum 0, and what every one more adds to it. */
  private final int[] firstResults;

  private final int[] perSums;

  private final int[] columns;
  private final long[] masks;
  private final long[] reversed;
  private final long[] tops;

  private final int[] singleColumns;
  private final long[][] singleTerms;

  private final int[] parts;
  private final long[][] partTallies;

  /** A scale. */
  static final class Entry {

    private final int scale;
    private final List<Tally> items;
    private final int[] parts;
    private final long[][] partTallies;
    private final int[] firstResult;
    private final int[] perSum;

    /** Where the cells of its questionnaire begin, and the results. */
    private final int firstCell;

    private final int firstScale;

    private Entry(
        int scale,
        List<Tally> items,
        int[] parts,
        long[][] partTallies,
        int[] firstResult,
        int[] perSum) {
      this(scale, items, parts, partTallies, firstResult, perSum, 0, 0);
    }

    private Entry(
        int scale,
        List<Tally> items,
        int[] parts,
        long[][] partTallies,
        int[] firstResult,
        int[] perSum,
        int firstCell,
        int firstScale) {
      this.firstCell = firstCell;
      this.firstScale = firstScale;
      this.scale = scale;
      this.items = items;
      this.parts = parts;
      this.partTallies = partTallies;
      this.firstResult = firstResult;
      this.perSum = perSum;
    }

    /**
     * A scale of items.
     *
     * @param scale its position in the questionnaire
     * @param firstResult by count of values: the number of the result with the sum 0
     * @param perSum by count of values: what every one more in the sum adds to it
     */
    static Entry ofItems(int scale, Tally items, int[] firstResult, int[] perSum) {
      return new Entry(scale, List.of(items), new int[0], new long[0][], firstResult, perSum);
    }

    /**
     * A scale of scales before it.
     *
     * @param tallies of each part by its result: what it adds, as {@link Tally#of}
     */
    static Entry ofParts(
        int scale, int[] parts, long[][] tallies, int[] firstResult, int[] perSum) {
      return new Entry(scale, List.of(), parts, tallies, firstResult, perSum);
    }

    /** The same of a questionnaire that stands behind others in a row. */
    Entry behind(int cells, int results) {
      return new Entry(
          scale,
          items,
          parts,
          partTallies,
          firstResult,
          perSum,
          firstCell + cells,
          firstScale + results);
    }
  }

  /** @param entries each after those that it is made of */
  RowScales(List<Entry> entries) {
    int size = entries.size();
    scales = new int[size];
    sizes = new int[size];
    wordEnds = new int[size];
    singleEnds = new int[size];
    partEnds = new int[size];
    firstCounts = new int[size];
    List<int[]> firstResultsOf = new ArrayList<>();
    List<int[]> perSumsOf = new ArrayList<>();
    List<int[]> columnsOf = new ArrayList<>();
    List<long[]> masksOf = new ArrayList<>();
    List<long[]> reversedOf = new ArrayList<>();
    List<long[]> topsOf = new ArrayList<>();
    List<int[]> singlesOf = new ArrayList<>();
    List<int[]> partsOf = new ArrayList<>();
    List<long[]> terms = new ArrayList<>();
    List<long[]> tallies = new ArrayList<>();
    int words = 0;
    int singles = 0;
    int added = 0;
    int counts = 0;
    for (int i = 0; i < size; i++) {
      Entry entry = entries.get(i);
      scales[i] = entry.firstScale + entry.scale;
      for (Tally tally : entry.items) {
        sizes[i] = tally.size();
        columnsOf.add(plus(entry.firstCell, tally.columns()));
        masksOf.add(tally.masks());
        reversedOf.add(tally.reversed());
        topsOf.add(tally.tops());
        singlesOf.add(plus(entry.firstCell, tally.otherColumns()));
        Collections.addAll(terms, tally.otherTerms());
        words += tally.columns().length;
        singles += tally.otherColumns().length;
      }
      partsOf.add(plus(entry.firstScale, entry.parts));
      Collections.addAll(tallies, entry.partTallies);
      added += entry.parts.length;
      wordEnds[i] = words;
      singleEnds[i] = singles;
      partEnds[i] = added;
      firstCounts[i] = counts;
      firstResultsOf.add(entry.firstResult);
      perSumsOf.add(entry.perSum);
      counts += entry.firstResult.length;
    }
    firstResults = joined(firstResultsOf);
    perSums = joined(perSumsOf);
    columns = joined(columnsOf);
    masks = joinedLongs(masksOf);
    reversed = joinedLongs(reversedOf);
    tops = joinedLongs(topsOf);
    singleColumns = joined(singlesOf);
    singleTerms = terms.toArray(new long[0][]);
    parts = joined(partsOf);
    partTallies = tallies.toArray(new long[0][]);
  }

  private static int[] plus(int offset, int[] numbers) {
    int[] sums = numbers.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += offset;
    }
    return sums;
  }

  private static int[] joined(List<int[]> all) {
    int[] joined = {};
    for (int[] each : all) {
      int end = joined.length;
      joined = Arrays.copyOf(joined, end + each.length);
      System.arraycopy(each, 0, joined, end, each.length);
    }
    return joined;
  }

  private static long[] joinedLongs(List<long[]> all) {
    long[] joined = {};
    for (long[] each : all) {
      int end = joined.length;
      joined = Arrays.copyOf(joined, end + each.length);
      System.arraycopy(each, 0, joined, end, each.length);
    }
    return joined;
  }

  /**
   * Scores a row.
   *
   * @param cells from {@code first} on, none of them not applicable or undeclared, and {@link Tally#SLACK} bytes of anything
   * @param results takes the number of the result of each scale
   */
  void score(byte[] cells, int first, int[] results) {
    // Code that is compiled simply reads a field whenever it stands there.
    int[] ends = wordEnds;
    int[] at = columns;
    long[] ofScale = masks;
    long[] turned = reversed;
    int word = 0;
    int single = 0;
    int part = 0;
    for (int i = 0; i < ends.length; i++) {
      long sums = 0;
      long missing = 0;
      int end = ends[i];
      while (word < end) {
        long eight = (long) WORD.get(cells, first + at[word]) & ofScale[word];
        long isMissing = (eight >>> 7) & LOWEST_BITS;
        missing += isMissing;
        long isAnswer = ~(isMissing * BYTE);
        long codes = eight & isAnswer;
        long isTurned = turned[word];
        sums += isTurned == 0
            ? codes
            : (codes & ~isTurned) + ((tops[word] & isAnswer) - (codes & isTurned));
        word++;
      }
      int answered = sizes[i] - total(missing);
      int sum = total(sums);
      if (single < singleEnds[i]) {
        long tally = singles(cells, first, single, singleEnds[i]);
        single = singleEnds[i];
        answered += Tally.answered(tally);
        sum += (int) Tally.sum(tally);
      }
      if (part < partEnds[i]) {
        long tally = ofParts(results, part, partEnds[i]);
        part = partEnds[i];
        answered += Tally.answered(tally);
        sum += (int) Tally.sum(tally);
      }
      int count = firstCounts[i] + answered;
      results[scales[i]] = firstResults[count] + perSums[count] * sum;
    }
  }

  /** What single cells add, each missing one a count of -1. */
  private long singles(byte[] cells, int first, int from, int to) {
    long tally = 0;
    for (int single = from; single < to; single++) {
      byte cell = cells[first + singleColumns[single]];
      tally += Tally.of(Cells.isAnswer(cell) ? 0 : -1, singleTerms[single][cell & BYTE]);
    }
    return tally;
  }

  private long ofParts(int[] results, int from, int to) {
    long tally = 0;
    for (int part = from; part < to; part++) {
      tally += partTallies[part][results[parts[part]]];
    }
    return tally;
  }

  /** The sum of eight bytes, each of which is taken without a sign. */
  private static int total(long bytes) {
    long pairs = (bytes & EVERY_OTHER_BYTE) + ((bytes >>> Byte.SIZE) & EVERY_OTHER_BYTE);
    return (int) ((pairs * ONE_IN_FOUR_PARTS) >>> 48);
  }
}
