package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Comparison;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Counting;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.ItemResponseModel;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ModelledItem;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.Transform;

/**
 * The rules of a questionnaire in words. A rule that has no sentence here is written as JSON, so that nothing is left
 * out.
 */
public final class DefinitionWords {

  private static final int SHORTEST_RUN = 3;

  private static final Map<MissingRule.Then, String> THEN = Map.of(
      MissingRule.Then.IGNORE, "is left out",
      MissingRule.Then.ZERO, "counts as 0",
      MissingRule.Then.PRORATE, "counts as the person's mean",
      MissingRule.Then.MEDIAN, "counts as the person's median, rounded ",
      MissingRule.Then.ROUNDED_MEAN, "counts as the person's mean, rounded ");

  private static final Map<String, String> NOT_APPLICABLE = Map.of(
      "zero", "an item that was not applicable counts as 0",
      "ignore", "an item that was not applicable makes the scale one shorter");

  private DefinitionWords() {}

  /** Ids in the order of the form, three or more that follow each other as a run: {@code 1..9, 12, 14}. */
  public static String items(List<String> items, Instrument of) {
    List<String> order = of.items().stream().map(Item::id).toList();
    List<String> sorted = order.stream().filter(items::contains).distinct().toList();
    List<String> parts = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < sorted.size(); i++) {
      boolean goesOn = i + 1 < sorted.size()
          && order.indexOf(sorted.get(i + 1)) == order.indexOf(sorted.get(i)) + 1;
      if (!goesOn) {
        addRun(sorted.subList(first, i + 1), parts);
        first = i + 1;
      }
    }
    items.stream().filter(item -> !order.contains(item)).forEach(parts::add);
    return String.join(", ", parts);
  }

  private static void addRun(List<String> run, List<String> parts) {
    if (run.size() < SHORTEST_RUN) {
      parts.addAll(run);
    } else {
      parts.add(run.get(0) + ".." + run.get(run.size() - 1));
    }
  }

  /** What an item takes, such as {@code one option}, {@code a number, 0 to 365}, or {@code a text}. */
  public static String kind(ResponseSet responses) {
    if (responses instanceof ResponseSet.Choice) {
      return "one option";
    }
    if (responses instanceof ResponseSet.SeveralChoices) {
      return "any number of options";
    }
    if (responses instanceof ResponseSet.NumberEntry) {
      return "a number, " + responses.codes();
    }
    return responses instanceof ResponseSet.Slider
        ? "a place on a line, " + responses.codes()
        : responses.codes();
  }

  /** Such as {@code eap, prior mean 0, sd 1}. */
  public static String estimator(ItemResponseModel model) {
    return model.estimator().word()
        + model
            .prior()
            .map(prior -> ", prior mean " + prior.mean().toPlainString() + ", sd "
                + prior.sd().toPlainString())
            .orElse("");
  }

  /** The parameters of an item, such as {@code a 2.1, b -0.5, 0.4}. */
  public static String parameters(ModelledItem item) {
    return "a " + item.discrimination().toPlainString() + ", b "
        + item.thresholds().stream()
            .map(BigDecimal::toPlainString)
            .collect(Collectors.joining(", "));
  }

  /** What a scale may lack, and what then happens. */
  public static String missing(Scale scale) {
    MissingRule rule = scale.missing();
    int n = size(scale.keying());
    String noun = scale.keying() instanceof Keying.OfScales ? "parts" : "items";
    int limit = rule.limit().of(n);
    String within = limit == 0
        ? "nothing may be missing"
        : "up to " + limit + " of " + n + " " + noun + share(rule)
            + " may be missing; what is missing "
            + THEN.getOrDefault(rule.then(), rule.then().word())
            + (rule.then().isFill() ? rule.fill().word() : "");
    String notApplicable = rule.notApplicable().word();
    return rule.notApplicable() == MissingRule.STRICT.notApplicable()
        ? within
        : within + "; "
            + NOT_APPLICABLE.getOrDefault(notApplicable, "not applicable: " + notApplicable);
  }

  private static String share(MissingRule rule) {
    return rule.limit() instanceof MissingRule.Limit.Share share
        ? " (" + percent(share.atMost()) + " %)"
        : "";
  }

  static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private static int size(Keying keying) {
    return keying instanceof Keying.OfScales scales
        ? scales.parts().size()
        : keying.keys().size();
  }

  /** Such as {@code to 0 decimals, half-up}. */
  public static String rounding(Rounding rounding) {
    return rounding.equals(Rounding.NONE)
        ? "none"
        : "to " + rounding.decimals() + " decimals, " + rounding.mode().word();
  }

  /** Such as {@code 0..100}, or {@code none}. */
  public static String clamp(Transform transform) {
    return transform
        .clamp()
        .map(ends -> ends.lowest().toPlainString() + ".." + ends.highest().toPlainString())
        .orElse("none");
  }

  /** Such as {@code 0 as 36.2, 1 as 40.1}, or {@code none}. */
  public static String conversion(Transform transform) {
    return transform.conversion().map(DefinitionWords::inWords).orElse("none");
  }

  private static String inWords(Conversion conversion) {
    String table = conversion.entries().stream()
        .map(entry -> entry.from().toPlainString() + " as " + entry.to().toPlainString())
        .collect(Collectors.joining(", "));
    return conversion
        .between()
        .map(rounding -> table + "; between them on a straight line, rounded " + rounding(rounding))
        .orElse(table);
  }

  public static String range(Scale scale) {
    return scale.lowest().toPlainString() + ".." + scale.highest().toPlainString();
  }

  /** Such as {@code answers at or above 2}. */
  public static String counting(Counting counting) {
    return "answers " + counting.comparison().word().replace('-', ' ') + " "
        + counting.value().toPlainString();
  }

  /** Such as {@code items 1..4: 2 as 3, 3 as 5}; empty if every answer counts as itself. */
  public static String recoded(List<Key> keys, Instrument of) {
    Map<Map<Integer, BigDecimal>, List<String>> items = new LinkedHashMap<>();
    keys.stream()
        .filter(key -> !key.values().isEmpty())
        .forEach(key ->
            items.computeIfAbsent(key.values(), values -> new ArrayList<>()).add(key.item()));
    List<String> parts = new ArrayList<>();
    items.forEach(
        (values, ids) -> parts.add("items " + items(ids, of) + ": " + valuesInWords(values)));
    return String.join("; ", parts);
  }

  /** What the answers to one item count as, such as {@code 2 as 3, 3 as 5}, or {@code none}. */
  public static String recoded(Key key) {
    return key.values().isEmpty() ? "none" : valuesInWords(key.values());
  }

  private static String valuesInWords(Map<Integer, BigDecimal> values) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(entry -> entry.getKey() + " as " + entry.getValue().toPlainString())
            .collect(Collectors.joining(", "));
  }

  /** Such as {@code sex female, ages 12..15}, or {@code everybody}. */
  public static String audience(Audience audience) {
    List<String> conditions = new ArrayList<>();
    audience.sex().ifPresent(sex -> conditions.add("sex " + sex.word()));
    audience.grades().ifPresent(grades -> conditions.add("grades " + grades));
    audience.ages().ifPresent(ages -> conditions.add("ages " + ages));
    audience.informant().ifPresent(informant -> conditions.add("informant " + informant.word()));
    audience.language().ifPresent(language -> conditions.add("language " + language));
    audience.region().ifPresent(region -> conditions.add("region " + region));
    audience.years().ifPresent(years -> conditions.add("years " + years));
    return conditions.isEmpty() ? "everybody" : String.join(", ", conditions);
  }

  /** Such as {@code mean 6.74, sd 5.62}, a formula, or a table with its ends. */
  public static String norm(Norm norm) {
    if (norm instanceof Norm.MeanAndSd cell) {
      return "mean " + cell.mean().toPlainString() + ", sd " + cell.sd().toPlainString();
    }
    if (norm instanceof Norm.Regression regression) {
      return "mean " + regression.intercept().toPlainString()
          + term(regression.age(), "age")
          + term(regression.ageSquared(), "age²")
          + term(regression.female(), "female")
          + term(regression.grade(), "grade")
          + ", sd " + regression.sd().toPlainString();
    }
    Norm.Table table = (Norm.Table) norm;
    return table.of().word() + " "
        + table.rows().stream()
            .map(row -> row.score().toPlainString() + ": " + row.standard().toPlainString())
            .collect(Collectors.joining(", "))
        + (table.interpolated() ? "; interpolated between" : "");
  }

  private static String term(BigDecimal coefficient, String of) {
    if (coefficient.signum() == 0) {
      return "";
    }
    String sign = coefficient.signum() < 0 ? " − " : " + ";
    return sign + coefficient.abs().toPlainString() + " " + of;
  }

  /** Such as {@code t to 0 decimals, half-up; sten}. */
  public static String gives(NormSet norms) {
    List<String> gives = new ArrayList<>();
    norms
        .gives()
        .forEach((score, rounding) -> gives.add(
            score.isClass()
                ? score.word()
                : rounding.equals(Rounding.NONE)
                    ? score.word() + " unrounded"
                    : score.word() + " " + rounding(rounding)));
    if (norms.percentileByNormal()) {
      gives.add("a percentile is that of the normal curve");
    }
    if (norms.normalised()) {
      gives.add("percentiles are normalised");
    }
    return String.join("; ", gives);
  }

  /** Such as {@code at 2 or above}, {@code at 1 or below}, {@code at 0 or 3}. */
  public static String comparison(Comparison comparison) {
    String values = comparison.values().stream()
        .map(BigDecimal::toPlainString)
        .collect(Collectors.joining(" or "));
    if (comparison instanceof Comparison.AtOrAbove) {
      return "at " + values + " or above";
    }
    return comparison instanceof Comparison.AtOrBelow
        ? "at " + values + " or below"
        : "at " + values;
  }

  /** What a critical item about a single answer asks of it, such as {@code at 1 or above}; empty for other ones. */
  public static Optional<String> answer(CriticalItem item) {
    return item.isSingle() ? Optional.of(ConditionWords.answer(item.when())) : Optional.empty();
  }

  /**
   * A condition on one line, such as {@code at least 5 of (items 1..8 at 2 or above; item 9 at 1 or above)}; names stay
   * names.
   */
  public static String condition(Condition condition, Instrument of) {
    return condition.accept(new ConditionWords(of));
  }

  /** When a validity index is met. */
  public static String sign(Sign sign, Instrument of) {
    return sign.accept(new SignWords(of));
  }
}
