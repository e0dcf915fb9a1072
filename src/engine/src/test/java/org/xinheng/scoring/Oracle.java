package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Counting;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;
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

  Oracle(Instrument instrument, ResponseTable table, int row) {
    this.instrument = instrument;
    this.table = table;
    this.row = row;
  }

  /** The value of a scale before and after its transforms; empty if it has no score. */
  record Value(BigDecimal raw, BigDecimal finished) {}

  Optional<Value> value(Scale scale) {
    List<BigDecimal> there = new ArrayList<>();
    int n = 0;
    int zeros = 0;
    if (scale.keying() instanceof Keying.OfItems items) {
      for (Key key : items.keys()) {
        Item item = instrument.item(key.item()).orElseThrow();
        int column = instrument.items().indexOf(item);
        if (table.isAnswered(row, column)) {
          ResponseSet set = instrument.responsesOf(item).orElseThrow();
          int code = table.code(row, column);
          int keyed = key.reversed() ? set.lowest() + set.highest() - code : code;
          BigDecimal value = key.values().getOrDefault(keyed, BigDecimal.valueOf(keyed));
          there.add(key.weight().multiply(counted(scale, value)));
          n++;
          continue;
        }
        Missing kind = table.missing(row, column);
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

  static Band band(List<Band> bands, BigDecimal value) {
    Band found = bands.get(0);
    for (Band band : bands) {
      if (value.compareTo(band.from()) >= 0) {
        found = band;
      }
    }
    return found;
  }
}
