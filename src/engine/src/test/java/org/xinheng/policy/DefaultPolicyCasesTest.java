package org.xinheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Alert;

/**
 * The worked cases of {@code cases/tiers/default-rules.csv}: both sides of every condition of every rule and floor of the
 * default policy, each worked out by hand from the rules in their order.
 */
class DefaultPolicyCasesTest {

  private static TierPolicy policy;

  @BeforeAll
  static void load() throws IOException {
    policy = InstrumentLibrary.shipped().policy("default");
  }

  /** A line of the file. */
  private record Case(String inputs, String decides, String tier, String why) {

    static Case of(String line) {
      String[] cells = line.split(",", 4);
      return new Case(cells[0], cells[1], cells[2], cells[3]);
    }

    State state() {
      State state = State.UNKNOWN.with(Input.PRIMARY, 0);
      for (String input : inputs.isEmpty() ? new String[0] : inputs.split(" ")) {
        String[] pair = input.split("=");
        Input of = Input.of(pair[0]).orElseThrow();
        state = state.with(of, value(of, pair[1]));
      }
      return state;
    }

    private static int value(Input input, String text) {
      if (input == Input.ALERT) {
        return Alert.of(text).orElseThrow().ordinal();
      }
      return text.equals("-") ? State.MISSING : Integer.parseInt(text);
    }

    @Override
    public String toString() {
      return inputs + ": " + why;
    }
  }

  static Stream<Case> cases() {
    try (InputStream in =
        DefaultPolicyCasesTest.class.getResourceAsStream("/cases/tiers/default-rules.csv")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
      return lines.stream().skip(1).map(Case::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void decidesAsWorkedOutByHand(Case of) {
    TierRule rule = policy.decide(of.state()).orElseThrow();
    String tier = rule.tier().map(given -> Integer.toString(given.number())).orElse("none");
    assertThat(rule.id()).isEqualTo(of.decides());
    assertThat(tier + (rule.provisional() ? " provisional" : "")).isEqualTo(of.tier());
  }

  @Test
  void everyRuleAndFloorHasACase() {
    Set<String> deciding = cases().map(Case::decides).collect(Collectors.toSet());
    assertThat(deciding)
        .containsExactlyInAnyOrderElementsOf(policy.all().map(TierRule::id).toList());
  }

  /** Nobody can take an input into a rule without a case that asks for it. */
  @Test
  void everyInputThatTheRulesAskForHasACase() {
    Set<String> named = cases()
        .flatMap(of -> Stream.of(of.inputs().split(" ")))
        .map(pair -> pair.split("=")[0])
        .collect(Collectors.toSet());
    assertThat(named)
        .containsAll(
            Stream.of(Input.values()).filter(policy::asks).map(Input::word).toList());
  }
}
