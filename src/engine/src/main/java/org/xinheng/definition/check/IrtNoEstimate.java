package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Estimator;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Scale;

/** Some answers have an estimate: maximum likelihood needs an item between its ends. */
final class IrtNoEstimate implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Map.Entry<Scale, Keying.OfModel> entry :
        ItemUse.models(instrument, places).entrySet()) {
      Keying.OfModel keying = entry.getValue();
      int thresholds =
          keying.items().stream().mapToInt(item -> item.thresholds().size()).sum();
      if (keying.model().estimator() == Estimator.ML && thresholds == 1) {
        found.add(error(
                "irt.no-estimate",
                places.of(keying.model(), "estimator"),
                "scale '%s' never has a score: one item with two answers has no maximum likelihood",
                entry.getKey().id())
            .hint("add items, or write 'estimator: eap' with a prior"));
      }
    }
    return found;
  }
}
