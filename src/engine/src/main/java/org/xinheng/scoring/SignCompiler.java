package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Sign;
import org.xinheng.scoring.SignStep.Met;

/**
 * Signs as steps over columns. Edges become whole numbers, so that a value on an edge is met or not exactly; where an
 * edge depends on how many items were answered, there is one for each number.
 */
final class SignCompiler implements Sign.Visitor<SignStep> {

  private final Instrument instrument;

  SignCompiler(Instrument instrument) {
    this.instrument = instrument;
  }

  @Override
  public SignStep scaleAtOrAbove(Sign.ScaleAtOrAbove sign) {
    int scale = instrument.scaleNumber(sign.scale());
    long edgeNum = Fraction.numerator(sign.atOrAbove());
    long edgeDen = Fraction.denominator(sign.atOrAbove());
    return (block, table, met) -> {
      long[] nums = block.numerators(scale);
      long[] dens = block.denominators(scale);
      for (int r = 0; r < block.rows; r++) {
        met[r] = dens[r] == 0
            ? Met.NOT_KNOWN
            : Met.of(Fraction.compare(nums[r], dens[r], edgeNum, edgeDen) >= 0);
      }
    };
  }

  @Override
  public SignStep unansweredAtOrAbove(Sign.UnansweredAtOrAbove sign) {
    return SignStep.ofItems(columns(sign.items()), (row, answers) -> {
      int missing = 0;
      for (byte[] cells : answers) {
        missing += SignStep.isMissing(cells[row]) ? 1 : 0;
      }
      return Met.of(missing >= sign.atOrAbove());
    });
  }

  @Override
  public SignStep unansweredShare(Sign.UnansweredShare sign) {
    int[] edges = ofCounts(
            sign.items().size(), n -> BigDecimal.valueOf(n).multiply(sign.shareAtOrAbove()))
        .mapToInt(edge -> edge.setScale(0, RoundingMode.CEILING).intValueExact())
        .toArray();
    return SignStep.ofItems(columns(sign.items()), (row, answers) -> {
      int missing = 0;
      int applicable = 0;
      for (byte[] cells : answers) {
        missing += SignStep.isMissing(cells[row]) ? 1 : 0;
        applicable += cells[row] == Cells.of(Missing.NOT_APPLICABLE) ? 0 : 1;
      }
      return Met.of(applicable > 0 && missing >= edges[applicable]);
    });
  }

  @Override
  public SignStep sameAnswer(Sign.SameAnswer sign) {
    int[] columns = columns(sign.items());
    return SignStep.ofRows((table, row) -> {
      for (int column : columns) {
        if (!table.isSameAnswer(row, column, columns[0])) {
          return Met.NO;
        }
      }
      return Met.YES;
    });
  }

  @Override
  public SignStep longString(Sign.LongString sign) {
    int[] columns = Arrays.stream(columns(sign.items())).sorted().toArray();
    return SignStep.ofRows((table, row) -> {
      int longest = 0;
      int run = 0;
      int last = columns[0];
      for (int column : columns) {
        byte cell = table.cells(column)[row];
        if (cell != Cells.of(Missing.NOT_APPLICABLE)) {
          boolean goesOn = run > 0 && table.isSameAnswer(row, column, last);
          run = !Cells.isAnswer(cell) ? 0 : goesOn ? run + 1 : 1;
          last = column;
          longest = Math.max(longest, run);
        }
      }
      return Met.of(longest >= sign.atOrAbove());
    });
  }

  /**
   * {@code n Σx² − (Σx)²} is a whole number and n (n − 1) times the square of the standard deviation; it is compared with
   * the largest whole number that is not above n (n − 1) times the square of the edge.
   */
  @Override
  public SignStep variability(Sign.Variability sign) {
    BigDecimal square = sign.atOrBelow().pow(2);
    long[] edges = ofCounts(
            sign.items().size(),
            n -> square.multiply(BigDecimal.valueOf(n)).multiply(BigDecimal.valueOf(n - 1L)))
        .mapToLong(edge -> edge.setScale(0, RoundingMode.FLOOR).longValueExact())
        .toArray();
    return SignStep.ofItems(columns(sign.items()), (row, answers) -> {
      int n = 0;
      boolean missing = false;
      long sum = 0;
      long squares = 0;
      for (byte[] cells : answers) {
        byte cell = cells[row];
        if (Cells.isAnswer(cell)) {
          n++;
          sum += cell;
          squares += cell * cell;
        }
        missing |= SignStep.isMissing(cell);
      }
      return n < 2 ? Met.noUnless(missing) : Met.of(n * squares - sum * sum <= edges[n]);
    });
  }

