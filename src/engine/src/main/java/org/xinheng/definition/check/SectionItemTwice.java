package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Section;

/** No item is in two sections, or in one twice. */
final class SectionItemTwice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Map<String, String> sectionOf = new HashMap<>();
    for (Section section : instrument.sections()) {
      for (String item : section.items()) {
        @Nullable String first = sectionOf.putIfAbsent(item, section.id());
        if (places.isSound(section) && first != null) {
          found.add(error(
                  "section.item-twice",
                  places.of(section, "item " + item),
                  "section '%s' holds item '%s', which section '%s' has held already",
                  section.id(),
                  item,
                  first)
              .hint("keep one of the two"));
        }
      }
    }
    return found;
  }
}
