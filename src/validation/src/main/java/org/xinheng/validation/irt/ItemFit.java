package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.validation.distribution.ChiSquared;

/**
 * The fit of an item by S-X²: among the people with each sum of answers, how many chose each category, against how many
 * the model expects. Only people with all answers count, and sums that determine the answer are left out.
 *
 * <p>Cells in which less than one person is expected are merged: first with a neighbouring category of the same sum, where
 * an item has more than two, then with a neighbouring sum, of two the one in which fewer people are expected.
 *
 * @param chiSquare S-X²
 * @param df cells less sums less parameters of the item
 * @param p the chance of so much misfit; {@code NaN} without a degree of freedom
 * @param cells what was compared, after merging
 * @see "Orlando and Thissen (2000), Applied Psychological Measurement 24, 50-64; Kang and Chen (2008), Journal of
 *     Educational Measurement 45, 391-406, on several categories"
 */
public record ItemFit(double chiSquare, int df, double p, List<Cells> cells) {

  /** The fewest people that a cell may expect. */
  public static final double LEAST_EXPECTED = 1;

  public ItemFit {
    cells = List.copyOf(cells);
  }

  /**
   * One sum of answers, or several that were merged.
   *
   * @param from the lowest sum
   * @param to the highest
   * @param observed people by category; merged categories stand where the first of them stood
   * @param expected the same by the model
   */
  public record Cells(int from, int to, List<Double> observed, List<Double> expected) {

    public Cells {
      observed = List.copyOf(observed);
      expected = List.copyOf(expected);
    }
  }

  /** Of all items. */
  public static List<ItemFit> of(Calibration calibration, AnswerPatterns answers) {
    double[][][] probabilities = SumScores.probabilities(calibration, Quadrature.STANDARD);
    double[][] all = SumScores.of(probabilities, -1);
    Layout layout = Layout.of(calibration.model(), answers);
    List<ItemFit> fits = new ArrayList<>();
    for (int j = 0; j < probabilities.length; j++) {
      fits.add(of(j, answers, probabilities, all, layout.sizeOf(j)));
    }
    return fits;
  }

  private static ItemFit of(
      int item, AnswerPatterns answers, double[][][] probabilities, double[][] all, int size) {
    int categories = probabilities[item].length;
    double[][] observed = new double[all.length][categories];
    for (int p = 0; p < answers.size(); p++) {
      if (answers.isComplete(p)) {
        observed[answers.sum(p)][answers.answer(p, item)] += answers.people(p);
      }
    }
    double[][] without = SumScores.of(probabilities, item);
    List<CellRow> rows = new ArrayList<>();
    for (int s = 1; s < all.length - 1; s++) {
      CellRow row = row(s, observed[s], probabilities[item], without, all[s]);
      if (row.people() > 0) {
        rows.add(row);
      }
    }
    CellRow.merge(rows, LEAST_EXPECTED);
    double chiSquare = 0;
    int df = -size;
    List<Cells> cells = new ArrayList<>();
    for (CellRow row : rows) {
      chiSquare += row.chiSquare();
      df += row.cells() - 1;
      cells.add(row.shown());
    }
    return new ItemFit(
        df > 0 ? chiSquare : Double.NaN,
        Math.max(df, 0),
        df > 0 ? ChiSquared.above(chiSquare, df) : Double.NaN,
        cells);
  }

  private static CellRow row(
      int sum, double[] observed, double[][] item, double[][] without, double[] all) {
    Quadrature levels = Quadrature.STANDARD;
    double people = 0;
    for (double o : observed) {
      people += o;
    }
    double share = levels.mean(q -> all[q]);
    double[] expected = new double[observed.length];
    for (int k = 0; k < expected.length; k++) {
      int rest = sum - k;
      if (rest >= 0 && rest < without.length) {
        double[] chosen = item[k];
        double[] others = without[rest];
        expected[k] = people * levels.mean(q -> chosen[q] * others[q]) / share;
      }
    }
    return new CellRow(sum, sum, observed, expected);
  }
}
