package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.irt.LevelEstimator;

/** The tables of an estimator fit into memory. */
final class IrtTooLarge implements Rule<Instrument> {

  /** Eight megabytes: more than a hundred items take with five answers and discriminations of 3. */
  private static final long MOST_NUMBERS = 1_000_000;

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Map.Entry<Scale, Keying.OfModel> entry :
        ItemUse.models(instrument, places).entrySet()) {
      Keying.OfModel keying = entry.getValue();
      if (ModelledScale.isPossible(keying) && !fits(keying)) {
        found.add(error(
                "irt.too-large",
                places.of(keying.model(), "estimator"),
                "scale '%s' is measured too finely for its width: the estimator would keep %d"
                    + " numbers, more than %d",
                entry.getKey().id(),
                (long) LevelEstimator.tableSize(keying),
                MOST_NUMBERS)
            .hint("correct the parameters or the prior, or write 'estimator: map' or 'ml'"));
      }
    }
    return found;
  }

  static boolean fits(Keying.OfModel keying) {
    return LevelEstimator.tableSize(keying) <= MOST_NUMBERS;
  }
}
