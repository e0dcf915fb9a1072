package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** A covariance has an inverse: it is positive definite. */
final class ValidityCovarianceSingular implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index)
          && index.sign() instanceof Sign.Mahalanobis sign
          && Covariance.isSymmetric(sign)
          && !Covariance.isPositiveDefinite(sign)) {
        found.add(error(
                "validity.covariance-singular",
                places.of(sign, "covariance"),
                "the covariance of validity index '%s' is not positive definite",
                index.id())
            .hint("variances are above 0, and no item is determined by the others"));
      }
    }
    return found;
  }
}
