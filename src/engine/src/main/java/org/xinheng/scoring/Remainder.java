package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;
import org.xinheng.memory.MemoryReader;
import org.xinheng.memory.MemoryWriter;

/**
 * All that critical items, classifications and validity indices depend on in a plain row, as one number.
 *
 * <p>Answers that all comparisons with their item take alike are one to it, and so are results that all comparisons with
 * their scale take alike. What they take alike, the compiled conditions say.
 */
final class Remainder {

  private static final int OTHER = -1;

  private final Digit[] digits;
  private final int size;

  /**
   * One thing that is seen of a row, as a number from 0: the class of a single answer or result, as nearly all are; or whether so
   * many of some answers are missing; or whether all of them are the same.
   */
  private static final class Digit {

    /** In place of how many are missing, where it is asked whether all are the same. */
    private static final int SAME = -1;

    private static final int BYTE = 0xFF;

    private final int size;
    private final int column;
    private final int scale;
    private final int[] classOf;
    private final int[] columns;
    private final int unanswered;

    private Digit(int size, int column, int scale, int[] classOf, int[] columns, int unanswered) {
      this.size = size;
      this.column = column;
      this.scale = scale;
      this.classOf = classOf;
      this.columns = columns;
      this.unanswered = unanswered;
    }

    /** @param classOf by cell, from the lowest */
    static Digit ofAnswer(int size, int column, int[] classOf) {
      return new Digit(size, column, OTHER, classOf, new int[0], 0);
    }

    /** @param classOf by result */
    static Digit ofResult(int size, int scale, int[] classOf) {
      return new Digit(size, OTHER, scale, classOf, new int[0], 0);
    }

    /** Whether so many answers or more are missing. */
    static Digit unanswered(int[] columns, int atOrAbove) {
      return new Digit(2, OTHER, OTHER, new int[0], columns, Math.max(0, atOrAbove));
    }

    static Digit same(int[] columns) {
      return new Digit(2, OTHER, OTHER, new int[0], columns, SAME);
    }

    Digit(MemoryReader from) {
      this(
          from.readInt(),
          from.readInt(),
          from.readInt(),
          from.readInts(),
          from.readInts(),
          from.readInt());
    }

    void writeTo(MemoryWriter to) {
      to.writeInt(size);
      to.writeInt(column);
      to.writeInt(scale);
      to.writeInts(classOf);
      to.writeInts(columns);
      to.writeInt(unanswered);
    }

    int of(RowCells row, int first, int[] results, int firstResult) {
      if (column >= 0) {
        return classOf[row.bytes()[first + column] - Byte.MIN_VALUE];
      }
      if (scale >= 0) {
        return classOf[results[firstResult + scale]];
      }
      boolean isSo = unanswered == SAME
          ? areSame(row.bytes(), first)
          : row.gaps() >= unanswered && isUnanswered(row.bytes(), first);
      return isSo ? 1 : 0;
    }

    private boolean isUnanswered(byte[] cells, int first) {
      // Nearly always the first answers say that too few can be missing.
      int most = columns.length - unanswered;
      int answered = 0;
      for (int of : columns) {
        if (Cells.isAnswer(cells[first + of])) {
          answered++;
          if (answered > most) {
            return false;
          }
        }
      }
      return answered <= most;
    }

    /** Puts what is seen of some rows of columns behind the digits before. */
    void append(
        byte[][] cells, short[][] results, int from, int to, char[] numbers, ColumnWork work) {
      if (column >= 0) {
        appendAnswer(cells[column], from, to, numbers);
      } else if (scale >= 0) {
        appendResult(results[scale], from, to, numbers);
      } else {
        byte[] seen = work.sums();
        Arrays.fill(seen, from, to, (byte) 0);
        if (unanswered == SAME) {
          seeSame(cells, from, to, seen);
        } else {
          seeUnanswered(cells, from, to, seen);
        }
        for (int row = from; row < to; row++) {
          numbers[row] = (char) (numbers[row] * size + seen[row]);
        }
      }
    }

    private void appendAnswer(byte[] cells, int from, int to, char[] numbers) {
      for (int row = from; row < to; row++) {
        numbers[row] = (char) (numbers[row] * size + classOf[cells[row] - Byte.MIN_VALUE]);
      }
    }

    private void appendResult(short[] results, int from, int to, char[] numbers) {
      for (int row = from; row < to; row++) {
        numbers[row] = (char) (numbers[row] * size + classOf[results[row]]);
      }
    }

