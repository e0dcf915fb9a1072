package org.xinheng.definition;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.instrument.Section;

/** Reads the sections of a questionnaire. */
final class SectionReader {

  private final ItemList itemList;
  private final ConditionReader conditions;
  private final Places places;

  SectionReader(ItemList itemList, ConditionReader conditions, Places places) {
    this.itemList = itemList;
    this.conditions = conditions;
    this.places = places;
  }

  /** All sections; none if the form is not divided. */
  List<Section> sections(YamlMap root) {
    List<Section> sections = new ArrayList<>();
    root.optional("sections")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(entry -> entry.map().map(this::section).ifPresent(sections::add));
    return sections;
  }

  private Section section(YamlMap map) {
    List<ItemList.Reference> items = itemList.read(map.required("items"));
    Section section = new Section(
        map.id("id"),
        map.optional("title").flatMap(YamlValue::bilingual),
        items.stream().map(ItemList.Reference::item).toList(),
        map.optional("per-page").flatMap(value -> value.integer(1, QuestionnaireReader.MOST_ITEMS)),
        map.optional("order")
            .flatMap(value -> value.word(Section.Order.values(), Section.Order::word))
            .orElse(Section.Order.FIXED),
        map.optional("visible-when").map(conditions::condition));
    map.close();
    places.put(section, map, map.isSound());
    items.forEach(item -> places.note(section, "item " + item.item(), item.place()));
    return section;
  }
}
