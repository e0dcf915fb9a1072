package org.xinheng.instrument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.instrument.irt.LevelRange;

/**
 * How large the whole numbers can become in which the scales of a questionnaire are computed.
 *
 * <p>Scores are fractions of whole numbers in 64 bits, and nothing looks for overflow while students are scored. So it is
 * proved beforehand, with big numbers, that none can happen: the checker refuses a definition of which that cannot be
 * shown, and so does the plan. The proof follows the arithmetic of a plan step by step. With at most {@code N / D} as the
 * raw value, of which no value is above {@code V}:
 *
 * <pre>
 *   n items, decimals over w       N = S·w, D = w         S: sum of the largest answers, each at most L
 *   mean, prorated, filled in      N = S·w·n, D = w·n     and V = L or L·n
 *   standard deviation             N = n·Σ(L·w)², D = n·(n − 1)·w², of the variance; its root is below V = 2·L
 *   level of a model               as LevelRange says
 *   sum or difference of scales    D the common denominator, N = S·D
 *   product                        N = V₁·V₂·D₁·D₂, D = D₁·D₂
 *   ratio                          N = V₁·D₁·D₂, D = D₁·V₂·D₂, V = V₁·D₂, as no divisor but 0 is below 1 / D₂
 * </pre>
 */
public final class Magnitudes {

  /** Deeper than scales of scales go in any checked definition. */
  private static final int MOST_LEVELS = 100;

  private final Instrument instrument;
  private final Function<Scale, Optional<LevelRange>> levels;
  private final Map<String, Optional<Magnitude>> known = new HashMap<>();
  private int depth;

  /**
   * The numbers of a questionnaire.
   *
   * @param levels the levels that a scale with a model of item response theory can have; empty if they are not known
   */
  public Magnitudes(Instrument instrument, Function<Scale, Optional<LevelRange>> levels) {
    this.instrument = instrument;
    this.levels = levels;
  }

  /**
   * The size of a combination.
   *
   * @param isSquare whether numerator and denominator are of the variance, of which the value is the root
   */
  private record Raw(
      BigInteger numerator,
      BigInteger denominator,
      BigInteger value,
      boolean hasFixedDenominator,
      boolean isSquare) {}

  /** The numbers of a scale; empty if what it is made of is not defined, or goes round in a circle. */
  public Optional<Magnitude> of(Scale scale) {
    if (!known.containsKey(scale.id())) {
      // A scale in a cycle meets this while it is being computed.
      known.put(scale.id(), Optional.empty());
      depth++;
      if (depth <= MOST_LEVELS && isDefined(scale)) {
        known.put(scale.id(), raw(scale).map(raw -> new Proof(scale, raw).magnitude()));
      }
      depth--;
    }
    return known.getOrDefault(scale.id(), Optional.empty());
  }

  private static boolean isDefined(Scale scale) {
    int size =
        scale.keying() instanceof Keying.OfScales composite ? composite.parts().size() : 2;
    return scale.transform().divisor().signum() != 0 && (!scale.method().isOfTwo() || size == 2);
  }

  private Optional<Raw> raw(Scale scale) {
    if (scale.keying() instanceof Keying.OfItems items) {
      return ofItems(scale, items.keys());
    }
    if (scale.keying() instanceof Keying.OfModel) {
      return levels.apply(scale).map(Magnitudes::ofLevels);
    }
    return parts((Keying.OfScales) scale.keying()).map(parts -> ofParts(scale, parts));
  }

