package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Transform;

/** A clamp leaves more than one value. */
final class ClampAlways implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    PossibleScores possible = new PossibleScores(instrument, places::isSound);
    for (Scale scale : instrument.scales()) {
      scale
          .transform()
          .clamp()
          .ifPresent(clamp -> possible
              .beforeClamp(scale)
              .filter(range -> leavesOne(clamp, range))
              .ifPresent(range -> found.add(error(
                      "clamp.always",
                      places.of(scale, "clamp"),
                      "scale '%s' is clamped to one value: its answers give %s",
                      scale.id(),
                      range)
                  .hint("write ends between which some of these lie"))));
    }
    return found;
  }

  private static boolean leavesOne(Transform.Clamp clamp, PossibleScores.Range range) {
    return clamp.lowest().compareTo(clamp.highest()) == 0
        || !range.endsAbove(clamp.lowest())
        || !range.startsBelow(clamp.highest());
  }
}
