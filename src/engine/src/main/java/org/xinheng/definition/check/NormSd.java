package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;

/** A standard deviation is above 0. */
final class NormSd implements Rule<NormSet> {

  @Override
  public List<Diagnostic> check(NormSet norms, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (NormSet.Group group : norms.groups()) {
      group
          .scales()
          .forEach((scale, norm) -> sdOf(norm)
              .filter(sd -> places.isSound(norm) && sd.signum() <= 0)
              .ifPresent(sd -> found.add(error(
                      "norm.sd",
                      places.of(norm, "sd"),
                      "the standard deviation of scale '%s' in norm group '%s' is %s, not above 0",
                      scale,
                      group.id(),
                      sd.toPlainString())
                  .hint("look it up in the source"))));
    }
    return found;
  }

  private static Optional<BigDecimal> sdOf(Norm norm) {
    if (norm instanceof Norm.MeanAndSd cell) {
      return Optional.of(cell.sd());
    }
    return norm instanceof Norm.Regression regression
        ? Optional.of(regression.sd())
        : Optional.empty();
  }
}
