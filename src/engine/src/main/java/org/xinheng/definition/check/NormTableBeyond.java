package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;

/** A norm table lists scores that the scale can give. */
final class NormTableBeyond implements NormRule {

  @Override
  public List<Diagnostic> check(NormSet norms, Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    NormsByScale.forEach(norms, instrument, places, entry -> {
      if (entry.norm() instanceof Norm.Table table) {
        for (Norm.Row row : table.rows()) {
          if (!entry.range().contains(row.score())) {
            found.add(error(
                    "norm.table-beyond",
                    places.of(row),
                    "the table of %s lists the score %s, outside %s",
                    entry.what(),
                    row.score().toPlainString(),
                    entry.range())
                .hint("look it up in the source; the scale may be scored in another way there"));
          }
        }
      }
    });
    return found;
  }
}
