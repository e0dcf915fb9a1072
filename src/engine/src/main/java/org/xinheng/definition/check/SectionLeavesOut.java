package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;

/** A form that is divided has every item in a section. */
final class SectionLeavesOut implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    boolean readable = instrument.sections().stream().allMatch(places::isSound);
    if (instrument.sections().isEmpty() || !readable || !Names.knowsItems(instrument)) {
      return List.of();
    }
    List<String> out = instrument.items().stream()
        .map(Item::id)
        .filter(item ->
            instrument.sections().stream().noneMatch(section -> section.items().contains(item)))
        .toList();
    return out.isEmpty()
        ? List.of()
        : List.of(error(
                "section.left-out",
                places.of(instrument, "sections"),
                "no section holds %s %s",
                out.size() == 1 ? "item" : "items",
                DefinitionWords.items(out, instrument))
            .hint("add what is left to a section, or take 'sections' out"));
  }
}
