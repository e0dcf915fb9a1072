package org.xinheng.definition.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.Read;
import org.xinheng.definition.SourceText;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.Input;
import org.xinheng.policy.State;
import org.xinheng.policy.StateSpace;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/**
 * What is found of a policy without looking at every state is what looking at every state finds, to the word of each
 * counter-example. The policies are drawn by seed; most of them have several faults.
 */
class RandomPolicyTest {

  private static final Set<String> CODES = Set.of(
      "policy.not-total",
      "policy.not-monotone",
      "policy.rule-unreachable",
      "policy.teacher-raises-two",
      "policy.floor-not-monotone",
      "policy.floor-unreachable");

  private static final String HEAD = """
      policy: mine
      version: 1.0.0
      name: {en: mine, zh-CN: 本校}
      tiers:
        1: {name: {en: universal, zh-CN: 一般支持}, colour: "#2e7d4f"}
        2: {name: {en: targeted, zh-CN: 重点关注}, colour: "#c98a00"}
        3: {name: {en: intensive, zh-CN: 高度关注}, colour: "#c2510c"}
      alerts:
        none: {en: none, zh-CN: 无}
        unknown: {en: unknown, zh-CN: 未答}
        same-day: {en: same day, zh-CN: 当日处理}
        immediate: {en: immediate, zh-CN: 立即处理}
      statuses:
        classified: {en: classified, zh-CN: 已分级}
        provisional: {en: provisional, zh-CN: 暂定}
        invalid: {en: invalid, zh-CN: 作答无效}
        incomplete: {en: incomplete, zh-CN: 作答不完整}
        not-screened: {en: not screened, zh-CN: 未参加}
      acute-months: 6
      suppress-below: 5
      """;

  private static final List<String> OF_RULES = List.of(
      "primary: missing",
      "primary: 0+",
      "primary: 1",
      "primary: 2+",
      "primary: 3",
      "severe-scales: 1+",
      "severe-scales: 2",
      "scored-questionnaires: 1+",
      "teacher: 1",
      "teacher: 2+",
      "teacher: 3",
      "last-tier: 2+",
      "last-tier: 2",
      "alert: same-day+",
      "hold: yes",
      "hold: no",
      "open-case: 3",
      "help: yes");

  private static final List<String> OF_FLOORS = List.of(
      "hold: yes",
      "hold: no",
      "open-case: 2+",
      "open-case: 2",
      "re-entry: assessed+",
      "last-tier: 3");

