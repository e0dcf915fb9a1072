package org.xinheng.definition.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.instrument.Exact;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;

/**
 * Every value that a scale can have, as far as they can be listed: what {@link PossibleScores} says of the two ends, said
 * of all that lies between.
 *
 * <p>Items are taken one after the other; of the first ones it is enough to know every sum (or extreme) together with how
 * many were answered and how many are missing. Values that cannot be found so, but are rounded, are among all numbers
 * with so many decimals between the ends.
 */
final class PossibleValues {

  /** More than any score has that people can read a table of. */
  private static final int MOST = 50_000;

  /** Sums that are gone through; more would take seconds. */
  private static final long MOST_STEPS = 5_000_000;

  /** Whole numbers of more bits are not added up here. */
  private static final int MOST_BITS = 40;

  private final Instrument instrument;
  private final Predicate<Object> sound;
  private final PossibleScores scores;
  private final Map<String, Optional<Values>> known = new HashMap<>();
  private int depth;

  PossibleValues(Instrument instrument, Predicate<Object> sound, PossibleScores scores) {
    this.instrument = instrument;
    this.sound = sound;
    this.scores = scores;
  }

  /**
   * Values of a scale.
   *
   * @param all in order, and no other value is possible
   * @param items the items that they depend on
   * @param exact whether some answers give each of them
   */
  record Values(NavigableSet<BigFraction> all, Set<String> items, boolean exact) {

    Values times(BigDecimal weight) {
      return mapped(value -> value.multiply(Exact.of(weight)));
    }

    Values mapped(UnaryOperator<BigFraction> each) {
      return new Values(
          all.stream().map(each).collect(Collectors.toCollection(TreeSet::new)), items, exact);
    }

    /** From the first to the last; empty if there is none. */
    Optional<PossibleScores.Range> ends() {
      return all.isEmpty()
          ? Optional.empty()
          : Optional.of(new PossibleScores.Range(all.first(), all.last(), items, exact));
    }

    /** The values that are farthest from 0 and next to it, below and above. */
    List<BigFraction> besideZero() {
      List<BigFraction> beside = new ArrayList<>();
      for (NavigableSet<BigFraction> side :
          List.of(all.headSet(BigFraction.ZERO, false), all.tailSet(BigFraction.ZERO, false))) {
        if (!side.isEmpty()) {
          beside.add(side.first());
          beside.add(side.last());
        }
      }
      return beside;
    }
  }

  /** All values; empty if they are too many or too various to be listed. */
  Optional<Values> values(Scale scale) {
    Optional<Values> before = beforeConversion(scale);
    return scale.transform().conversion().isEmpty()
        ? before
        : before.map(values -> new Values(
            values.all().stream()
                .flatMap(value -> scale.transform().conversion().get().of(value).stream())
                .collect(Collectors.toCollection(TreeSet::new)),
            values.items(),
            values.exact()));
  }

  /** All values that the table of a scale is asked for, and the same as {@link #values} without one. */
  Optional<Values> beforeConversion(Scale scale) {
    if (!known.containsKey(scale.id())) {
      // A scale in a cycle meets this while it is being computed.
      known.put(scale.id(), Optional.empty());
      depth++;
      if (depth <= ScaleCycle.MOST_LEVELS && isSound(scale)) {
        Optional<Values> values =
            raw(scale).map(raw -> raw.mapped(value -> scale.transform().clamped(value)));
        known.put(scale.id(), values.isPresent() ? values : ofDecimals(scale));
      }
      depth--;
    }
    return known.getOrDefault(scale.id(), Optional.empty());
  }

  private boolean isSound(Scale scale) {
    return sound.test(scale) && scale.transform().divisor().signum() != 0;
  }

