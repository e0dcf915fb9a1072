package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;

/** The declared range is the one that the answers give. */
final class ScaleRange implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    PossibleScores possible = new PossibleScores(instrument, places::isSound);
    for (Scale scale : instrument.scales()) {
      possible
          .values(scale)
          .filter(PossibleScores.Range::isDecimal)
          .filter(range -> !range.agreesWith(scale.lowest(), scale.highest()))
          .ifPresent(range -> found.add(error(
                  "scale.range",
                  places.of(scale, "range"),
                  "scale '%s' declares %s..%s, but its answers give %s",
                  scale.id(),
                  scale.lowest().toPlainString(),
                  scale.highest().toPlainString(),
                  range)
              .hint("write %s, or correct what the scale is made of", range)));
    }
    return found;
  }
}
