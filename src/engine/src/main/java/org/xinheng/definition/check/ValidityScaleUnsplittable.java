package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/** A scale that is cut in two is made of at least two items. */
final class ValidityScaleUnsplittable implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (ValidityIndex index : instrument.validity()) {
      boolean splits = places.isSound(index) && index.sign() instanceof Sign.EvenOdd;
      for (String id : splits ? index.sign().scales() : List.<String>of()) {
        instrument
            .scale(id)
            .filter(places::isSound)
            .filter(scale -> ItemUse.keys(scale).size() < 2)
            .ifPresent(scale -> found.add(error(
                    "validity.unsplittable-scale",
                    places.of(index.sign(), "scale " + id),
                    "validity index '%s' cuts scale '%s' in two, which is made of %s",
                    index.id(),
                    id,
                    ItemUse.parts(scale).isEmpty() ? "fewer than two items" : "other scales")
                .hint("name scales of at least two items")));
      }
    }
    return found;
  }
}
