package org.xinheng.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;

/**
 * How bands and evidence become a tier: rules in order, the first that holds decides.
 *
 * @param id such as {@code default}
 * @param version of the policy
 * @param name what people read
 * @param acuteMonths how long an acute risk factor counts as recent
 * @param suppressBelow cells of fewer students are not shown inside a school
 * @param missing what is made of scores that are not there
 * @param tiers name and colour of each tier
 * @param alerts name of each alert
 * @param statuses name of each status
 * @param rules in order
 * @param hash SHA-256 of the file, in hexadecimal
 */
public record TierPolicy(
    String id,
    String version,
    Text name,
    int acuteMonths,
    int suppressBelow,
    MissingScores missing,
    Map<Tier, Look> tiers,
    Map<Alert, Text> alerts,
    Map<Status, Text> statuses,
    List<TierRule> rules,
    String hash) {

  public TierPolicy {
    tiers = Map.copyOf(tiers);
    alerts = Map.copyOf(alerts);
    statuses = Map.copyOf(statuses);
    rules = List.copyOf(rules);
  }

  /** How a tier is named and coloured; {@code colour} is {@code #rrggbb} and never the only signal. */
  public record Look(Text name, String colour) {}

  /** Whether a rule compares the input with anything. */
  public boolean asks(Input input) {
    return rules.stream()
        .flatMap(rule -> rule.when().comparisons())
        .anyMatch(comparison -> comparison.input() == input);
  }

  /** The first rule that holds; empty only for a policy that the checker refuses. */
  public Optional<TierRule> decide(State state) {
    for (TierRule rule : rules) {
      if (rule.when().holds(state)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
