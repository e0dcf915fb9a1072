package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** A reference sample has a mean and a line of covariances for each item. */
final class ValidityCovarianceSize implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      if (places.isSound(index) && index.sign() instanceof Sign.Mahalanobis sign) {
        int items = sign.items().size();
        if (sign.means().size() != items) {
          found.add(wrong(
              index, places.of(sign, "means"), items, "means", sign.means().size()));
        }
        List<List<BigDecimal>> lines = sign.covariance();
        if (lines.size() != items) {
          found.add(wrong(
              index, places.of(sign, "covariance"), items, "lines of covariances", lines.size()));
        }
        for (int line = 0; line < lines.size(); line++) {
          if (lines.get(line).size() != items) {
            found.add(wrong(
                index,
                places.of(sign, "covariance line " + line),
                items,
                "covariances in line " + (line + 1),
                lines.get(line).size()));
          }
        }
      }
    }
    return found;
  }

  private static Diagnostic wrong(
      ValidityIndex index, Place place, int items, String what, int size) {
    return error(
            "validity.covariance-size",
            place,
            "validity index '%s' needs %d %s, not %d",
            index.id(),
            items,
            what,
            size)
        .hint("give one for each item, in the order of the items");
  }
}