  /** All numbers with the decimals to which the scale is rounded, from its lowest value to its highest. */
  private Optional<Values> ofDecimals(Scale scale) {
    Rounding rounding = scale.transform().rounding();
    if (rounding.mode() == Rounding.Mode.NONE) {
      return Optional.empty();
    }
    BigFraction step = Exact.of(BigDecimal.ONE.movePointLeft(rounding.decimals()));
    Optional<PossibleScores.Range> range = scores.beforeConversion(scale);
    return range
        .filter(ends -> ends.highest().subtract(ends.lowest()).divide(step).doubleValue() < MOST)
        .map(ends -> {
          Rounding up = new Rounding(Rounding.Mode.UP, rounding.decimals());
          NavigableSet<BigFraction> all = new TreeSet<>(ends.ends());
          for (BigFraction value = up.of(ends.lowest());
              value.compareTo(ends.highest()) < 0;
              value = value.add(step)) {
            all.add(value);
          }
          return new Values(all, ends.items(), false);
        });
  }

  private Optional<Values> raw(Scale scale) {
    boolean isFilled =
        scale.missing().then().isFill() && scale.missing().limit().of(size(scale)) > 0;
    if (scale.method() == Method.STANDARD_DEVIATION || isFilled) {
      return Optional.empty();
    }
    if (scale.keying() instanceof Keying.OfItems) {
      return ofItems(scale);
    }
    return scale.keying() instanceof Keying.OfScales ? ofParts(scale) : Optional.empty();
  }

  private static int size(Scale scale) {
    return ItemUse.keys(scale).size() + ItemUse.parts(scale).size();
  }

  private Optional<Values> ofItems(Scale scale) {
    return ofEachItem(scale)
        .filter(answers -> !answers.isEmpty())
        .flatMap(answers -> combined(
            scale,
            answers.values().stream()
                .map(some -> some.stream().map(Exact::of).toList())
                .toList(),
            answers.keySet(),
            true));
  }

  /**
   * All that the answers to each item of a scale can add, from the smallest to the largest; empty if an item stands twice,
   * has faults of its own, or takes too many numbers.
   */
  Optional<Map<String, List<BigDecimal>>> ofEachItem(Scale scale) {
    Map<String, List<BigDecimal>> all = new LinkedHashMap<>();
    for (Map.Entry<Key, ResponseSet.Scorable> entry :
        ItemUse.responses(scale, instrument, sound).entrySet()) {
      List<BigDecimal> answers = answers(entry.getValue());
      if (answers.isEmpty()) {
        return Optional.empty();
      }
      all.put(
          entry.getKey().item(),
          answers.stream()
              .map(answer -> scale.contribution(entry.getKey(), entry.getValue(), answer))
              .sorted()
              .toList());
    }
    return all.size() == ItemUse.keys(scale).size() ? Optional.of(all) : Optional.empty();
  }

  /** Every answer; none if they are too many. */
  private static List<BigDecimal> answers(ResponseSet.Scorable responses) {
    if (!(responses instanceof ResponseSet.Numeric numeric)) {
      return responses.representatives(List.of());
    }
    BigDecimal steps =
        numeric.highest().subtract(numeric.lowest()).divideToIntegralValue(numeric.step());
    return steps.compareTo(BigDecimal.valueOf(MOST)) > 0
        ? List.of()
        : IntStream.rangeClosed(0, steps.intValueExact())
            .mapToObj(i -> numeric.lowest().add(numeric.step().multiply(BigDecimal.valueOf(i))))
            .toList();
  }

  private Optional<Values> ofParts(Scale scale) {
    List<Values> parts = new ArrayList<>();
    for (Keying.Part part : ItemUse.parts(scale)) {
      boolean subtracted = scale.method() == Method.DIFFERENCE && !parts.isEmpty();
      Optional<Values> values = instrument
          .scale(part.scale())
          .flatMap(this::values)
          .map(all -> all.times(subtracted ? part.weight().negate() : part.weight()));
      if (values.isEmpty() || values.get().all().isEmpty()) {
        return Optional.empty();
      }
      parts.add(values.get());
    }
    Set<String> items = new HashSet<>();
    parts.forEach(part -> items.addAll(part.items()));
    boolean disjoint =
        items.size() == parts.stream().mapToInt(part -> part.items().size()).sum();
    boolean exact = disjoint && parts.stream().allMatch(Values::exact);
    if (scale.method().isOfTwo() && parts.size() != 2) {
      return Optional.empty();
    }
    return switch (scale.method()) {
      case PRODUCT, RATIO -> pairs(scale.method(), parts).map(all -> new Values(all, items, exact));
      case SUM, MEAN, DIFFERENCE ->
        combined(scale, parts.stream().map(Values::all).toList(), items, exact);
      case COUNT, MAXIMUM, MINIMUM, STANDARD_DEVIATION, IRT -> Optional.empty();
    };
  }

