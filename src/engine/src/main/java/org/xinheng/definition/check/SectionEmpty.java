package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;

/** A section holds something. */
final class SectionEmpty implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    return instrument.sections().stream()
        .filter(section -> places.isSound(section) && section.items().isEmpty())
        .map(section -> error(
                "section.empty",
                places.of(section, "items"),
                "section '%s' holds no item",
                section.id())
            .hint("list its items, or take it out"))
        .toList();
  }
}
