package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;

/**
 * A standard deviation is one that scores of the range can have: at most the square root of {@code (highest − mean)(mean
 * − lowest)}, which half of all students at each end would give.
 *
 * @see "Bhatia and Davis (2000), American Mathematical Monthly 107, 353-357"
 */
final class NormSdTooLarge implements NormRule {

  @Override
  public List<Diagnostic> check(NormSet norms, Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    NormsByScale.forEach(norms, instrument, places, entry -> {
      BigDecimal lowest = entry.lowest();
      BigDecimal highest = entry.highest();
      BigDecimal middle = lowest.add(highest).divide(BigDecimal.valueOf(2));
      if (entry.norm() instanceof Norm.MeanAndSd cell && entry.range().contains(cell.mean())) {
        check(entry, cell.mean(), cell.sd(), places).ifPresent(found::add);
      } else if (entry.norm() instanceof Norm.Regression regression) {
        check(entry, middle, regression.sd(), places).ifPresent(found::add);
      }
    });
    return found;
  }

  private static Optional<Diagnostic> check(
      NormsByScale.Entry entry, BigDecimal mean, BigDecimal sd, Places places) {
    BigDecimal most = entry.highest().subtract(mean).multiply(mean.subtract(entry.lowest()));
    return sd.multiply(sd).compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of(error(
                "norm.sd-too-large",
                places.of(entry.norm(), "sd"),
                "the standard deviation of %s is %s, and scores in %s with a mean of %s have at most"
                    + " %s",
                entry.what(),
                sd.toPlainString(),
                entry.range(),
                mean.toPlainString(),
                most.sqrt(new MathContext(3)).toPlainString())
            .hint("look both up in the source; the scale may be scored in another way there"));
  }
}
