package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.xinheng.instrument.Sign;
import org.xinheng.scoring.careless.Mahalanobis;

/** The squared distance of answers from declared means, against a quantile of chi-square. */
final class DistanceStep implements SignStep {

  private final int[] columns;
  private final Mahalanobis reference;
  private final double cutOff;

  DistanceStep(Sign.Mahalanobis sign, int[] columns) {
    this.columns = columns;
    double[][] covariance =
        sign.covariance().stream().map(DistanceStep::doubles).toArray(double[][]::new);
    reference = Mahalanobis.of(doubles(sign.means()), covariance)
        .orElseThrow(() -> new IllegalArgumentException("the covariance has no inverse"));
    cutOff = reference.cutOff(sign.quantile().doubleValue());
  }

  private static double[] doubles(List<BigDecimal> values) {
    return values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
  }

  @Override
  public void run(Block block, ResponseTable table, Met[] met) {
    double[] row = new double[columns.length];
    for (int r = 0; r < block.rows; r++) {
      met[r] = in(block.firstRow + r, table, row);
    }
  }

  private Met in(int row, ResponseTable table, double[] answers) {
    boolean complete = true;
    boolean missingOnly = true;
    for (int i = 0; i < columns.length; i++) {
      byte cell = table.cells(columns[i])[row];
      answers[i] = cell;
      complete &= Cells.isAnswer(cell);
      missingOnly &= Cells.isAnswer(cell) || SignStep.isMissing(cell);
    }
    // An item that is not applicable never gets an answer, so that there is nothing to be known.
    return complete
        ? Met.of(reference.squaredDistance(answers).orElseThrow() > cutOff)
        : Met.noUnless(missingOnly);
  }
}
