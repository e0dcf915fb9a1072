package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Section;

/** Every section has an id of its own. */
final class SectionTwice implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Section section : instrument.sections()) {
      if (places.isSound(section) && !seen.add(section.id())) {
        found.add(error(
                "section.twice",
                places.of(section, "id"),
                "two sections are called '%s'",
                section.id())
            .hint("give each its own id"));
      }
    }
    return found;
  }
}
