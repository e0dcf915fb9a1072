package org.xinheng.instrument;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 * @param classifications in the order of the definition
 * @param critical answers that call for somebody
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
    List<Classification> classifications,
    List<CriticalItem> critical,
    List<ValidityIndex> validity) {

  public Instrument {
    responseSets = List.copyOf(responseSets);
    items = List.copyOf(items);
    sections = List.copyOf(sections);
    scales = List.copyOf(scales);
    conditions = List.copyOf(conditions);
    classifications = List.copyOf(classifications);
    critical = List.copyOf(critical);
    validity = List.copyOf(validity);
  }

  public Optional<Item> item(String itemId) {
    int column = column(itemId);
    return column < 0 ? Optional.empty() : Optional.of(items.get(column));
  }

  /** The position of an item in the form, from 0; -1 if there is none of this id. */
  public int column(String itemId) {
    for (int column = 0; column < items.size(); column++) {
      if (items.get(column).id().equals(itemId)) {
        return column;
      }
    }
    return -1;
  }

  /** The position of a scale in the definition, from 0; -1 if there is none of this id. */
  public int scaleNumber(String scaleId) {
    for (int number = 0; number < scales.size(); number++) {
      if (scales.get(number).id().equals(scaleId)) {
        return number;
      }
    }
    return -1;
  }

  public Optional<Scale> scale(String scaleId) {
    return first(scales, Scale::id, scaleId);
  }

  /** What a name stands for. */
  public Optional<Condition> condition(String name) {
    return first(conditions, NamedCondition::id, name).map(NamedCondition::condition);
  }

  public Optional<Classification> classification(String classificationId) {
    return first(classifications, Classification::id, classificationId);
  }

  /**
   * The levels of the bands of a scale, or of the outcomes of a classification; none if the questionnaire has no such
   * part.
   *
   * @param id of a scale or a classification, which share their names
   */
  public Stream<Integer> levels(String id) {
    return Stream.concat(
        scale(id).stream()
            .flatMap(scale -> scale.bandSets().stream())
            .flatMap(bands -> bands.bands().stream())
            .map(Band::level),
        classification(id).stream()
            .flatMap(classification -> classification.outcomes().stream())
            .map(Classification.Outcome::level));
  }

  /**
   * The comparisons that a condition is made of, in the order in which they are met, also those behind the names that it
   * uses. Each name is followed once, and one that stands for nothing is passed over.
   */
  public List<Condition> comparisons(Condition condition) {
    List<Condition> comparisons = new ArrayList<>();
    Set<String> followed = new HashSet<>();
    Deque<Condition> open = new ArrayDeque<>(List.of(condition));
    while (!open.isEmpty()) {
      Condition next = open.pop();
      if (next instanceof Condition.Named named) {
        Optional.of(named.id())
            .filter(followed::add)
            .flatMap(this::condition)
            .ifPresent(open::push);
      } else if (next.askedItem().isPresent() || next.askedScale().isPresent()) {
        comparisons.add(next);
      }
      for (int i = next.parts().size() - 1; i >= 0; i--) {
        open.push(next.parts().get(i));
      }
    }
    return comparisons;
  }

  /** The response set of an item of this instrument; empty for information. */
  public Optional<ResponseSet> responsesOf(Item item) {
    return item.responses().isEmpty()
        ? Optional.empty()
        : first(responseSets, ResponseSet::id, item.responses().get());
  }

  /** The response set of an item whose answers are kept; empty for information and free text. */
  public Optional<ResponseSet.Scorable> scorable(Item item) {
    Optional<ResponseSet> responses = responsesOf(item);
    return responses.isPresent() && responses.get() instanceof ResponseSet.Scorable scorable
        ? Optional.of(scorable)
        : Optional.empty();
  }

  /** What must hold for an item to be shown: the conditions of its section and its own. */
  public List<Condition> visibleWhen(Item item) {
    List<Condition> conditions = new ArrayList<>();
    for (Section section : sections) {
      if (section.visibleWhen().isPresent() && section.items().contains(item.id())) {
        conditions.add(section.visibleWhen().get());
      }
    }
    item.visibleWhen().ifPresent(conditions::add);
    return conditions;
  }

  /** The items whose answers are kept: all but information and free text, in the order of the form. */
  public List<Item> keptItems() {
    List<Item> kept = new ArrayList<>();
    for (int column : keptColumns()) {
      kept.add(items.get(column));
    }
    return kept;
  }

  /** The positions of these items in the form. */
  public int[] keptColumns() {
    int[] columns = new int[items.size()];
    int kept = 0;
    for (int column = 0; column < columns.length; column++) {
      if (scorable(items.get(column)).isPresent()) {
        columns[kept] = column;
        kept++;
      }
    }
    return Arrays.copyOf(columns, kept);
  }

  public Optional<Source> source(String sourceId) {
    return first(about.sources(), Source::id, sourceId);
  }

  /** A loop, since a run asks it several times for each student. */
  private static <T> Optional<T> first(List<T> all, Function<T, String> idOf, String id) {
    for (T one : all) {
      if (idOf.apply(one).equals(id)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }
}