    private void seeUnanswered(byte[][] cells, int from, int to, byte[] seen) {
      for (int of : columns) {
        CellLoops.count(cells[of], from, to, seen);
      }
      for (int row = from; row < to; row++) {
        seen[row] = (byte) ((seen[row] & BYTE) >= unanswered ? 1 : 0);
      }
    }

    private void seeSame(byte[][] cells, int from, int to, byte[] seen) {
      byte[] firstOf = cells[columns[0]];
      for (int of : columns) {
        CellLoops.compare(cells[of], firstOf, from, to, seen);
      }
      for (int row = from; row < to; row++) {
        seen[row] = (byte) (seen[row] == 0 && Cells.isAnswer(firstOf[row]) ? 1 : 0);
      }
    }

    private boolean areSame(byte[] cells, int first) {
      byte same = cells[first + columns[0]];
      for (int of : columns) {
        if (cells[first + of] != same) {
          return false;
        }
      }
      return Cells.isAnswer(same);
    }
  }

  private Remainder(Digit[] digits, int size) {
    this.digits = digits;
    this.size = size;
  }

  Remainder(MemoryReader from) {
    size = from.readInt();
    digits = new Digit[from.readInt()];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = new Digit(from);
    }
  }

  void writeTo(MemoryWriter to) {
    to.writeInt(size);
    to.writeInt(digits.length);
    for (Digit digit : digits) {
      digit.writeTo(to);
    }
  }

  /** The remainder of a plan; empty if something asks more than is understood here, or there are too many numbers. */
  static Optional<Remainder> of(ScoringPlan plan, ScaleLookup[] scales) {
    return new Finder(plan, scales).find();
  }

  /** How many numbers there are. */
  int size() {
    return size;
  }

  /** @param results of all scales in the row, from {@code firstResult} on */
  int of(RowCells row, int first, int[] results, int firstResult) {
    int number = 0;
    for (Digit digit : digits) {
      number = number * digit.size + digit.of(row, first, results, firstResult);
    }
    return number;
  }

  /**
   * The same of some rows of columns.
   *
   * @param results by scale and row
   * @param numbers by row; they are 0, and there are no more than they can count
   */
  void number(
      byte[][] cells, short[][] results, int from, int to, char[] numbers, ColumnWork work) {
    for (Digit digit : digits) {
      if (digit.size > 1) {
        digit.append(cells, results, from, to, numbers, work);
      }
    }
  }

  /** Goes over all that is asked. */
  private static final class Finder {

    private final ScoringPlan plan;
    private final Instrument instrument;
    private final ScaleLookup[] scales;
    private final Conditions conditions;
    private final SignCompiler signs;
    private final Map<Integer, List<CompiledCondition>> ofItems = new LinkedHashMap<>();
    private final Map<Integer, List<CompiledCondition>> ofScales = new LinkedHashMap<>();
    private final List<Digit> found = new ArrayList<>();
    private boolean asksMore;

    Finder(ScoringPlan plan, ScaleLookup[] scales) {
      this.plan = plan;
      this.instrument = plan.instrument();
      this.scales = scales;
      this.conditions = new Conditions(
          instrument,
          plan.steps().stream()
              .collect(Collectors.toMap(
                  step -> instrument.scales().get(step.scale()).id(), step -> step)));
      this.signs = new SignCompiler(instrument);
    }

    Optional<Remainder> find() {
      instrument.critical().stream().map(CriticalItem::when).forEach(this::see);
      instrument.classifications().stream()
          .flatMap(classification -> classification.outcomes().stream())
          .map(Classification.Outcome::when)
          .forEach(this::see);
      instrument.validity().stream().map(ValidityIndex::sign).forEach(this::see);
      if (!instrument.classifications().isEmpty()) {
        // One that says nothing says whether there was any answer at all.
        int[] columns = instrument.keptColumns();
        found.add(Digit.unanswered(columns, columns.length));
      }
      ofItems.forEach((column, asked) -> found.add(answer(column, asked)));
      ofScales.forEach((scale, asked) -> found.add(result(scale, asked)));
      double size =
          found.stream().mapToDouble(digit -> digit.size).reduce(1, (one, other) -> one * other);
      return asksMore || size > Integer.MAX_VALUE
          ? Optional.empty()
          : Optional.of(new Remainder(found.toArray(new Digit[0]), (int) size));
    }

    private void see(Condition condition) {
      for (Condition comparison : instrument.comparisons(condition)) {
        if (comparison instanceof Condition.OfItem ofItem) {
          add(ofItems, column(ofItem.item()), conditions.compile(comparison));
        } else if (comparison instanceof Condition.OfScale ofScale) {
          add(ofScales, scale(ofScale.scale()), conditions.compile(comparison));
        } else if (comparison instanceof Condition.OfBand ofBand
            && !scales[scale(ofBand.scale())].asksStudent()) {
          add(ofScales, scale(ofBand.scale()), conditions.compile(comparison));
        } else {
          asksMore = true;
        }
      }
    }

    private void see(Sign sign) {
      if (sign instanceof Sign.ScaleAtOrAbove scale) {
        add(ofScales, scale(scale.scale()), truthOf(sign.accept(signs)));
      } else if (sign instanceof Sign.UnansweredAtOrAbove unanswered) {
        found.add(Digit.unanswered(columns(unanswered.items()), unanswered.atOrAbove()));
      } else if (sign instanceof Sign.UnansweredShare unanswered) {
        int[] columns = columns(unanswered.items());
        int edge = unanswered
            .shareAtOrAbove()
            .multiply(BigDecimal.valueOf(columns.length))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
        found.add(Digit.unanswered(columns, edge));
      } else if (sign instanceof Sign.SameAnswer same) {
        found.add(Digit.same(columns(same.items())));
      } else {
        asksMore = true;
      }
    }

    /** Whether a sign is met, as a condition. */
    private static CompiledCondition truthOf(SignStep sign) {
      return (block, table, scores) -> {
        SignStep.Met[] met = new SignStep.Met[block.rows];
        sign.run(block, table, met);
        byte[] truths = new byte[block.rows];
        for (int r = 0; r < truths.length; r++) {
          truths[r] = (byte) met[r].ordinal();
        }
        return truths;
      };
    }

    private static void add(
        Map<Integer, List<CompiledCondition>> asked, int of, CompiledCondition condition) {
      asked.computeIfAbsent(of, any -> new ArrayList<>()).add(condition);
    }

    /** All cells are put into a column, and classed by what the conditions say of each. */
    private Digit answer(int column, List<CompiledCondition> asked) {
      int cells = Byte.MAX_VALUE - Byte.MIN_VALUE + 1;
      ResponseTable table = plan.anybody().copiesOfFirst(cells).withOwn(new int[] {column});
      for (int cell = Byte.MIN_VALUE; cell <= Byte.MAX_VALUE; cell++) {
        table.setCell(cell - Byte.MIN_VALUE, column, (byte) cell);
      }
      Block block = plan.block(cells);
      block.moveTo(0, cells);
      Classes classes = new Classes(cells);
      asked.forEach(condition ->
          classes.split(condition.truths(block, table, new StoredScores(plan, cells))));
      return Digit.ofAnswer(classes.size, column, classes.of);
    }

    private Digit result(int scale, List<CompiledCondition> asked) {
      ScaleLookup.Results all = scales[scale].resultsFor(plan.anybody());
      Classes classes = new Classes(scales[scale].results());
      asked.forEach(
          condition -> classes.split(condition.truths(all.block(), all.students(), all.scores())));
      // A classification that says nothing says why.
      byte[] reasons = new byte[scales[scale].results()];
      for (int result = 0; result < reasons.length; result++) {
        reasons[result] = all.scores().score(result, scale) instanceof ScaleScore.NotScored none
            ? (byte) (1 + none.reason().ordinal())
            : 0;
      }
      classes.split(reasons);
      return Digit.ofResult(classes.size, scale, classes.of);
    }

    private int scale(String id) {
      return instrument.scaleNumber(id);
    }

    private int column(String item) {
      return instrument.column(item);
    }

    private int[] columns(List<String> items) {
      return items.stream().mapToInt(this::column).toArray();
    }
  }

  /** Classes of what is alike, at first one. */
  private static final class Classes {

    private final int[] of;
    private int size = 1;

    Classes(int members) {
      of = new int[members];
    }

    /** Parts what differs in one more respect. */
    void split(byte[] respect) {
      Map<List<Integer>, Integer> parts = new HashMap<>();
      for (int member = 0; member < of.length; member++) {
        List<Integer> both = List.of(of[member], (int) respect[member]);
        @Nullable Integer known = parts.putIfAbsent(both, parts.size());
        of[member] = known == null ? parts.size() - 1 : known;
      }
      size = parts.size();
    }
  }
}
