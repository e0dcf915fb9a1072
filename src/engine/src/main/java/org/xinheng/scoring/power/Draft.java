package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Counting;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ModelledItem;
import org.xinheng.instrument.NamedCondition;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Section;
import org.xinheng.instrument.Transform;
import org.xinheng.instrument.ValidityIndex;

/** A questionnaire while one of its parts is changed. */
final class Draft {

  List<Item> items;
  List<Section> sections;
  List<Scale> scales;
  List<NamedCondition> conditions;
  List<Classification> classifications;
  List<CriticalItem> critical;
  List<ValidityIndex> validity;

  private Draft(Instrument instrument) {
    items = instrument.items();
    sections = instrument.sections();
    scales = instrument.scales();
    conditions = instrument.conditions();
    classifications = instrument.classifications();
    critical = instrument.critical();
    validity = instrument.validity();
  }

  /** The questionnaire with a change. */
  static Instrument of(Instrument instrument, Consumer<Draft> change) {
    Draft draft = new Draft(instrument);
    change.accept(draft);
    return new Instrument(
        instrument.id(),
        instrument.version(),
        instrument.form(),
        instrument.hash(),
        instrument.about(),
        instrument.responseSets(),
        draft.items,
        draft.sections,
        draft.scales,
        draft.conditions,
        draft.classifications,
        draft.critical,
        draft.validity);
  }

  /** The questionnaire with a change in one of its scales. */
  static Instrument of(Instrument instrument, Scale scale, Consumer<OfScale> change) {
    OfScale draft = new OfScale(scale);
    change.accept(draft);
    return of(instrument, all -> all.scales = replaced(all.scales, scale, draft.scale()));
  }

  /** A scale while it is changed. */
  static final class OfScale {

    private final Scale of;
    Keying keying;
    Method method;
    Optional<Counting> counting;
    MissingRule missing;
    BigDecimal multiplier;
    BigDecimal divisor;
    BigDecimal addend;
    Rounding rounding;
    Optional<Transform.Clamp> clamp;
    Optional<Conversion> conversion;
    List<Bands> bandSets;

    private OfScale(Scale scale) {
      of = scale;
      keying = scale.keying();
      method = scale.method();
      counting = scale.counting();
      missing = scale.missing();
      transform(scale.transform());
      bandSets = scale.bandSets();
    }

    /** Lets the scale be multiplied, rounded and all that follows like this. */
    void transform(Transform transform) {
      multiplier = transform.multiplier();
      divisor = transform.divisor();
      addend = transform.addend();
      rounding = transform.rounding();
      clamp = transform.clamp();
      conversion = transform.conversion();
    }

    private Scale scale() {
      return new Scale(
          of.id(),
          of.name(),
          keying,
          method,
          counting,
          missing,
          new Transform(multiplier, divisor, addend, rounding, clamp, conversion),
          of.lowest(),
          of.highest(),
          bandSets);
    }

    /** Leaves an item out. */
    void leaveOut(Key key) {
      if (keying instanceof Keying.OfModel model) {
        keying = new Keying.OfModel(
            model.model(),
            model.items().stream().filter(item -> !item.key().equals(key)).toList());
      } else {
        keying = new Keying.OfItems(without(keying.keys(), key));
      }
    }

    /** Puts a key in the place of another. */
    void replace(Key key, Key by) {
      if (keying instanceof Keying.OfModel model) {
        keying = new Keying.OfModel(
            model.model(),
            model.items().stream()
                .map(item -> item.key().equals(key)
                    ? new ModelledItem(by, item.discrimination(), item.thresholds())
                    : item)
                .toList());
      } else {
        keying = new Keying.OfItems(replaced(keying.keys(), key, by));
      }
    }
  }

  /** The list with another element at the place of the first that is this one. */
  static <T> List<T> replaced(List<T> list, T element, T by) {
    List<T> changed = new ArrayList<>(list);
    changed.set(list.indexOf(element), by);
    return changed;
  }

  /** The list without one of its elements. */
  static <T> List<T> without(List<T> list, T element) {
    List<T> changed = new ArrayList<>(list);
    changed.remove(element);
    return changed;
  }
}
