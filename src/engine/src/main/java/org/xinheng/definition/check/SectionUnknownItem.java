package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Section;

/** Every item of a section is an item of the form. */
final class SectionUnknownItem implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (!Names.knowsItems(instrument)) {
      return found;
    }
    for (Section section : instrument.sections()) {
      for (String item : section.items()) {
        if (places.isSound(section) && instrument.item(item).isEmpty()) {
          found.add(error(
                  "section.unknown-item",
                  places.of(section, "item " + item),
                  "section '%s' holds item '%s', which is not defined",
                  section.id(),
                  item)
              .hint("%s", Names.ofItems(instrument)));
        }
      }
    }
    return found;
  }
}
