package org.xinheng.app.show;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinheng.definition.DefinitionJson;
import org.xinheng.policy.Condition;
import org.xinheng.policy.Input;
import org.xinheng.policy.MissingScores;
import org.xinheng.policy.State;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/** A policy as a person reads it, its rules in words. */
public final class PolicyText {

  private final TierPolicy policy;
  private final int width;
  private final List<String> lines = new ArrayList<>();

  private PolicyText(TierPolicy policy, int width) {
    this.policy = policy;
    this.width = width;
  }

  public static List<String> lines(TierPolicy policy, int width) {
    PolicyText text = new PolicyText(policy, width);
    text.head();
    text.names();
    text.rules();
    return text.lines;
  }

  private void head() {
    lines.addAll(Wrapping.lines(policy.id() + "  " + Shown.both(policy.name()), width));
    lines.add("");
    Grid grid = Grid.at(2)
        .row("version", policy.version())
        .row("acute", "a risk factor counts as recent for " + policy.acuteMonths() + " months")
        .row("small cells", "fewer than " + policy.suppressBelow() + " students are not shown")
        .row("missing", missing(policy.missing()));
    Shown.others(
        policy,
        Set.of(
            "id",
            "version",
            "name",
            "acute-months",
            "suppress-below",
            "missing",
            "tiers",
            "alerts",
            "statuses",
            "rules",
            "hash"),
        grid);
    grid.row("hash", policy.hash());
    lines.addAll(grid.lines(width));
  }

  private static String missing(MissingScores missing) {
    return switch (missing) {
      case BOUNDED ->
        "answers that are missing make a tier a lower bound where they could raise it";
      case IGNORED -> "scores that are missing meet no condition";
    };
  }

  private void names() {
    heading("Tiers, alerts and statuses");
    Grid grid = Grid.at(2);
    new TreeMap<>(policy.tiers())
        .forEach((tier, look) ->
            grid.row(tier.code(), look.name().en(), look.name().zhCn(), look.colour()));
    new TreeMap<>(policy.alerts())
        .forEach((alert, name) -> grid.row("alert " + alert.word(), name.en(), name.zhCn(), ""));
    new TreeMap<>(policy.statuses())
        .forEach((status, name) -> grid.row(status.word(), name.en(), name.zhCn(), ""));
    lines.addAll(grid.lines(width));
  }

  private void rules() {
    heading("Rules, of which the first that holds decides");
    Grid grid = Grid.at(2);
    Map<String, Condition> named = new LinkedHashMap<>();
    for (TierRule rule : policy.rules()) {
      collect(rule.when(), named);
      grid.row(
          rule.id(),
          "when " + words(rule.when()) + ": " + gives(rule) + "\n" + Shown.stacked(rule.reason()));
    }
    lines.addAll(grid.lines(width));
    if (!named.isEmpty()) {
      heading("Conditions that rules name");
      Grid conditions = Grid.at(2);
      named.forEach((name, condition) -> conditions.row(name, words(condition)));
      lines.addAll(conditions.lines(width));
    }
  }

  private static String gives(TierRule rule) {
    String tier = rule.tier().map(Tier::code).orElse("no tier");
    return rule.provisional() ? tier + ", provisional" : tier;
  }

  private static void collect(Condition condition, Map<String, Condition> named) {
    if (condition instanceof Condition.Named one) {
      named.putIfAbsent(one.name(), one.condition());
      collect(one.condition(), named);
    } else {
      partsOf(condition).forEach(part -> collect(part, named));
    }
  }

  private static List<Condition> partsOf(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.parts();
    }
    return condition instanceof Condition.Any any ? any.parts() : List.of();
  }

  static String words(Condition condition) {
    if (condition instanceof Condition.Comparison comparison) {
      return words(comparison);
    }
    if (condition instanceof Condition.Named named) {
      return named.name();
    }
    if (condition instanceof Condition.All all) {
      return all.parts().isEmpty() ? "no rule before it holds" : joined(all.parts(), " and ");
    }
    if (condition instanceof Condition.Any any) {
      return joined(any.parts(), " or ");
    }
    return DefinitionJson.line(DefinitionJson.node(condition));
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream()
        .map(part ->
            partsOf(part).size() > 1 && parts.size() > 1 ? "(" + words(part) + ")" : words(part))
        .collect(Collectors.joining(word));
  }

  private static String words(Condition.Comparison comparison) {
    Input input = comparison.input();
    if (input == Input.PRIMARY
        && comparison.operator() == Condition.Operator.AT_OR_ABOVE
        && comparison.value() == 0) {
      return "primary is not missing";
    }
    String value = State.UNKNOWN.with(input, comparison.value()).shown(input);
    boolean isExact = comparison.operator() == Condition.Operator.EXACTLY
        || comparison.value() == input.highest();
    String more = input == Input.ALERT ? " or worse" : " or more";
    return input.word() + " is " + value + (isExact ? "" : more);
  }

  private void heading(String text) {
    lines.add("");
    lines.addAll(Wrapping.lines(text, width));
  }
}
