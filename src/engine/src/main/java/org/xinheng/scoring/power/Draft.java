package org.xinheng.scoring.power;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Counting;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.ValidityIndex;

/** A scale while it is changed. */
final class Draft {

  Keying keying;
  Method method;
  Optional<Counting> counting;
  MissingRule missing;
  BigDecimal multiplier;
  Rounding rounding;
  List<Bands> bandSets;

  private Draft(Scale scale) {
    keying = scale.keying();
    method = scale.method();
    counting = scale.counting();
    missing = scale.missing();
    multiplier = scale.multiplier();
    rounding = scale.rounding();
    bandSets = scale.bandSets();
  }

  /** The questionnaire with one of its scales changed. */
  static Instrument scale(Instrument instrument, Scale scale, Consumer<Draft> change) {
    Draft draft = new Draft(scale);
    change.accept(draft);
    Scale changed = new Scale(
        scale.id(),
        scale.name(),
        draft.keying,
        draft.method,
        draft.counting,
        draft.missing,
        draft.multiplier,
        draft.rounding,
        scale.lowest(),
        scale.highest(),
        draft.bandSets);
    return with(
        instrument,
        replaced(instrument.scales(), scale, changed),
        instrument.critical(),
        instrument.validity());
  }

  /** The questionnaire with the keys of one of its scales changed. */
  static Instrument keys(Instrument instrument, Scale scale, UnaryOperator<List<Key>> change) {
    List<Key> keys = ((Keying.OfItems) scale.keying()).keys();
    return scale(instrument, scale, draft -> draft.keying = new Keying.OfItems(change.apply(keys)));
  }

  static Instrument critical(Instrument instrument, List<CriticalItem> critical) {
    return with(instrument, instrument.scales(), critical, instrument.validity());
  }

  static Instrument validity(Instrument instrument, List<ValidityIndex> validity) {
    return with(instrument, instrument.scales(), instrument.critical(), validity);
  }

  private static Instrument with(
      Instrument instrument,
      List<Scale> scales,
      List<CriticalItem> critical,
      List<ValidityIndex> validity) {
    return new Instrument(
        instrument.id(),
        instrument.version(),
        instrument.form(),
        instrument.hash(),
        instrument.about(),
        instrument.responseSets(),
        instrument.items(),
        scales,
        critical,
        validity);
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
