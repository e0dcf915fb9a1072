package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** The covariance of two items is the same both ways. */
final class ValidityCovarianceAsymmetric implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index) && index.sign() instanceof Sign.Mahalanobis sign) {
        List<List<BigDecimal>> lines = Covariance.of(sign);
        for (int i = 0; i < lines.size(); i++) {
          for (int j = 0; j < i; j++) {
            BigDecimal below = lines.get(i).get(j);
            BigDecimal above = lines.get(j).get(i);
            if (below.compareTo(above) != 0) {
              found.add(error(
                      "validity.covariance-asymmetric",
                      places.of(sign, "covariance line " + i),
                      "validity index '%s' has two covariances of items '%s' and '%s': %s and %s",
                      index.id(),
                      sign.items().get(j),
                      sign.items().get(i),
                      above.toPlainString(),
                      below.toPlainString())
                  .hint("correct one of them"));
            }
          }
        }
      }
    }
    return found;
  }
}
