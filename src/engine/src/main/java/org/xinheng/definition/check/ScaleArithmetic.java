package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Magnitudes;
import org.xinheng.instrument.Scale;

/** The arithmetic of a scale stays inside 64 bits, whatever is answered. */
final class ScaleArithmetic implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Magnitudes magnitudes = ModelledScale.magnitudes(instrument, places::isSound);
    for (Scale scale : instrument.scales()) {
      boolean ofParts = ItemUse.parts(scale).stream()
          .flatMap(part -> instrument.scale(part.scale()).stream())
          .anyMatch(part -> isTooLarge(part, magnitudes));
      // A composite of a scale that is too large is so as well.
      if (places.isSound(scale) && !ofParts && isTooLarge(scale, magnitudes)) {
        found.add(error(
                "scale.arithmetic",
                places.of(scale),
                "the arithmetic of scale '%s' leaves 64 bits",
                scale.id())
            .hint("use fewer decimals, or round its parts"));
      }
    }
    return found;
  }

  private static boolean isTooLarge(Scale scale, Magnitudes magnitudes) {
    return magnitudes.of(scale).filter(magnitude -> !magnitude.fits()).isPresent();
  }
}
