package org.xinheng.app.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinheng.definition.DefinitionJson;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Condition;
import org.xinheng.policy.Hierarchy;
import org.xinheng.policy.Input;
import org.xinheng.policy.MissingScores;
import org.xinheng.policy.Node;
import org.xinheng.policy.Period;
import org.xinheng.policy.PreparationStep;
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
    text.floors();
    text.evidence();
    text.deadlines();
    text.nodes();
    text.workflow();
    text.roles();
    return text.lines;
  }

  private void head() {
    lines.addAll(Wrapping.lines(policy.id() + "  " + Shown.both(policy.name()), width));
    lines.add("");
    Grid grid = Grid.at(2)
        .row("version", policy.version())
        .row("acute", "a risk factor counts as recent for " + policy.acuteMonths() + " months")
        .row(
            "small cells",
            "fewer than " + policy.suppressBelow()
                + " students are not shown, outside the school fewer than "
                + policy.suppressBelowOutside())
        .row("missing", missing(policy.missing()))
        .row(
            "each year",
            policy
                .requiredGrades()
                .map(grades -> "grades " + grades + " are screened")
                .orElse("no grade is required"));
    Shown.others(
        policy,
        Set.of(
            "id",
            "version",
            "name",
            "acute-months",
            "suppress-below",
            "missing",
            "hierarchy",
            "required-grades",
            "tiers",
            "alerts",
            "statuses",
            "rules",
            "suppress-below-outside",
            "inputs",
            "floors",
            "triggers",
            "deadlines",
            "workflow",
            "nodes",
            "roles",
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
    heading("Tiers, alerts, statuses and levels");
    Grid grid = Grid.at(2);
    new TreeMap<>(policy.tiers())
        .forEach((tier, look) ->
            grid.row(tier.code(), look.name().en(), look.name().zhCn(), look.colour()));
    new TreeMap<>(policy.alerts())
        .forEach((alert, name) -> grid.row("alert " + alert.word(), name.en(), name.zhCn(), ""));
    new TreeMap<>(policy.statuses())
        .forEach((status, name) -> grid.row(status.word(), name.en(), name.zhCn(), ""));
    for (Hierarchy.Level level : Hierarchy.Level.values()) {
      Text name = policy.hierarchy().name(level);
      grid.row("a " + level.word(), name.en(), name.zhCn(), "");
    }
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

  private void floors() {
    if (policy.floors().isEmpty()) {
      return;
    }
    heading("Floors, which raise a tier after the rules and never lower it");
    Grid grid = Grid.at(2);
    policy
        .floors()
        .forEach(floor -> grid.row(
            floor.id(),
            "when " + words(floor.when()) + ": " + gives(floor) + "\n"
                + Shown.stacked(floor.reason())));
    lines.addAll(grid.lines(width));
  }

  private void evidence() {
    if (!policy.inputs().isEmpty()) {
      heading("How long evidence counts");
      Grid grid = Grid.at(2);
      new TreeMap<>(policy.inputs())
          .forEach((input, validity) ->
              grid.row(input.word(), validity.period().map(Period::toString).orElse("always")));
      lines.addAll(grid.lines(width));
    }
    if (!policy.triggers().isEmpty()) {
      heading("What raises an alert without a score");
      Grid grid = Grid.at(2);
      policy
          .triggers()
          .forEach(trigger ->
              grid.row(trigger.id(), trigger.alert().word(), Shown.both(trigger.name())));
      lines.addAll(grid.lines(width));
    }
  }

  private void deadlines() {
    if (policy.deadlines().due().isEmpty()) {
      return;
    }
    heading("When what is due; alerts on the clock, everything else on school days");
    Grid grid = Grid.at(2);
    policy
        .deadlines()
        .due()
        .forEach((occasion, steps) -> grid.row(
            occasion.text().en(),
            steps.entrySet().stream()
                .map(step -> step.getKey().text().en() + ": " + step.getValue())
                .collect(Collectors.joining("\n"))));
    lines.addAll(grid.lines(width));
  }

  private void nodes() {
    if (policy.nodes().contacts().isEmpty()) {
      return;
    }
    heading("At the nodes of the school year (a holiday of " + policy.nodes().longHolidayDays()
        + " days is long)");
    Grid grid = Grid.at(2);
    policy
        .nodes()
        .contacts()
        .forEach((node, contact) -> grid.row(
            node.text().en(),
            contact.step().word() + ", "
                + (node == Node.IN_HOLIDAY ? "every " : "within ")
                + contact.days() + " days: "
                + contact.of().stream()
                    .map(of -> of.text().en())
                    .collect(Collectors.joining(", "))));
    lines.addAll(grid.lines(width));
  }

  private void workflow() {
    heading("Gates and who passes them");
    Grid grid = Grid.at(2);
    policy
        .workflow()
        .gates()
        .forEach(gate -> grid.row(
            Integer.toString(gate.number()),
            Shown.both(gate.name()) + ": "
                + gate.owners().stream()
                    .map(role -> role.text().en())
                    .collect(Collectors.joining(", "))));
    grid.row(
        "launch",
        Arrays.stream(PreparationStep.values())
            .filter(policy.workflow().preparation()::contains)
            .map(step -> step.text().en())
            .collect(Collectors.joining("; ")));
    grid.row(
        "lowering",
        policy.workflow().lowering().stream()
            .map(reason -> reason.id())
            .collect(Collectors.joining(", ")));
    grid.row(
        "closing",
        policy.workflow().checksToClose() + " checks below the cut-off and an interview");
    lines.addAll(grid.lines(width));
  }

  private void roles() {
    heading("Who reads what; everything else is denied");
    Grid grid = Grid.at(2);
    policy
        .roles()
        .cells()
        .forEach((role, fields) -> grid.row(
            role.text().en(),
            fields.entrySet().stream()
                .map(cell -> cell.getKey().word() + ": " + cell.getValue().word())
                .collect(Collectors.joining(", "))));
    lines.addAll(grid.lines(width));
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
