package org.xinheng.definition.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Exact;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.irt.LevelRange;

/**
 * The lowest and the highest score that a scale can have, computed from its parts in exact fractions.
 *
 * <p>An item gives its weight times a code, at least {@code weight · lowest} and at most {@code weight · highest}
 * (the other way round for a negative weight); reversing swaps answers but not the ends. A scale in a composite gives
 * what it can have itself, times its weight.
 *
 * <p>{@link HighestScore} combines the highest of all; the lowest score is the highest one of all signs turned. A
 * difference adds the second scale with its sign turned. A product and a ratio are extreme where both scales are; of a
 * divisor that may be 0, the values on both sides next to 0 count as its ends. {@link Spread} knows the ends of a standard
 * deviation. Transforms keep the order or turn it, so they apply to the ends; of a table the lines between the ends count
 * as well.
 *
 * <p>The levels of a model of item response theory run from the estimate for the lowest answers to that for the highest,
 * as far as {@link LevelRange} can tell.
 *
 * <p>Parts of a composite that share an item cannot always be at their ends together. The range is then only an outer
 * bound, and {@link Range#agreesWith} accepts every range inside it.
 */
final class PossibleScores {

  private final Instrument instrument;
  private final Predicate<Object> sound;
  private final PossibleValues possibleValues;
  private final Map<String, Optional<Range>> known = new HashMap<>();
  private int depth;

  /**
   * @param sound tells which parts of the instrument were read without a fault
   */
  PossibleScores(Instrument instrument, Predicate<Object> sound) {
    this.instrument = instrument;
    this.sound = sound;
    possibleValues = new PossibleValues(instrument, sound, this);
  }

  /**
   * From the lowest to the highest score.
   *
   * @param items the items that it depends on
   * @param exact whether both ends are reached by some answers
   */
  record Range(BigFraction lowest, BigFraction highest, Set<String> items, boolean exact) {

    private static final int MOST_DECIMALS = 9;
    private static final int SHOWN_DECIMALS = 3;

    /** Whether both ends can be written down. */
    boolean isDecimal() {
      return isDecimal(lowest) && isDecimal(highest);
    }

    boolean agreesWith(BigDecimal declaredLowest, BigDecimal declaredHighest) {
      int low = lowest.compareTo(Exact.of(declaredLowest));
      int high = highest.compareTo(Exact.of(declaredHighest));
      return exact ? low == 0 && high == 0 : low <= 0 && high >= 0;
    }

    boolean contains(BigDecimal value) {
      return lowest.compareTo(Exact.of(value)) <= 0 && !endsBelow(value);
    }

    boolean startsBelow(BigDecimal value) {
      return lowest.compareTo(Exact.of(value)) < 0;
    }

    boolean endsAbove(BigDecimal value) {
      return highest.compareTo(Exact.of(value)) > 0;
    }

    boolean endsBelow(BigDecimal value) {
      return highest.compareTo(Exact.of(value)) < 0;
    }

    /** The range of a part with its weight. */
    Range times(BigDecimal weight) {
      BigFraction first = lowest.multiply(Exact.of(weight));
      BigFraction second = highest.multiply(Exact.of(weight));
      return new Range(min(first, second), max(first, second), items, exact);
    }

    Range exactIf(boolean condition) {
      return new Range(lowest, highest, items, exact && condition);
    }

    List<BigFraction> ends() {
      return List.of(lowest, highest);
    }

    boolean startsAbove(BigDecimal value) {
      return lowest.compareTo(Exact.of(value)) > 0;
    }

    String lowestText() {
      return text(lowest);
    }

    String highestText() {
      return text(highest);
    }

    /** As a definition writes it: {@code 0..27}. */
    @Override
    public String toString() {
      return lowestText() + ".." + highestText();
    }

    static boolean isDecimal(BigFraction value) {
      BigInteger rest = value.getDenominator();
      for (BigInteger prime : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
        while (rest.mod(prime).signum() == 0) {
          rest = rest.divide(prime);
        }
      }
      return rest.equals(BigInteger.ONE);
    }

    /** A fraction that {@link #isDecimal} as it is written down. */
    static BigDecimal decimal(BigFraction value) {
      return new BigDecimal(value.getNumerator()).divide(new BigDecimal(value.getDenominator()));
    }

