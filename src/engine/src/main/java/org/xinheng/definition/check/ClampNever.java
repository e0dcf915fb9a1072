package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Transform;

/** A clamp that is declared holds something back. */
final class ClampNever implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    PossibleScores possible = new PossibleScores(instrument, places::isSound);
    for (Scale scale : instrument.scales()) {
      Optional<Transform.Clamp> clamp = scale.transform().clamp();
      possible
          .beforeClamp(scale)
          .filter(range -> clamp.isPresent()
              && !range.startsBelow(clamp.get().lowest())
              && !range.endsAbove(clamp.get().highest()))
          .ifPresent(range -> found.add(warning(
                  "clamp.never",
                  places.of(scale, "clamp"),
                  "scale '%s' is never clamped: its answers give %s",
                  scale.id(),
                  range)
              .hint("take 'clamp' out, or correct its ends")));
    }
    return found;
  }
}
