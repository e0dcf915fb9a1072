package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** A validity index is not met by every complete form. */
final class ValidityAlways implements Rule<Instrument> {

  /**
   * Why a sign says nothing.
   *
   * @param key the key of the sign that is at fault
   * @param hint what to write
   */
  private record Fault(String key, String why, String hint) {
    static Fault of(String key, String why) {
      return new Fault(key, why, "correct '" + key + "'");
    }
  }

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
                    "validity.always",
                    places.of(index.sign(), fault.key()),
                    "validity index '%s' is always met: %s",
                    index.id(),
                    fault.why())
                .hint("%s", fault.hint())));
      }
    }
    return found;
  }

  /** Why every complete form has a sign; empty if some do not, or if other rules say what is wrong. */
  private static final class Faults implements Sign.Visitor<Optional<Fault>> {

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
          .filter(range -> !range.startsBelow(sign.atOrAbove()))
          .map(range -> Fault.of(
              "at-or-above", "scale '" + sign.scale() + "' starts at " + range.lowestText()));
    }

    @Override
    public Optional<Fault> unansweredAtOrAbove(Sign.UnansweredAtOrAbove sign) {
      return Optional.empty();
    }

    @Override
    public Optional<Fault> unansweredShare(Sign.UnansweredShare sign) {
      return sign.shareAtOrAbove().signum() == 0
          ? Optional.of(Fault.of("share-at-or-above", "no share is below 0"))
          : Optional.empty();
    }

    @Override
    public Optional<Fault> sameAnswer(Sign.SameAnswer sign) {
      return sign.items().size() < 2
          ? Optional.of(new Fault(
              "same-answer", "it compares fewer than two items", "list the items that it compares"))
          : Optional.empty();
    }

    @Override
    public Optional<Fault> longString(Sign.LongString sign) {
      return sign.atOrAbove() <= 1
          ? Optional.of(Fault.of("at-or-above", "one answer is a run of 1"))
          : Optional.empty();
    }

    /** The spread is widest with one half of the answers at either end: {@code w² k (n - k) / (n (n - 1))}. */
    @Override
    public Optional<Fault> variability(Sign.Variability sign) {
      int n = sign.items().size();
      Optional<Integer> width = commonWidth(sign.items());
      if (n < 2 || width.isEmpty()) {
        return Optional.empty();
      }
      long widest = (long) width.get() * width.get() * (n / 2) * (n - n / 2);
      BigDecimal edge = sign.atOrBelow().pow(2).multiply(BigDecimal.valueOf((long) n * (n - 1)));
      return edge.compareTo(BigDecimal.valueOf(widest)) < 0
          ? Optional.empty()
          : Optional.of(Fault.of(
              "at-or-below",
              "the answers to its items never vary more than by "
                  + String.format(Locale.ROOT, "%.3f", Math.sqrt((double) widest / n / (n - 1)))));
    }

    /** Highest less lowest code, if that is the same for all items. */
    private Optional<Integer> commonWidth(List<String> items) {
      List<Optional<Integer>> widths = items.stream()
          .map(item -> ItemUse.choice(item, instrument, places).map(Faults::width))
          .distinct()
          .toList();
      return widths.size() == 1 ? widths.get(0) : Optional.empty();
    }

    private static int width(ResponseSet.Choice responses) {
      return responses.highest().subtract(responses.lowest()).intValueExact();
    }

    @Override
    public Optional<Fault> pairs(Sign.Pairs sign) {
      return Optional.empty();
    }

    @Override
    public Optional<Fault> evenOdd(Sign.EvenOdd sign) {
      return Optional.empty();
    }

    @Override
    public Optional<Fault> mahalanobis(Sign.Mahalanobis sign) {
      return sign.quantile().signum() == 0
          ? Optional.of(Fault.of("quantile", "every distance is above 0"))
          : Optional.empty();
    }

    @Override
    public Optional<Fault> personFitBelow(Sign.PersonFitBelow sign) {
      return Optional.empty();
    }

    @Override
    public Optional<Fault> secondsBelow(Sign.SecondsBelow sign) {
      return Optional.empty();
    }

    @Override
    public Optional<Fault> secondsPerItemBelow(Sign.SecondsPerItemBelow sign) {
      return Optional.empty();
    }
  }
}