  private Optional<Raw> ofItems(Scale scale, List<Key> keys) {
    int decimals = 0;
    List<BigInteger> largest = new ArrayList<>();
    List<ResponseSet.Scorable> answers = new ArrayList<>();
    for (Key key : keys) {
      Optional<ResponseSet.Scorable> responses =
          instrument.item(key.item()).flatMap(instrument::scorable);
      if (responses.isEmpty()) {
        return Optional.empty();
      }
      answers.add(responses.get());
    }
    for (int i = 0; i < keys.size(); i++) {
      Key key = keys.get(i);
      if (Key.addsLikeBefore(i, keys, answers)) {
        largest.add(largest.get(i - 1));
        continue;
      }
      decimals = Math.max(decimals, scale.decimals(key, answers.get(i)));
      largest.add(scale.contributions(key, answers.get(i)).stream()
          .map(Magnitudes::ceiling)
          .reduce(BigInteger.ZERO, BigInteger::max));
    }
    BigInteger w = BigInteger.TEN.pow(decimals);
    return Optional.of(
        scale.method() == Method.STANDARD_DEVIATION
            ? spread(largest, w)
            : combined(scale, largest, w, true));
  }

  private static Raw ofLevels(LevelRange levels) {
    BigInteger denominator = BigInteger.valueOf(levels.denominator());
    double farthest = Math.max(Math.abs(levels.lowest()), Math.abs(levels.highest()));
    BigInteger value = ceiling(BigDecimal.valueOf(farthest));
    return new Raw(value.multiply(denominator), denominator, value, true, false);
  }

  private static Raw spread(List<BigInteger> largest, BigInteger w) {
    BigInteger n = BigInteger.valueOf(largest.size());
    BigInteger squares = largest.stream()
        .map(one -> one.multiply(w).pow(2))
        .reduce(BigInteger.ZERO, BigInteger::add);
    return new Raw(
        n.multiply(squares),
        n.multiply(n.subtract(BigInteger.ONE)).multiply(w.pow(2)).max(BigInteger.ONE),
        largest.stream().reduce(BigInteger.ZERO, BigInteger::max).shiftLeft(1),
        false,
        true);
  }

  /** A sum, a mean or an extreme of what is at most {@code largest}, over one denominator. */
  private static Raw combined(
      Scale scale, List<BigInteger> largest, BigInteger denominator, boolean isFixed) {
    int size = largest.size();
    boolean mean = scale.method() == Method.MEAN;
    MissingRule.Then then = scale.missing().then();
    boolean prorates = then == MissingRule.Then.PRORATE || then.isFill();
    boolean varies = mean || (prorates && scale.missing().limit().of(size) > 0);
    BigInteger n = BigInteger.valueOf(varies ? Math.max(size, 1) : 1);
    BigInteger sum = largest.stream().reduce(BigInteger.ZERO, BigInteger::add);
    BigInteger one = largest.stream().reduce(BigInteger.ZERO, BigInteger::max);
    BigInteger value = varies ? one.multiply(n) : sum;
    return new Raw(
        sum.multiply(denominator).multiply(n),
        denominator.multiply(n),
        mean || scale.method().isExtreme() ? one : value,
        isFixed && !varies,
        false);
  }

  /** Each part with its weight. */
  private Optional<List<Magnitude>> parts(Keying.OfScales composite) {
    List<Magnitude> parts = new ArrayList<>();
    for (Keying.Part part : composite.parts()) {
      Optional<Magnitude> magnitude = instrument.scale(part.scale()).flatMap(this::of);
      if (magnitude.isEmpty()) {
        return Optional.empty();
      }
      Magnitude of = magnitude.get();
      parts.add(new Magnitude(
          ceiling(new BigDecimal(of.value()).multiply(part.weight())),
          of.denominator().multiply(Exact.of(part.weight()).getDenominator()),
          of.hasFixedDenominator(),
          of.largest()));
    }
    return Optional.of(parts);
  }

  private static Raw ofParts(Scale scale, List<Magnitude> parts) {
    if (scale.method() == Method.PRODUCT) {
      Magnitude first = parts.get(0);
      Magnitude second = parts.get(1);
      BigInteger denominator = first.denominator().multiply(second.denominator());
      BigInteger value = first.value().multiply(second.value());
      boolean fixed = first.hasFixedDenominator() && second.hasFixedDenominator();
      return new Raw(value.multiply(denominator), denominator, value, fixed, false);
    }
    if (scale.method() == Method.RATIO) {
      Magnitude first = parts.get(0);
      Magnitude second = parts.get(1);
      BigInteger denominator = first.denominator().multiply(second.denominator());
      return new Raw(
          first.value().multiply(denominator),
          second.value().max(BigInteger.ONE).multiply(denominator),
          first.value().multiply(second.denominator()),
          false,
          false);
    }
    return combined(
        scale, parts.stream().map(Magnitude::value).toList(), commonDenominatorOf(parts), false);
  }

