package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Classification;
import org.xinheng.instrument.Comparison;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Counting;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ModelledItem;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Section;
import org.xinheng.instrument.StandardScore;
import org.xinheng.instrument.Transform;

/**
 * The rules of scoring once more, written for one student in decimal arithmetic of 60 digits and in the words of the
 * definition language, without sharing a line with the plan.
 */
final class Oracle {

  private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

  private final Instrument instrument;
  private final ResponseTable table;
  private final int row;

  /** Whether what was entered for an item counts although skip logic left the item out. */
  private final boolean everythingEntered;

  private final PlanOptions options;

  Oracle(Instrument instrument, ResponseTable table, int row) {
    this(instrument, table, row, PlanOptions.DEFAULTS);
  }

  Oracle(Instrument instrument, ResponseTable table, int row, PlanOptions options) {
    this(instrument, table, row, options, false);
  }

  private Oracle(
      Instrument instrument,
      ResponseTable table,
      int row,
      PlanOptions options,
      boolean everythingEntered) {
    this.options = options;
    this.instrument = instrument;
    this.table = table;
    this.row = row;
    this.everythingEntered = everythingEntered;
  }

  /** The value of a scale before and after its transforms; empty if it has no score. */
  record Value(BigDecimal raw, BigDecimal finished) {}

  Optional<Value> value(Scale scale) {
    if (scale.keying() instanceof Keying.OfModel keying) {
      // The level is good to about eight digits; the last must not decide a tie.
      return level(scale, keying)
          .map(level -> new BigDecimal(level.theta()).setScale(7, RoundingMode.HALF_EVEN))
          .flatMap(theta -> transformed(scale, theta));
    }
    List<BigDecimal> there = new ArrayList<>();
    int n = 0;
    int zeros = 0;
    if (scale.keying() instanceof Keying.OfItems items) {
      for (Key key : items.keys()) {
        Item item = instrument.item(key.item()).orElseThrow();
        int column = instrument.items().indexOf(item);
        boolean reached = isReached(item);
        if (reached && table.isAnswered(row, column)) {
          BigDecimal value = keyed(key, instrument.responsesOf(item).orElseThrow(), column);
          there.add(key.weight().multiply(counted(scale, value)));
          n++;
          continue;
        }
        Missing kind = reached ? table.missing(row, column) : Missing.NOT_APPLICABLE;
        if (kind == Missing.UNDECLARED) {
          return Optional.empty();
        }
        if (kind != Missing.NOT_APPLICABLE) {
          n++;
          continue;
        }
        switch (scale.missing().notApplicable()) {
          case NO_SCORE -> {
            return Optional.empty();
          }
          case ZERO -> {
            n++;
            zeros++;
          }
          case IGNORE -> {}
        }
      }
      int size = items.keys().size();
      return finish(scale, there, zeros, n, scale.missing().limit().of(size));
    }
    List<Keying.Part> parts = ((Keying.OfScales) scale.keying()).parts();
    for (Keying.Part part : parts) {
      value(instrument.scale(part.scale()).orElseThrow())
          .ifPresent(value -> there.add(value.finished().multiply(part.weight())));
    }
    return finish(scale, there, 0, parts.size(), scale.missing().limit().of(parts.size()));
  }

  /** Nothing that must hold for the item to be shown is certain not to hold. */
  boolean isReached(Item item) {
    List<Condition> conditions = new ArrayList<>();
    item.visibleWhen().ifPresent(conditions::add);
    for (Section section : instrument.sections()) {
      if (section.items().contains(item.id())) {
        section.visibleWhen().ifPresent(conditions::add);
      }
    }
    Oracle ofScores = new Oracle(instrument, table, row);
    return conditions.stream()
        .noneMatch(condition -> ofScores.holds(condition).equals(Optional.of(false)));
  }

