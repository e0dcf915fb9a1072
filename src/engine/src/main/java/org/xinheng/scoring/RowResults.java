package org.xinheng.scoring;

/** Finds the numbers of all results in plain rows, by {@link SheetTables}. For one thread. */
public final class RowResults {

  private final SheetTables tables;
  private final RowScales scales;
  private final RowScales.Places places;
  private final int[] results;
  private final int[] remainders;

  /** @param results takes the number of the result of each scale, questionnaire by questionnaire; it may be longer */
  public RowResults(SheetTables tables, int[] results) {
    this.tables = tables;
    scales = tables.scales();
    places = new RowScales.Places(scales);
    this.results = results;
    remainders = new int[tables.forms()];
  }

  /**
   * Scores a row.
   *
   * @param row the cells of all questionnaires, each a declared code or a kind of missing other than not applicable
   */
  public void find(RowCells row) {
    scales.score(row, places, results);
    for (int form = 0; form < remainders.length; form++) {
      remainders[form] =
          tables.remainder(form).of(row, tables.first(form), results, tables.firstResult(form));
    }
  }

  /**
   * All that critical items, classifications and validity indices of each questionnaire depend on in the row scored last, as
   * numbers from 0: rows with the same number have the same of these.
   */
  public int[] remainders() {
    return remainders;
  }
}
