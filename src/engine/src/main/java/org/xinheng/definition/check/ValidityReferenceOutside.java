package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** Means and variances of a reference sample are ones that the answers can have. */
final class ValidityReferenceOutside implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index) && index.sign() instanceof Sign.Mahalanobis sign) {
        for (int i = 0; i < Covariance.of(sign).size(); i++) {
          check(index, sign, i, instrument, places, found);
        }
      }
    }
    return found;
  }

  private static void check(
      ValidityIndex index,
      Sign.Mahalanobis sign,
      int i,
      Instrument instrument,
      Places places,
      List<Diagnostic> found) {
    String item = sign.items().get(i);
    Optional<ResponseSet.Choice> responses = ItemUse.choice(item, instrument, places);
    if (responses.isEmpty()) {
      return;
    }
    int lowest = responses.get().lowest().intValueExact();
    int highest = responses.get().highest().intValueExact();
    BigDecimal mean = sign.means().get(i);
    if (mean.compareTo(BigDecimal.valueOf(lowest)) < 0
        || mean.compareTo(BigDecimal.valueOf(highest)) > 0) {
      found.add(error(
              "validity.reference-outside",
              places.of(sign, "means"),
              "validity index '%s' gives item '%s' the mean %s, but its answers are %d to %d",
              index.id(),
              item,
              mean.toPlainString(),
              lowest,
              highest)
          .hint("correct the mean, or the order of the means"));
    }
    // Two answers, one at either end, have the largest variance of all.
    BigDecimal twice = sign.covariance().get(i).get(i).multiply(BigDecimal.valueOf(2));
    int width = highest - lowest;
    if (twice.compareTo(BigDecimal.valueOf((long) width * width)) > 0) {
      found.add(error(
              "validity.reference-outside",
              places.of(sign, "covariance line " + i),
              "validity index '%s' gives item '%s' the variance %s, more than answers from %d to %d can have",
              index.id(),
              item,
              sign.covariance().get(i).get(i).toPlainString(),
              lowest,
              highest)
          .hint("correct the variance; it stands where line and column of the item meet"));
    }
  }
}
