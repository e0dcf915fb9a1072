package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.Stopping;

/** Reads how a battery stops early. */
final class StoppingReader {

  private static final int MOST_ITEMS = 1000;

  private final Places places;
  private final Function<YamlValue, Optional<ScaleReference>> scale;

  /** @param scale reads the name of a scale */
  StoppingReader(Places places, Function<YamlValue, Optional<ScaleReference>> scale) {
    this.places = places;
    this.scale = scale;
  }

  /** The kinds of rules. */
  private enum Rule {
    DETERMINISTIC,
    STOCHASTIC,
    ADAPTIVE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Optional<Stopping> read(YamlMap map) {
    Optional<Rule> rule =
        map.required("rule").flatMap(value -> value.word(Rule.values(), Rule::word));
    if (rule.isEmpty()) {
      if (!map.has("rule")) {
        map.close();
      }
      return Optional.empty();
    }
    Stopping stopping = switch (rule.get()) {
      case DETERMINISTIC -> deterministic(map);
      case STOCHASTIC -> stochastic(map);
      case ADAPTIVE -> adaptive(map);
    };
    map.close();
    places.put(stopping, map, map.isSound());
    return Optional.of(stopping);
  }

  private static Stopping deterministic(YamlMap map) {
    return new Stopping.Deterministic(map.required("keeps")
        .flatMap(value -> value.word(Stopping.Keeps.values(), Stopping.Keeps::word))
        .orElse(Stopping.Keeps.BANDS));
  }

  private Stopping stochastic(YamlMap map) {
    BigDecimal error =
        map.required("error").flatMap(YamlValue::decimal).orElse(new BigDecimal("0.05"));
    Map<String, List<Stopping.AnswerShares>> answers = new LinkedHashMap<>();
    map.required("answers").flatMap(YamlValue::someMap).ifPresent(of -> {
      for (Map.Entry<String, YamlValue> entry : of.entries()) {
        List<Stopping.AnswerShares> shares = new ArrayList<>();
        for (YamlValue value : entry.getValue().someOrOne()) {
          value.map().map(this::shares).ifPresent(shares::add);
        }
        answers.put(of.name(entry.getKey()), shares);
      }
    });
    return new Stopping.Stochastic(error, answers);
  }

  private Stopping.AnswerShares shares(YamlMap map) {
    Stopping.AnswerShares shares = new Stopping.AnswerShares(
        items(map.required("items")),
        map.required("loading").flatMap(YamlValue::decimal).orElse(BigDecimal.ZERO),
        map.required("shares").map(YamlValue::someList).orElse(List.of()).stream()
            .map(value -> value.decimal().orElse(BigDecimal.ONE))
            .toList());
    map.close();
    places.put(shares, map, map.isSound());
    return shares;
  }

  private Stopping adaptive(YamlMap map) {
    List<Stopping.Content> content = new ArrayList<>();
    map.optional("content")
        .map(YamlValue::someList)
        .orElse(List.of())
        .forEach(value -> value.map().map(this::content).ifPresent(content::add));
    return new Stopping.Adaptive(
        map.required("scale").flatMap(scale).orElse(new ScaleReference("", "")),
        map.optional("among").flatMap(value -> value.integer(1, MOST_ITEMS)).orElse(1),
        map.optional("fewest").flatMap(value -> value.integer(1, MOST_ITEMS)).orElse(1),
        map.optional("most").flatMap(value -> value.integer(1, MOST_ITEMS)),
        map.optional("standard-error").flatMap(YamlValue::decimal),
        map.optional("decided").flatMap(YamlValue::decimal),
        content);
  }

  private Stopping.Content content(YamlMap map) {
    Stopping.Content content = new Stopping.Content(
        map.id("id"),
        items(map.required("items")),
        map.required("share").flatMap(YamlValue::decimal).orElse(BigDecimal.ONE));
    map.close();
    places.put(content, map, map.isSound());
    return content;
  }

  /** Ids, and runs of numbers: which items lie between two others, only the questionnaire knows. */
  private List<String> items(Optional<YamlValue> value) {
    List<String> items = new ArrayList<>();
    for (YamlValue entry : value.map(YamlValue::someOrOne).orElse(List.of())) {
      entry.run().ifPresent(run -> {
        if (run.isSingle()) {
          run.first().id().ifPresent(items::add);
        } else {
          numbers(entry, run, items);
        }
      });
    }
    return items;
  }

  private static void numbers(YamlValue entry, YamlValue.Run run, List<String> items) {
    Optional<Integer> first = run.first().integer(0, MOST_ITEMS);
    Optional<Integer> last = run.last().integer(0, MOST_ITEMS);
    if (first.isEmpty() || last.isEmpty()) {
      return;
    }
    if (last.get() < first.get()) {
      entry.report(Diagnostic.error(
              "value.order",
              entry.place(),
              "the run '%s..%s' goes from the higher to the lower",
              first.get(),
              last.get())
          .hint("write %s..%s", last.get(), first.get()));
      return;
    }
    IntStream.rangeClosed(first.get(), last.get()).mapToObj(Integer::toString).forEach(items::add);
  }
}
