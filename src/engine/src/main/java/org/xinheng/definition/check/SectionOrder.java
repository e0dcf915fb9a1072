package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Section;

/** Sections follow each other in the order of the form. */
final class SectionOrder implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<String> form = instrument.items().stream().map(Item::id).toList();
    String before = "";
    for (Section section : instrument.sections()) {
      for (String item : section.items()) {
        // What is unknown or stands twice is a fault of its own.
        boolean goesBack = form.contains(item) && form.indexOf(item) < form.indexOf(before);
        if (places.isSound(section) && goesBack && isOnce(item, instrument)) {
          return List.of(error(
                  "section.order",
                  places.of(section, "item " + item),
                  "item '%s' of section '%s' comes after item '%s', and before it in the form",
                  item,
                  section.id(),
                  before)
              .hint("let sections follow each other as the items do, or order 'items' as they are"
                  + " shown"));
        }
        before = form.contains(item) ? item : before;
      }
    }
    return List.of();
  }

  private static boolean isOnce(String item, Instrument instrument) {
    return instrument.sections().stream()
            .flatMap(section -> section.items().stream())
            .filter(item::equals)
            .count()
        == 1;
  }
}
