package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.profile.ResultColumns;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.OutcomeLookup;

/** Outcomes as they stand in tables, by the names of a policy. */
final class OutcomeCells {

  /** How many cells are of a decision. */
  static final int OF_DECISION = 6;

  /** How many cells are of the reason, behind those of the decision. */
  static final int OF_REASON = 2;

  /** Where they stand in a decision. */
  private static final int STATUS = 0;

  private static final int ALERT = 4;

  private final TierPolicy policy;

  OutcomeCells(TierPolicy policy) {
    this.policy = policy;
  }

  /** The cells of {@link ResultColumns#ofOutcome}. */
  List<String> of(Outcome outcome) {
    Text reason = outcome.reason();
    return Stream.concat(
            of(OutcomeLookup.Decision.of(outcome)).stream(), Stream.of(reason.zhCn(), reason.en()))
        .toList();
  }

  /** The same without the reason, which is last. */
  List<String> of(OutcomeLookup.Decision decision) {
    return List.of(
        decision.status().word(),
        code(decision.tier()),
        name(decision.tier()),
        code(decision.atLeast()),
        decision.alert().word(),
        decision.rule().orElse(""));
  }

  static String code(Optional<Tier> tier) {
    return tier.map(Tier::code).orElse("");
  }

  /** What the policy calls the tier, in both languages. */
  String name(Optional<Tier> tier) {
    return tier.flatMap(of -> Optional.ofNullable(policy.tiers().get(of)))
        .map(look -> both(look.name()))
        .orElse("");
  }

  /** What the policy calls the alert, in both languages. */
  String alert(Outcome outcome) {
    return Optional.ofNullable(policy.alerts().get(outcome.alert()))
        .map(OutcomeCells::both)
        .orElse("");
  }

  /** The same as cells of a table, with what the policy calls status and alert. */
  List<SheetCell> cells(Outcome outcome) {
    List<String> texts = of(outcome);
    List<SheetCell> cells = new ArrayList<>(texts.stream().map(SheetCell::text).toList());
    cells.set(STATUS, status(outcome));
    cells.set(ALERT, alertCell(outcome));
    return cells;
  }

  /** The status, with what the policy calls it. */
  SheetCell status(Outcome outcome) {
    return named(outcome.status().word(), policy.statuses().get(outcome.status()));
  }

  /** The alert, with what the policy calls it. */
  private SheetCell alertCell(Outcome outcome) {
    return named(outcome.alert().word(), policy.alerts().get(outcome.alert()));
  }

  private static SheetCell named(String word, @Nullable Text name) {
    return Optional.ofNullable(name)
        .map(text -> SheetCell.word(word, text))
        .orElse(SheetCell.text(word));
  }

  private static String both(Text text) {
    return text.zhCn() + " " + text.en();
  }
}
