package org.xinheng.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Condition;
import org.xinheng.policy.Input;
import org.xinheng.policy.State;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/**
 * A rule or floor that did not hold, and the least that would have to be different for it to hold.
 *
 * @param rule which
 * @param changes the comparisons that do not hold, one an input
 * @param then what would decide if they did
 */
public record NearMiss(TierRule rule, List<Condition.Comparison> changes, TierRule then) {

  public NearMiss {
    changes = List.copyOf(changes);
  }

  /**
   * The rules and floors that would give another tier if they held, those first for which the fewest inputs would have to
   * change, and among these the smallest steps.
   */
  static List<NearMiss> of(TierPolicy policy, State state) {
    int tier = policy.decide(state).map(TierRule::severity).orElse(0);
    List<NearMiss> misses = new ArrayList<>();
    policy.all().filter(rule -> !rule.when().holds(state)).forEach(rule -> {
      List<Condition.Comparison> changes = leastChanges(rule.when(), state);
      policy
          .decide(changed(state, changes))
          .filter(then -> then.severity() != tier)
          .ifPresent(then -> misses.add(new NearMiss(rule, changes, then)));
    });
    misses.sort(Comparator.comparingInt((NearMiss miss) -> miss.changes().size())
        .thenComparingInt(miss -> steps(miss.changes(), state)));
    return misses;
  }

  private static List<Condition.Comparison> leastChanges(Condition condition, State state) {
    if (condition.holds(state)) {
      return List.of();
    }
    if (condition instanceof Condition.Comparison comparison) {
      return List.of(comparison);
    }
    if (condition instanceof Condition.Named named) {
      return leastChanges(named.condition(), state);
    }
    if (condition instanceof Condition.All all) {
      return all.parts().stream()
          .flatMap(part -> leastChanges(part, state).stream())
          .distinct()
          .collect(Collectors.toList());
    }
    return ((Condition.Any) condition)
        .parts().stream()
            .map(part -> leastChanges(part, state))
            .min(Comparator.<List<Condition.Comparison>>comparingInt(List::size)
                .thenComparingInt(changes -> steps(changes, state)))
            .orElse(List.of());
  }

  private static int steps(List<Condition.Comparison> changes, State state) {
    return changes.stream()
        .mapToInt(change -> Math.abs(change.value() - state.value(change.input())))
        .sum();
  }

  private static State changed(State state, List<Condition.Comparison> changes) {
    State changed = state;
    for (Condition.Comparison change : changes) {
      changed = changed.with(change.input(), change.value());
    }
    return changed;
  }

  /** Such as {@code class teacher's rating 2 or more, not 1}. */
  Text text(State state) {
    return new Text(
        changes.stream()
            .map(change -> InputText.name(change.input()).en() + " "
                + asked(change).en() + ", not "
                + InputText.value(change.input(), state.value(change.input())).en())
            .collect(Collectors.joining("; ")),
        changes.stream()
            .map(change -> InputText.name(change.input()).zhCn() + "须为"
                + asked(change).zhCn()
                + "，现为"
                + InputText.value(change.input(), state.value(change.input())).zhCn())
            .collect(Collectors.joining("；")));
  }

  /** What a comparison asks, such as {@code 2 or more}. */
  static Text asked(Condition.Comparison comparison) {
    Input input = comparison.input();
    Text value = InputText.value(input, comparison.value());
    if (input == Input.PRIMARY
        && comparison.value() == 0
        && comparison.operator() == Condition.Operator.AT_OR_ABOVE) {
      return new Text("not missing", "不缺失");
    }
    boolean isExact = comparison.operator() == Condition.Operator.EXACTLY
        || comparison.value() == input.highest();
    return isExact
        ? value
        : new Text(value.en() + " or more", value.zhCn() + (input == Input.ALERT ? "或更急" : "以上"));
  }
}
