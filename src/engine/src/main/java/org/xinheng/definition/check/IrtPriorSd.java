package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ItemResponseModel;
import org.xinheng.instrument.Keying;

/** The prior of a model is a distribution: its standard deviation is above 0. */
final class IrtPriorSd implements Rule<Instrument> {

  static final BigDecimal LOWEST = new BigDecimal("0.01");
  static final BigDecimal HIGHEST = new BigDecimal("100");

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Keying.OfModel keying : ItemUse.models(instrument, places).values()) {
      keying
          .model()
          .prior()
          .filter(prior -> !isPossible(prior))
          .ifPresent(prior -> found.add(error(
                  "irt.prior-sd",
                  places.of(prior, "sd"),
                  "the prior has a standard deviation of %s, outside %s to %s",
                  prior.sd().toPlainString(),
                  LOWEST,
                  HIGHEST)
              .hint("write that of the population for which the parameters were estimated,"
                  + " usually 1")));
    }
    return found;
  }

  static boolean isPossible(ItemResponseModel.Prior prior) {
    return prior.sd().compareTo(LOWEST) >= 0 && prior.sd().compareTo(HIGHEST) <= 0;
  }
}
