package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Transform;

/** A scale that can give a fraction says how it is rounded, even if it is not. */
final class RoundUndeclared implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      if (places.isSound(scale) && !places.has(scale, "round")) {
        cause(scale, instrument, places)
            .ifPresent(cause -> found.add(error(
                    "round.undeclared",
                    cause.place(),
                    "scale '%s' can give a fraction, by %s, and declares no rounding",
                    scale.id(),
                    cause.what())
                .hint(
                    scale.method() == Method.STANDARD_DEVIATION
                        ? "add 'round: {to: 2, mode: half-up}'"
                        : "add 'round: {to: 0, mode: half-up}', or 'round: {mode: none}' to keep the"
                            + " fraction")));
      }
    }
    return found;
  }

  private record Cause(String what, Place place) {}

  private static Optional<Cause> cause(Scale scale, Instrument instrument, Places places) {
    int size = ItemUse.keys(scale).size() + ItemUse.parts(scale).size();
    boolean divides = scale.method() == Method.RATIO
        || scale.method() == Method.STANDARD_DEVIATION
        || (scale.method() == Method.MEAN && size > 1);
    if (divides) {
      String what = "its " + scale.method().word().replace('-', ' ');
      return Optional.of(new Cause(what, places.of(scale, "method")));
    }
    Optional<Cause> weight = weights(scale, places).findFirst();
    if (weight.isPresent()) {
      return weight;
    }
    Optional<Cause> decimals = scale.counting().isPresent()
        ? Optional.empty()
        : ItemUse.keys(scale).stream()
            .filter(key -> takesDecimals(key, instrument))
            .map(key -> new Cause("the decimals of item '" + key.item() + "'", places.of(key)))
            .findFirst();
    if (decimals.isPresent()) {
      return decimals;
    }
    boolean prorated = scale.missing().then() == MissingRule.Then.PRORATE
        && scale.missing().limit().of(size) > 0;
    if (prorated) {
      return Optional.of(new Cause("prorating", places.of(scale.missing(), "then")));
    }
    return transform(scale, places);
  }

  private static Stream<Cause> weights(Scale scale, Places places) {
    return Stream.concat(
        ItemUse.keys(scale).stream()
            .filter(key -> isFraction(key.weight()))
            .map(key ->
                new Cause("the weight of item '" + key.item() + "'", places.of(key, "weight"))),
        ItemUse.parts(scale).stream()
            .filter(part -> isFraction(part.weight()))
            .map(part -> new Cause(
                "the weight of scale '" + part.scale() + "'", places.of(part, "weight"))));
  }

  private static Optional<Cause> transform(Scale scale, Places places) {
    Transform transform = scale.transform();
    if (transform.divisor().signum() != 0
        && !transform.factor().getDenominator().equals(BigInteger.ONE)) {
      return Optional.of(
          places.has(scale, "divide")
              ? new Cause("its divisor", places.of(scale, "divide"))
              : new Cause("its multiplier", places.of(scale, "multiply")));
    }
    return isFraction(transform.addend())
        ? Optional.of(new Cause("what is added", places.of(scale, "add")))
        : Optional.empty();
  }

  private static boolean takesDecimals(Key key, Instrument instrument) {
    return instrument
        .item(key.item())
        .flatMap(instrument::responsesOf)
        .filter(set -> set instanceof ResponseSet.Numeric numeric && numeric.decimals() > 0)
        .isPresent();
  }

  private static boolean isFraction(BigDecimal value) {
    return value.stripTrailingZeros().scale() > 0;
  }
}
