package org.xinheng.definition;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Deadlines;
import org.xinheng.policy.Due;
import org.xinheng.policy.Node;
import org.xinheng.policy.Nodes;
import org.xinheng.policy.Occasion;
import org.xinheng.policy.Period;
import org.xinheng.policy.Step;

/** Reads the deadlines of a policy: by occasion, by step. */
final class DeadlineReader {

  private static final int MOST_TIMES = 99;
  private static final int MOST_DAYS = 99;

  /** What lasts, so that the school year passes over it. */
  private static final Occasion[] LASTING = {
    Occasion.TIER_1, Occasion.TIER_2, Occasion.TIER_3, Occasion.REGISTRY
  };

  private DeadlineReader() {}

  static Deadlines read(YamlMap root, Places places) {
    Optional<YamlMap> map = root.optional("deadlines").flatMap(YamlValue::map);
    if (map.isEmpty()) {
      return Deadlines.NONE;
    }
    Map<Occasion, Map<Step, Due>> all = new EnumMap<>(Occasion.class);
    for (Occasion occasion : Occasion.values()) {
      map.get()
          .optional(occasion.word())
          .flatMap(YamlValue::someMap)
          .ifPresent(steps -> all.put(occasion, steps(steps, places)));
    }
    map.get().close();
    Deadlines deadlines = new Deadlines(all);
    places.put(deadlines, map.get(), map.get().isSound());
    return deadlines;
  }

  /** What is done at the nodes of the school year. */
  static Nodes nodes(YamlMap root) {
    return root.optional("nodes")
        .flatMap(YamlValue::someMap)
        .map(map -> {
          Map<Node, Nodes.Contact> contacts = new EnumMap<>(Node.class);
          for (Node node : Node.values()) {
            map.optional(node.word())
                .flatMap(YamlValue::map)
                .flatMap(DeadlineReader::contact)
                .ifPresent(contact -> contacts.put(node, contact));
          }
          int longHoliday = map.optional("long-holiday-days")
              .flatMap(days -> days.integer(1, MOST_DAYS))
              .orElse(Nodes.USUAL_LONG_HOLIDAY_DAYS);
          map.close();
          return new Nodes(longHoliday, contacts);
        })
        .orElse(Nodes.NONE);
  }

  private static Optional<Nodes.Contact> contact(YamlMap map) {
    List<Occasion> of = map.required("of").map(YamlValue::someOrOne).orElse(List.of()).stream()
        .flatMap(value -> value.word(LASTING, Occasion::word).stream())
        .toList();
    Optional<Step> step =
        map.required("step").flatMap(value -> value.word(Step.values(), Step::word));
    Optional<Integer> days = map.required("days").flatMap(value -> value.integer(1, MOST_DAYS));
    map.close();
    return step.flatMap(what -> days.map(within -> new Nodes.Contact(of, what, within)));
  }

  private static Map<Step, Due> steps(YamlMap map, Places places) {
    Map<Step, Due> steps = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      map.optional(step.word())
          .flatMap(value -> due(value, places))
          .ifPresent(due -> steps.put(step, due));
    }
    map.close();
    return steps;
  }

  /** A period, or a map that says more. */
  private static Optional<Due> due(YamlValue value, Places places) {
    if (!value.isMap()) {
      Optional<Due> due = PeriodReader.period(value).map(Due::within);
      due.ifPresent(once -> places.put(once, value.place()));
      return due;
    }
    return value.map().flatMap(map -> due(map, value, places));
  }

  private static Optional<Due> due(YamlMap map, YamlValue value, Places places) {
    List<Period> within =
        map.optional("within").map(YamlValue::someOrOne).orElse(List.of()).stream()
            .flatMap(each -> PeriodReader.period(each).stream())
            .toList();
    Optional<Period> every = map.optional("every").flatMap(PeriodReader::period);
    Optional<Integer> times = map.optional("times").flatMap(count -> count.integer(1, MOST_TIMES));
    boolean afterClearing =
        map.optional("after-clearing").flatMap(YamlValue::yesOrNo).orElse(false);
    boolean one = map.has("within") != map.has("every");
    boolean hasTimesForNothing = map.has("times") && !map.has("every");
    map.close();
    if (!one || hasTimesForNothing) {
      value.report(Diagnostic.error(
              "deadline.shape", value.place(), "a step is due within some time, or every so often")
          .hint("write a period, or {within: [1 week, 4 weeks]}, or {every: 1 week, times: 4}"));
      return Optional.empty();
    }
    if (within.isEmpty() && every.isEmpty()) {
      return Optional.empty();
    }
    Due due = new Due(within, every, times, afterClearing);
    places.put(due, value.place());
    return Optional.of(due);
  }
}