  /** The code, the number, or how many were chosen save for none of these; reversed and recoded. */
  private BigDecimal keyed(Key key, ResponseSet set, int column) {
    if (set instanceof ResponseSet.Choice choice) {
      int lowest = choice.options().stream().mapToInt(Option::code).min().orElseThrow();
      int highest = choice.options().stream().mapToInt(Option::code).max().orElseThrow();
      int code = table.code(row, column);
      int keyed = key.reversed() ? lowest + highest - code : code;
      return key.values().getOrDefault(keyed, BigDecimal.valueOf(keyed));
    }
    if (set instanceof ResponseSet.SeveralChoices several) {
      List<Integer> chosen = new ArrayList<>(table.chosen(row, column));
      several.none().ifPresent(chosen::remove);
      int options = several.options().size();
      int ends = several.none().isPresent() ? options - 1 : options + 1;
      return BigDecimal.valueOf(key.reversed() ? ends - chosen.size() : chosen.size());
    }
    ResponseSet.Numeric range = (ResponseSet.Numeric) set;
    BigDecimal number = table.number(row, column);
    return key.reversed() ? range.lowest().subtract(number).add(range.highest()) : number;
  }

  /** The level of a scale with a model, before its multiplication; empty if it has no score. */
  Optional<LevelOracle.Level> level(Scale scale, Keying.OfModel keying) {
    List<OptionalInt> answers = new ArrayList<>();
    int missing = 0;
    for (ModelledItem modelled : keying.items()) {
      Item item = instrument.item(modelled.key().item()).orElseThrow();
      int column = instrument.items().indexOf(item);
      boolean reached = isReached(item);
      if (reached && table.isAnswered(row, column)) {
        ResponseSet.Choice choice =
            (ResponseSet.Choice) instrument.responsesOf(item).orElseThrow();
        List<Integer> codes =
            choice.options().stream().map(Option::code).sorted().toList();
        int rank = codes.indexOf(table.code(row, column));
        answers.add(OptionalInt.of(modelled.key().reversed() ? codes.size() - 1 - rank : rank));
        continue;
      }
      answers.add(OptionalInt.empty());
      Missing kind = reached ? table.missing(row, column) : Missing.NOT_APPLICABLE;
      boolean isLeftOut = kind == Missing.NOT_APPLICABLE
          && scale.missing().notApplicable() == MissingRule.NotApplicable.IGNORE;
      if (kind == Missing.UNDECLARED || (kind == Missing.NOT_APPLICABLE && !isLeftOut)) {
        return Optional.empty();
      }
      missing += isLeftOut ? 0 : 1;
    }
    LevelOracle oracle = new LevelOracle(keying, answers);
    return missing <= scale.missing().limit().of(answers.size()) && oracle.exists()
        ? Optional.of(oracle.level())
        : Optional.empty();
  }

  private static Optional<Value> finish(
      Scale scale, List<BigDecimal> there, int zeros, int n, int mostMissing) {
    int answered = there.size() + zeros;
    if (answered == 0 || n - answered > mostMissing) {
      return Optional.empty();
    }
    List<BigDecimal> all = new ArrayList<>(there);
    int missing = n - answered;
    if (scale.missing().then().isFill() && missing > 0) {
      if (there.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(Collections.nCopies(missing, fill(there, scale.missing())));
      answered = n;
    }
    return combined(scale, all, n, answered).flatMap(raw -> transformed(scale, raw));
  }

  private static Optional<BigDecimal> combined(
      Scale scale, List<BigDecimal> all, int n, int answered) {
    BigDecimal sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (scale.method()) {
      case MAXIMUM -> Optional.of(Collections.max(all));
      case MINIMUM -> Optional.of(Collections.min(all));
      case DIFFERENCE -> Optional.of(all.get(0).subtract(all.get(1)));
      case PRODUCT -> Optional.of(all.get(0).multiply(all.get(1)));
      case RATIO ->
        clean(all.get(1)).signum() == 0
            ? Optional.empty()
            : Optional.of(all.get(0).divide(all.get(1), DIGITS));
      case STANDARD_DEVIATION -> deviation(all);
      case MEAN -> {
        int counted = scale.missing().then() == MissingRule.Then.ZERO ? n : answered;
        yield Optional.of(sum.divide(BigDecimal.valueOf(counted), DIGITS));
      }
      case SUM, COUNT ->
        Optional.of(
            scale.missing().then() == MissingRule.Then.PRORATE
                ? sum.multiply(BigDecimal.valueOf(n)).divide(BigDecimal.valueOf(answered), DIGITS)
                : sum);
      case IRT -> throw new IllegalArgumentException("a model combines nothing");
    };
  }

  /** The root of the mean squared distance from the mean, with one below the number of answers. */
  private static Optional<BigDecimal> deviation(List<BigDecimal> answers) {
    if (answers.size() < 2) {
      return Optional.empty();
    }
    BigDecimal mean = answers.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(answers.size()), DIGITS);
    BigDecimal squares = answers.stream()
        .map(answer -> answer.subtract(mean).pow(2))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(
        clean(squares.divide(BigDecimal.valueOf(answers.size() - 1L), DIGITS)).sqrt(DIGITS));
  }

