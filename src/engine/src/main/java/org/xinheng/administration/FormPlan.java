package org.xinheng.administration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Section;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoringPlan;

/** One questionnaire of a session: its pages, and the items that are asked in any case. */
final class FormPlan {

  private final int place;
  private final ScoringPlan plan;
  private final Instrument instrument;
  private final List<Optional<ResponseSet>> responses;
  private final Set<Integer> alwaysAsked;
  private final Map<String, Integer> columnOf = new HashMap<>();

  FormPlan(int place, ScoringPlan plan) {
    this.place = place;
    this.plan = plan;
    this.instrument = plan.instrument();
    responses = instrument.items().stream().map(instrument::responsesOf).toList();
    alwaysAsked = Set.copyOf(new AlwaysAsked(instrument).columns());
    for (int column = 0; column < responses.size(); column++) {
      columnOf.put(item(column).id(), column);
    }
  }

  ScoringPlan plan() {
    return plan;
  }

  Instrument instrument() {
    return instrument;
  }

  Item item(int column) {
    return instrument.items().get(column);
  }

  Optional<ResponseSet> responses(int column) {
    return responses.get(column);
  }

  int size() {
    return responses.size();
  }

  /** The items that early stopping never leaves out. */
  Set<Integer> alwaysAsked() {
    return alwaysAsked;
  }

  ItemReference reference(int column) {
    return new ItemReference(instrument.id(), item(column).id());
  }

  /** The column of an item; empty if there is none. */
  Optional<Integer> column(String item) {
    return Optional.ofNullable(columnOf.get(item));
  }

  /**
   * The pages for one student.
   *
   * @param leftOut columns that have no page, because they are asked one by one
   */
  List<PageItems> pages(Paging paging, StudentContext student, Set<Integer> leftOut) {
    List<PageItems> pages = new ArrayList<>();
    if (instrument.sections().isEmpty()) {
      IntStream.range(0, size())
          .filter(column -> !leftOut.contains(column))
          .forEach(
              column -> pages.add(new PageItems(place, PageItems.NO_SECTION, List.of(column))));
      return List.copyOf(pages);
    }
    for (int section = 0; section < instrument.sections().size(); section++) {
      pages.addAll(pages(section, paging, student, leftOut));
    }
    return List.copyOf(pages);
  }

  private List<PageItems> pages(
      int number, Paging paging, StudentContext student, Set<Integer> leftOut) {
    Section section = instrument.sections().get(number);
    List<Integer> columns = section.items().stream()
        .map(item -> column(item).orElseThrow())
        .filter(column -> !leftOut.contains(column))
        .toList();
    List<Integer> ordered = switch (section.order()) {
      case FIXED -> columns;
      case RANDOM ->
        SeededOrder.of(student, instrument.id() + "." + section.id()).shuffled(columns);
    };
    int perPage = paging == Paging.ITEMS ? 1 : section.perPage().orElse(Integer.MAX_VALUE);
    List<PageItems> pages = new ArrayList<>();
    List<Integer> page = new ArrayList<>();
    for (int column : ordered) {
      if (page.size() == perPage || asksOneOf(page, column)) {
        pages.add(new PageItems(place, number, page));
        page = new ArrayList<>();
      }
      page.add(column);
    }
    if (!page.isEmpty()) {
      pages.add(new PageItems(place, number, page));
    }
    return pages;
  }

  /** Whether it hangs on an answer of the page if the item is shown. */
  private boolean asksOneOf(List<Integer> page, int column) {
    Set<String> asked = new HashSet<>();
    for (Condition condition : instrument.visibleWhen(item(column))) {
      instrument
          .comparisons(condition)
          .forEach(comparison -> comparison.askedItem().ifPresent(asked::add));
    }
    return page.stream().anyMatch(earlier -> asked.contains(item(earlier).id()));
  }

  /** A student's form with nothing on it. */
  ResponseTable blank(StudentContext student, int year) {
    ResponseTable table = new ResponseTable(instrument, 1)
        .informant(0, student.informant())
        .language(0, student.language().tag())
        .year(0, year);
    student.grade().ifPresent(grade -> table.grade(0, grade));
    student.age().ifPresent(age -> table.age(0, age));
    student.sex().ifPresent(sex -> table.sex(0, sex));
    return table;
  }
}
