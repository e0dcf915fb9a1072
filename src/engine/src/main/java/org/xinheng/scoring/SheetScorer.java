package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Instrument;

/**
 * Scores plain rows that hold the cells of several questionnaires, one behind the other. What beside the scales comes of a row
 * is worked out once for all rows in which it must be the same, and has a number. For one thread.
 */
public final class SheetScorer {

  /** More remainders than this are not kept. */
  private static final int MOST_REMAINDERS = 1 << 14;

  /** Of so many remainders the numbers are kept in an array. */
  private static final int FEW_REMAINDERS = 1 << 12;

  private static final int TOO_MANY = -1;
  private static final int UNKNOWN = -2;

  private final List<RowLookup> lookups;

  /** The same, for every row. */
  private final RowLookup[] forms;

  private final int[] firsts;
  private final int size;
  private final RowScales scales;
  private final int[] results;
  private final int[] firstResults;
  private final int[] remainders;
  private final int[][] numbersOfFew;
  private final List<Memo<Integer>> numbers = new ArrayList<>();
  private final List<List<ScoreTable>> met = new ArrayList<>();

  /** @param lookups of the questionnaires in the order of their cells */
  public SheetScorer(List<RowLookup> lookups) {
    this.lookups = List.copyOf(lookups);
    forms = lookups.toArray(new RowLookup[0]);
    firsts = new int[lookups.size()];
    remainders = new int[lookups.size()];
    firstResults = new int[lookups.size()];
    List<RowScales.Entry> entries = new ArrayList<>();
    int firstResult = 0;
    numbersOfFew = new int[lookups.size()][];
    int first = 0;
    for (int form = 0; form < firsts.length; form++) {
      firsts[form] = first;
      firstResults[form] = firstResult;
      entries.addAll(forms[form].entries(first, firstResult));
      firstResult += instrument(form).scales().size();
      first += instrument(form).items().size();
      long size = lookups.get(form).remainders();
      numbersOfFew[form] = new int[size <= FEW_REMAINDERS ? (int) size : 0];
      Arrays.fill(numbersOfFew[form], UNKNOWN);
      numbers.add(new Memo<>());
      met.add(new ArrayList<>());
    }
    size = first;
    scales = new RowScales(entries);
    results = new int[firstResult];
  }

  private Instrument instrument(int form) {
    return lookups.get(form).plan().instrument();
  }

  /** The questionnaires in the order of their cells. */
  public List<RowLookup> lookups() {
    return lookups;
  }

  /** How many cells a row has, without the {@link RowLookup#SLACK} bytes behind them. */
  public int size() {
    return size;
  }

  /** Where the cells of a questionnaire begin. */
  public int first(int form) {
    return firsts[form];
  }

  /**
   * Scores a row.
   *
   * @param cells the cells of all questionnaires from {@code from} on, each a declared code or a kind of missing other than
   *     not applicable, and {@link RowLookup#SLACK} bytes of anything
   * @return whether it was scored; it was not if too many remainders were met, and nothing may be read of it then
   */
  public boolean score(byte[] cells, int from) {
    scales.score(cells, from, results);
    for (int form = 0; form < forms.length; form++) {
      int first = from + firsts[form];
      long remainder = forms[form].remainder(cells, first, results, firstResults[form]);
      int[] ofFew = numbersOfFew[form];
      int number = ofFew.length > 0 ? ofFew[(int) remainder] : ofMany(form, remainder);
      if (number == UNKNOWN) {
        number = meet(form, cells, first);
        keep(form, remainder, number);
      }
      remainders[form] = number;
      if (remainders[form] == TOO_MANY) {
        return false;
      }
    }
    return true;
  }

  private int ofMany(int form, long remainder) {
    @Nullable Integer known = numbers.get(form).known(remainder);
    return known == null ? UNKNOWN : known;
  }

  private void keep(int form, long remainder, int number) {
    if (numbersOfFew[form].length > 0) {
      numbersOfFew[form][(int) remainder] = number;
    } else {
      numbers.get(form).keep(remainder, number);
    }
  }

  private int meet(int form, byte[] cells, int first) {
    List<ScoreTable> known = met.get(form);
    if (known.size() == MOST_REMAINDERS) {
      return TOO_MANY;
    }
    ScoringPlan plan = lookups.get(form).plan();
    known.add(plan.run(lookups.get(form).table(cells, first, plan.anybody())));
    return known.size() - 1;
  }

  /** The number of the result of each scale in the row scored last, questionnaire by questionnaire. */
  public int[] results() {
    return results;
  }

  /** Where the results of a questionnaire begin among them. */
  public int firstResult(int form) {
    return firstResults[form];
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
