package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** Answers are compared or spread where one of several options is chosen. Blanks and runs may be of any answers. */
final class ValidityNotChoice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index)) {
        compared(index.sign(), instrument).stream()
            .filter(item -> ItemUse.responses(item, instrument, places)
                .filter(responses -> !(responses instanceof ResponseSet.Choice))
                .isPresent())
            .findFirst()
            .ifPresent(item -> found.add(error(
                    "validity.not-choice",
                    places.of(index.sign(), "item " + item),
                    "validity index '%s' compares item '%s', which is not answered with one of"
                        + " several options",
                    index.id(),
                    item)
                .hint("compare items with 'options' only")));
      }
    }
    return found;
  }

  private static List<String> compared(Sign sign, Instrument instrument) {
    if (sign instanceof Sign.EvenOdd) {
      return sign.scales().stream()
          .flatMap(scale -> instrument.scale(scale).stream())
          .flatMap(scale -> ItemUse.keys(scale).stream())
          .map(Key::item)
          .toList();
    }
    boolean compares = sign instanceof Sign.Variability
        || sign instanceof Sign.Pairs
        || sign instanceof Sign.Mahalanobis;
    return compares ? sign.items() : List.of();
  }
}