  private static BigDecimal counted(Scale scale, BigDecimal value) {
    if (scale.counting().isEmpty()) {
      return value;
    }
    int order = value.compareTo(scale.counting().get().value());
    boolean counts = scale.counting().get().comparison() == Counting.Comparison.EQUAL_TO
        ? order == 0
        : order >= 0;
    return counts ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  private static BigDecimal fill(List<BigDecimal> there, MissingRule rule) {
    List<BigDecimal> sorted = there.stream().sorted().toList();
    int k = sorted.size();
    BigDecimal middle = rule.then() == MissingRule.Then.MEDIAN
        ? sorted.get((k - 1) / 2).add(sorted.get(k / 2)).divide(BigDecimal.valueOf(2), DIGITS)
        : there.stream()
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(k), DIGITS);
    return clean(middle).setScale(0, rule.fill().java());
  }

  private static Optional<Value> transformed(Scale scale, BigDecimal raw) {
    Transform transform = scale.transform();
    BigDecimal moved = raw.multiply(transform.multiplier())
        .divide(transform.divisor(), DIGITS)
        .add(transform.addend());
    BigDecimal rounded = rounded(moved, transform.rounding());
    BigDecimal clamped = transform
        .clamp()
        .map(ends -> rounded.max(ends.lowest()).min(ends.highest()))
        .orElse(rounded);
    return transform
        .conversion()
        .map(table -> converted(table, clamped))
        .orElse(Optional.of(clamped))
        .map(finished -> new Value(clean(raw), finished));
  }

  private static Optional<BigDecimal> converted(Conversion table, BigDecimal value) {
    BigDecimal x = clean(value);
    List<Conversion.Entry> entries = table.entries();
    for (int i = 0; i < entries.size(); i++) {
      Conversion.Entry entry = entries.get(i);
      if (entry.from().compareTo(x) == 0) {
        return Optional.of(rounded(entry.to(), table.between().orElse(Rounding.NONE)));
      }
      if (table.between().isPresent() && i > 0 && entry.from().compareTo(x) > 0) {
        Conversion.Entry before = entries.get(i - 1);
        if (before.from().compareTo(x) < 0) {
          BigDecimal slope =
              entry.to().subtract(before.to()).divide(entry.from().subtract(before.from()), DIGITS);
          return Optional.of(rounded(
              before.to().add(value.subtract(before.from()).multiply(slope)),
              table.between().get()));
        }
      }
    }
    return Optional.empty();
  }

  private static BigDecimal rounded(BigDecimal value, Rounding rounding) {
    return rounding.mode() == Rounding.Mode.NONE
        ? value
        : clean(value).setScale(rounding.decimals(), rounding.mode().java());
  }

  /** Sixty digits are far more than any tie needs; what is left of a division is cut before a tie is judged. */
  private static BigDecimal clean(BigDecimal value) {
    return value.setScale(30, RoundingMode.HALF_EVEN);
  }

  private static Band band(List<Band> bands, BigDecimal value) {
    Band found = bands.get(0);
    for (Band band : bands) {
      if (value.compareTo(band.from()) >= 0) {
        found = band;
      }
    }
    return found;
  }