  static Stream<Integer> seeds() {
    return IntStream.rangeClosed(1, Integer.getInteger("xinheng.seeds", 100)).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsWhatLookingAtEveryStateFinds(int seed) {
    Read<TierPolicy> read = read(seed);
    TierPolicy policy = read.value().orElseThrow();
    Set<String> found = read.diagnostics().stream()
        .filter(diagnostic -> CODES.contains(diagnostic.code()))
        .map(Diagnostic::message)
        .collect(Collectors.toSet());
    assertThat(found).isEqualTo(expected(policy));
  }

  @Test
  void drawsFaultsOfEveryKind() {
    assertThat(IntStream.rangeClosed(1, 40)
            .mapToObj(seed -> read(seed).diagnostics())
            .flatMap(List::stream)
            .map(Diagnostic::code))
        .containsAll(CODES);
  }

  private static Read<TierPolicy> read(int seed) {
    return Definitions.policy(SourceText.of("policy.yaml", HEAD + drawn(new Random(seed))));
  }

  private static String drawn(Random random) {
    StringBuilder text = new StringBuilder("rules:\n");
    int rules = 1 + random.nextInt(5);
    for (int rule = 0; rule < rules; rule++) {
      text.append(rule("r" + rule, condition(OF_RULES, 2, random), random.nextInt(4)));
    }
    if (random.nextInt(3) > 0) {
      text.append(rule("rest", "{}", random.nextInt(2)));
    }
    text.append(rule("last", condition(OF_RULES, 1, random), 1));
    int floors = random.nextInt(4);
    if (floors > 0) {
      text.append("floors:\n");
    }
    for (int floor = 0; floor < floors; floor++) {
      text.append(rule("f" + floor, condition(OF_FLOORS, 1, random), 2 + random.nextInt(2)));
    }
    return text.toString();
  }

  private static String rule(String id, String when, int tier) {
    return "  - {id: " + id + ", when: " + when + ", tier: " + (tier == 0 ? "none" : tier)
        + ", reason: {en: drawn, zh-CN: 抽取}}\n";
  }

  private static String condition(List<String> from, int depth, Random random) {
    int kind = depth == 0 ? 0 : random.nextInt(3);
    if (kind == 0) {
      return "{" + from.get(random.nextInt(from.size())) + "}";
    }
    String parts = IntStream.rangeClosed(0, 1 + random.nextInt(2))
        .mapToObj(part -> condition(from, depth - 1, random))
        .collect(Collectors.joining(", "));
    return "{" + (kind == 1 ? "all" : "any") + ": [" + parts + "]}";
  }

  /** State by state, input by input. */
  private static Set<String> expected(TierPolicy policy) {
    Set<String> expected = new LinkedHashSet<>();
    Map<String, String> falls = new HashMap<>();
    Set<String> deciding = new HashSet<>();
    List<String> total = new ArrayList<>();
    List<String> teacher = new ArrayList<>();
    StateSpace space = new StateSpace(policy);
    forEach(space, state -> {
      Optional<TierRule> rule = policy.firstRule(state);
      if (rule.isEmpty()) {
        total.add("no rule holds for: " + state);
      }
      rule.ifPresent(decides -> {
        deciding.add(decides.id());
        worse(
            space,
            state,
            (input, worse) -> policy
                .firstRule(worse)
                .filter(milder -> milder.severity() < decides.severity())
                .ifPresent(milder -> falls.putIfAbsent(
                    milder.id(),
                    "rule '" + milder.id() + "' gives " + tier(milder)
                        + " where a better state gets more: '" + decides.id() + "' gives "
                        + tier(decides) + " for " + state + ", but '" + milder.id()
                        + "' holds once "
                        + input.word() + " is " + worse.shown(input))));
      });
      int alone = rule.map(TierRule::severity).orElse(0);
      if (state.value(Input.PRIMARY) != State.MISSING && state.value(Input.TEACHER) == 0) {
        policy
            .firstRule(state.with(Input.TEACHER, 3))
            .filter(rated -> rated.severity() > alone + 1)
            .ifPresent(rated -> teacher.add("rule '" + rated.id() + "' raises from tier " + alone
                + " to tier " + rated.severity()
                + " on the class teacher's rating alone, for: " + state));
      }
    });
    expected.addAll(total.subList(0, Math.min(1, total.size())));
    expected.addAll(teacher.subList(0, Math.min(1, teacher.size())));
    expected.addAll(falls.values());
    policy.rules().stream()
        .filter(rule -> !deciding.contains(rule.id()))
        .forEach(rule -> expected.add("rule '" + rule.id() + "' never decides"));
    expected.addAll(ofFloors(policy));
    return expected;
  }

  private static Set<String> ofFloors(TierPolicy policy) {
    List<String> falls = new ArrayList<>();
    StateSpace past = StateSpace.ofFloors(policy);
    forEach(
        past,
        state -> policy
            .highestFloor(state)
            .ifPresent(floor -> worse(past, state, (input, worse) -> {
              if (policy.highestFloor(worse).map(TierRule::severity).orElse(0) < floor.severity()) {
                falls.add("floor '" + floor.id() + "' no longer holds once " + input.word() + " is "
                    + worse.shown(input) + ", and nothing holds as much");
              }
            })));
    Set<String> raising = new HashSet<>();
    forEach(
        StateSpace.ofAll(policy),
        state -> policy.decide(state).ifPresent(decides -> raising.add(decides.id())));
    Set<String> expected = policy.floors().stream()
        .filter(floor -> !raising.contains(floor.id()))
        .map(floor -> "floor '" + floor.id() + "' never raises a tier")
        .collect(Collectors.toCollection(HashSet::new));
    expected.addAll(falls.subList(0, Math.min(1, falls.size())));
    return expected;
  }

  private static String tier(TierRule rule) {
    return rule.tier().map(tier -> "tier " + tier.number()).orElse("no tier");
  }

  private interface Worse {
    void accept(Input input, State state);
  }

  private static void worse(StateSpace space, State state, Worse visitor) {
    for (Input input : Input.values()) {
      List<Integer> values = space.values(input);
      int next = values.indexOf(state.value(input)) + 1;
      if (input != Input.SCORED_QUESTIONNAIRES
          && state.value(input) != State.MISSING
          && next < values.size()) {
        visitor.accept(input, state.with(input, values.get(next)));
      }
    }
  }

  private static void forEach(StateSpace space, Consumer<State> visitor) {
    visit(space, State.UNKNOWN, List.of(Input.values()), visitor);
  }

  private static void visit(
      StateSpace space, State state, List<Input> open, Consumer<State> visitor) {
    if (open.isEmpty()) {
      visitor.accept(state);
      return;
    }
    for (int value : space.values(open.get(0))) {
      visit(space, state.with(open.get(0), value), open.subList(1, open.size()), visitor);
    }
  }
}
