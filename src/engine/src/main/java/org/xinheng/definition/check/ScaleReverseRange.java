package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/** A reversed answer is an answer: minimum + maximum − code is a declared code for every declared code. */
final class ScaleReverseRange implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    for (Scale scale : instrument.scales()) {
      for (Key key : ItemUse.keys(scale, places)) {
        instrument
            .item(key.item())
            .filter(item -> key.reversed())
            .flatMap(instrument::responsesOf)
            .filter(places::isSound)
            .filter(ResponseSet.Choice.class::isInstance)
            .map(ResponseSet.Choice.class::cast)
            .flatMap(set -> fault(scale, key, set, places))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Diagnostic> fault(
      Scale scale, Key key, ResponseSet.Choice set, Places places) {
    int sum = set.lowest().add(set.highest()).intValueExact();
    return set.options().stream()
        .map(Option::code)
        .filter(code -> !set.declares(sum - code))
        .findFirst()
        .map(code -> error(
                "scale.reverse-range",
                places.of(key, "reverse"),
                "scale '%s' reverses item '%s', where %d becomes %d, which is no code of '%s'",
                scale.id(),
                key.item(),
                code,
                sum - code,
                set.id())
            .hint("the codes are %s; only codes with even steps can be reversed", set.codes()));
  }
}
