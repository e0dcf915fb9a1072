package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.StandardScore;

/** A table lists what the standard score can be: percentiles between 0 and 100, whole stens and stanines. */
final class NormListedImpossible implements Rule<NormSet> {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    NormTables.forEach(norms, places, (table, what) -> {
      for (Norm.Row row : table.rows()) {
        if (!isPossible(table.of(), row.standard())) {
          found.add(error(
                  "norm.listed-impossible",
                  places.of(row, "standard"),
                  "the table of %s lists the %s %s for the score %s",
                  what,
                  table.of().word(),
                  row.standard().toPlainString(),
                  row.score().toPlainString())
              .hint("%s", possible(table.of())));
        }
      }
    });
    return found;
  }

  private static boolean isPossible(StandardScore score, BigDecimal value) {
    if (score == StandardScore.PERCENTILE) {
      return value.signum() > 0 && value.compareTo(HUNDRED) < 0;
    }
    return !score.isClass()
        || (value.stripTrailingZeros().scale() <= 0
            && value.compareTo(BigDecimal.valueOf(score.lowestClass())) >= 0
            && value.compareTo(BigDecimal.valueOf(score.highestClass())) <= 0);
  }

  private static String possible(StandardScore score) {
    return score.isClass()
        ? "a " + score.word() + " is a whole number from " + score.lowestClass() + " to "
            + score.highestClass()
        : "a percentile is above 0 and below 100; leave out scores that are beyond all listed ones";
  }
}