  /** The second answer of an opposite pair is turned: {@code lowest + highest - answer}. */
  @Override
  public SignStep pairs(Sign.Pairs sign) {
    int[] turns = new int[sign.pairs().size()];
    Arrays.setAll(turns, i -> turn(sign.pairs().get(i).second()));
    boolean[] opposite = new boolean[turns.length];
    for (int i = 0; i < turns.length; i++) {
      opposite[i] = sign.pairs().get(i).opposite();
    }
    return SignStep.ofItems(columns(sign.items()), (row, answers) -> {
      int apart = 0;
      int open = 0;
      for (int i = 0; i < turns.length; i++) {
        byte first = answers[2 * i][row];
        byte second = answers[2 * i + 1][row];
        if (Cells.isAnswer(first) && Cells.isAnswer(second)) {
          int other = opposite[i] ? turns[i] - second : second;
          apart += Math.abs(first - other) >= sign.apart() ? 1 : 0;
        } else {
          open += isOpen(first) && isOpen(second) ? 1 : 0;
        }
      }
      boolean met = apart >= sign.atOrAbove();
      return met ? Met.YES : Met.noUnless(apart + open >= sign.atOrAbove());
    });
  }

  /** Whether an answer is there, or could have been. */
  private static boolean isOpen(byte cell) {
    return cell != Cells.of(Missing.NOT_APPLICABLE);
  }

  private int turn(String itemId) {
    return turn(instrument, instrument.item(itemId).orElseThrow());
  }

  /** What an answer and its reverse add up to. */
  static int turn(Instrument instrument, Item item) {
    ResponseSet.Scorable responses = instrument.scorable(item).orElseThrow();
    return responses.lowest().add(responses.highest()).intValueExact();
  }

  @Override
  public SignStep evenOdd(Sign.EvenOdd sign) {
    return new EvenOddStep(sign, instrument);
  }

  @Override
  public SignStep mahalanobis(Sign.Mahalanobis sign) {
    return new DistanceStep(sign, columns(sign.items()));
  }

  @Override
  public SignStep personFitBelow(Sign.PersonFitBelow sign) {
    return new PersonFitStep(sign, instrument);
  }

  @Override
  public SignStep secondsBelow(Sign.SecondsBelow sign) {
    long edge = milliseconds(sign.seconds());
    return SignStep.ofRows((table, row) -> {
      int taken = table.milliseconds(row);
      return Met.of(taken != ResponseTable.NOT_KNOWN && taken < edge);
    });
  }

  @Override
  public SignStep secondsPerItemBelow(Sign.SecondsPerItemBelow sign) {
    long[] edges = ofCounts(
            instrument.items().size(), n -> sign.seconds().multiply(BigDecimal.valueOf(n)))
        .mapToLong(SignCompiler::milliseconds)
        .toArray();
    return SignStep.ofRows((table, row) -> {
      int taken = table.milliseconds(row);
      return Met.of(taken != ResponseTable.NOT_KNOWN && taken < edges[table.answered(row)]);
    });
  }

  /** The fewest whole milliseconds that are not below so many seconds. */
  private static long milliseconds(BigDecimal seconds) {
    return seconds.movePointRight(3).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /** A value for each number of answers, from 0 to all. */
  private static Stream<BigDecimal> ofCounts(int all, IntFunction<BigDecimal> value) {
    return IntStream.rangeClosed(0, all).mapToObj(value);
  }

  private int[] columns(List<String> items) {
    int[] columns = new int[items.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = instrument.column(items.get(i));
      if (columns[i] < 0) {
        throw new IllegalArgumentException("item '" + items.get(i) + "' is not defined");
      }
    }
    return columns;
  }
}
