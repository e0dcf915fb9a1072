package org.xinheng.definition.check;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Magnitudes;
import org.xinheng.instrument.ModelledItem;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.irt.LevelEstimator;
import org.xinheng.instrument.irt.LevelRange;

/** What can be computed about a scale with a model, once no other rule has anything to say about its parameters. */
final class ModelledScale {

  private ModelledScale() {}

  /** Whether the parameters are those of a model. */
  static boolean isPossible(Keying.OfModel keying) {
    return !keying.items().isEmpty()
        && IrtThresholdOrder.isPossible(keying)
        && keying.model().prior().stream().allMatch(IrtPriorSd::isPossible)
        && keying.items().stream().allMatch(ModelledScale::isPossible);
  }

  private static boolean isPossible(ModelledItem item) {
    return !item.thresholds().isEmpty() && IrtDiscrimination.isPossible(item);
  }

  /**
   * The levels that the scale can have; empty if its parameters are at fault or do not fit its items.
   *
   * @param sound tells which parts of the instrument were read without a fault
   */
  static Optional<LevelRange> range(
      Scale scale, Keying.OfModel keying, Instrument instrument, Predicate<Object> sound) {
    return isPossible(keying) && IrtTooLarge.fits(keying) && fits(keying, instrument, sound)
        ? LevelEstimator.of(keying)
            .range(scale.missing().allowsFewer(keying.items().size()))
        : Optional.empty();
  }

  /** How large the numbers of a questionnaire become; not known of scales whose parameters are at fault. */
  static Magnitudes magnitudes(Instrument instrument, Predicate<Object> sound) {
    return new Magnitudes(
        instrument,
        scale -> scale.keying() instanceof Keying.OfModel keying
            ? range(scale, keying, instrument, sound)
            : Optional.empty());
  }

  private static boolean fits(
      Keying.OfModel keying, Instrument instrument, Predicate<Object> sound) {
    Set<String> seen = new HashSet<>();
    for (ModelledItem modelled : keying.items()) {
      Key key = modelled.key();
      boolean fits = instrument
          .item(key.item())
          .filter(sound)
          .flatMap(instrument::responsesOf)
          .filter(sound)
          .filter(responses -> IrtThresholdCount.fits(modelled, responses))
          .isPresent();
      if (!fits || !seen.add(key.item())) {
        return false;
      }
    }
    return true;
  }
}
