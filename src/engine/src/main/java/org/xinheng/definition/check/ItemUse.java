package org.xinheng.definition.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.xinheng.definition.Places;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
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
    ConditionUse.of(instrument)
        .forEach(use -> use.condition()
            .walk()
            .forEach(condition -> condition.askedItem().ifPresent(used::add)));
    instrument.critical().stream()
        .filter(critical -> critical.isSingle())
        .forEach(critical -> used.add(critical.id()));
    instrument.validity().stream()
        .map(ValidityIndex::sign)
        .filter(ItemUse::countsAnswers)
        .forEach(sign -> used.addAll(sign.items()));
    return used;
  }

  /** The items of a scale; none for a composite. */
  static List<Key> keys(Scale scale) {
    return scale.keying().keys();
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

  /** What a ratio is divided by, if it was read without a fault. */
  static Optional<Keying.Part> divisor(Scale scale, Places places) {
    return scale.method() == Method.RATIO
        ? parts(scale, places).stream().skip(1).findFirst()
        : Optional.empty();
  }

  /** The keys of a scale with what their items take, in order; those without whose items have faults of their own. */
  static Map<Key, ResponseSet.Scorable> responses(
      Scale scale, Instrument instrument, Predicate<Object> sound) {
    Map<Key, ResponseSet.Scorable> responses = new LinkedHashMap<>();
    for (Key key : keys(scale)) {
      instrument
          .item(key.item())
          .filter(sound)
          .flatMap(instrument::scorable)
          .filter(sound)
          .filter(PossibleScores::isSettled)
          .ifPresent(of -> responses.put(key, of));
    }
    return responses;
  }

  /** The models of the scales that were read without a fault, by scale. */
  static Map<Scale, Keying.OfModel> models(Instrument instrument, Places places) {
    Map<Scale, Keying.OfModel> models = new LinkedHashMap<>();
    for (Scale scale : instrument.scales()) {
      if (places.isSound(scale) && scale.keying() instanceof Keying.OfModel model) {
        models.put(scale, model);
      }
    }
    return models;
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

  /** The answers to an item, if item and answers were read without a fault, and there is something to answer. */
  static Optional<ResponseSet.Scorable> responses(
      String item, Instrument instrument, Places places) {
    return instrument
        .item(item)
        .filter(places::isSound)
        .flatMap(instrument::responsesOf)
        .filter(places::isSound)
        .filter(ResponseSet.Scorable.class::isInstance)
        .map(ResponseSet.Scorable.class::cast)
        .filter(set -> !(set instanceof ResponseSet.Choice) || !set.options().isEmpty());
  }

  /** The options of an item of which one is chosen. */
  static Optional<ResponseSet.Choice> choice(String item, Instrument instrument, Places places) {
    return responses(item, instrument, places)
        .filter(ResponseSet.Choice.class::isInstance)
        .map(ResponseSet.Choice.class::cast);
  }
}