  /** What a condition comes to: true, false, or empty for unknown. */
  Optional<Boolean> holds(Condition condition) {
    if (condition instanceof Condition.OfItem of) {
      Key plain = new Key(of.item(), false, Map.of(), BigDecimal.ONE);
      return asked(of.item(), (set, column) -> meets(keyed(plain, set, column), of.comparison()));
    }
    if (condition instanceof Condition.OfChoice of) {
      return asked(of.item(), (set, column) -> table.chosen(row, column).contains(of.code()));
    }
    if (condition instanceof Condition.OfScale of) {
      return value(instrument.scale(of.scale()).orElseThrow())
          .map(value -> meets(value.finished(), of.comparison()));
    }
    if (condition instanceof Condition.OfBand of) {
      return band(instrument.scale(of.scale()).orElseThrow())
          .map(band -> band.level() >= of.levelAtOrAbove());
    }
    if (condition instanceof Condition.Named named) {
      return holds(instrument.condition(named.id()).orElseThrow());
    }
    if (condition instanceof Condition.Not not) {
      return holds(not.part()).map(truth -> !truth);
    }
    Condition.AtLeast atLeast = (Condition.AtLeast) condition;
    // Everything that is unknown once taken as false and once as true.
    long fewest =
        atLeast.parts().stream().filter(part -> holds(part).orElse(false)).count();
    long most =
        atLeast.parts().stream().filter(part -> holds(part).orElse(true)).count();
    return (fewest >= atLeast.n()) == (most >= atLeast.n())
        ? Optional.of(most >= atLeast.n())
        : Optional.empty();
  }

  private boolean isEntered(int column) {
    return table.isAnswered(row, column)
        || !Set.of(Missing.SKIPPED, Missing.NOT_REACHED).contains(table.missing(row, column));
  }

  /** What an answer that is there says; false for what was left out, empty for all else that is missing. */
  private Optional<Boolean> asked(String id, BiPredicate<ResponseSet, Integer> says) {
    int column = table.column(id);
    Item item = instrument.item(id).orElseThrow();
    if (!isReached(item) && !(everythingEntered && isEntered(column))) {
      return Optional.of(false);
    }
    if (table.isAnswered(row, column)) {
      return Optional.of(says.test(instrument.responsesOf(item).orElseThrow(), column));
    }
    return table.missing(row, column) == Missing.NOT_APPLICABLE
        ? Optional.of(false)
        : Optional.empty();
  }

  /** Whether a critical item fires: true, false, or empty for unknown. */
  Optional<Boolean> fires(CriticalItem critical) {
    return new Oracle(instrument, table, row, options, true).holds(critical.when());
  }

  private static boolean meets(BigDecimal value, Comparison comparison) {
    if (comparison instanceof Comparison.AtOrAbove edge) {
      return value.compareTo(edge.value()) >= 0;
    }
    if (comparison instanceof Comparison.AtOrBelow edge) {
      return value.compareTo(edge.value()) <= 0;
    }
    return comparison.values().stream().anyMatch(one -> one.compareTo(value) == 0);
  }

  /** The band of a student's own set; empty without a score, a set or the standard score that it lies on. */
  Optional<Band> band(Scale scale) {
    String system = options
        .bandSystems()
        .getOrDefault(
            scale.id(), scale.bandSets().stream().findFirst().map(Bands::system).orElse(""));
    Optional<Bands> set = scale.bandSets().stream()
        .filter(bands -> bands.system().equals(system) && table.isFor(row, bands.audience()))
        .findFirst();
    return set.flatMap(
        bands -> on(bands.stage(), scale).map(number -> band(bands.bands(), number)));
  }

  private Optional<BigDecimal> on(Bands.Stage stage, Scale scale) {
    return stage.standard().isPresent()
        ? standard(scale, stage.standard().get())
        : value(scale).map(value -> stage == Bands.Stage.RAW ? value.raw() : value.finished());
  }

  /** The norm group of the student; empty without one. */
  Optional<NormSet.Group> normGroup(Scale scale) {
    return options.norms().flatMap(set -> new NormOracle(set, table, row).group(scale.id()));
  }

  Optional<BigDecimal> standard(Scale scale, StandardScore score) {
    return value(scale)
        .flatMap(value -> normGroup(scale)
            .flatMap(group -> new NormOracle(options.norms().orElseThrow(), table, row)
                .standard(score, group.scales().get(scale.id()), value.finished())));
  }

  /** The outcomes that may be the first that holds, by id. */
  List<String> possible(Classification classification) {
    List<String> possible = new ArrayList<>();
    for (Classification.Outcome outcome : classification.outcomes()) {
      Optional<Boolean> holds = holds(outcome.when());
      if (holds.orElse(true)) {
        possible.add(outcome.id());
      }
      if (holds.orElse(false)) {
        return possible;
      }
    }
    throw new IllegalStateException("no outcome holds for everybody");
  }
}