  /** Every product, or every ratio that is not by 0. */
  private static Optional<NavigableSet<BigFraction>> pairs(Method method, List<Values> two) {
    NavigableSet<BigFraction> all = new TreeSet<>();
    if ((long) two.get(0).all().size() * two.get(1).all().size() > MOST) {
      return Optional.empty();
    }
    for (BigFraction second : two.get(1).all()) {
      for (BigFraction first : two.get(0).all()) {
        if (method == Method.PRODUCT) {
          all.add(first.multiply(second));
        } else if (second.compareTo(BigFraction.ZERO) != 0) {
          all.add(first.divide(second));
        }
      }
    }
    return Optional.of(all);
  }

  /** How many of the first items were answered, and how many of them are missing. */
  private record Count(int answered, int missing) {}

  /** Every sum, mean or extreme of what each item or part can add. */
  private static Optional<Values> combined(
      Scale scale,
      List<? extends Collection<BigFraction>> contributions,
      Set<String> items,
      boolean exact) {
    BigInteger denominator = contributions.stream()
        .flatMap(Collection::stream)
        .map(BigFraction::getDenominator)
        .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
    Map<Count, Set<Long>> sums = Map.of(new Count(0, 0), Set.of(0L));
    long steps = 0;
    for (Collection<BigFraction> one : contributions) {
      List<BigInteger> whole =
          one.stream().map(value -> value.multiply(denominator).getNumerator()).toList();
      if (whole.stream().anyMatch(value -> value.bitLength() > MOST_BITS)) {
        return Optional.empty();
      }
      long before = sums.values().stream().mapToLong(Set::size).sum();
      steps += before * whole.size();
      if (before > MOST || steps > MOST_STEPS) {
        return Optional.empty();
      }
      sums = with(
          whole.stream().map(BigInteger::longValueExact).toList(),
          sums,
          scale,
          contributions.size());
    }
    NavigableSet<BigFraction> all = new TreeSet<>();
    sums.forEach((count, some) -> {
      if (count.answered() > 0) {
        some.forEach(sum -> all.add(HighestScore.score(
            new BigFraction(BigInteger.valueOf(sum), denominator),
            count.answered(),
            count.answered() + count.missing(),
            scale)));
      }
    });
    return Optional.of(new Values(all, items, exact));
  }

  private static Map<Count, Set<Long>> with(
      List<Long> contributions, Map<Count, Set<Long>> sums, Scale scale, int size) {
    int mostMissing = scale.missing().limit().of(size);
    boolean ofItems = scale.keying() instanceof Keying.OfItems;
    Map<Count, Set<Long>> next = new HashMap<>();
    sums.forEach((count, some) -> {
      Count answered = new Count(count.answered() + 1, count.missing());
      contributions.forEach(value -> put(
          next,
          answered,
          some,
          sum -> count.answered() == 0 ? value : added(scale.method(), sum, value)));
      if (count.missing() < mostMissing) {
        put(next, new Count(count.answered(), count.missing() + 1), some, sum -> sum);
      }
      if (ofItems && scale.missing().notApplicable() == MissingRule.NotApplicable.ZERO) {
        put(next, answered, some, sum -> sum);
      }
      if (ofItems && scale.missing().notApplicable() == MissingRule.NotApplicable.IGNORE) {
        put(next, count, some, sum -> sum);
      }
    });
    return next;
  }

  private static void put(
      Map<Count, Set<Long>> next, Count count, Set<Long> sums, UnaryOperator<Long> each) {
    Set<Long> of = next.computeIfAbsent(count, any -> new HashSet<>());
    sums.forEach(sum -> of.add(each.apply(sum)));
  }

  private static long added(Method method, long sum, long value) {
    if (!method.isExtreme()) {
      return sum + value;
    }
    return method == Method.MAXIMUM ? Math.max(sum, value) : Math.min(sum, value);
  }
}
