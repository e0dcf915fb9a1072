package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.ModelledItem;

/** An item of a model tells levels apart: its discrimination is above 0, and no step. */
final class IrtDiscrimination implements Rule<Instrument> {

  static final BigDecimal LOWEST = new BigDecimal("0.01");
  static final BigDecimal HIGHEST = new BigDecimal("20");

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Keying.OfModel keying : ItemUse.models(instrument, places).values()) {
      for (ModelledItem item : keying.items()) {
        if (!isPossible(item)) {
          found.add(error(
                  "irt.discrimination",
                  places.of(item, "a"),
                  "item '%s' has discrimination %s, outside %s to %s",
                  item.key().item(),
                  item.discrimination().toPlainString(),
                  LOWEST,
                  HIGHEST)
              .hint("reverse an item that falls with the level, and write its discrimination"
                  + " without the minus"));
        }
      }
    }
    return found;
  }

  static boolean isPossible(ModelledItem item) {
    return item.discrimination().compareTo(LOWEST) >= 0
        && item.discrimination().compareTo(HIGHEST) <= 0;
  }
}
