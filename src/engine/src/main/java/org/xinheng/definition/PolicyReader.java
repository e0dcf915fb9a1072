package org.xinheng.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Condition;
import org.xinheng.policy.Input;
import org.xinheng.policy.MissingScores;
import org.xinheng.policy.State;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.TierRule;

/** Reads a policy. Conditions are maps of inputs and values; there is no expression to run. */
final class PolicyReader {

  private static final Condition NEVER = new Condition.Any(List.of());

  /** Named conditions are short to write in each other, so that a small file could ask more than can be answered. */
  private static final int MOST_COMPARISONS = 10_000;

  private static final int LAST_GRADE = 12;

  private static final List<String> RULE_TIERS = List.of("none", "1", "2", "3");

  /** A floor of tier 1 would raise nobody. */
  private static final List<String> FLOOR_TIERS = List.of("2", "3");

  private final Places places;
  private final Map<String, NamedCondition> named = new LinkedHashMap<>();
  private int comparisons;

  /**
   * A condition with a name.
   *
   * @param comparisons how many it is made of
   */
  private record NamedCondition(Condition.Named condition, int comparisons) {}

  private PolicyReader(Places places) {
    this.places = places;
  }

  static Read<TierPolicy> read(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Places places = new Places(source.file());
    Optional<TierPolicy> policy = YamlDocument.root(source, found)
        .map(root -> new PolicyReader(places).policy(root, source.hash()));
    return new Read<>(policy, places, found);
  }

