package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.memory.MemoryReader;
import org.xinheng.memory.MemoryWriter;

/**
 * How plain rows are scored that hold the cells of several questionnaires, one behind the other, by tables alone: {@link
 * RowResults} finds the numbers of results in them. It is immutable, and can be kept as bytes.
 */
public final class SheetTables {

  private final int size;
  private final int results;
  private final int[] firstCells;
  private final int[] firstResults;
  private final RowScales scales;
  private final Remainder[] remainders;

  private SheetTables(List<RowLookup> lookups) {
    firstCells = new int[lookups.size()];
    firstResults = new int[lookups.size()];
    remainders = new Remainder[lookups.size()];
    List<RowScales.Entry> entries = new ArrayList<>();
    int cell = 0;
    int result = 0;
    for (int form = 0; form < firstCells.length; form++) {
      RowLookup lookup = lookups.get(form);
      firstCells[form] = cell;
      firstResults[form] = result;
      remainders[form] = lookup.remainder();
      entries.addAll(lookup.entries(cell, result));
      cell += lookup.plan().instrument().items().size();
      result += lookup.plan().instrument().scales().size();
    }
    size = cell;
    results = result;
    scales = new RowScales(size, entries);
  }

  /**
   * The tables of some questionnaires.
   *
   * @param lookups in the order of their cells
   */
  public static SheetTables of(List<RowLookup> lookups) {
    return new SheetTables(lookups);
  }

  /** The tables that {@link #writeTo} wrote. */
  public SheetTables(MemoryReader from) {
    size = from.readInt();
    results = from.readInt();
    firstCells = from.readInts();
    firstResults = from.readInts();
    scales = new RowScales(from);
    remainders = new Remainder[firstCells.length];
    for (int form = 0; form < remainders.length; form++) {
      remainders[form] = new Remainder(from);
    }
  }

  public void writeTo(MemoryWriter to) {
    to.writeInt(size);
    to.writeInt(results);
    to.writeInts(firstCells);
    to.writeInts(firstResults);
    scales.writeTo(to);
    for (Remainder remainder : remainders) {
      remainder.writeTo(to);
    }
  }

  /** How many questionnaires there are. */
  public int forms() {
    return firstCells.length;
  }

  /** How many cells a row has. */
  public int size() {
    return size;
  }

  /** How many scales all questionnaires have. */
  public int results() {
    return results;
  }

  /** Where the cells of a questionnaire begin. */
  public int first(int form) {
    return firstCells[form];
  }

  /** Where the results of a questionnaire begin among those of all. */
  public int firstResult(int form) {
    return firstResults[form];
  }

  RowScales scales() {
    return scales;
  }

  Remainder remainder(int form) {
    return remainders[form];
  }
}
