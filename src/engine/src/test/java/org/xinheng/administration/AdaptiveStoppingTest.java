package org.xinheng.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.xinheng.administration.Forms.START;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.irt.Estimate;
import org.xinheng.instrument.irt.Graded;
import org.xinheng.instrument.irt.IrtScale;
import org.xinheng.instrument.irt.IrtScores;
import org.xinheng.instrument.irt.ItemModel;
import org.xinheng.instrument.irt.NormalPrior;
import org.xinheng.policy.Battery;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.ReferenceCases;

/** Adaptive tests of banks with known parameters. */
class AdaptiveStoppingTest {

  private static final StudentContext STUDENT = StudentContext.self(Language.EN, 7);
  private static final TierPolicy POLICY = Forms.defaultPolicy();

  /** A bank; {@code parameters} are lines of the definition. */
  private static Instrument bank(String responses, int items, int allow, String rest) {
    return Forms.questionnaire("bank", """
        responses:
          all: {options: {%s}}
        items:
          - {ids: 1..%d, topic: {en: one, zh-CN: 一}, responses: all}
        scales:
          level:
            name: {en: level, zh-CN: 水平}
            method: irt
            missing: {allow: %d, then: ignore}
            round: {to: 6, mode: half-up}
        """.formatted(responses, items, allow) + rest);
  }

  private static Session start(Instrument bank, String stopping) {
    Battery battery = Forms.battery("""
        battery: adaptive
        version: 1.0.0
        name: {en: Adaptive, zh-CN: 自适应}
        grades: 3..12
        questionnaires: [bank]
        primary: bank.level
        stopping:
          rule: adaptive
          scale: bank.level
        """ + stopping);
    AdministrationPlan plan = AdministrationPlan.of(battery, POLICY, List.of(bank));
    return Session.start(plan, STUDENT, START);
  }

  private static Session answered(Session start, ToIntFunction<String> code) {
    Session session = start;
    while (session.next().isPresent()) {
      ItemReference item = session.next().get().questions().get(0).item();
      session = session
          .advance(new Event.Answered(START, item, Answer.code(code.applyAsInt(item.item()))))
          .session();
    }
    return session;
  }

  private static List<String> asked(Session session) {
    return session.events().stream()
        .map(event -> ((Event.Answered) event).item().item())
        .toList();
  }

  /** EAP and its standard error of R, by numerical integration: {@code oracles/cases/irt_known_parameters.json}. */
  @Test
  void comesToTheLevelsAndErrorsOfTheReference() {
    JsonNode results = ReferenceCases.named("irt_known_parameters").get("results");
    StringBuilder parameters = new StringBuilder();
    for (int item = 0; item < 6; item++) {
      parameters.append("        %d: {a: %s, b: %s}\n"
          .formatted(
              item + 1,
              results.get("a").get(item).decimalValue(),
              results.get("b").get(item).decimalValue()));
    }
    Instrument bank = bank(
        "0: {en: no, zh-CN: 否}, 1: {en: so, zh-CN: 是}",
        6,
        5,
        """
            range: RANGE
            irt:
              model: two-parameter
              estimator: eap
              prior: {mean: 0, sd: 1}
              source: us
              verification: project-rule
              parameters:
        """.replace("RANGE", "-1.296027..1.682557") + parameters.toString().indent(4));
    int patterns = 0;
    for (JsonNode row : results.get("scores")) {
      String pattern = row.get("pattern").asText();
      Session session = answered(
          start(bank, "  most: 6\n"), item -> pattern.charAt(Integer.parseInt(item) - 1) - '0');
      assertThat(asked(session)).hasSize(6);
      var scores = session.result().forms().get(0).scores();
      assertThat(scores.value(0, "level").getAsDouble())
          .as(pattern)
          .isCloseTo(row.get("eap").asDouble(), within(1e-6));
      assertThat(scores.standardError(0, "level").getAsDouble())
          .as(pattern)
          .isCloseTo(row.get("eap_sd").asDouble(), within(1e-6));
      patterns++;
    }
    assertThat(patterns).isEqualTo(5);
  }

  /**
   * A graded bank, with the parameters, the levels and the errors of mirt for the first twenty people:
   * {@code oracles/cases/irt_science_graded.json}.
   */
  @Test
  void comesToTheLevelsAndErrorsOfTheReferenceForGradedItems() {
    JsonNode results = ReferenceCases.named("irt_science_graded").get("results");
    StringBuilder parameters = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (JsonNode item : results.get("graded").get("items")) {
      double a = item.get("a1").asDouble();
      names.add(item.get("item").asText());
      parameters.append("        %d: {a: %s, b: [%s]}\n"
          .formatted(
              names.size(),
              decimal(a),
              Stream.of("d1", "d2", "d3")
                  .map(d -> decimal(-item.get(d).asDouble() / a))
                  .collect(Collectors.joining(", "))));
    }
    Instrument bank = bank(
        "0: {en: no, zh-CN: 否}, 1: {en: hardly, zh-CN: 不太}, 2: {en: rather, zh-CN: 比较}, 3: {en:"
            + " so, zh-CN: 是}",
        4,
        3,
        """
                range: -2.748803..1.85321
                irt:
                  model: graded
                  estimator: eap
                  prior: {mean: 0, sd: 1}
                  source: us
                  verification: project-rule
                  parameters:
            """ + parameters.toString().indent(4));
    for (JsonNode row : results.get("eap_first_20")) {
      Session session = answered(
          start(bank, "  most: 4\n"),
          item -> row.get(names.get(Integer.parseInt(item) - 1)).asInt() - 1);
      assertThat(asked(session)).hasSize(4);
      var scores = session.result().forms().get(0).scores();
      assertThat(scores.value(0, "level").getAsDouble())
          .as("person %s", row.get("row"))
          .isCloseTo(row.get("eap").asDouble(), within(2e-6));
      assertThat(scores.standardError(0, "level").getAsDouble())
          .as("person %s", row.get("row"))
          .isCloseTo(row.get("se").asDouble(), within(1e-6));
    }
    assertThat(results.get("eap_first_20")).hasSize(20);
  }

