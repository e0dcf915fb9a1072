package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;

/** A norm table is listed from the lowest score to the highest, each score once. */
final class NormTableOrder implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    NormTables.forEach(norms, places, (table, what) -> {
      List<Norm.Row> rows = table.rows();
      for (int i = 1; i < rows.size(); i++) {
        Norm.Row lower = rows.get(i - 1);
        Norm.Row upper = rows.get(i);
        if (upper.score().compareTo(lower.score()) <= 0) {
          found.add(error(
                  "norm.table-order",
                  places.of(upper),
                  "the table of %s lists the score %s after %s",
                  what,
                  upper.score().toPlainString(),
                  lower.score().toPlainString())
              .hint("list each score once, from the lowest to the highest"));
        }
      }
    });
    return found;
  }
}
