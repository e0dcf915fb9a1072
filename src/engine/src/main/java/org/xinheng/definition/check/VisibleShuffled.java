package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Section;

/** Among items in random order none depends on another, which may be shown after it. */
final class VisibleShuffled implements Rule<Instrument> {

  @Override
  public List<Diagnostic> check(Instrument instrument, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    List<Section> shuffled = instrument.sections().stream()
        .filter(section -> section.order() == Section.Order.RANDOM)
        .toList();
    for (ShownWhen shown : ShownWhen.of(instrument)) {
      for (Section section : shuffled) {
        boolean within = section.items().stream().anyMatch(shown.items()::contains);
        if (shown.isSound(places) && within) {
          instrument.comparisons(shown.condition()).stream()
              .flatMap(comparison -> comparison.askedItem().stream())
              .filter(section.items()::contains)
              .filter(asked -> !shown.items().contains(asked))
              .findFirst()
              .ifPresent(asked -> found.add(error(
                      "visible.shuffled",
                      shown.place(places),
                      "%s is shown by the answer to item '%s', and section '%s' shows them in random"
                          + " order",
                      shown.where(),
                      asked,
                      section.id())
                  .hint("move one of the two to another section, or write 'order: fixed'")));
        }
      }
    }
    return found;
  }
}
