package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** A validity index can be met. */
final class ValidityNever implements Rule<Instrument> {

  /**
   * Why a sign cannot be met.
   *
   * @param key the key of the sign that is at fault
   */
  private record Fault(String key, String why) {}

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Faults faults = new Faults(instrument, places);
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index)) {
        index
            .sign()
            .accept(faults)
            .ifPresent(fault -> found.add(error(
                    "validity.never",
                    places.of(index.sign(), fault.key()),
                    "validity index '%s' can never be met: %s",
                    index.id(),
                    fault.why())
                .hint("correct '%s'", fault.key())));
      }
    }
    return found;
  }

  /** What a sign falls short of; empty if it can be met, or if other rules say what is wrong. */
  private static final class Faults implements Sign.Visitor<Optional<Fault>> {

    private static final String AT_OR_ABOVE = "at-or-above";

    private final Instrument instrument;
    private final Places places;
    private final PossibleScores possible;

    Faults(Instrument instrument, Places places) {
      this.instrument = instrument;
      this.places = places;
      this.possible = new PossibleScores(instrument, places::isSound);
    }

    @Override
    public Optional<Fault> scaleAtOrAbove(Sign.ScaleAtOrAbove sign) {
      return instrument
          .scale(sign.scale())
          .flatMap(possible::values)
          .filter(range -> range.endsBelow(sign.atOrAbove()))
          .map(range -> new Fault(
              AT_OR_ABOVE,
              "scale '" + sign.scale() + "' ends at " + range.highestText() + ", below "
                  + sign.atOrAbove().toPlainString()));
    }

    @Override
    public Optional<Fault> unansweredAtOrAbove(Sign.UnansweredAtOrAbove sign) {
      int items = sign.items().size();
      return unless(
          sign.atOrAbove() <= items,
          AT_OR_ABOVE,
          "it asks for " + sign.atOrAbove() + " of " + items + " items");
    }

    @Override
    public Optional<Fault> unansweredShare(Sign.UnansweredShare sign) {
      return Optional.empty();
    }

    @Override
    public Optional<Fault> sameAnswer(Sign.SameAnswer sign) {
      return mostAlike(sign.items())
          .flatMap(most -> unless(
              most == sign.items().size(),
              "same-answer",
              "no code is an answer to all of its items"));
    }

    @Override
    public Optional<Fault> longString(Sign.LongString sign) {
      return mostAlike(sign.items())
          .flatMap(most -> unless(
              sign.atOrAbove() <= most,
              AT_OR_ABOVE,
              "at most " + most + " of its items take the same answer"));
    }

    @Override
    public Optional<Fault> variability(Sign.Variability sign) {
      return unless(
          sign.items().size() >= 2, "variability", "fewer than two answers have no variability");
    }

    @Override
    public Optional<Fault> pairs(Sign.Pairs sign) {
      int wide = 0;
      for (Sign.Pair pair : sign.pairs()) {
        Optional<ResponseSet.Choice> first = ItemUse.choice(pair.first(), instrument, places);
        Optional<ResponseSet.Choice> second = ItemUse.choice(pair.second(), instrument, places);
        if (first.isEmpty() || second.isEmpty()) {
          return Optional.empty();
        }
        wide += widest(first.get(), second.get(), pair.opposite()) >= sign.apart() ? 1 : 0;
      }
      return unless(
          sign.atOrAbove() <= wide,
          wide == sign.pairs().size() ? AT_OR_ABOVE : "apart",
          wide + " of its pairs can be " + sign.apart() + " apart, and it asks for "
              + sign.atOrAbove());
    }

    /** How far apart two answers can be; reversing swaps the ends of the second. */
    private static int widest(
        ResponseSet.Choice first, ResponseSet.Choice second, boolean opposite) {
      int turn = second.lowest().add(second.highest()).intValueExact();
      int widest = 0;
      for (Option one : first.options()) {
        for (Option other : second.options()) {
          int code = opposite ? turn - other.code() : other.code();
          widest = Math.max(widest, Math.abs(one.code() - code));
        }
      }
      return widest;
    }

    @Override
    public Optional<Fault> evenOdd(Sign.EvenOdd sign) {
      return unless(
          sign.below().compareTo(BigDecimal.ONE.negate()) > 0,
          "below",
          "no consistency is below -1");
    }

    @Override
    public Optional<Fault> mahalanobis(Sign.Mahalanobis sign) {
      return unless(
          sign.quantile().compareTo(BigDecimal.ONE) < 0,
          "quantile",
          "no distance is above all others");
    }

    @Override
    public Optional<Fault> personFitBelow(Sign.PersonFitBelow sign) {
      return Optional.empty();
    }

    @Override
    public Optional<Fault> secondsBelow(Sign.SecondsBelow sign) {
      return seconds("seconds-below", sign.seconds());
    }

    @Override
    public Optional<Fault> secondsPerItemBelow(Sign.SecondsPerItemBelow sign) {
      return seconds("seconds-per-item-below", sign.seconds());
    }

    private static Optional<Fault> seconds(String key, BigDecimal seconds) {
      return unless(seconds.signum() > 0, key, "no form takes less than 0 seconds");
    }

    /** How many of the items can take one and the same answer; empty if it cannot be told. */
    private Optional<Integer> mostAlike(List<String> items) {
      Map<Integer, Integer> takers = new HashMap<>();
      int ofAnyNumber = 0;
      for (String item : items) {
        Optional<ResponseSet.Scorable> responses = ItemUse.responses(item, instrument, places);
        if (responses.isEmpty()) {
          return Optional.empty();
        }
        responses.get().options().forEach(option -> takers.merge(option.code(), 1, Integer::sum));
        ofAnyNumber += responses.get().options().isEmpty() ? 1 : 0;
      }
      return Optional.of(
          ofAnyNumber + takers.values().stream().max(Integer::compare).orElse(0));
    }

    private static Optional<Fault> unless(boolean reachable, String key, String why) {
      return reachable ? Optional.empty() : Optional.of(new Fault(key, why));
    }
  }
}
