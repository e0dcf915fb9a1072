package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.StandardScore;

/**
 * Standard scores of a table go one way. A percentile never falls while the score rises; others may rise or fall, but
 * not both.
 */
final class NormTableMonotone implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    NormTables.forEach(norms, places, (table, what) -> {
      List<Norm.Row> rows = table.rows();
      boolean falls = table.of() != StandardScore.PERCENTILE && fallsMoreOften(rows);
      for (int i = 1; i < rows.size(); i++) {
        Norm.Row lower = rows.get(i - 1);
        Norm.Row upper = rows.get(i);
        int rise = upper.standard().compareTo(lower.standard());
        boolean inOrder = upper.score().compareTo(lower.score()) > 0;
        if (inOrder && (falls ? rise > 0 : rise < 0)) {
          found.add(error(
                  "norm.table-monotone",
                  places.of(upper, "standard"),
                  "the table of %s %s from %s to %s at the score %s",
                  what,
                  falls ? "rises" : "falls",
                  lower.standard().toPlainString(),
                  upper.standard().toPlainString(),
                  upper.score().toPlainString())
              .hint("look both numbers up in the source; a digit may be wrong"));
        }
      }
    });
    return found;
  }

  private static boolean fallsMoreOften(List<Norm.Row> rows) {
    int balance = 0;
    for (int i = 1; i < rows.size(); i++) {
      balance += rows.get(i).standard().compareTo(rows.get(i - 1).standard());
    }
    return balance < 0;
  }
}
