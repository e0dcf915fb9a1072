package org.xinheng.scoring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

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

  /** The column of the first cell of each word. */
  private final int[] columns;

  private final long[] masks;

  /** Masks of the items of which the code is taken away, and what it is taken from. */
  private final long[] reversed;

  private final long[] tops;

  private final int[] otherColumns;
  private final long[][] otherTerms;
  private final long perAnswer;
  private final long lowestTerm;
  private final long highestTerm;

  /** What a code that can be answered adds. */
  record Term(int code, long adds) {

    /** What it adds beyond the code. */
    private long start() {
      return adds - code;
    }
  }

  /**
   * An item of a scale.
   *
   * @param column its place in a row of cells
   * @param terms at least one
   */
  record Item(int column, List<Term> terms) {

    private boolean isForward(long start) {
      return terms.stream().allMatch(term -> term.code() >= 0 && term.start() == start);
    }

    /** What codes are taken from, if every answer adds {@code start + top - code} and that fits a byte. */
    private long top(long start) {
      return terms.get(0).adds() + terms.get(0).code() - start;
    }

    private boolean isReversed(long start) {
      long top = top(start);
      return top <= LARGEST_IN_CELL
          && terms.stream()
              .allMatch(term -> 0 <= term.code()
                  && term.code() <= top
                  && term.adds() == start + top - term.code());
    }

    private long largestInByte(long start) {
      return isForward(start) ? terms.stream().mapToInt(Term::code).max().orElse(0) : top(start);
    }
  }

  /** @param items at least one, no two of one column */
  Tally(List<Item> items) {
    size = items.size();
    long start = items.stream()
        .filter(item -> item.isForward(item.terms().get(0).start()))
        .mapToLong(item -> item.terms().get(0).start())
        .findFirst()
        .orElse(0);
    List<Item> inWords = items.stream()
        .filter(item -> item.isForward(start) || item.isReversed(start))
        .sorted(Comparator.comparingInt(Item::column))
        .toList();
    long largest =
        inWords.stream().mapToLong(item -> item.largestInByte(start)).max().orElse(0);
    if (largest * words(inWords).length > LARGEST_BYTE) {
      // Sums would outgrow their bytes.
      inWords = List.of();
    }
    columns = words(inWords);
    perAnswer = inWords.isEmpty() ? 0 : start;
    masks = new long[columns.length];
    reversed = new long[columns.length];
    tops = new long[columns.length];
    inWords.forEach(item -> put(item, start));
    List<Item> others = new ArrayList<>(items);
    others.removeAll(inWords);
    otherColumns = others.stream().mapToInt(Item::column).toArray();
    otherTerms = others.stream().map(this::termOfCell).toArray(long[][]::new);
    List<Long> terms =
        items.stream().flatMap(item -> item.terms().stream()).map(Term::adds).toList();
    lowestTerm = Collections.min(terms) - perAnswer;
    highestTerm = Collections.max(terms) - perAnswer;
  }

  /** Where words begin that hold all of some items, from left to right. */
  private static int[] words(List<Item> sorted) {
    List<Integer> words = new ArrayList<>();
    int end = 0;
    for (Item item : sorted) {
      if (item.column() >= end) {
        words.add(item.column());
        end = item.column() + Long.BYTES;
      }
    }
    return words.stream().mapToInt(Integer::intValue).toArray();
  }

  private void put(Item item, long start) {
    int word = 0;
    while (columns[word] + Long.BYTES <= item.column()) {
      word++;
    }
    int shift = Byte.SIZE * (item.column() - columns[word]);
    masks[word] |= (long) LARGEST_BYTE << shift;
    if (!item.isForward(start)) {
      reversed[word] |= (long) LARGEST_BYTE << shift;
      tops[word] |= item.top(start) << shift;
    }
  }

  private long[] termOfCell(Item item) {
    long[] byCell = new long[1 + LARGEST_BYTE];
    item.terms().forEach(term -> byCell[term.code() & LARGEST_BYTE] = term.adds() - perAnswer);
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
   * @param cells where none is not applicable or undeclared, with {@link #SLACK} bytes of anything behind them
   */
  long of(byte[] cells, int first) {
    long sums = 0;
    long missing = 0;
    for (int word = 0; word < columns.length; word++) {
      long eight = (long) WORD.get(cells, first + columns[word]) & masks[word];
      long isMissing = (eight >>> 7) & LOWEST_BITS;
      long isAnswer = ~(isMissing * LARGEST_BYTE);
      long codes = eight & isAnswer;
      missing += isMissing;
      sums += (codes & ~reversed[word]) + ((tops[word] & isAnswer) - (codes & reversed[word]));
    }
    long answered = size - total(missing);
    long sum = total(sums);
    for (int i = 0; i < otherColumns.length; i++) {
      byte cell = cells[first + otherColumns[i]];
      sum += otherTerms[i][cell & LARGEST_BYTE];
      answered -= Cells.isAnswer(cell) ? 0 : 1;
    }
    return of((int) answered, sum);
  }

  /** A count and a sum as one number; those of several parts can be added. */
  static long of(int answered, long sum) {
    return ((long) answered << COUNT_SHIFT) + sum;
  }

  static int answered(long tally) {
    return (int) ((tally - sum(tally)) >> COUNT_SHIFT);
  }

  static long sum(long tally) {
    return (int) tally;
  }

  private static long total(long bytes) {
    long pairs = (bytes & EVERY_OTHER_BYTE) + ((bytes >>> Byte.SIZE) & EVERY_OTHER_BYTE);
    return (pairs * ONE_IN_FOUR_PARTS) >>> 48;
  }
}
