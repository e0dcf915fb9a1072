package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Comparison;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Truth;

/**
 * Compiles the conditions of a questionnaire. Those that it declares by name are evaluated once a block, each after
 * those that it uses itself, and before everything else that uses them.
 */
final class Conditions implements Condition.Visitor<CompiledCondition> {

  private static final int OPEN = -1;

  /** What a part adds to the count of those that hold, in the lower half, and of the unknown ones, in the upper. */
  private static final long[] TALLY = {0, 1L << 32, 1};

  private final Instrument instrument;
  private final Map<String, ScaleStep> scales;
  private final Map<String, Integer> slots = new HashMap<>();
  private final List<CompiledCondition> named = new ArrayList<>();

  /**
   * @param scales the compiled scales by id
   */
  Conditions(Instrument instrument, Map<String, ScaleStep> scales) {
    this.instrument = instrument;
    this.scales = Map.copyOf(scales);
  }

  /**
   * Compiles a condition.
   *
   * @throws IllegalArgumentException if it names something that is not defined, or asks itself
   */
  CompiledCondition compile(Condition condition) {
    return condition.accept(this);
  }

  /** How many named conditions are used. */
  int named() {
    return named.size();
  }

  /** Evaluates the named conditions that are used. */
  void run(Block block, ResponseTable table, ScoreTable scores) {
    for (int slot = 0; slot < named.size(); slot++) {
      block.named[slot] = named.get(slot).truths(block, table, scores);
    }
  }

  @Override
  public CompiledCondition named(Condition.Named condition) {
    @Nullable Integer slot = slots.get(condition.id());
    int compiled = slot == null ? compileNamed(condition.id()) : slot;
    if (compiled == OPEN) {
      throw new IllegalArgumentException("condition '" + condition.id() + "' asks itself");
    }
    return (block, table, scores) -> block.named[compiled];
  }

  private int compileNamed(String id) {
    slots.put(id, OPEN);
    named.add(compile(instrument
        .condition(id)
        .orElseThrow(() -> new IllegalArgumentException("condition '" + id + "' is not defined"))));
    int slot = named.size() - 1;
    slots.put(id, slot);
    return slot;
  }

  @Override
  public CompiledCondition ofItem(Condition.OfItem condition) {
    int column = column(condition.item());
    boolean wide = instrument
        .scorable(instrument.items().get(column))
        .filter(Cells::isWide)
        .isPresent();
    return wide
        ? ofWideItem(column, condition.comparison())
        : ofCodes(column, truthOfCells(condition.comparison()));
  }

  private static CompiledCondition ofCodes(int column, byte[] truthOf) {
    return (block, table, scores) -> {
      byte[] cells = table.cells(column);
      byte[] truths = new byte[block.rows];
      for (int r = 0; r < truths.length; r++) {
        truths[r] = truthOf[cells[block.firstRow + r] - Byte.MIN_VALUE];
      }
      return truths;
    };
  }

  private static CompiledCondition ofWideItem(int column, Comparison comparison) {
    return (block, table, scores) -> {
      byte[] cells = table.cells(column);
      byte[] truths = new byte[block.rows];
      for (int r = 0; r < truths.length; r++) {
        int row = block.firstRow + r;
        if (Cells.isAnswer(cells[row])) {
          truths[r] =
              (byte) Truth.of(comparison.isMetBy(table.number(row, column))).ordinal();
        } else {
          truths[r] = withoutAnswer(cells[row]);
        }
      }
      return truths;
    };
  }

  /** What a comparison of each possible cell of a response table gives. */
  private static byte[] truthOfCells(Comparison comparison) {
    byte[] truthOf = new byte[Byte.MAX_VALUE - Byte.MIN_VALUE + 1];
    for (int cell = Byte.MIN_VALUE; cell < ResponseSet.LOWEST_CODE; cell++) {
      truthOf[cell - Byte.MIN_VALUE] = withoutAnswer((byte) cell);
    }
    for (int code = ResponseSet.LOWEST_CODE; code <= ResponseSet.HIGHEST_CODE; code++) {
      truthOf[code - Byte.MIN_VALUE] =
          (byte) Truth.of(comparison.isMetBy(BigDecimal.valueOf(code))).ordinal();
    }
    return truthOf;
  }

