package org.xinheng.definition.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** What scales are made of, and which items a questionnaire names anywhere. */
final class ItemUse {

  private ItemUse() {}

  static List<String> of(Instrument instrument) {
    List<String> used = new ArrayList<>();
    instrument.scales().forEach(scale -> keys(scale).forEach(key -> used.add(key.item())));
    instrument.critical().forEach(critical -> used.add(critical.item()));
    instrument.validity().stream()
        .map(ValidityIndex::sign)
        .filter(ItemUse::countsAnswers)
        .forEach(sign -> used.addAll(sign.items()));
    return used;
  }

  /** The items of a scale; none for a composite. */
  static List<Key> keys(Scale scale) {
    return scale.keying() instanceof Keying.OfItems items ? items.keys() : List.of();
  }

  /** The parts of a composite; none for a scale of items. */
  static List<Keying.Part> parts(Scale scale) {
    return scale.keying() instanceof Keying.OfScales scales ? scales.parts() : List.of();
  }

  /** The items of a scale that was read without a fault. */
  static List<Key> keys(Scale scale, Places places) {
    return places.isSound(scale) ? keys(scale) : List.of();
  }

  /** The parts of a composite that was read without a fault. */
  static List<Keying.Part> parts(Scale scale, Places places) {
    return places.isSound(scale) ? parts(scale) : List.of();
  }

  /** Whether a scale is made of nothing. */
  static boolean isEmpty(Scale scale) {
    return keys(scale).isEmpty() && parts(scale).isEmpty();
  }

  /**
   * Whether a sign asks what is answered. Blanks, runs and spread are of the whole form, and an item that is looked at
   * for nothing else is not used.
   */
  private static boolean countsAnswers(Sign sign) {
    return switch (sign.family()) {
      case MISSING, STRAIGHT_LINING -> false;
      case VALIDITY_SCALE, INCONSISTENCY, SPEED -> true;
    };
  }

  /** The answers to an item, if item and answers were read without a fault. */
  static Optional<ResponseSet> responses(String item, Instrument instrument, Places places) {
    return instrument
        .item(item)
        .filter(places::isSound)
        .flatMap(instrument::responsesOf)
        .filter(places::isSound)
        .filter(set -> !set.options().isEmpty());
  }
}