  private TierPolicy policy(YamlMap root, String hash) {
    root.optional("conditions").flatMap(YamlValue::map).ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        map.key(entry.getKey()).id();
        nameCondition(map.keyPlace(entry.getKey()), entry.getKey(), entry.getValue());
      }
    });
    List<TierRule> rules = new ArrayList<>();
    root.required("rules")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(map -> rules.add(rule(map, RULE_TIERS))));
    List<TierRule> floors = new ArrayList<>();
    root.optional("floors")
        .map(YamlValue::list)
        .orElse(List.of())
        .forEach(entry -> entry.map().ifPresent(map -> floors.add(rule(map, FLOOR_TIERS))));
    int suppressBelow =
        root.required("suppress-below").flatMap(value -> value.integer(1, 100)).orElse(1);
    PolicyPartsReader parts = new PolicyPartsReader(root, places);
    TierPolicy policy = new TierPolicy(
        root.id("policy"),
        root.text("version"),
        root.bilingual("name"),
        root.required("acute-months").flatMap(value -> value.integer(1, 60)).orElse(1),
        suppressBelow,
        parts.suppressBelowOutside(suppressBelow),
        root.optional("missing")
            .flatMap(value -> value.word(MissingScores.values(), MissingScores::word))
            .orElse(MissingScores.BOUNDED),
        looks(root),
        parts.numbering(),
        texts(root, "alerts", Alert.class, Alert::word),
        texts(root, "statuses", Status.class, Status::word),
        parts.inputs(),
        rules,
        floors,
        parts.triggers(),
        parts.hierarchy(),
        root.optional("required-grades").flatMap(value -> value.interval(1, LAST_GRADE)),
        parts.overFlag(),
        DeadlineReader.read(root, places),
        DeadlineReader.nodes(root),
        parts.workflow(),
        parts.roles(),
        hash);
    root.close();
    places.put(policy, root, root.isSound());
    return policy;
  }

  private static Map<Tier, TierPolicy.Look> looks(YamlMap root) {
    Map<Tier, TierPolicy.Look> looks = new EnumMap<>(Tier.class);
    root.required("tiers").flatMap(YamlValue::map).ifPresent(map -> {
      for (Tier tier : Tier.values()) {
        map.required(Integer.toString(tier.number()))
            .flatMap(YamlValue::map)
            .ifPresent(look -> looks.put(tier, look(look)));
      }
      map.close();
    });
    return looks;
  }

  private static TierPolicy.Look look(YamlMap map) {
    Text name = map.bilingual("name");
    Optional<YamlValue> value = map.required("colour");
    String colour = value.flatMap(YamlValue::text).orElse("#000000");
    if (!colour.matches("#[0-9a-f]{6}")) {
      value
          .orElseThrow()
          .report(Diagnostic.error("value.colour", value.get().place(), "'%s' is no colour", colour)
              .hint("write # and six digits or letters a to f, in quotes"));
    }
    map.close();
    return new TierPolicy.Look(name, colour);
  }

  private static <E extends Enum<E>> Map<E, Text> texts(
      YamlMap root, String key, Class<E> type, Function<E, String> wordOf) {
    Map<E, Text> texts = new EnumMap<>(type);
    root.required(key).flatMap(YamlValue::map).ifPresent(map -> {
      for (E constant : type.getEnumConstants()) {
        map.required(wordOf.apply(constant))
            .flatMap(YamlValue::bilingual)
            .ifPresent(text -> texts.put(constant, text));
      }
      map.close();
    });
    return texts;
  }

  private void nameCondition(Place place, String name, YamlValue value) {
    if (Input.of(name).isPresent() || name.equals("all") || name.equals("any")) {
      value.report(Diagnostic.error(
              "policy.condition-name",
              place,
              "a condition cannot be called '%s', which has a meaning already",
              name)
          .hint("give it a name of its own"));
    }
    int before = comparisons;
    Condition.Named condition = new Condition.Named(name, condition(value));
    named.put(name, new NamedCondition(condition, comparisons - before));
  }

  private TierRule rule(YamlMap map, List<String> tiers) {
    TierRule rule = new TierRule(
        map.id("id"),
        map.required("when").map(this::condition).orElse(NEVER),
        map.required("tier").flatMap(value -> tier(value, tiers)),
        map.optional("provisional").flatMap(YamlValue::yesOrNo).orElse(false),
        map.bilingual("reason"));
    map.close();
    places.put(rule, map, map.isSound());
    return rule;
  }

  private static Optional<Tier> tier(YamlValue value, List<String> words) {
    return value
        .word(words.toArray(String[]::new), word -> word)
        .filter(word -> !word.equals("none"))
        .flatMap(word -> Tier.of(Integer.parseInt(word)));
  }

  /** A map holds if each of its entries holds. */
  private Condition condition(YamlValue value) {
    List<Condition> parts = new ArrayList<>();
    value.map().ifPresent(map -> {
      for (Map.Entry<String, YamlValue> entry : map.entries()) {
        parts.add(part(entry.getKey(), entry.getValue(), map));
      }
    });
    return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
  }

  private Condition part(String key, YamlValue value, YamlMap map) {
    if (key.equals("all")) {
      return new Condition.All(value.list().stream().map(this::condition).toList());
    }
    if (key.equals("any")) {
      return new Condition.Any(value.list().stream().map(this::condition).toList());
    }
    Optional<NamedCondition> condition = Optional.ofNullable(named.get(key));
    if (condition.isPresent()) {
      value.word(new String[] {"yes"}, word -> word);
      return mayAdd(condition.get().comparisons(), value) ? condition.get().condition() : NEVER;
    }
    Optional<Input> input = Input.of(key);
    if (input.isEmpty()) {
      value.report(Diagnostic.error(
              "policy.unknown-input",
              map.keyPlace(key),
              "'%s' is no input and no named condition",
              key)
          .hint("inputs: %s", inputs()));
      return NEVER;
    }
    return mayAdd(1, value) ? comparison(input.get(), value) : NEVER;
  }

  private boolean mayAdd(int more, YamlValue value) {
    boolean within = comparisons <= MOST_COMPARISONS;
    comparisons += within ? more : 0;
    if (within && comparisons > MOST_COMPARISONS) {
      value.report(Diagnostic.error(
              "definition.too-large",
              value.place(),
              "the rules make more than %d comparisons",
              MOST_COMPARISONS)
          .hint("write fewer rules, or use fewer conditions in each other"));
    }
    return within;
  }

  private static Condition comparison(Input input, YamlValue value) {
    String text = value.text().orElse("");
    boolean atOrAbove = text.endsWith("+");
    String word = atOrAbove ? text.substring(0, text.length() - 1) : text;
    Optional<Integer> number = number(input, word);
    if (number.isEmpty()) {
      value.report(Diagnostic.error(
              "policy.input-value", value.place(), "'%s' cannot be '%s'", input.word(), text)
          .hint("%s", allowed(input)));
      return NEVER;
    }
    return new Condition.Comparison(
        input,
        atOrAbove ? Condition.Operator.AT_OR_ABOVE : Condition.Operator.EXACTLY,
        number.get());
  }

  private static Optional<Integer> number(Input input, String word) {
    if (!input.words().isEmpty()) {
      return Optional.of(input.words().indexOf(word)).filter(position -> position >= 0);
    }
    if (input == Input.PRIMARY && word.equals("missing")) {
      return Optional.of(State.MISSING);
    }
    return Optional.of(word)
        .filter(text -> text.matches("[0-9]{1,2}"))
        .map(Integer::valueOf)
        .filter(number -> number <= input.highest());
  }

  private static String allowed(Input input) {
    if (input.isYesNo()) {
      return "write yes or no";
    }
    if (!input.words().isEmpty()) {
      List<String> words = input.words();
      int last = words.size() - 1;
      return "write " + String.join(", ", words.subList(0, last)) + " or " + words.get(last)
          + ", with + for 'or more urgent'";
    }
    return "write 0 to " + input.highest() + ", with + for 'or more'"
        + (input == Input.PRIMARY ? ", or missing" : "");
  }

  private static String inputs() {
    return String.join(", ", Arrays.stream(Input.values()).map(Input::word).toList());
  }
}