  /** The least common multiple of denominators that are fixed, times all that are not. */
  private static BigInteger commonDenominatorOf(List<Magnitude> parts) {
    BigInteger common = BigInteger.ONE;
    for (Magnitude part : parts) {
      BigInteger shared =
          part.hasFixedDenominator() ? common.gcd(part.denominator()) : BigInteger.ONE;
      common = common.multiply(part.denominator().divide(shared));
    }
    return common;
  }

  /** The smallest power of ten over which all are whole. */
  private static BigInteger commonDenominator(List<BigDecimal> values) {
    int decimals =
        values.stream().mapToInt(value -> value.stripTrailingZeros().scale()).reduce(0, Math::max);
    return BigInteger.TEN.pow(decimals);
  }

  private static BigInteger ceiling(BigDecimal value) {
    return value.abs().setScale(0, RoundingMode.CEILING).toBigInteger();
  }

  /** The way from the raw value to the value and its band. */
  private static final class Proof {

    private final Scale scale;
    private final Transform transform;
    private BigInteger largest = BigInteger.ONE;
    private BigInteger value;
    private BigInteger denominator;
    private boolean fixed;

    Proof(Scale scale, Raw raw) {
      this.scale = scale;
      transform = scale.transform();
      value = raw.value();
      denominator = raw.denominator();
      fixed = raw.hasFixedDenominator();
      note(raw.numerator(), raw.denominator());
      edges(Bands.Stage.RAW)
          .forEach(
              edge -> compare(raw.numerator(), raw.denominator(), edge, raw.isSquare() ? 2 : 1));
      if (raw.isSquare()) {
        root(raw);
      } else {
        affine(raw);
      }
      transform.clamp().ifPresent(this::clamp);
      transform.conversion().ifPresent(this::convert);
      BigInteger numerator = value.multiply(denominator);
      note(numerator, denominator);
      edges(Bands.Stage.VALUE).forEach(edge -> compare(numerator, denominator, edge, 1));
    }

    Magnitude magnitude() {
      return new Magnitude(value, denominator, fixed, largest);
    }

    private void note(BigInteger... numbers) {
      Arrays.stream(numbers).forEach(number -> largest = largest.max(number.abs()));
    }

    private BigInteger power() {
      return BigInteger.TEN.pow(transform.rounding().decimals());
    }

    /** {@code (num·f·a + b·den·g) / (den·g·a)} for the factor f / g and the addend b / a, then twice that for rounding. */
    private void affine(Raw raw) {
      BigFraction factor = transform.factor();
      BigFraction addend = Exact.of(transform.addend());
      BigInteger num = raw.numerator()
          .multiply(factor.getNumerator().abs())
          .multiply(addend.getDenominator())
          .add(addend
              .getNumerator()
              .abs()
              .multiply(raw.denominator())
              .multiply(factor.getDenominator()));
      BigInteger den =
          raw.denominator().multiply(factor.getDenominator()).multiply(addend.getDenominator());
      note(num.multiply(power()).shiftLeft(1), den.shiftLeft(1));
      note(factor.getNumerator(), addend.getNumerator());
      value = valueAfter(factor, addend);
      if (transform.rounding().mode() == Rounding.Mode.NONE) {
        denominator = den;
      } else {
        denominator = power();
        fixed = true;
      }
    }

