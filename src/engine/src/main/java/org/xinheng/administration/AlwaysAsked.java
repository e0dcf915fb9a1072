package org.xinheng.administration;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/**
 * The items that early stopping must not leave out: those that critical items and skip logic ask, those that a validity index
 * looks at, those that are required, and those that no scale counts.
 */
final class AlwaysAsked {

  private final Instrument instrument;
  private final Set<String> items = new HashSet<>();

  AlwaysAsked(Instrument instrument) {
    this.instrument = instrument;
    for (CriticalItem critical : instrument.critical()) {
      ask(critical.when());
    }
    for (Item item : instrument.items()) {
      instrument.visibleWhen(item).forEach(this::ask);
      if (item.required()) {
        items.add(item.id());
      }
    }
    for (ValidityIndex index : instrument.validity()) {
      items.addAll(index.sign().items());
      index.sign().scales().forEach(scale -> items.addAll(itemsOf(instrument, scale)));
      if (index.sign().family() == Sign.Family.SPEED) {
        instrument.items().forEach(item -> items.add(item.id()));
      }
    }
    Set<String> counted = instrument.scales().stream()
        .flatMap(scale -> scale.keying().keys().stream())
        .map(Key::item)
        .collect(Collectors.toSet());
    instrument.items().stream()
        .map(Item::id)
        .filter(item -> !counted.contains(item))
        .forEach(items::add);
  }

  private void ask(Condition condition) {
    items.addAll(asked(instrument, condition));
  }

  List<Integer> columns() {
    return IntStream.range(0, instrument.items().size())
        .filter(column -> items.contains(instrument.items().get(column).id()))
        .boxed()
        .toList();
  }

  /** The items whose answers a condition asks, also through scales. */
  static Set<String> asked(Instrument instrument, Condition condition) {
    Set<String> asked = new HashSet<>();
    for (Condition comparison : instrument.comparisons(condition)) {
      comparison.askedItem().ifPresent(asked::add);
      comparison.askedScale().ifPresent(scale -> asked.addAll(itemsOf(instrument, scale)));
    }
    return asked;
  }

  /** The items that a scale is made of, directly or through other scales. */
  static Set<String> itemsOf(Instrument instrument, String scaleId) {
    Scale scale = instrument.scale(scaleId).orElseThrow();
    Set<String> made = scale.keying().keys().stream().map(Key::item).collect(Collectors.toSet());
    if (scale.keying() instanceof Keying.OfScales composite) {
      composite.parts().forEach(part -> made.addAll(itemsOf(instrument, part.scale())));
    }
    return made;
  }
}
