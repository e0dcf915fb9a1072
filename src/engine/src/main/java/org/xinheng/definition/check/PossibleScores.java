package org.xinheng.definition.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
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
 * what it can have itself.
 *
 * <p>With nothing missing the highest sum is the sum of the highest. With {@code k} of {@code n} answered it is that of
 * the {@code k} largest, which may be more or less:
 *
 * <pre>
 *   sum, ignore or zero    S(k)            codes from 1 up: a missing answer lowers the sum below its lowest
 *   sum, prorate           S(k) · n / k    the mean of the k largest is the greater the fewer there are
 *   mean, ignore, prorate  S(k) / k        so too
 *   mean, zero             S(k) / n
 * </pre>
 *
 * <p>where {@code k} goes from {@code n − limit}, but at least 1, to {@code n}. Items that skip logic left out never
 * count as missing. Where the scale counts them as 0, every item may also give 0. Where it leaves them out, {@code k}
 * goes from 1 and {@code n} from {@code k} to {@code k + limit}, and the extremes lie at the ends. The lowest score is
 * the highest one of all signs turned. Multiplier and rounding keep the order or turn it, so they apply to the ends.
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
  private final Map<String, Optional<Range>> known = new HashMap<>();
  private int depth;

  /**
   * @param sound tells which parts of the instrument were read without a fault
   */
  PossibleScores(Instrument instrument, Predicate<Object> sound) {
    this.instrument = instrument;
    this.sound = sound;
  }

  /**
   * From the lowest to the highest score.
   *
   * @param items the items that it depends on
   * @param exact whether both ends are reached by some answers
   */
  record Range(BigFraction lowest, BigFraction highest, Set<String> items, boolean exact) {

    /** Whether both ends can be written down. */
    boolean isDecimal() {
      return isDecimal(lowest) && isDecimal(highest);
    }

    boolean agreesWith(BigDecimal declaredLowest, BigDecimal declaredHighest) {
      int low = lowest.compareTo(fraction(declaredLowest));
      int high = highest.compareTo(fraction(declaredHighest));
      return exact ? low == 0 && high == 0 : low <= 0 && high >= 0;
    }

    boolean contains(BigDecimal value) {
      return lowest.compareTo(fraction(value)) <= 0 && !endsBelow(value);
    }

    boolean startsBelow(BigDecimal value) {
      return lowest.compareTo(fraction(value)) < 0;
    }

    boolean endsBelow(BigDecimal value) {
      return highest.compareTo(fraction(value)) < 0;
    }

    boolean startsAbove(BigDecimal value) {
      return lowest.compareTo(fraction(value)) > 0;
    }

    boolean endsAbove(BigDecimal value) {
      return highest.compareTo(fraction(value)) > 0;
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

    private static boolean isDecimal(BigFraction value) {
      BigInteger rest = value.getDenominator();
      for (BigInteger prime : List.of(BigInteger.TWO, BigInteger.valueOf(5))) {
        while (rest.mod(prime).signum() == 0) {
          rest = rest.divide(prime);
        }
      }
      return rest.equals(BigInteger.ONE);
    }

    private static String text(BigFraction value) {
      BigDecimal numerator = new BigDecimal(value.getNumerator());
      BigDecimal denominator = new BigDecimal(value.getDenominator());
      BigDecimal decimal = isDecimal(value)
          ? numerator.divide(denominator)
          : numerator.divide(denominator, 3, RoundingMode.HALF_UP);
      return decimal.stripTrailingZeros().toPlainString();
    }
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
    return raw(scale).map(raw -> {
      BigFraction factor = fraction(scale.multiplier());
      BigFraction first = rounded(raw.lowest().multiply(factor), scale.rounding());
      BigFraction second = rounded(raw.highest().multiply(factor), scale.rounding());
      return new Range(min(first, second), max(first, second), raw.items(), raw.exact());
    });
  }

  /** The range before multiplication and rounding. */
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
    Optional<List<Range>> parts = scale.keying() instanceof Keying.OfItems items
        ? items(scale, items.keys())
        : scales(ItemUse.parts(scale));
    return parts.filter(all -> !all.isEmpty()).map(all -> {
      Set<String> items = new HashSet<>();
      all.forEach(part -> items.addAll(part.items()));
      boolean disjoint =
          items.size() == all.stream().mapToInt(part -> part.items().size()).sum();
      return new Range(
          highest(all.stream().map(part -> part.lowest().negate()).toList(), scale, turned(scale))
              .negate(),
          highest(all.stream().map(Range::highest).toList(), scale, scale.method()),
          items,
          disjoint && all.stream().allMatch(Range::exact));
    });
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

  private Optional<List<Range>> items(Scale scale, List<Key> keys) {
    List<Range> ranges = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Key key : keys) {
      Optional<Item> item = instrument.item(key.item()).filter(sound);
      Optional<ResponseSet.Scorable> set =
          item.flatMap(instrument::scorable).filter(sound).filter(PossibleScores::isSettled);
      if (set.isEmpty() || !seen.add(key.item())) {
        return Optional.empty();
      }
      List<BigDecimal> contributions = scale.contributions(key, set.get());
      boolean orZero = scale.missing().notApplicable() == MissingRule.NotApplicable.ZERO;
      BigFraction low = fraction(contributions.get(0));
      BigFraction high = fraction(contributions.get(contributions.size() - 1));
      ranges.add(new Range(
          orZero ? min(low, BigFraction.ZERO) : low,
          orZero ? max(high, BigFraction.ZERO) : high,
          Set.of(key.item()),
          true));
    }
    return Optional.of(ranges);
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
      ranges.add(range.get());
    }
    return Optional.of(ranges);
  }

  /** The method that gives the same with all signs turned. */
  private static Method turned(Scale scale) {
    return switch (scale.method()) {
      case MAXIMUM -> Method.MINIMUM;
      case MINIMUM -> Method.MAXIMUM;
      case SUM, MEAN, COUNT, IRT -> scale.method();
    };
  }

  /** The highest score, given the most that each part can add. */
  private static BigFraction highest(List<BigFraction> parts, Scale scale, Method method) {
    List<BigFraction> largestFirst = new ArrayList<>(parts);
    largestFirst.sort(Comparator.reverseOrder());
    int n = parts.size();
    int limit = scale.missing().limit().of(n);
    boolean shrinks = scale.keying() instanceof Keying.OfItems
        && scale.missing().notApplicable() == MissingRule.NotApplicable.IGNORE;
    int fewest = shrinks ? 1 : Math.max(1, n - limit);
    List<BigFraction> candidates = new ArrayList<>();
    if (method.isExtreme()) {
      return extreme(largestFirst, fewest, method);
    }
    BigFraction sum = BigFraction.ZERO;
    for (int k = 1; k <= n; k++) {
      sum = sum.add(largestFirst.get(k - 1));
      if (k >= fewest && scale.missing().then().isFill()) {
        candidates.add(sum.add(fill(largestFirst.subList(0, k), scale).multiply(n - k)));
        continue;
      }
      if (k >= fewest && shrinks) {
        candidates.add(score(sum, k, k, scale));
        candidates.add(score(sum, k, Math.min(n, k + limit), scale));
      } else if (k >= fewest) {
        candidates.add(score(sum, k, n, scale));
      }
    }
    return Collections.max(candidates);
  }

  /** The largest of all, or the least that the fewest and largest leave; missing ones are left out. */
  private static BigFraction extreme(List<BigFraction> largestFirst, int fewest, Method method) {
    return largestFirst.get(method == Method.MAXIMUM ? 0 : fewest - 1);
  }

  /** What each missing answer counts as, given the largest that were answered. */
  private static BigFraction fill(List<BigFraction> largestFirst, Scale scale) {
    int k = largestFirst.size();
    BigFraction sum = largestFirst.stream().reduce(BigFraction.ZERO, BigFraction::add);
    BigFraction middle = scale.missing().then() == MissingRule.Then.MEDIAN
        ? largestFirst.get((k - 1) / 2).add(largestFirst.get(k / 2)).divide(2)
        : sum.divide(k);
    return rounded(middle, new Rounding(scale.missing().fill(), 0));
  }

  /** The score of a sum over {@code k} answers of {@code n}. */
  private static BigFraction score(BigFraction sum, int k, int n, Scale scale) {
    MissingRule.Then then = scale.missing().then();
    if (scale.method() == Method.MEAN) {
      return sum.divide(then == MissingRule.Then.ZERO ? n : k);
    }
    return then == MissingRule.Then.PRORATE ? sum.multiply(n).divide(k) : sum;
  }

  private static BigFraction rounded(BigFraction value, Rounding rounding) {
    if (rounding.mode() == Rounding.Mode.NONE) {
      return value;
    }
    return fraction(new BigDecimal(value.getNumerator())
        .divide(
            new BigDecimal(value.getDenominator()),
            rounding.decimals(),
            rounding.mode().java()));
  }

  private static BigFraction fraction(BigDecimal value) {
    BigDecimal whole = value.scale() < 0 ? value.setScale(0) : value;
    return new BigFraction(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
  }

  private static BigFraction min(BigFraction a, BigFraction b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static BigFraction max(BigFraction a, BigFraction b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