  @Override
  public CompiledCondition ofChoice(Condition.OfChoice condition) {
    int column = column(condition.item());
    ResponseSet.Scorable set = instrument
        .scorable(instrument.items().get(column))
        .filter(ResponseSet.SeveralChoices.class::isInstance)
        .filter(several -> several.declares(condition.code()))
        .orElseThrow(() -> new IllegalArgumentException(
            "item '" + condition.item() + "' has no choice " + condition.code()));
    int bit = ResponseTable.bit(set, condition.code());
    return (block, table, scores) -> {
      byte[] cells = table.cells(column);
      int[] chosen = table.wide(column);
      byte[] truths = new byte[block.rows];
      for (int r = 0; r < truths.length; r++) {
        int row = block.firstRow + r;
        truths[r] = Cells.isAnswer(cells[row])
            ? (chosen[row] & bit) != 0 ? CompiledCondition.YES : CompiledCondition.NO
            : withoutAnswer(cells[row]);
      }
      return truths;
    };
  }

  /** There is nothing to compare in what skip logic left out; of all else that is missing nobody knows. */
  private static byte withoutAnswer(byte cell) {
    return cell == Cells.of(Missing.NOT_APPLICABLE)
        ? CompiledCondition.NO
        : CompiledCondition.UNKNOWN;
  }

  private int column(String item) {
    int column = instrument.column(item);
    if (column < 0) {
      throw new IllegalArgumentException("item '" + item + "' is not defined");
    }
    return column;
  }

  @Override
  public CompiledCondition ofScale(Condition.OfScale condition) {
    ScaleStep step = step(condition.scale());
    Comparison comparison = condition.comparison();
    long[] nums = comparison.values().stream().mapToLong(Fraction::numerator).toArray();
    long[] dens = comparison.values().stream().mapToLong(Fraction::denominator).toArray();
    return (block, table, scores) -> {
      long[] numerators = block.numerators(step.scale());
      long[] denominators = block.denominators(step.scale());
      byte[] truths = new byte[block.rows];
      for (int r = 0; r < truths.length; r++) {
        truths[r] = CompiledCondition.NO;
        if (denominators[r] == 0) {
          truths[r] = CompiledCondition.UNKNOWN;
          continue;
        }
        for (int i = 0; i < nums.length; i++) {
          if (comparison.admits(
              Fraction.compare(numerators[r], denominators[r], nums[i], dens[i]))) {
            truths[r] = CompiledCondition.YES;
          }
        }
      }
      return truths;
    };
  }

  @Override
  public CompiledCondition ofBand(Condition.OfBand condition) {
    int scale = step(condition.scale()).scale();
    int[] levels = levels(instrument.scales().get(scale));
    return (block, table, scores) -> {
      byte[] truths = new byte[block.rows];
      for (int r = 0; r < truths.length; r++) {
        int band = scores.bandNumber(scale, block.firstRow + r);
        truths[r] = band == ScoreTable.NO_BAND
            ? CompiledCondition.UNKNOWN
            : levels[band] >= condition.levelAtOrAbove()
                ? CompiledCondition.YES
                : CompiledCondition.NO;
      }
      return truths;
    };
  }

  /** The levels of the bands of a scale, numbered through all its sets. */
  private static int[] levels(Scale scale) {
    return scale.bandSets().stream()
        .map(Bands::bands)
        .flatMap(List::stream)
        .mapToInt(Band::level)
        .toArray();
  }

  private ScaleStep step(String scale) {
    @Nullable ScaleStep step = scales.get(scale);
    if (step == null) {
      throw new IllegalArgumentException("scale '" + scale + "' is not defined");
    }
    return step;
  }

  @Override
  public CompiledCondition atLeast(Condition.AtLeast condition) {
    int n = condition.n();
    List<CompiledCondition> parts =
        condition.parts().stream().map(this::compile).toList();
    return (block, table, scores) -> {
      long[] tally = new long[block.rows];
      for (CompiledCondition part : parts) {
        byte[] truths = part.truths(block, table, scores);
        for (int r = 0; r < truths.length; r++) {
          tally[r] += TALLY[truths[r]];
        }
      }
      byte[] truths = new byte[block.rows];
      for (int r = 0; r < truths.length; r++) {
        truths[r] =
            (byte) Truth.atLeast(n, (int) tally[r], (int) (tally[r] >> 32)).ordinal();
      }
      return truths;
    };
  }

  @Override
  public CompiledCondition not(Condition.Not condition) {
    CompiledCondition part = compile(condition.part());
    return (block, table, scores) -> {
      byte[] truths = part.truths(block, table, scores).clone();
      for (int r = 0; r < truths.length; r++) {
        truths[r] = (byte) (CompiledCondition.YES - truths[r]);
      }
      return truths;
    };
  }
}
