package org.xinheng.definition.check;

import java.util.function.BiConsumer;
import org.xinheng.definition.Places;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;

/** The tables of a norm set, for the rules that look at them. */
final class NormTables {

  private NormTables() {}

  /** Every table that was read soundly, with what messages call it. */
  static void forEach(NormSet norms, Places places, BiConsumer<Norm.Table, String> use) {
    for (NormSet.Group group : norms.groups()) {
      group.scales().forEach((scale, norm) -> {
        if (norm instanceof Norm.Table table && places.isSound(table)) {
          use.accept(table, "scale '" + scale + "' in norm group '" + group.id() + "'");
        }
      });
    }
  }
}
