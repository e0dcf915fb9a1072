package org.xinheng.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Interval;
import org.xinheng.instrument.Text;

/**
 * How bands and evidence become a tier: rules in order, the first that holds decides; then floors, which raise the tier
 * and never lower it.
 *
 * @param id such as {@code default}
 * @param version of the policy
 * @param name what people read
 * @param acuteMonths how long an acute risk factor counts as recent
 * @param suppressBelow cells of fewer students are not shown inside a school
 * @param suppressBelowOutside cells of fewer students are not shown outside the school
 * @param missing what is made of scores that are not there
 * @param tiers name and colour of each tier
 * @param numbering how the district numbers its levels, if it does
 * @param alerts name of each alert
 * @param statuses name of each status
 * @param inputs the inputs that rules and floors may ask, each with how long evidence of it counts; empty if the policy
 *     does not list them, and then all may be asked and evidence counts until it ends by itself
 * @param rules in order
 * @param floors what the past of a student asks for at least; all that hold are heeded
 * @param triggers what raises an alert without a score
 * @param hierarchy what the levels of the district are called
 * @param requiredGrades the grades that are to be screened at least once in a school year, if any are
 * @param overFlag when a class, grade, school or dormitory is reported as a whole
 * @param deadlines when which step is due
 * @param nodes what is done at which time of the school year
 * @param workflow who passes which gate, and when a case may be closed
 * @param roles what each role may read
 * @param hash SHA-256 of the file, in hexadecimal
 */
public record TierPolicy(
    String id,
    String version,
    Text name,
    int acuteMonths,
    int suppressBelow,
    int suppressBelowOutside,
    MissingScores missing,
    Map<Tier, Look> tiers,
    Optional<Numbering> numbering,
    Map<Alert, Text> alerts,
    Map<Status, Text> statuses,
    Map<Input, Validity> inputs,
    List<TierRule> rules,
    List<TierRule> floors,
    List<Trigger> triggers,
    Hierarchy hierarchy,
    Optional<Interval> requiredGrades,
    Optional<OverFlag> overFlag,
    Deadlines deadlines,
    Nodes nodes,
    Workflow workflow,
    RoleMatrix roles,
    String hash) {

  public TierPolicy {
    tiers = Map.copyOf(tiers);
    alerts = Map.copyOf(alerts);
    statuses = Map.copyOf(statuses);
    inputs = Map.copyOf(inputs);
    rules = List.copyOf(rules);
    floors = List.copyOf(floors);
    triggers = List.copyOf(triggers);
  }

  /** How a tier is named and coloured; {@code colour} is {@code #rrggbb} and never the only signal. */
  public record Look(Text name, String colour) {}

  /** How long evidence of an input counts; an empty period: until it ends by itself. */
  public record Validity(Optional<Period> period) {}

  /** Whether a rule or floor compares the input with anything. */
  public boolean asks(Input input) {
    return all()
        .flatMap(rule -> rule.when().comparisons())
        .anyMatch(comparison -> comparison.input() == input);
  }

  /** The rules, then the floors. */
  public Stream<TierRule> all() {
    return Stream.concat(rules.stream(), floors.stream());
  }

  /** How long evidence of an input counts; empty: until it ends by itself. */
  public Optional<Period> validity(Input input) {
    return Optional.ofNullable(inputs.get(input)).flatMap(Validity::period);
  }

  /** The first rule that holds, floors left aside; empty only for a policy that the checker refuses. */
  public Optional<TierRule> firstRule(State state) {
    for (TierRule rule : rules) {
      if (rule.when().holds(state)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /** The highest floor that holds, of several the first. */
  public Optional<TierRule> highestFloor(State state) {
    Optional<TierRule> highest = Optional.empty();
    for (TierRule floor : floors) {
      if (floor.severity() > highest.map(TierRule::severity).orElse(0)
          && floor.when().holds(state)) {
        highest = Optional.of(floor);
      }
    }
    return highest;
  }

  /** What decides: the first rule that holds, or a floor that holds and gives more. */
  public Optional<TierRule> decide(State state) {
    Optional<TierRule> rule = firstRule(state);
    Optional<TierRule> floor = highestFloor(state);
    return floor.map(TierRule::severity).orElse(0)
            > rule.map(TierRule::severity).orElse(0)
        ? floor
        : rule;
  }

  /** Whether what decides is a floor. */
  public boolean isFloor(TierRule rule) {
    return floors.contains(rule);
  }

  /** The trigger with a code. */
  public Optional<Trigger> trigger(String id) {
    return triggers.stream().filter(trigger -> trigger.id().equals(id)).findFirst();
  }
}
