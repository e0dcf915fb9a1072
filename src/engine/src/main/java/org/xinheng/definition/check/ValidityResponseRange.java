package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** Answers that are compared or spread have the same range. */
final class ValidityResponseRange implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index)) {
        for (Compared compared : compared(index.sign(), instrument, places)) {
          check(index, compared, instrument, places, found);
        }
      }
    }
    return found;
  }

  /** Items that a sign compares with each other, and where it names them. */
  private record Compared(List<String> items, Place place) {}

  private static List<Compared> compared(Sign sign, Instrument instrument, Places places) {
    if (sign instanceof Sign.Pairs pairs) {
      return pairs.pairs().stream()
          .map(pair -> new Compared(List.of(pair.first(), pair.second()), places.of(pair)))
          .toList();
    }
    if (sign instanceof Sign.EvenOdd) {
      List<String> items = sign.scales().stream()
          .flatMap(scale -> instrument.scale(scale).stream())
          .flatMap(scale -> ItemUse.keys(scale).stream())
          .map(Key::item)
          .toList();
      return List.of(new Compared(items, places.of(sign, "even-odd")));
    }
    return sign instanceof Sign.Variability
        ? List.of(new Compared(sign.items(), places.of(sign, "variability")))
        : List.of();
  }

  private static void check(
      ValidityIndex index,
      Compared compared,
      Instrument instrument,
      Places places,
      List<Diagnostic> found) {
    Map<String, String> itemOfRange = new LinkedHashMap<>();
    for (String item : compared.items()) {
      ItemUse.choice(item, instrument, places)
          .ifPresent(set -> itemOfRange.putIfAbsent(set.lowest() + ".." + set.highest(), item));
    }
    if (itemOfRange.size() > 1) {
      List<Map.Entry<String, String>> ranges = List.copyOf(itemOfRange.entrySet());
      found.add(error(
              "validity.response-range",
              compared.place(),
              "validity index '%s' compares item '%s', answered %s, with item '%s', answered %s",
              index.id(),
              ranges.get(0).getValue(),
              ranges.get(0).getKey(),
              ranges.get(1).getValue(),
              ranges.get(1).getKey())
          .hint("compare items with the same lowest and highest code"));
    }
  }
}
