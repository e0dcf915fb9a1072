package org.xinheng.definition.check;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.instrument.Exact;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Transform;

/** Every score that complete answers can give, of sums and counts of choices, which norm tables are made for. */
final class CompleteScores {

  /** Sums of decimal weights can be very many. */
  private static final int MOST = 5000;

  private final Instrument instrument;
  private final Map<String, Optional<SortedSet<BigDecimal>>> known = new HashMap<>();

  CompleteScores(Instrument instrument) {
    this.instrument = instrument;
  }

  /**
   * The scores of a scale; empty if it is neither a sum nor a count of choices, or its scores are too
   * many, or no decimal numbers.
   */
  Optional<SortedSet<BigDecimal>> of(Scale scale) {
    return known.computeIfAbsent(scale.id(), id -> compute(scale));
  }

  private Optional<SortedSet<BigDecimal>> compute(Scale scale) {
    boolean sums = scale.method() == Method.SUM || scale.method() == Method.COUNT;
    if (!sums || !(scale.keying() instanceof Keying.OfItems items)) {
      return Optional.empty();
    }
    SortedSet<BigDecimal> reached = new TreeSet<>(List.of(BigDecimal.ZERO));
    for (Key key : items.keys()) {
      Optional<ResponseSet.Scorable> responses = instrument
          .item(key.item())
          .flatMap(instrument::scorable)
          .filter(ResponseSet.Choice.class::isInstance);
      if (responses.isEmpty() || reached.size() > MOST) {
        return Optional.empty();
      }
      reached = plus(reached, scale.contributions(key, responses.get()));
    }
    List<BigFraction> scores = reached.stream()
        .flatMap(sum -> transformed(sum, scale.transform()).stream())
        .toList();
    return scores.stream().allMatch(PossibleScores.Range::isDecimal)
        ? Optional.of(scores.stream()
            .map(PossibleScores.Range::decimal)
            .collect(Collectors.toCollection(TreeSet::new)))
        : Optional.empty();
  }

  private static Optional<BigFraction> transformed(BigDecimal sum, Transform transform) {
    BigFraction before = transform.clamped(Exact.of(sum));
    return transform.conversion().map(table -> table.of(before)).orElse(Optional.of(before));
  }

  private static SortedSet<BigDecimal> plus(
      SortedSet<BigDecimal> reached, List<BigDecimal> contributions) {
    SortedSet<BigDecimal> next = new TreeSet<>();
    for (BigDecimal sum : reached) {
      contributions.forEach(contribution -> next.add(sum.add(contribution)));
    }
    return next;
  }
}
