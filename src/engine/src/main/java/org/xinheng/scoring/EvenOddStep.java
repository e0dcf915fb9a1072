package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Sign;
import org.xinheng.scoring.careless.EvenOdd;

/**
 * Even-odd consistency against an edge. The index is computed in floating point; where that comes close to the edge, the
 * comparison is made once more in exact fractions, so that a consistency on the edge is not below it:
 *
 * <pre>
 *   2 r / (1 + r) &lt; c   if and only if   r &lt; t with t = c / (2 - c),       for c in (-1, 1]
 *   r &lt; t               if and only if   k |k| &lt; t |t| v w                  for r = k / √(v w)
 * </pre>
 *
 * <p>with k, v and w the covariance and the variances of the halves, each times the square of the number of scales.
 */
final class EvenOddStep implements SignStep {

  /** Far more than the floating-point error of the index, and far less than what tells two forms apart. */
  private static final double NEAR = 1e-6;

  private final BigFraction edge;
  private final int[] columns;
  private final boolean[] reversed;
  private final int[] turns;

  /** For each scale the positions of its items in {@link #columns}. */
  private final List<int[]> scales = new ArrayList<>();

  private final EvenOdd index;

  EvenOddStep(Sign.EvenOdd sign, Instrument instrument) {
    edge = fraction(sign.below());
    List<Key> keys = new ArrayList<>();
    for (String scale : sign.scales()) {
      List<Key> ofScale = keys(scale, instrument);
      scales.add(IntStream.range(keys.size(), keys.size() + ofScale.size()).toArray());
      keys.addAll(ofScale);
    }
    index = EvenOdd.over(scales);
    columns = new int[keys.size()];
    reversed = new boolean[keys.size()];
    turns = new int[keys.size()];
    for (int i = 0; i < columns.length; i++) {
      Item item = Contribution.item(keys.get(i), instrument);
      columns[i] = instrument.column(item.id());
      reversed[i] = keys.get(i).reversed();
      turns[i] = SignCompiler.turn(instrument, item);
    }
  }

  /** The keys of a scale in the order of the form. */
  private static List<Key> keys(String scaleId, Instrument instrument) {
    return instrument.scale(scaleId).orElseThrow().keying().keys().stream()
        .sorted(Comparator.comparing(key -> instrument.column(key.item())))
        .toList();
  }

  @Override
  public void run(Block block, ResponseTable table, Met[] met) {
    double[] answers = new double[columns.length];
    for (int r = 0; r < block.rows; r++) {
      met[r] = in(block.firstRow + r, table, answers);
    }
  }

  private Met in(int row, ResponseTable table, double[] answers) {
    boolean missing = false;
    for (int i = 0; i < columns.length; i++) {
      byte cell = table.cells(columns[i])[row];
      missing |= SignStep.isMissing(cell);
      answers[i] = !Cells.isAnswer(cell) ? Double.NaN : reversed[i] ? turns[i] - cell : cell;
    }
    if (comparable(answers) < Sign.EvenOdd.FEWEST_SCALES) {
      return Met.noUnless(missing);
    }
    OptionalDouble inconsistency = index.inconsistency(answers);
    if (inconsistency.isEmpty()) {
      // Halves that do not differ between the scales contradict nothing.
      return Met.NO;
    }
    double above = -inconsistency.getAsDouble() - edge.doubleValue();
    return Met.of(Math.abs(above) > NEAR ? above < 0 : isBelowExactly(answers));
  }

  /** How many scales have an answer in either half. */
  private int comparable(double[] answers) {
    int comparable = 0;
    for (int[] scale : scales) {
      comparable += isAnswered(answers, scale, 0) && isAnswered(answers, scale, 1) ? 1 : 0;
    }
    return comparable;
  }

  private static boolean isAnswered(double[] answers, int[] scale, int first) {
    boolean answered = false;
    for (int i = first; i < scale.length; i += 2) {
      answered |= !Double.isNaN(answers[scale[i]]);
    }
    return answered;
  }

  private boolean isBelowExactly(double[] answers) {
    List<BigFraction> odd = new ArrayList<>();
    List<BigFraction> even = new ArrayList<>();
    for (int[] scale : scales) {
      if (isAnswered(answers, scale, 0) && isAnswered(answers, scale, 1)) {
        odd.add(mean(answers, scale, 0));
        even.add(mean(answers, scale, 1));
      }
    }
    BigFraction product = covariance(odd, odd).multiply(covariance(even, even));
    BigFraction least = edge.divide(BigFraction.TWO.subtract(edge));
    return edge.compareTo(BigFraction.MINUS_ONE) > 0
        && signedSquare(covariance(odd, even)).compareTo(signedSquare(least).multiply(product)) < 0;
  }

  private static BigFraction mean(double[] answers, int[] scale, int first) {
    int sum = 0;
    int answered = 0;
    for (int i = first; i < scale.length; i += 2) {
      double answer = answers[scale[i]];
      if (!Double.isNaN(answer)) {
        sum += (int) answer;
        answered++;
      }
    }
    return new BigFraction(sum, answered);
  }

  /** {@code n Σxy − Σx Σy}. */
  private static BigFraction covariance(List<BigFraction> x, List<BigFraction> y) {
    BigFraction sumX = BigFraction.ZERO;
    BigFraction sumY = BigFraction.ZERO;
    BigFraction products = BigFraction.ZERO;
    for (int i = 0; i < x.size(); i++) {
      sumX = sumX.add(x.get(i));
      sumY = sumY.add(y.get(i));
      products = products.add(x.get(i).multiply(y.get(i)));
    }
    return products.multiply(x.size()).subtract(sumX.multiply(sumY));
  }

  private static BigFraction signedSquare(BigFraction value) {
    return value.multiply(value.abs());
  }

  private static BigFraction fraction(BigDecimal value) {
    return new BigFraction(
        BigInteger.valueOf(Fraction.numerator(value)),
        BigInteger.valueOf(Fraction.denominator(value)));
  }
}
