package org.xinheng.scoring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.memory.MemoryReader;
import org.xinheng.memory.MemoryWriter;

/**
 * Finds the number of the result of every scale in a plain row.
 *
 * <p>Whatever the scales are, the same loops go over arrays that stand for all of them: in runs of seconds code is compiled simply,
 * and there calls through interfaces and small objects take longer than the sums ({@code benchmarks/compare}). Each scale has a table
 * of the numbers of its results, in which the sum of its answers and how many are missing make a place. First come the places that
 * sums of 0 with no answer missing have; then each missing cell moves those of its scales on; then come items with tables of their
 * own, words of eight cells, and last the scales that are made of others. It is immutable.
 */
final class RowScales {

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EVERY_OTHER_BYTE = 0x00FF_00FF_00FF_00FFL;
  private static final long ONE_IN_FOUR_PARTS = 0x0001_0001_0001_0001L;
  private static final int BYTE = 0xFF;

  /** By scale in the order in which they are scored: where its result belongs, and its first place. */
  private final int[] scales;

  private final int[] firstPlaces;

  /** By scale the numbers of results; made of the next four. */
  private final int[][] results;

  /** By scale: the least sum, and how far one more missing value moves its place. */
  private final int[] lowests;

  private final int[] strides;

  /** By scale and count of values: the number of the result with the sum 0, and what every one more adds to it. */
  private final int[][] firstResults;

  private final int[][] perSums;

  /** By scale of items, where its words end; words of cells, their bits that are turned, and those that count. */
  private final int[] wordEnds;

  private final int[] words;
  private final long[] turned;
  private final long[] masks;

  /** By cell, where its uses in words begin; of each the scale, its bits that are turned, and how far it moves when it is missing. */
  private final int[] firstUses;

  private final int[] users;
  private final int[] turnedBits;
  private final int[] moves;

  /** Cells with a table of how far each moves the place of its scale. */
  private final int[] singleScales;

  private final int[] singleCells;
  private final int[][] singleMoves;

  /** By scale of others, where its parts end; where the result of each part is, and how far each result moves the place. */
  private final int[] partEnds;

  private final int[] parts;
  private final int[][] partMoves;

  /** The places of a row, by scale. For one thread. */
  static final class Places {

    private final int[] of;

    Places(RowScales scales) {
      of = new int[scales.scales.length];
    }
  }

  /** A scale. */
  static final class Entry {

    private final int scale;
    private final List<Tally> items;
    private final int[] parts;
    private final long[][] partTallies;

    /** The least and the greatest sum that there can be, or 0. */
    private final int lowest;

    private final int highest;
    private final int[] firstResult;
    private final int[] perSum;

    /** Where the cells of its questionnaire begin, and the results. */
    private final int firstCell;

    private final int firstScale;

    /**
     * A scale of items, or one of scales before it.
     *
     * @param scale its position in the questionnaire
     * @param items one, or none
     * @param parts the positions of the scales that it is made of
     * @param partTallies of each part by its result: what it adds, as {@link Tally#of}
     * @param term the least and the greatest number that a value adds
     * @param firstResult by count of values: the number of the result with the sum 0
     * @param perSum by count of values: what every one more in the sum adds to it
     */
    Entry(
        int scale,
        List<Tally> items,
        int[] parts,
        long[][] partTallies,
        long[] term,
        int[] firstResult,
        int[] perSum) {
      this(
          scale,
          items,
          parts,
          partTallies,
          (int) Math.min(0, (firstResult.length - 1) * term[0]),
          (int) Math.max(0, (firstResult.length - 1) * term[1]),
          firstResult,
          perSum,
          0,
          0);
    }

    private Entry(
        int scale,
        List<Tally> items,
        int[] parts,
        long[][] partTallies,
        int lowest,
        int highest,
        int[] firstResult,
        int[] perSum,
        int firstCell,
        int firstScale) {
      this.scale = scale;
      this.items = items;
      this.parts = parts;
      this.partTallies = partTallies;
      this.lowest = lowest;
      this.highest = highest;
      this.firstResult = firstResult;
      this.perSum = perSum;
      this.firstCell = firstCell;
      this.firstScale = firstScale;
    }

    /** The same of a questionnaire that stands behind others in a row. */
    Entry behind(int cells, int results) {
      return new Entry(
          scale,
          items,
          parts,
          partTallies,
          lowest,
          highest,
          firstResult,
          perSum,
          firstCell + cells,
          firstScale + results);
    }
  }

