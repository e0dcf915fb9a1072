package org.xinheng.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Input;
import org.xinheng.policy.State;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/**
 * Why a student has an outcome: what came out, every input with its value, what is asked of it, where it comes from and
 * since when, every rule and floor that holds, and the nearest that do not.
 *
 * @param outcome what came out, line by line
 * @param inputs the inputs that the policy asks
 * @param holding the rules and floors that hold, that which decides first
 * @param nearest those that do not hold and would give another tier, the nearest first
 * @param expired evidence that no longer counts
 */
public record OutcomeExplanation(
    List<Text> outcome,
    List<InputLine> inputs,
    List<RuleLine> holding,
    List<RuleLine> nearest,
    List<Text> expired) {

  private static final int MOST_NEAREST = 3;

  public OutcomeExplanation {
    outcome = List.copyOf(outcome);
    inputs = List.copyOf(inputs);
    holding = List.copyOf(holding);
    nearest = List.copyOf(nearest);
    expired = List.copyOf(expired);
  }

  /**
   * One input.
   *
   * @param input the word that policies use
   * @param name what people read
   * @param value its value
   * @param asked the values that rules and floors compare it with
   * @param from what stands behind it, with cut-off, source and date
   */
  public record InputLine(String input, Text name, Text value, List<Text> asked, List<Text> from) {

    public InputLine {
      asked = List.copyOf(asked);
      from = List.copyOf(from);
    }
  }

  /**
   * One rule or floor.
   *
   * @param id its name in tables
   * @param kind whether it is a rule or a floor, in that word
   * @param tier what it gives: {@code T1} to {@code T3}, or {@code none}
   * @param reason what people read
   * @param role what part it has here: that it decides, that one before it does, or what would have to be different
   */
  public record RuleLine(String id, String kind, String tier, Text reason, Text role) {}

  /** Explains an outcome. */
  public static OutcomeExplanation of(OutcomeTrace trace) {
    return new Explainer(trace).explain();
  }

  private static final class Explainer {

    private final OutcomeTrace trace;
    private final TierPolicy policy;
    private final State state;
    private final Reasons reasons;

    Explainer(OutcomeTrace trace) {
      this.trace = trace;
      this.policy = trace.policy();
      this.state = trace.state();
      this.reasons = new Reasons(trace.battery(), policy, trace.forms(), trace.evidence());
    }

    OutcomeExplanation explain() {
      return new OutcomeExplanation(
          outcome(),
          Arrays.stream(Input.values()).filter(policy::asks).map(this::input).toList(),
          holding(),
          NearMiss.of(policy, state).stream()
              .limit(MOST_NEAREST)
              .map(this::line)
              .toList(),
          trace.evidence().expired().stream()
              .map(fact -> FactText.of(fact, trace.evidence().countsThrough(fact)))
              .toList());
    }

    private List<Text> outcome() {
      Outcome outcome = trace.outcome();
      List<Text> lines = new ArrayList<>();
      Optional.ofNullable(policy.statuses().get(outcome.status()))
          .ifPresent(name -> lines.add(labelled("status", "状态", name)));
      lines.add(labelled("tier", "级别", tier(outcome)));
      if (!outcome.atLeast().equals(outcome.tier())) {
        outcome
            .atLeast()
            .ifPresent(
                tier -> lines.add(labelled("at least", "至少", new Text(tier.code(), tier.code()))));
      }
      if (outcome.alert() != Alert.NONE) {
        Optional.ofNullable(policy.alerts().get(outcome.alert()))
            .ifPresent(name -> lines.add(labelled("alert", "预警", name)));
      }
      lines.addAll(outcome.reasons());
      return lines;
    }

    private static Text labelled(String en, String zhCn, Text text) {
      return new Text(en + ": " + text.en(), zhCn + "：" + text.zhCn());
    }

    private Text tier(Outcome outcome) {
      return outcome
          .tier()
          .flatMap(tier -> Optional.ofNullable(policy.tiers().get(tier))
              .map(look -> new Text(
                  tier.code() + ", " + look.name().en(),
                  tier.code() + "，" + look.name().zhCn())))
          .orElse(new Text("none", "无"));
    }

    private InputLine input(Input input) {
      List<Text> asked = policy
          .all()
          .flatMap(rule -> rule.when().comparisons())
          .filter(comparison -> comparison.input() == input)
          .distinct()
          .sorted((a, b) -> Integer.compare(a.value(), b.value()))
          .map(NearMiss::asked)
          .toList();
      return new InputLine(
          input.word(),
          InputText.name(input),
          InputText.value(input, state.value(input)),
          asked,
          from(input));
    }

    private List<Text> from(Input input) {
      List<Text> texts = new ArrayList<>(
          state.value(input) == 0 && input != Input.PRIMARY && input != Input.IMPACT
              ? List.of()
              : reasons.describe(input, state));
      days(input).ifPresent(texts::add);
      return texts;
    }

    /** When the answers were given that an input rests on. */
    private Optional<Text> days(Input input) {
      boolean isOfAnswers = input == Input.PRIMARY
          || input == Input.SEVERE_SCALES
          || input == Input.HIGH_SCALES
          || input == Input.ALERT;
      List<LocalDate> days = trace.forms().values().stream()
          .flatMap(form -> form.on().stream())
          .distinct()
          .sorted()
          .toList();
      if (!isOfAnswers || days.isEmpty()) {
        return Optional.empty();
      }
      String list = days.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
      return Optional.of(new Text("answered on " + list, "作答日期 " + list));
    }

    private List<RuleLine> holding() {
      Optional<TierRule> deciding = policy.decide(state);
      List<RuleLine> lines = new ArrayList<>();
      deciding.ifPresent(rule -> lines.add(line(rule, new Text("decides", "由此决定"))));
      policy
          .all()
          .filter(rule -> rule.when().holds(state) && !deciding.equals(Optional.of(rule)))
          .forEach(rule -> lines.add(line(
              rule,
              policy.isFloor(rule)
                  ? new Text("holds, and asks for no more", "成立，但不高于所定级别")
                  : new Text("holds, after the one that decides", "成立，但排在其后"))));
      return lines;
    }

    private RuleLine line(NearMiss miss) {
      Text changes = miss.text(state);
      String then = miss.then().tier().map(tier -> tier.code()).orElse("none");
      return line(
          miss.rule(),
          new Text(
              changes.en() + "; then " + (then.equals("none") ? "no tier" : then),
              changes.zhCn() + "；则为" + (then.equals("none") ? "无级别" : " " + then)));
    }

    private RuleLine line(TierRule rule, Text role) {
      return new RuleLine(
          rule.id(),
          policy.isFloor(rule) ? "floor" : "rule",
          rule.tier().map(tier -> tier.code()).orElse("none"),
          rule.reason(),
          role);
    }
  }
}
