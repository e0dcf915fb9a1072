package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xinheng.instrument.Missing;

/**
 * How {@link RowScales} counts and adds what is answered to the items of one scale, in a row of cells that stand side by side.
 *
 * <p>Items of which an answer adds its code, or a number less its code, are taken eight at a time. To turn all bits of a code takes
 * it from the largest number of so many bits, which may be too much by some surplus. A missing cell has its highest bit set, and no
 * such code has: that bit is left away, and what else is added of a missing cell is taken off again. The other items are looked up
 * one by one.
 */
final class Tally {

  /** The bits of a code, or of the kind of missing, in a cell. */
  static final int BITS_IN_CELL = 0x7F;

  private static final int LARGEST_BYTE = 0xFF;
  private static final int COUNT_SHIFT = 32;

  private final int size;
  private final List<InWord> inWords = new ArrayList<>();
  private int largestInWord;
  private final int[] wordColumns;
  private final int[] turned;
  private final int[] surplus;

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
      return top <= BITS_IN_CELL;
    }

    private boolean isInByte(long start) {
      return isForward(start) || isReversed(start);
    }

    private int largestCode() {
      int largest = 0;
      for (Term term : terms) {
        largest = Math.max(largest, term.code());
      }
      return largest;
    }

    /** All bits that a code can have where it is taken from a top, so that turning them takes it from the largest number. */
    private int turned(long start) {
      return isForward(start) ? 0 : 2 * Integer.highestOneBit((int) Math.max(1, top(start))) - 1;
    }
  }

  /**
   * An item that is taken eight at a time.
   *
   * @param top what its codes are taken from, if it is reversed
   */
  record InWord(int column, boolean isReversed, int top) {}

  /** @param items at least one, no two of one column */
  Tally(List<Item> items) {
    size = items.size();
    long start = start(items);
    List<Item> small = new ArrayList<>();
    int bits = 2 * Integer.highestOneBit(Missing.values().length - 1) - 1;
    for (Item item : items) {
      if (item.isInByte(start)) {
        small.add(item);
        for (Term term : item.terms()) {
          bits |= item.turned(start) | term.code();
        }
      }
    }
    int largest = 2 * Integer.highestOneBit(bits) - 1;
    small.sort(Comparator.comparingInt(Item::column));
    if (largest * mostWords(small) > LARGEST_BYTE) {
      // Sums would outgrow their bytes.
      small.clear();
    }
    wordColumns = new int[small.size()];
    turned = new int[wordColumns.length];
    surplus = new int[wordColumns.length];
    for (int i = 0; i < wordColumns.length; i++) {
      Item item = small.get(i);
      wordColumns[i] = item.column();
      turned[i] = item.turned(start);
      boolean isReversed = turned[i] != 0;
      int top = isReversed ? (int) item.top(start) : 0;
      surplus[i] = turned[i] - top;
      inWords.add(new InWord(item.column(), isReversed, top));
      largestInWord = Math.max(largestInWord, isReversed ? top : item.largestCode());
    }
    perAnswer = wordColumns.length == 0 ? 0 : start;
    List<Item> others = new ArrayList<>();
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (Item item : items) {
      if (wordColumns.length == 0 || !item.isInByte(start)) {
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

  /** In how many words of eight cells some items may stand, wherever these begin. */
  private static int mostWords(List<Item> sorted) {
    int words = 0;
    int end = 0;
    for (Item item : sorted) {
      if (words == 0 || item.column() >= end) {
        words++;
        end = item.column() + Long.BYTES;
      }
    }
    return words + 1;
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

  /** The columns that are taken eight at a time, from left to right. */
  int[] wordColumns() {
    return wordColumns;
  }

  /** The same items one by one. */
  List<InWord> inWords() {
    return List.copyOf(inWords);
  }

  /** The most that one of them adds beside {@link #perAnswer}; at least 0. */
  int largestInWord() {
    return largestInWord;
  }

  /** Of each of these columns the bits of its codes that are turned: none where the code is added. */
  int[] turned() {
    return turned;
  }

  /** Of each of these columns what its code adds too much when it is turned. */
  int[] surplus() {
    return surplus;
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
