package org.xinheng.scoring.power;

import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.definition.DefinitionWords;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Section;

/** An item or a section is shown by another rule. */
final class SkipMistakes implements Mistakes {

  @Override
  public String code() {
    return "case.untested-skip";
  }

  @Override
  public String remedy() {
    return "answer what is shown only sometimes, in a case where it just is and in one where it just is not";
  }

  @Override
  public Stream<Mutant> in(Rehearsal rehearsal) {
    return Stream.concat(
        rehearsal.instrument().items().stream().flatMap(item -> in(item, rehearsal)),
        rehearsal.instrument().sections().stream().flatMap(section -> in(section, rehearsal)));
  }

  private static Stream<Mutant> in(Item item, Rehearsal rehearsal) {
    return item.visibleWhen().stream()
        .flatMap(when -> new MistakenConditions(rehearsal).of(when))
        .map(when -> new Mutant(
            "item '" + item.id() + "'",
            "item '%s' were shown with %s".formatted(item.id(), words(when, rehearsal)),
            Draft.of(
                rehearsal.instrument(),
                draft -> draft.items = Draft.replaced(
                    draft.items,
                    item,
                    new Item(
                        item.id(),
                        item.topic(),
                        item.responses(),
                        item.required(),
                        Optional.of(when))))))
        .filter(SkipMistakes::asksEarlierItems);
  }

  private static Stream<Mutant> in(Section section, Rehearsal rehearsal) {
    return section.visibleWhen().stream()
        .flatMap(when -> new MistakenConditions(rehearsal).of(when))
        .map(when -> new Mutant(
            "section '" + section.id() + "'",
            "section '%s' were shown with %s".formatted(section.id(), words(when, rehearsal)),
            Draft.of(
                rehearsal.instrument(),
                draft -> draft.sections = Draft.replaced(
                    draft.sections,
                    section,
                    new Section(
                        section.id(),
                        section.title(),
                        section.items(),
                        section.perPage(),
                        section.order(),
                        Optional.of(when))))))
        .filter(SkipMistakes::asksEarlierItems);
  }

  /** The checker refuses what depends on later answers, so no case needs to notice it. */
  private static boolean asksEarlierItems(Mutant mutant) {
    for (int i = 0; i < mutant.instrument().items().size(); i++) {
      Item item = mutant.instrument().items().get(i);
      int position = i;
      boolean later = mutant.instrument().visibleWhen(item).stream()
          .flatMap(when -> mutant.instrument().comparisons(when).stream())
          .flatMap(asked -> asked.askedItem().stream())
          .flatMap(asked -> mutant.instrument().item(asked).stream())
          .anyMatch(asked -> mutant.instrument().items().indexOf(asked) >= position);
      if (later) {
        return false;
      }
    }
    return true;
  }

  private static String words(Condition condition, Rehearsal rehearsal) {
    return DefinitionWords.condition(condition, rehearsal.instrument());
  }
}