    /**
     * Comparisons of {@code f/g · √(num/den) + b/a} with halves of the last decimal, over {@code c = lcm(2·10^p, a)}, as
     * squares. The halves that are compared lie within two steps of the value, so that no square is above {@code
     * 2·num·(c·f)² + 2·den·(2·c/10^p·g)²}.
     */
    private void root(Raw raw) {
      BigFraction factor = transform.factor();
      BigFraction addend = Exact.of(transform.addend());
      BigInteger halves = power().shiftLeft(1);
      BigInteger common =
          halves.multiply(addend.getDenominator()).divide(halves.gcd(addend.getDenominator()));
      BigInteger step = common.divide(power()).shiftLeft(1).multiply(factor.getDenominator());
      BigInteger unit = common.multiply(factor.getNumerator().abs());
      value = valueAfter(factor, addend);
      note(unit.pow(2), addend.getNumerator().multiply(common));
      note(
          raw.numerator()
              .multiply(unit.pow(2))
              .shiftLeft(1)
              .add(raw.denominator().multiply(step.pow(2)).shiftLeft(1)),
          value
              .add(BigInteger.TWO)
              .multiply(common)
              .multiply(factor.getDenominator())
              .shiftLeft(1));
      denominator = power();
      fixed = true;
    }

    private BigInteger valueAfter(BigFraction factor, BigFraction addend) {
      BigFraction bound = factor.abs().multiply(value).add(addend.abs());
      BigInteger[] whole = bound.getNumerator().divideAndRemainder(bound.getDenominator());
      return whole[1].signum() == 0 ? whole[0] : whole[0].add(BigInteger.ONE);
    }

    private void clamp(Transform.Clamp clamp) {
      BigInteger den = commonDenominator(List.of(clamp.lowest(), clamp.highest()));
      BigInteger ends = ceiling(clamp.lowest()).max(ceiling(clamp.highest()));
      note(value.max(ends).multiply(denominator).multiply(den));
      value = ends;
      fixed = fixed && transform.rounding().mode() != Rounding.Mode.NONE;
      denominator = denominator.max(den);
    }

    private void convert(Conversion conversion) {
      List<BigDecimal> froms =
          conversion.entries().stream().map(Conversion.Entry::from).toList();
      List<BigDecimal> tos =
          conversion.entries().stream().map(Conversion.Entry::to).toList();
      BigInteger keyDen = commonDenominator(froms);
      BigInteger key = largest(froms).multiply(keyDen);
      BigInteger toDen = commonDenominator(tos);
      BigInteger to = largest(tos).multiply(toDen);
      BigInteger distance = value.multiply(keyDen).add(key).multiply(denominator);
      note(distance);
      value = largest(tos);
      fixed = true;
      if (conversion.between().isEmpty()) {
        denominator = toDen;
        return;
      }
      Rounding rounding = conversion.between().get();
      BigInteger power = BigInteger.TEN.pow(rounding.decimals());
      BigInteger steps = key.shiftLeft(1);
      BigInteger den = toDen.multiply(steps).multiply(denominator);
      BigInteger num =
          to.multiply(steps).multiply(denominator).add(distance.multiply(to.shiftLeft(1)));
      note(num.multiply(power).shiftLeft(1), den.shiftLeft(1));
      fixed = rounding.mode() != Rounding.Mode.NONE;
      denominator = fixed ? power : den;
    }

    private static BigInteger largest(List<BigDecimal> values) {
      return values.stream().map(Magnitudes::ceiling).reduce(BigInteger.ONE, BigInteger::max);
    }

    private Stream<BigDecimal> edges(Bands.Stage stage) {
      return scale.bandSets().stream()
          .filter(bands -> bands.stage() == stage)
          .flatMap(bands -> bands.bands().stream())
          .map(Band::from);
    }

    /** {@code num · edge denominator} with {@code edge · den}, or their squares. */
    private void compare(BigInteger num, BigInteger den, BigDecimal edge, int power) {
      BigInteger edgeDen = commonDenominator(List.of(edge));
      BigInteger edgeNum = ceiling(edge.multiply(new BigDecimal(edgeDen)));
      note(num.multiply(edgeDen.pow(power)), den.multiply(edgeNum.pow(power)));
    }
  }
}
