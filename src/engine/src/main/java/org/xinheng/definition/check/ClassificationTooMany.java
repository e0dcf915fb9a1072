package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Instrument;

/** A result has room for so many outcomes. */
final class ClassificationTooMany implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    return instrument.classifications().stream()
        .filter(of -> of.outcomes().size() > Classification.MOST_OUTCOMES)
        .map(of -> error(
                "classification.too-many-outcomes",
                places.of(of.outcomes().get(Classification.MOST_OUTCOMES)),
                "classification '%s' has %d outcomes, more than %d",
                of.id(),
                of.outcomes().size(),
                Classification.MOST_OUTCOMES)
            .hint("make a scale of it, with bands"))
        .toList();
  }
}
