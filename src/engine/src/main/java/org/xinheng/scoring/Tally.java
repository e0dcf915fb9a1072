package org.xinheng.scoring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Counts and adds what is answered to the items of one scale, in a row of cells that stand side by side.
 *
 * <p>Items of which an answer adds its code, or a number less its code, are taken eight at a time: a word of eight cells, of
 * which a mask leaves those of the scale. A missing cell has its highest bit set, and no such code has. The other items
 * are looked up one by one.
 */
final class Tally {

  /** How many bytes behind the last cell of a row may be read. */
  static final int SLACK = Long.BYTES;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;
  private static final long EVERY_OTHER_BYTE = 0x00FF_00FF_00FF_00FFL;
  private static final long ONE_IN_FOUR_PARTS = 0x0001_0001_0001_0001L;
  private static final int LARGEST_BYTE = 0xFF;
  private static final int LARGEST_IN_CELL = 127;
  private static final int COUNT_SHIFT = 32;

  private final int size;
  private final int[] offsets;
  private final long[] masks;
  private final long[] reversed;
  private final long[] tops;
  private final int[] columns;
  private final long[][] terms;
  private final long perAnswer;
  private final long lowestTerm;
  private final long highestTerm;

  /**
   * An item of a scale.
   *
   * @param column its place in a row of cells
   * @param codes what can be answered
   * @param terms what each of these adds
   */
  record Item(int column, int[] codes, long[] terms) {

    /** Whether every answer adds {@code start + code}. */
    private boolean isForward(long start) {
      return areCells() && addsEverywhere(start, 1);
    }

    /** What codes are taken from, if every answer adds {@code start + top - code} and that fits a byte. */
    private long top(long start) {
      return terms[0] + codes[0] - start;
    }

    private boolean isReversed(long start) {
      long top = top(start);
      return areCells()
          && top <= LARGEST_IN_CELL
          && Arrays.stream(codes).allMatch(code -> code <= top)
          && addsEverywhere(start + top, -1);
    }

    private boolean addsEverywhere(long start, int slope) {
      for (int i = 0; i < codes.length; i++) {
        if (terms[i] != start + (long) slope * codes[i]) {
          return false;
        }
      }
      return true;
    }

    private boolean areCells() {
      return Arrays.stream(codes).allMatch(code -> code >= 0);
    }

    private int largestInCell(long start) {
      return isForward(start) ? Arrays.stream(codes).max().orElse(0) : (int) top(start);
    }
  }

  Tally(List<Item> items) {
    size = items.size();
    long start = items.stream()
        .map(item -> item.terms()[0] - item.codes()[0])
        .filter(first -> items.stream().anyMatch(item -> item.isForward(first)))
        .findFirst()
        .orElse(0L);
    List<Item> inWords = items.stream()
        .filter(item -> item.isForward(start) || item.isReversed(start))
        .toList();
    TreeMap<Integer, List<Item>> words = new TreeMap<>();
    inWords.forEach(item -> words
        .computeIfAbsent(item.column() & -Long.BYTES, any -> new ArrayList<>())
        .add(item));
    int largest =
        inWords.stream().mapToInt(item -> item.largestInCell(start)).max().orElse(0);
    if (largest * words.size() > LARGEST_BYTE) {
      words.clear();
    }
    perAnswer = words.isEmpty() ? 0 : start;
    offsets = words.keySet().stream().mapToInt(Integer::intValue).toArray();
    masks = new long[offsets.length];
    reversed = new long[offsets.length];
    tops = new long[offsets.length];
    for (int word = 0; word < offsets.length; word++) {
      for (Item item : words.getOrDefault(offsets[word], List.of())) {
        int shift = Byte.SIZE * (item.column() - offsets[word]);
        masks[word] |= (long) LARGEST_BYTE << shift;
        if (!item.isForward(start)) {
          reversed[word] |= (long) LARGEST_BYTE << shift;
          tops[word] |= item.top(start) << shift;
        }
      }
    }
    List<Item> alone = items.stream()
        .filter(item -> words.values().stream().noneMatch(word -> word.contains(item)))
        .toList();
    columns = alone.stream().mapToInt(Item::column).toArray();
    terms = alone.stream().map(this::termOfCell).toArray(long[][]::new);
    lowestTerm = all(items).min().orElse(0) - perAnswer;
    highestTerm = all(items).max().orElse(0) - perAnswer;
  }

  private static LongStream all(List<Item> items) {
    return items.stream().flatMapToLong(item -> Arrays.stream(item.terms()));
  }

  private long[] termOfCell(Item item) {
    long[] byCell = new long[1 + LARGEST_BYTE];
    for (int i = 0; i < item.codes().length; i++) {
      byCell[item.codes()[i] & LARGEST_BYTE] = item.terms()[i] - perAnswer;
    }
    return byCell;
  }

  /** How many items the scale has. */
  int size() {
    return size;
  }

  /** What each answer adds beyond what {@link #of} adds. */
  long perAnswer() {
    return perAnswer;
  }

  /** The least that {@link #of} adds for an answer. */
  long lowestTerm() {
    return lowestTerm;
  }

  /** The most that {@link #of} adds for an answer. */
  long highestTerm() {
    return highestTerm;
  }

  /**
   * The count and the sum of the answers of a row, for {@link #answered} and {@link #sum}.
   *
   * @param cells where none is not applicable or undeclared; {@link #SLACK} bytes may stand behind them
   */
  long of(byte[] cells, int first) {
    long sums = 0;
    long missing = 0;
    for (int word = 0; word < offsets.length; word++) {
      long eight = (long) WORD.get(cells, first + offsets[word]) & masks[word];
      long isMissing = eight >>> 7 & LOWEST_BITS;
      long isAnswer = ~(isMissing * LARGEST_BYTE);
      long codes = eight & isAnswer;
      missing += isMissing;
      sums += (codes & ~reversed[word]) + ((tops[word] & isAnswer) - (codes & reversed[word]));
    }
    long answered = size - total(missing);
    long sum = total(sums);
    for (int i = 0; i < columns.length; i++) {
      byte cell = cells[first + columns[i]];
      sum += terms[i][cell & LARGEST_BYTE];
      answered -= Cells.isAnswer(cell) ? 0 : 1;
    }
    return of((int) answered, sum);
  }

  /** A count and a sum as one number; those of several parts can be added. */
  static long of(int answered, long sum) {
    return ((long) answered << COUNT_SHIFT) + sum;
  }

  static int answered(long tally) {
    return (int) (tally - sum(tally) >> COUNT_SHIFT);
  }

  static long sum(long tally) {
    return (int) tally;
  }

  private static long total(long bytes) {
    return ((bytes & EVERY_OTHER_BYTE) + (bytes >>> Byte.SIZE & EVERY_OTHER_BYTE))
            * ONE_IN_FOUR_PARTS
        >>> 48;
  }
}
