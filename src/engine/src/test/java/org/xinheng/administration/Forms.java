package org.xinheng.administration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.TierPolicy;

/** Invented questionnaires, and students who answer them. */
final class Forms {

  static final Instant START = Instant.parse("2026-10-12T08:30:00Z");

  /** What every invented questionnaire begins with. */
  private static final String HEAD = """
      version: 1.0.0
      form: the only form
      name: {en: Invented, zh-CN: 虚构}
      measures: {en: nothing, zh-CN: 无}
      informants: [self]
      languages: [en, zh-CN]
      ages: 8..18
      grades: 3..12
      recall: {en: the last week, zh-CN: 最近一周}
      minutes: 4
      licence: {paper: free, electronic: free, wording: redistributable}
      sources: {us: {citation: an invented example}}
      verification: {key: project-rule, bands: project-rule, norms: none, licence: project-rule}
      """;

  /** The definition of a questionnaire whose id is {@code form}, with these lines behind the head. */
  static Instrument questionnaire(String id, String rest) {
    return Definitions.questionnaire(
            SourceText.of(id + ".yaml", "questionnaire: " + id + "\n" + HEAD + rest))
        .usable();
  }

  static Battery battery(String text) {
    return Definitions.battery(SourceText.of("battery.yaml", text)).usable();
  }

  /** The shipped policy; reading it takes long, since all its states are gone through. */
  static TierPolicy defaultPolicy() {
    try {
      return InstrumentLibrary.shipped().policy("default");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Forms() {}

  /** An answer that an item takes, by chance. */
  static Answer answer(ResponseSet set, Random random) {
    if (set instanceof ResponseSet.FreeText text) {
      return new Answer.Written(random.nextInt(text.longest() + 1));
    }
    if (set instanceof ResponseSet.Numeric numeric) {
      int steps = numeric
          .highest()
          .subtract(numeric.lowest())
          .divideToIntegralValue(numeric.step())
          .intValueExact();
      return Answer.number(numeric
          .lowest()
          .add(numeric.step().multiply(BigDecimal.valueOf(random.nextInt(steps + 1)))));
    }
    List<Option> options = set.options();
    if (!(set instanceof ResponseSet.SeveralChoices several)) {
      return Answer.code(options.get(random.nextInt(options.size())).code());
    }
    List<Integer> codes = new ArrayList<>();
    for (Option option : options) {
      if (random.nextBoolean() && !several.none().equals(Optional.of(option.code()))) {
        codes.add(option.code());
      }
    }
    return codes.isEmpty() ? Answer.code(options.get(0).code()) : new Answer.Chosen(codes);
  }

  /** A student who answers, skips, refuses, goes back, changes, asks for help, leaves and comes back, by chance. */
  static final class Wanderer {

    private final Random random;
    private Instant now = START;

    Wanderer(long seed) {
      random = new Random(seed);
    }

    /** Something that may happen now; most of it is answering. */
    Event next(Session session) {
      now = now.plus(Duration.ofMillis(200 + random.nextInt(4000)));
      if (session.phase() == Phase.PAUSED) {
        return new Event.Resumed(now);
      }
      int dice = random.nextInt(20);
      if (dice == 0) {
        return new Event.Paused(now);
      }
      if (dice == 5) {
        return new Event.HelpRequested(now);
      }
      if (dice == 1 && session.canGoBack()) {
        return new Event.Back(now);
      }
      if (dice == 2) {
        List<Event.Answered> given = session.events().stream()
            .filter(Event.Answered.class::isInstance)
            .map(Event.Answered.class::cast)
            .toList();
        if (!given.isEmpty()) {
          ItemReference item = given.get(random.nextInt(given.size())).item();
          return new Event.Changed(now, item, answer(responses(session, item), random));
        }
      }
      List<Question> questions = session.next().map(Page::questions).orElse(List.of());
      if (questions.isEmpty()) {
        return new Event.Submitted(now);
      }
      Question question = questions.get(random.nextInt(questions.size()));
      if (question.isInformation()) {
        return new Event.Shown(now, List.of(question.item()));
      }
      if (dice == 3) {
        return new Event.Skipped(now, question.item());
      }
      if (dice == 4) {
        return new Event.Refused(now, question.item());
      }
      return new Event.Answered(
          now, question.item(), answer(question.responses().orElseThrow(), random));
    }

    private static ResponseSet responses(Session session, ItemReference item) {
      Instrument instrument = session.plan().instruments().stream()
          .filter(each -> each.id().equals(item.questionnaire()))
          .findFirst()
          .orElseThrow();
      return instrument.responsesOf(instrument.item(item.item()).orElseThrow()).orElseThrow();
    }
  }
}
