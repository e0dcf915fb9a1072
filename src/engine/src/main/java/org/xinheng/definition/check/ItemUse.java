package org.xinheng.definition.check;

import java.math.BigDecimal;
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
import org.xinheng.instrument.ValidityIndex;

/** What scales are made of, and which items a questionnaire names anywhere. */
final class ItemUse {

  private ItemUse() {}

  static List<String> of(Instrument instrument) {
    List<String> used = new ArrayList<>();
    instrument.scales().forEach(scale -> keys(scale).forEach(key -> used.add(key.item())));
    instrument.critical().forEach(critical -> used.add(critical.item()));
    instrument.validity().forEach(index -> used.addAll(of(index.condition())));
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

  /** What a ratio is divided by, if it was read without a fault. */
  static Optional<Keying.Part> divisor(Scale scale, Places places) {
    return scale.method() == Method.RATIO
        ? parts(scale, places).stream().skip(1).findFirst()
        : Optional.empty();
  }

  /**
   * What the answers to each item of a scale can add, from the smallest to the largest; empty if an item stands twice or
   * has faults of its own.
   */
  static Optional<Map<String, List<BigDecimal>>> contributions(
      Scale scale, Instrument instrument, Predicate<Object> sound) {
    Map<String, List<BigDecimal>> contributions = new LinkedHashMap<>();
    for (Key key : keys(scale)) {
      Optional<ResponseSet> set = instrument
          .item(key.item())
          .filter(sound)
          .flatMap(instrument::responsesOf)
          .filter(sound)
          .filter(responses -> !responses.options().isEmpty());
      if (set.isEmpty()
          || contributions.put(key.item(), scale.contributions(key, set.get())) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(contributions);
  }

  /** Whether a scale is made of nothing. */
  static boolean isEmpty(Scale scale) {
    return keys(scale).isEmpty() && parts(scale).isEmpty();
  }

  /** The items that a condition asks itself; none if it asks a scale. */
  static List<String> of(ValidityIndex.Condition condition) {
    if (condition instanceof ValidityIndex.Condition.UnansweredAtOrAbove unanswered) {
      return unanswered.items();
    }
    return condition instanceof ValidityIndex.Condition.SameAnswer same ? same.items() : List.of();
  }
}
