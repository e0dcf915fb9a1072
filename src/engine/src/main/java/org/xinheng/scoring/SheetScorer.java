package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.List;

/**
 * Scores plain rows that hold the cells of several questionnaires, one behind the other. What beside the scales comes of a row
 * is worked out once for all rows in which it must be the same, and has a number. For one thread.
 */
public final class SheetScorer {

  /** More remainders than this are not kept. */
  private static final int MOST_REMAINDERS = 1 << 14;

  private final List<RowLookup> lookups;
  private final SheetTables tables;
  private final RowCells row;
  private final RowResults found;
  private final int[] results;
  private final int[] remainders;
  private final NumberMap[] numbers;
  private final List<List<ScoreTable>> met = new ArrayList<>();

  /** @param lookups of the questionnaires in the order of their cells */
  public SheetScorer(List<RowLookup> lookups) {
    this.lookups = List.copyOf(lookups);
    tables = SheetTables.of(lookups);
    row = new RowCells(tables.size());
    results = new int[tables.results()];
    found = new RowResults(tables, results);
    remainders = new int[lookups.size()];
    numbers = new NumberMap[remainders.length];
    for (int form = 0; form < remainders.length; form++) {
      numbers[form] = new NumberMap();
      met.add(new ArrayList<>());
    }
  }

  /** The questionnaires in the order of their cells. */
  public List<RowLookup> lookups() {
    return lookups;
  }

  /** The same without the plans. */
  public SheetTables tables() {
    return tables;
  }

  /** How many cells a row has. */
  public int size() {
    return tables.size();
  }

  /** Where the cells of a questionnaire begin. */
  public int first(int form) {
    return tables.first(form);
  }

  /**
   * Scores a row.
   *
   * @param cells the cells of all questionnaires from {@code from} on, each a declared code or a kind of missing other than
   *     not applicable
   * @return whether it was scored; it was not if too many remainders were met, and nothing may be read of it then
   */
  public boolean score(byte[] cells, int from) {
    row.set(cells, from);
    found.find(row);
    int[] all = found.remainders();
    for (int form = 0; form < all.length; form++) {
      int number = numbers[form].get(all[form]);
      if (number == NumberMap.UNKNOWN) {
        if (met.get(form).size() == MOST_REMAINDERS) {
          return false;
        }
        number = meet(form, cells, from + tables.first(form));
        numbers[form].put(all[form], number);
      }
      remainders[form] = number;
    }
    return true;
  }

  private int meet(int form, byte[] cells, int first) {
    ScoringPlan plan = lookups.get(form).plan();
    met.get(form).add(plan.run(lookups.get(form).table(cells, first, plan.anybody())));
    return met.get(form).size() - 1;
  }

  /** The row scored last. */
  public RowCells row() {
    return row;
  }

  /** The number of the result of each scale in the row scored last, questionnaire by questionnaire. */
  public int[] results() {
    return results;
  }

  /** Where the results of a questionnaire begin among them. */
  public int firstResult(int form) {
    return tables.firstResult(form);
  }

  /** The number of what else comes of a questionnaire in the row scored last. */
  public int remainder(int form) {
    return remainders[form];
  }

  /** How many remainders of a questionnaire were met so far. */
  public int remainders(int form) {
    return met.get(form).size();
  }

  /** The critical items, classifications and validity of a remainder, in one row; nothing else in it counts. */
  public ScoreTable remainder(int form, int number) {
    return met.get(form).get(number);
  }
}