    static String text(BigFraction value) {
      BigDecimal decimal = isDecimal(value)
          ? decimal(value)
          : new BigDecimal(value.getNumerator())
              .divide(new BigDecimal(value.getDenominator()), SHOWN_DECIMALS, RoundingMode.HALF_UP);
      BigDecimal shown = decimal.scale() > MOST_DECIMALS
          ? decimal.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP)
          : decimal;
      return shown.stripTrailingZeros().toPlainString();
    }
  }

  /** Every value of a scale, where they can be listed. */
  PossibleValues possibleValues() {
    return possibleValues;
  }

  /** The range at a stage; empty for standard scores, which hang on the norms, and where {@link #values} is. */
  Optional<Range> at(Bands.Stage stage, Scale scale) {
    return switch (stage) {
      case RAW -> raw(scale);
      case VALUE -> values(scale);
      case T, Z, PERCENTILE, STEN, STANINE, IQ -> Optional.empty();
    };
  }

  /** The range of the values; empty if the scale has faults of its own that leave it open. */
  Optional<Range> values(Scale scale) {
    Optional<Conversion> conversion = scale.transform().conversion();
    return conversion.isEmpty()
        ? beforeConversion(scale)
        : beforeConversion(scale)
            .filter(before -> conversion.get().isOrdered())
            .flatMap(before -> possibleValues
                .values(scale)
                .filter(PossibleValues.Values::exact)
                .map(PossibleValues.Values::ends)
                .orElseGet(() -> converted(conversion.get(), before)));
  }

  /** The range of what the table of a scale is asked for, and the same as {@link #values} without one. */
  Optional<Range> beforeConversion(Scale scale) {
    return transformed(scale, scale.transform()::clamped);
  }

  /** The range of what the ends of a scale are asked to hold, and the same as {@link #values} without them. */
  Optional<Range> beforeClamp(Scale scale) {
    return transformed(scale, scale.transform()::rounded);
  }

  private Optional<Range> transformed(Scale scale, UnaryOperator<BigFraction> transform) {
    boolean isIrrational = scale.method() == Method.STANDARD_DEVIATION
        && scale.transform().rounding().mode() == Rounding.Mode.NONE;
    return isIrrational || scale.transform().divisor().signum() == 0
        ? Optional.empty()
        : raw(scale).map(raw -> {
          BigFraction first = transform.apply(raw.lowest());
          BigFraction second = transform.apply(raw.highest());
          return new Range(min(first, second), max(first, second), raw.items(), raw.exact());
        });
  }

  /** From the least to the greatest of what the lines of the table and the ends of the range give. */
  private static Optional<Range> converted(Conversion conversion, Range range) {
    List<BigFraction> lines = conversion.entries().stream()
        .filter(entry -> range.contains(entry.from()))
        .flatMap(entry -> conversion.of(Exact.of(entry.from())).stream())
        .toList();
    List<BigFraction> ends =
        range.ends().stream().flatMap(end -> conversion.of(end).stream()).toList();
    List<BigFraction> results =
        Stream.of(lines, ends).flatMap(List::stream).sorted().toList();
    // A line may turn at a value that the scale never has.
    boolean reached = ends.size() == 2 && conversion.direction() != 0;
    return results.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Range(results.get(0), results.get(results.size() - 1), range.items(), range.exact())
                .exactIf(reached));
  }

  /** The range before any transform. */
  private Optional<Range> raw(Scale scale) {
    if (!known.containsKey(scale.id())) {
      // A scale in a cycle meets this while it is being computed.
      known.put(scale.id(), Optional.empty());
      depth++;
      boolean bearable = depth <= ScaleCycle.MOST_LEVELS;
      known.put(scale.id(), bearable && sound.test(scale) ? compute(scale) : Optional.empty());
      depth--;
    }
    return known.getOrDefault(scale.id(), Optional.empty());
  }

  private Optional<Range> compute(Scale scale) {
    if (scale.keying() instanceof Keying.OfModel keying) {
      return ModelledScale.range(scale, keying, instrument, sound)
          .map(levels -> range(levels, keying));
    }
    if (scale.method() == Method.STANDARD_DEVIATION) {
      return possibleValues.ofEachItem(scale).flatMap(answers -> Spread.of(scale, answers));
    }
    Optional<List<Range>> parts =
        scale.keying() instanceof Keying.OfItems ? items(scale) : scales(ItemUse.parts(scale));
    if (scale.method().isOfTwo() && scale.keying() instanceof Keying.OfItems) {
      return Optional.empty();
    }
    if (scale.method().isOfTwo()) {
      return parts.filter(all -> all.size() == 2).flatMap(two -> ofTwo(scale, two));
    }
    return parts.filter(all -> !all.isEmpty()).map(all -> combined(scale, all));
  }

  private static Range combined(Scale scale, List<Range> parts) {
    HighestScore highest = HighestScore.of(scale);
    return range(
        highest
            .turned()
            .of(parts.stream().map(part -> part.lowest().negate()).toList())
            .negate(),
        highest.of(parts.stream().map(Range::highest).toList()),
        parts);
  }

  private static Range range(BigFraction lowest, BigFraction highest, List<Range> parts) {
    Set<String> items = new HashSet<>();
    parts.forEach(part -> items.addAll(part.items()));
    boolean disjoint =
        items.size() == parts.stream().mapToInt(part -> part.items().size()).sum();
    return new Range(lowest, highest, items, disjoint && parts.stream().allMatch(Range::exact));
  }

  private Optional<Range> ofTwo(Scale scale, List<Range> two) {
    if (scale.method() == Method.DIFFERENCE) {
      return Optional.of(combined(
          scale, List.of(two.get(0), two.get(1).times(BigDecimal.ONE.negate()))));
    }
    if (scale.method() == Method.PRODUCT) {
      return Optional.of(corners(two, two.get(1).ends(), BigFraction::multiply));
    }
    return divisor(ItemUse.parts(scale).get(1), two.get(1))
        .map(divisor ->
            corners(List.of(two.get(0), divisor.of()), divisor.ends(), BigFraction::divide));
  }

  /**
   * What a scale is divided by.
   *
   * @param ends its values next to 0 and farthest from it, on both sides
   */
  private record Divisor(Range of, List<BigFraction> ends) {}

  private Optional<Divisor> divisor(Keying.Part part, Range range) {
    if (!range.contains(BigDecimal.ZERO)) {
      return Optional.of(new Divisor(range, range.ends()));
    }
    return instrument
        .scale(part.scale())
        .flatMap(possibleValues::values)
        .map(values -> new Divisor(
            range.exactIf(values.exact()), values.times(part.weight()).besideZero()))
        .filter(divisor -> !divisor.ends().isEmpty());
  }

  /** The extremes of a result that has no extreme inside, over the ends of both scales. */
  private static Range corners(
      List<Range> two, List<BigFraction> endsOfSecond, BinaryOperator<BigFraction> operation) {
    List<BigFraction> corners = new ArrayList<>();
    for (BigFraction first : two.get(0).ends()) {
      endsOfSecond.forEach(second -> corners.add(operation.apply(first, second)));
    }
    return range(Collections.min(corners), Collections.max(corners), two);
  }

  private Optional<List<Range>> items(Scale scale) {
    MissingRule missing = scale.missing();
    // Blanks are filled in with what other answers count, so there these zeros are no answers.
    boolean orZero = missing.notApplicable() == MissingRule.NotApplicable.ZERO
        && !missing.then().isFill();
    List<Range> ranges = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    ItemUse.responses(scale, instrument, sound).forEach((key, responses) -> {
      List<BigDecimal> contributions = scale.contributions(key, responses);
      BigFraction low = Exact.of(contributions.get(0));
      BigFraction high = Exact.of(contributions.get(contributions.size() - 1));
      seen.add(key.item());
      ranges.add(new Range(
          orZero ? min(low, BigFraction.ZERO) : low,
          orZero ? max(high, BigFraction.ZERO) : high,
          Set.of(key.item()),
          true));
    });
    return seen.size() == ItemUse.keys(scale).size() ? Optional.of(ranges) : Optional.empty();
  }

  private static Range range(LevelRange levels, Keying.OfModel keying) {
    return new Range(
        level(levels.lowest(), levels),
        level(levels.highest(), levels),
        keying.items().stream().map(item -> item.key().item()).collect(Collectors.toSet()),
        levels.isExact());
  }

  private static BigFraction level(double theta, LevelRange levels) {
    long denominator = levels.denominator();
    return new BigFraction(
        BigInteger.valueOf(LevelRange.numerator(theta, denominator)),
        BigInteger.valueOf(denominator));
  }

  /** Whether it is clear what the answers are; if not, a rule on the responses says so. */
  static boolean isSettled(ResponseSet.Scorable set) {
    if (set instanceof ResponseSet.Numeric numeric) {
      return numeric.declares(numeric.highest());
    }
    return !set.options().isEmpty()
        && (!(set instanceof ResponseSet.SeveralChoices several)
            || several.none().filter(code -> !several.declares(code)).isEmpty());
  }

  private Optional<List<Range>> scales(List<Keying.Part> parts) {
    List<Range> ranges = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Keying.Part part : parts) {
      Optional<Range> range = instrument.scale(part.scale()).flatMap(this::values);
      if (range.isEmpty() || !seen.add(part.scale())) {
        return Optional.empty();
      }
      ranges.add(range.get().times(part.weight()));
    }
    return Optional.of(ranges);
  }

  private static BigFraction min(BigFraction a, BigFraction b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static BigFraction max(BigFraction a, BigFraction b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