  /**
   * @param cells how many a row has
   * @param entries each after those that it is made of
   */
  RowScales(int cells, List<Entry> entries) {
    List<Entry> ordered = new ArrayList<>();
    for (Entry entry : entries) {
      if (!entry.items.isEmpty()) {
        ordered.add(entry);
      }
    }
    int ofItems = ordered.size();
    for (Entry entry : entries) {
      if (entry.items.isEmpty()) {
        ordered.add(entry);
      }
    }
    int size = ordered.size();
    scales = new int[size];
    firstPlaces = new int[size];
    lowests = new int[size];
    strides = new int[size];
    firstResults = new int[size][];
    perSums = new int[size][];
    wordEnds = new int[ofItems];
    partEnds = new int[size - ofItems];
    Words ofWords = new Words();
    List<int[]> singles = new ArrayList<>();
    List<int[]> tables = new ArrayList<>();
    List<Integer> partsOf = new ArrayList<>();
    List<int[]> movesOf = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Entry entry = ordered.get(i);
      scales[i] = entry.firstScale + entry.scale;
      firstResults[i] = entry.firstResult;
      perSums[i] = entry.perSum;
      strides[i] = entry.highest - entry.lowest + 1;
      lowests[i] = entry.lowest;
      firstPlaces[i] = -entry.lowest;
      for (Tally tally : entry.items) {
        for (int item = 0; item < tally.wordColumns().length; item++) {
          ofWords.add(entry.firstCell + tally.wordColumns()[item], tally.turned()[item]);
          firstPlaces[i] -= tally.surplus()[item];
        }
        for (int single = 0; single < tally.otherColumns().length; single++) {
          singles.add(new int[] {i, entry.firstCell + tally.otherColumns()[single]});
          tables.add(movesOfCell(tally.otherTerms()[single], strides[i]));
        }
      }
      for (int part = 0; part < entry.parts.length; part++) {
        partsOf.add(entry.firstScale + entry.parts[part]);
        movesOf.add(movesOfPart(entry.partTallies[part], strides[i]));
      }
      if (i < ofItems) {
        wordEnds[i] = ofWords.endScale();
      } else {
        partEnds[i - ofItems] = partsOf.size();
      }
    }
    words = ofWords.numbers();
    turned = ofWords.turned();
    masks = ofWords.masks();
    singleScales = singles.stream().mapToInt(single -> single[0]).toArray();
    singleCells = singles.stream().mapToInt(single -> single[1]).toArray();
    singleMoves = tables.toArray(new int[0][]);
    parts = partsOf.stream().mapToInt(Integer::intValue).toArray();
    partMoves = movesOf.toArray(new int[0][]);
    firstUses = new int[cells + 1];
    users = new int[countUses(ordered, cells)];
    turnedBits = new int[users.length];
    moves = new int[users.length];
    putUses(ordered);
    results = results();
  }

  RowScales(MemoryReader from) {
    scales = from.readInts();
    firstPlaces = from.readInts();
    lowests = from.readInts();
    strides = from.readInts();
    firstResults = from.readIntRows();
    perSums = from.readIntRows();
    wordEnds = from.readInts();
    words = from.readInts();
    turned = from.readLongs();
    masks = from.readLongs();
    firstUses = from.readInts();
    users = from.readInts();
    turnedBits = from.readInts();
    moves = from.readInts();
    singleScales = from.readInts();
    singleCells = from.readInts();
    singleMoves = from.readIntRows();
    partEnds = from.readInts();
    parts = from.readInts();
    partMoves = from.readIntRows();
    results = results();
  }

  void writeTo(MemoryWriter to) {
    to.writeInts(scales);
    to.writeInts(firstPlaces);
    to.writeInts(lowests);
    to.writeInts(strides);
    to.writeIntRows(firstResults);
    to.writeIntRows(perSums);
    to.writeInts(wordEnds);
    to.writeInts(words);
    to.writeLongs(turned);
    to.writeLongs(masks);
    to.writeInts(firstUses);
    to.writeInts(users);
    to.writeInts(turnedBits);
    to.writeInts(moves);
    to.writeInts(singleScales);
    to.writeInts(singleCells);
    to.writeIntRows(singleMoves);
    to.writeInts(partEnds);
    to.writeInts(parts);
    to.writeIntRows(partMoves);
  }

  /**
   * Scores a row.
   *
   * @param row its cells, none of them not applicable or undeclared
   * @param found takes the number of the result of each scale
   */
  void score(RowCells row, Places places, int[] found) {
    // Code that is compiled simply reads a field whenever it stands there.
    int[] place = places.of;
    System.arraycopy(firstPlaces, 0, place, 0, place.length);
    byte[] cells = row.bytes();
    if (row.gaps() > 0) {
      moveByGaps(row, cells, place);
    }
    for (int single = 0; single < singleCells.length; single++) {
      place[singleScales[single]] += singleMoves[single][cells[singleCells[single]] & BYTE];
    }
    int[] ends = wordEnds;
    int[] at = words;
    long[] turns = turned;
    long[] counting = masks;
    int[][] tables = results;
    int[] to = scales;
    int word = 0;
    for (int i = 0; i < ends.length; i++) {
      long sums = 0;
      int end = ends[i];
      while (word < end) {
        sums += ((long) WORD.get(cells, at[word]) ^ turns[word]) & counting[word];
        word++;
      }
      found[to[i]] = tables[i][place[i] + total(sums)];
    }
    if (partEnds.length > 0) {
      scoreOthers(place, found);
    }
  }

  private void moveByGaps(RowCells row, byte[] cells, int[] place) {
    int[] first = firstUses;
    for (int gap = 0; gap < row.gaps(); gap++) {
      int cell = row.gap(gap);
      int kind = cells[cell] & Tally.BITS_IN_CELL;
      int end = first[cell + 1];
      for (int use = first[cell]; use < end; use++) {
        place[users[use]] += moves[use] - (kind ^ turnedBits[use]);
      }
    }
  }

  private void scoreOthers(int[] place, int[] found) {
    int[] of = parts;
    int[][] movesOf = partMoves;
    int part = 0;
    for (int i = 0; i < partEnds.length; i++) {
      int scale = wordEnds.length + i;
      int at = place[scale];
      int end = partEnds[i];
      while (part < end) {
        at += movesOf[part][found[of[part]]];
        part++;
      }
      found[scales[scale]] = results[scale][at];
    }
  }

  /** The sum of eight bytes, each of which is taken without a sign. */
  private static int total(long bytes) {
    long pairs = (bytes & EVERY_OTHER_BYTE) + ((bytes >>> Byte.SIZE) & EVERY_OTHER_BYTE);
    return (int) ((pairs * ONE_IN_FOUR_PARTS) >>> 48);
  }

  /** Words of cells, scale by scale. */
  private static final class Words {

    private final List<Integer> numbers = new ArrayList<>();
    private final List<Long> turned = new ArrayList<>();
    private final List<Long> masks = new ArrayList<>();
    private int firstOfScale;

    /** Adds a cell that stands behind those of the scale before it. */
    void add(int cell, int bits) {
      int last = numbers.size() - 1;
      if (last < firstOfScale || cell >= numbers.get(last) + Long.BYTES) {
        numbers.add(cell);
        turned.add(0L);
        masks.add(0L);
        last++;
      }
      int shift = Byte.SIZE * (cell - numbers.get(last));
      turned.set(last, turned.get(last) | (long) bits << shift);
      masks.set(last, masks.get(last) | (long) Tally.BITS_IN_CELL << shift);
    }

    /** Ends a scale, and says how many words there are so far. */
    int endScale() {
      firstOfScale = numbers.size();
      return firstOfScale;
    }

    int[] numbers() {
      return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    long[] turned() {
      return turned.stream().mapToLong(Long::longValue).toArray();
    }

    long[] masks() {
      return masks.stream().mapToLong(Long::longValue).toArray();
    }
  }

  /** @param terms by byte of a cell */
  private static int[] movesOfCell(long[] terms, int stride) {
    int[] moves = new int[terms.length];
    for (int cell = Byte.MIN_VALUE; cell <= Byte.MAX_VALUE; cell++) {
      moves[cell & BYTE] = Cells.isAnswer((byte) cell) ? (int) terms[cell & BYTE] : stride;
    }
    return moves;
  }

  private static int[] movesOfPart(long[] tallies, int stride) {
    int[] moves = new int[tallies.length];
    for (int result = 0; result < moves.length; result++) {
      long tally = tallies[result];
      moves[result] = Tally.answered(tally) == 0 ? stride : (int) Tally.sum(tally);
    }
    return moves;
  }

  /** Counts the uses of cells in words, and says how many there are. */
  private int countUses(List<Entry> ordered, int cells) {
    for (Entry entry : ordered) {
      for (Tally tally : entry.items) {
        for (int column : tally.wordColumns()) {
          firstUses[entry.firstCell + column + 1]++;
        }
      }
    }
    for (int cell = 0; cell < cells; cell++) {
      firstUses[cell + 1] += firstUses[cell];
    }
    return firstUses[cells];
  }

  private void putUses(List<Entry> ordered) {
    int[] next = firstUses.clone();
    for (int i = 0; i < ordered.size(); i++) {
      for (Tally tally : ordered.get(i).items) {
        for (int item = 0; item < tally.wordColumns().length; item++) {
          int cell = ordered.get(i).firstCell + tally.wordColumns()[item];
          int use = next[cell];
          users[use] = i;
          turnedBits[use] = tally.turned()[item];
          moves[use] = strides[i] + tally.surplus()[item];
          next[cell]++;
        }
      }
    }
  }

  /** The numbers of results by place: of as many values as are not missing, and of their sum. */
  private int[][] results() {
    int[][] tables = new int[scales.length][];
    for (int i = 0; i < tables.length; i++) {
      int size = firstResults[i].length - 1;
      int stride = strides[i];
      int lowest = lowests[i];
      int[] table = new int[(size + 1) * stride];
      for (int missing = 0; missing <= size; missing++) {
        int first = firstResults[i][size - missing];
        int perSum = perSums[i][size - missing];
        for (int sum = 0; sum < stride; sum++) {
          // Places that no row has are of no use.
          table[missing * stride + sum] = first + perSum * (sum + lowest);
        }
      }
      tables[i] = table;
    }
    return tables;
  }
}