  private static String decimal(double value) {
    return new BigDecimal(value).setScale(9, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Ten graded items with rising thresholds. */
  private static Instrument graded() {
    StringBuilder parameters = new StringBuilder();
    for (int item = 1; item <= 10; item++) {
      double b = -2.2 + 0.4 * item;
      parameters.append("        %d: {a: %s, b: [%.1f, %.1f]}\n"
          .formatted(item, item % 2 == 0 ? "2.5" : "1.2", b, b + 0.8));
    }
    return bank(
        "0: {en: no, zh-CN: 否}, 1: {en: some, zh-CN: 有}, 2: {en: much, zh-CN: 多}",
        10,
        9,
        """
            range: RANGE
            irt:
              model: graded
              estimator: eap
              prior: {mean: 0, sd: 1}
              source: us
              verification: project-rule
              parameters:
        """.replace("RANGE", range()) + parameters.toString().indent(4));
  }

  private static Graded item(int item) {
    double b = -2.2 + 0.4 * item;
    return new Graded(item % 2 == 0 ? 2.5 : 1.2, List.of(rounded(b), rounded(b + 0.8)));
  }

  private static double rounded(double b) {
    return Math.round(b * 10) / 10.0;
  }

  /** From the estimate for the lowest answers to that for the highest, as a definition must declare it. */
  private static String range() {
    IrtScores scores = new IrtScores(
        new IrtScale(IntStream.rangeClosed(1, 10)
            .mapToObj(AdaptiveStoppingTest::item)
            .map(ItemModel.class::cast)
            .toList()),
        NormalPrior.STANDARD);
    int[] highest = new int[10];
    Arrays.fill(highest, 2);
    return end(scores.eap(new int[10])) + ".." + end(scores.eap(highest));
  }

  private static String end(Optional<Estimate> estimate) {
    return BigDecimal.valueOf(estimate.orElseThrow().theta())
        .setScale(6, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** By the formula: the first item is the one with the most information at the mean of the prior. */
  @Test
  void beginsWithWhatTellsMostAtTheMean() {
    int best = 1;
    for (int item = 1; item <= 10; item++) {
      best = information(item) > information(best) ? item : best;
    }
    String first = start(graded(), "  most: 4\n")
        .next()
        .orElseThrow()
        .questions()
        .get(0)
        .item()
        .item();
    assertThat(first).isEqualTo(Integer.toString(best));
  }

  private static double information(int item) {
    return item(item).information(0);
  }

  @Test
  void stopsAtTheNumberOfItems() {
    Session session = answered(start(graded(), "  most: 4\n"), item -> 1);
    assertThat(asked(session)).hasSize(4).doesNotHaveDuplicates();
    StoppedScale stopped = session.result().forms().get(0).stopped().get(0);
    assertThat(stopped.why()).isEqualTo(StoppedScale.Why.MOST_ITEMS);
    assertThat(session.result().completion().stopped()).isEqualTo(6);
  }

  @Test
  void stopsOnceTheStandardErrorIsSmallEnough() {
    Session session = answered(start(graded(), "  standard-error: 0.45\n"), item -> 1);
    assertThat(asked(session)).hasSizeBetween(2, 9);
    assertThat(
            session.result().forms().get(0).scores().standardError(0, "level").getAsDouble())
        .isLessThanOrEqualTo(0.45);
    List<Event> all = session.events();
    Session before = start(graded(), "  standard-error: 0.45\n");
    for (Event event : all.subList(0, all.size() - 1)) {
      before = before.advance(event).session();
    }
    assertThat(before.result().forms().get(0).scores().standardError(0, "level").getAsDouble())
        .isGreaterThan(0.45);
  }

  @Test
  void drawsAmongTheBestByTheSeed() {
    Set<String> firsts = new HashSet<>();
    for (int occasion = 1; occasion <= 30; occasion++) {
      Session any = start(graded(), "  most: 4\n  among: 3\n");
      Session session = Session.start(any.plan(), STUDENT.withOccasion(occasion), START);
      firsts.add(session.next().orElseThrow().questions().get(0).item().item());
    }
    assertThat(firsts).hasSize(3);
  }

  @Test
  void givesEachContentItsShare() {
    Session session = answered(start(graded(), """
          most: 6
          content:
            - {id: odd, items: [1, 3, 5, 7, 9], share: 0.5}
            - {id: even, items: [2, 4, 6, 8, 10], share: 0.5}
        """), item -> 1);
    long odd =
        asked(session).stream().filter(item -> Integer.parseInt(item) % 2 == 1).count();
    assertThat(asked(session)).hasSize(6);
    assertThat(odd).isEqualTo(3);
  }

  @Test
  void goesOnAfterAChangeAsTheAnswersNowSay() {
    Session session = answered(start(graded(), "  most: 4\n"), item -> 1);
    List<String> first = asked(session);
    Session changed = session
        .advance(new Event.Changed(START, new ItemReference("bank", first.get(0)), Answer.code(2)))
        .session();
    assertThat(changed.next()).isEmpty();
    assertThat(changed.result().forms().get(0).scores().value(0, "level").getAsDouble())
        .isGreaterThan(
            session.result().forms().get(0).scores().value(0, "level").getAsDouble());
  }
}
