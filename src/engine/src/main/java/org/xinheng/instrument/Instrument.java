package org.xinheng.instrument;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A questionnaire: its items, their responses, and how they are scored. References between its parts are ids; the
 * checker of {@code org.xinheng.definition} makes sure that each one holds.
 *
 * @param id such as {@code phq-9}
 * @param version of the definition
 * @param form which of the circulating item orders this is
 * @param hash SHA-256 of the definition file, in hexadecimal
 * @param about what it is for
 * @param responseSets each id once
 * @param items in the order of the form
 * @param sections in the order of the form; none if the form is not divided
 * @param scales in the order of the definition
 * @param conditions by name, for use in other conditions
 * @param critical items that call for somebody
 * @param validity signs that the answers may not mean what they say
 */
public record Instrument(
    String id,
    String version,
    String form,
    String hash,
    About about,
    List<ResponseSet> responseSets,
    List<Item> items,
    List<Section> sections,
    List<Scale> scales,
    List<NamedCondition> conditions,
    List<CriticalItem> critical,
    List<ValidityIndex> validity) {

  public Instrument {
    responseSets = List.copyOf(responseSets);
    items = List.copyOf(items);
    sections = List.copyOf(sections);
    scales = List.copyOf(scales);
    conditions = List.copyOf(conditions);
    critical = List.copyOf(critical);
    validity = List.copyOf(validity);
  }

  public Optional<Item> item(String itemId) {
    return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
  }

  public Optional<Scale> scale(String scaleId) {
    return scales.stream().filter(scale -> scale.id().equals(scaleId)).findFirst();
  }

  /** What a name stands for. */
  public Optional<Condition> condition(String name) {
    return conditions.stream()
        .filter(named -> named.id().equals(name))
        .map(NamedCondition::condition)
        .findFirst();
  }

  /** The response set of an item of this instrument; empty for information. */
  public Optional<ResponseSet> responsesOf(Item item) {
    return item.responses()
        .flatMap(id -> responseSets.stream().filter(set -> set.id().equals(id)).findFirst());
  }

  /** The response set of an item whose answers are kept; empty for information and free text. */
  public Optional<ResponseSet.Scorable> scorable(Item item) {
    return responsesOf(item)
        .filter(ResponseSet.Scorable.class::isInstance)
        .map(ResponseSet.Scorable.class::cast);
  }

  /** What must hold for an item to be shown: the conditions of its section and its own. */
  public List<Condition> visibleWhen(Item item) {
    return Stream.concat(
            sections.stream()
                .filter(section -> section.items().contains(item.id()))
                .flatMap(section -> section.visibleWhen().stream()),
            item.visibleWhen().stream())
        .toList();
  }

  /** The items whose answers are kept: all but information and free text, in the order of the form. */
  public List<Item> keptItems() {
    return items.stream().filter(item -> scorable(item).isPresent()).toList();
  }

  public Optional<Source> source(String sourceId) {
    return about.sources().stream()
        .filter(source -> source.id().equals(sourceId))
        .findFirst();
  }
}
