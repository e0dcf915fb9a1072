package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.warning;

import java.util.List;
import java.util.Optional;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

/** Every response set belongs to an item. */
final class ResponsesUnused implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    // A response set that is named wrongly is not unused as well.
    boolean known = instrument.items().stream()
        .allMatch(item -> item.isInformation() || instrument.responsesOf(item).isPresent());
    if (!places.isSound(instrument) || !known) {
      return List.of();
    }
    return instrument.responseSets().stream()
        .filter(set -> instrument.items().stream()
            .noneMatch(item -> item.responses().equals(Optional.of(set.id()))))
        .map(set -> warning(
                "responses.unused", places.of(set), "no item uses the response set '%s'", set.id())
            .hint("name it in an item, or take it out"))
        .toList();
  }
}
