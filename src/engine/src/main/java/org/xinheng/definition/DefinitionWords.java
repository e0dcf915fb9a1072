package org.xinheng.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.ValidityIndex;

/**
 * The rules of a questionnaire in words. A rule that has no sentence here is written as JSON, so that nothing is left
 * out.
 */
public final class DefinitionWords {

  private static final int SHORTEST_RUN = 3;

  private static final Map<String, String> THEN = Map.of(
      "ignore", "is left out",
      "zero", "counts as 0",
      "prorate", "counts as the person's mean",
      "median", "counts as the median of the person's other answers",
      "rounded-mean", "counts as the mean of the person's other answers");

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
            + THEN.getOrDefault(rule.then().word(), rule.then().word())
            + (rule.then().isFill() ? ", rounded " + rule.fill().word() : "");
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

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString();
  }

  private static int size(Keying keying) {
    if (keying instanceof Keying.OfItems items) {
      return items.keys().size();
    }
    return keying instanceof Keying.OfScales scales ? scales.parts().size() : 0;
  }

  /** Whom something is for, such as {@code female, grades 7..9}. */
  public static String audience(Audience audience) {
    List<String> who = new ArrayList<>();
    audience.sex().ifPresent(sex -> who.add(sex.word()));
    audience.grades().ifPresent(grades -> who.add("grades " + grades));
    audience.ages().ifPresent(ages -> who.add("ages " + ages));
    audience.informant().ifPresent(informant -> who.add("answered by " + informant.word()));
    return who.isEmpty() ? "everybody" : String.join(", ", who);
  }

  /** What a scale counts, such as {@code answers at-or-above 2}; {@code nothing} for a scale that counts none. */
  public static String counting(Scale scale) {
    return scale
        .counting()
        .map(of -> "answers " + of.comparison().word() + " " + of.value().toPlainString())
        .orElse("nothing");
  }

  /** What the answers to an item count as, such as {@code 2 as 4, 3 as 5}; {@code none} if nothing is recoded. */
  public static String recoding(Key key) {
    return key.values().isEmpty()
        ? "none"
        : new TreeMap<>(key.values())
            .entrySet().stream()
                .map(value -> value.getKey() + " as " + value.getValue().toPlainString())
                .collect(Collectors.joining(", "));
  }

  /** Such as {@code to 0 decimals, half-up}. */
  public static String rounding(Rounding rounding) {
    return rounding.equals(Rounding.NONE)
        ? "none"
        : "to " + rounding.decimals() + " decimals, " + rounding.mode().word();
  }

  public static String range(Scale scale) {
    return scale.lowest().toPlainString() + ".." + scale.highest().toPlainString();
  }

  /** When a validity index is met. */
  public static String condition(ValidityIndex.Condition condition, Instrument of) {
    if (condition instanceof ValidityIndex.Condition.ScaleAtOrAbove scale) {
      return "scale '" + scale.scale() + "' at " + scale.atOrAbove().toPlainString() + " or above";
    }
    if (condition instanceof ValidityIndex.Condition.UnansweredAtOrAbove unanswered) {
      return unanswered.atOrAbove() + " or more unanswered of items "
          + items(unanswered.items(), of);
    }
    if (condition instanceof ValidityIndex.Condition.SameAnswer same) {
      return "the same answer to all of items " + items(same.items(), of);
    }
    return DefinitionJson.line(DefinitionJson.node(condition));
  }
}
