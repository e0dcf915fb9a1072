package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How {@link RowScales} counts and adds what is answered to the items of one scale, in a row of cells that stand side by side.
 *
 * <p>Items of which an answer adds its code, or a number less its code, are taken eight at a time: a word of eight cells, of
 * which a mask leaves those of the scale. A missing cell has its highest bit set, and no such code has. The other items
 * are looked up one by one.
 */
final class Tally {

  /** How many bytes behind the last cell of a row may be read. */
  static final int SLACK = Long.BYTES;

  private static final int LARGEST_BYTE = 0xFF;
  private static final int LARGEST_IN_CELL = 127;
  private static final int COUNT_SHIFT = 32;

  private final int size;

  private final int[] columns;
  private final long[] masks;
  private final long[] reversed;
  private final long[] tops;

  private final int[] otherColumns;
  private final long[][] otherTerms;
  private final List<InWord> inWords = new ArrayList<>();
  private final int largestInWord;
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
      for (Term term : terms) {
        if (term.code() < 0 || term.start() != start) {
          return false;
        }
      }
      return true;
    }

    /** What codes are taken from, if every answer adds {@code start + top - code} and that fits a byte. */
    private long top(long start) {
      return terms.get(0).adds() + terms.get(0).code() - start;
    }

    private boolean isReversed(long start) {
      long top = top(start);
      for (Term term : terms) {
        boolean fits =
            0 <= term.code() && term.code() <= top && term.adds() == start + top - term.code();
        if (!fits) {
          return false;
        }
      }
      return top <= LARGEST_IN_CELL;
    }

    private boolean isInByte(long start) {
      return isForward(start) || isReversed(start);
    }

    private long largestInByte(long start) {
      if (!isForward(start)) {
        return top(start);
      }
      long largest = 0;
      for (Term term : terms) {
        largest = Math.max(largest, term.code());
      }
      return largest;
    }
  }

  /**
   * An item that is taken in words.
   *
   * @param top what its codes are taken from, if it is reversed
   */
  record InWord(int column, boolean isReversed, int top) {}

  /** @param items at least one, no two of one column */
  Tally(List<Item> items) {
    size = items.size();
    long start = start(items);
    List<Item> small = new ArrayList<>();
    for (Item item : items) {
      if (item.isInByte(start)) {
        small.add(item);
      }
    }
    small.sort(Comparator.comparingInt(Item::column));
    long largest = 0;
    for (Item item : small) {
      largest = Math.max(largest, item.largestInByte(start));
    }
    if (largest * words(small).length > LARGEST_BYTE) {
      // Sums would outgrow their bytes.
      small.clear();
    }
    columns = words(small);
    perAnswer = small.isEmpty() ? 0 : start;
    masks = new long[columns.length];
    reversed = new long[columns.length];
    tops = new long[columns.length];
    small.forEach(item -> put(item, start));
    largestInWord = (int) (small.isEmpty() ? 0 : largest);
    List<Item> others = new ArrayList<>();
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (Item item : items) {
      if (small.isEmpty() || !item.isInByte(start)) {
        others.add(item);
      }
      for (Term term : item.terms()) {
        least = Math.min(least, term.adds());
        most = Math.max(most, term.adds());
      }
    }
    lowestTerm = least - perAnswer;
    highestTerm = most - perAnswer;
    otherColumns = new int[others.size()];
    otherTerms = new long[others.size()][];
    for (int i = 0; i < otherColumns.length; i++) {
      otherColumns[i] = others.get(i).column();
      otherTerms[i] = termOfCell(others.get(i));
    }
  }

  /** What the first item that adds its codes adds beyond them. */
  private static long start(List<Item> items) {
    for (Item item : items) {
      long start = item.terms().get(0).start();
      if (item.isForward(start)) {
        return start;
      }
    }
    return 0;
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
    boolean isReversed = !item.isForward(start);
    if (isReversed) {
      reversed[word] |= (long) LARGEST_BYTE << shift;
      tops[word] |= item.top(start) << shift;
    }
    inWords.add(new InWord(item.column(), isReversed, isReversed ? (int) item.top(start) : 0));
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

  /** What each answer adds beyond its term. */
  long perAnswer() {
    return perAnswer;
  }

  /** The least term of an answer. */
  long lowestTerm() {
    return lowestTerm;
  }

  /** The greatest term of an answer. */
  long highestTerm() {
    return highestTerm;
  }

  /** The column of the first cell of each word of eight. */
  int[] columns() {
    return columns;
  }

  /** By word, the bytes of the items of the scale. */
  long[] masks() {
    return masks;
  }

  /** By word, the bytes of the items of which the code is taken away. */
  long[] reversed() {
    return reversed;
  }

  /** By word, what these are taken from. */
  long[] tops() {
    return tops;
  }

  /** The same items one by one. */
  List<InWord> inWords() {
    return List.copyOf(inWords);
  }

  /** The most that one of them adds beside {@link #perAnswer}; at least 0. */
  int largestInWord() {
    return largestInWord;
  }

  /** The items that are looked up one by one. */
  int[] otherColumns() {
    return otherColumns;
  }

  /** Of each of them by byte of a cell, what it adds. */
  long[][] otherTerms() {
    return otherTerms;
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
}
