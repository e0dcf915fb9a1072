package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.NormSet;

/** Between two classes there is nothing to interpolate. */
final class NormTableClassesBetween implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    NormTables.forEach(norms, places, (table, what) -> {
      if (table.interpolated() && table.of().isClass()) {
        found.add(error(
                "norm.classes-between",
                places.of(table, "between"),
                "the table of %s lists classes, between which there is no %s",
                what,
                table.of().word())
            .hint("list every score, or take 'between' out"));
      }
    });
    return found;
  }
}
