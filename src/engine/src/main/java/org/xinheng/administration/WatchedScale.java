package org.xinheng.administration;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.scoring.CompleteSums;
import org.xinheng.scoring.LevelBounds;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreBounds;
import org.xinheng.scoring.ScoringPlan;

/**
 * A scale or classification with levels, of which it is asked what is still possible. An item that was passed without an
 * answer leaves everything open: what becomes of the scale is then for its missing rule to say.
 */
final class WatchedScale {

  /** Patterns of more items do not fit a number. */
  private static final int MOST_REMEMBERED = 12;

  private static final int BITS_OF_CELL = 5;
  private static final int FEWEST_UNANSWERED = 16;

  private final ScoringPlan plan;
  private final String id;
  private final boolean isClassification;
  private final boolean asksScales;
  private final Set<Integer> columns;
  private final @Nullable CompleteSums sums;
  private final boolean isRemembered;
  private final Map<Long, Optional<Decided>> known = new ConcurrentHashMap<>();

  /** @param student one row, of which only the student counts */
  WatchedScale(ScoringPlan plan, String id, ResponseTable student) {
    this.plan = plan;
    this.id = id;
    Instrument instrument = plan.instrument();
    Optional<Classification> classification = instrument.classification(id);
    isClassification = classification.isPresent();
    Set<String> items = new HashSet<>();
    boolean asks = false;
    if (classification.isPresent()) {
      for (Classification.Outcome outcome : classification.get().outcomes()) {
        items.addAll(AlwaysAsked.asked(instrument, outcome.when()));
        asks |= instrument.comparisons(outcome.when()).stream()
            .map(Condition::askedScale)
            .anyMatch(Optional::isPresent);
      }
    } else {
      items.addAll(AlwaysAsked.itemsOf(instrument, id));
    }
    asksScales = asks;
    columns = items.stream().map(student::column).collect(Collectors.toSet());
    isRemembered = !asks && columns.size() <= MOST_REMEMBERED && haveSmallCodes(instrument);
    sums = isClassification ? null : CompleteSums.of(plan, id, student).orElse(null);
  }

  /** Whether a pattern of all answers fits a number. */
  private boolean haveSmallCodes(Instrument instrument) {
    return columns.stream()
        .map(column -> instrument.scorable(instrument.items().get(column)).orElseThrow())
        .allMatch(set -> set instanceof ResponseSet.Choice
            && set.options().stream()
                .allMatch(option -> 0 <= option.code() && option.code() < FEWEST_UNANSWERED));
  }

  String id() {
    return id;
  }

  Set<Integer> columns() {
    return columns;
  }

  /** The sums of complete answers, if the scale is a matter of adding. */
  Optional<CompleteSums> sums() {
    return Optional.ofNullable(sums);
  }

  boolean isOpen(ResponseTable table, int row) {
    return columns.stream().anyMatch(column -> isOpen(table, row, column));
  }

  static boolean isOpen(ResponseTable table, int row, int column) {
    return !table.isAnswered(row, column) && table.missing(row, column) == Missing.NOT_REACHED;
  }

  /** Whether an item was passed without an answer. */
  private boolean hasBlank(ResponseTable table, int row) {
    for (int column : columns) {
      if (!table.isAnswered(row, column) && table.missing(row, column) != Missing.NOT_REACHED) {
        return true;
      }
    }
    return false;
  }

  /** The band or outcome that no answer can change any more, if there is one. */
  Optional<Decided> decided(ResponseTable table, int row) {
    if (isClassification) {
      return asksScales && isOpen(table, row) ? Optional.empty() : ofOutcomes(table, row);
    }
    if (hasBlank(table, row)) {
      return Optional.empty();
    }
    if (sums == null) {
      ScoreBounds bounds = ScoreBounds.of(plan, table, row, id);
      return bounds.isBandDecided() ? bounds.bandOfLowest().map(Decided::of) : Optional.empty();
    }
    long lowest = sum(table, row, true);
    return sums.isOneBand(lowest, sum(table, row, false))
        ? sums.band(lowest).map(Decided::of)
        : Optional.empty();
  }

  /** The outcomes of single answers are few, and each is asked for again and again. */
  private Optional<Decided> ofOutcomes(ResponseTable table, int row) {
    return isRemembered
        ? known.computeIfAbsent(pattern(table, row), unknown -> outcome(table, row))
        : outcome(table, row);
  }

  private long pattern(ResponseTable table, int row) {
    long pattern = 0;
    for (int column : columns) {
      int cell = table.isAnswered(row, column)
          ? table.code(row, column)
          : FEWEST_UNANSWERED + table.missing(row, column).ordinal();
      pattern = pattern << BITS_OF_CELL | cell;
    }
    return pattern;
  }

  private Optional<Decided> outcome(ResponseTable table, int row) {
    List<Classification.Outcome> left = LevelBounds.possibleOutcomes(plan, table, row, id);
    return left.size() == 1
        ? Optional.of(new Decided(left.get(0).id(), left.get(0).level()))
        : Optional.empty();
  }

  private long sum(ResponseTable table, int row, boolean lowest) {
    CompleteSums of = sums().orElseThrow();
    long sum = 0;
    for (int item = 0; item < of.size(); item++) {
      int column = of.column(item);
      if (table.isAnswered(row, column)) {
        sum += of.adds(item, table.code(row, column));
      } else {
        sum += lowest ? of.lowest(item) : of.highest(item);
      }
    }
    return sum;
  }

  /** The levels that are still possible. */
  LevelBounds levels(ResponseTable table, int row) {
    if (isClassification) {
      return asksScales && isOpen(table, row)
          ? LevelBounds.OPEN
          : LevelBounds.of(plan, table, row, id);
    }
    if (hasBlank(table, row)) {
      return LevelBounds.OPEN;
    }
    if (sums == null) {
      return LevelBounds.of(plan, table, row, id);
    }
    int low = LevelBounds.OPEN.highest();
    int high = LevelBounds.OPEN.lowest();
    long last = sum(table, row, false);
    for (long sum = sum(table, row, true); sum <= last; sum++) {
      Optional<Band> band = sums.band(sum);
      if (band.isEmpty()) {
        return LevelBounds.OPEN;
      }
      low = Math.min(low, band.get().level());
      high = Math.max(high, band.get().level());
    }
    return new LevelBounds(low, high);
  }

  /** A band or outcome. */
  record Decided(String id, int level) {

    static Decided of(Band band) {
      return new Decided(band.id(), band.level());
    }

    LevelBounds levels() {
      return new LevelBounds(level, level);
    }
  }
}
