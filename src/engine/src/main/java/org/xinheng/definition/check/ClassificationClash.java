package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;

/** A classification is not called like a scale or another column of the results. */
final class ClassificationClash implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Classification classification : instrument.classifications()) {
      boolean scale = instrument.scale(classification.id()).isPresent();
      if (scale || ScaleReserved.RESERVED.contains(classification.id())) {
        found.add(error(
                "classification.clash",
                places.of(classification),
                "a classification cannot be called '%s', which is a %s",
                classification.id(),
                scale ? "scale" : "column of the results")
            .hint("give it another name"));
      }
    }
    return found;
  }
}
