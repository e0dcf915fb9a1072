package org.xinheng.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.screening.Summary;

/**
 * A part of a bar: the students of one tier, those without a tier, or all that is hidden in the row together.
 *
 * @param mark what it is drawn with
 */
record Segment(Mark mark, Text name, int students) {

  /** How a part of a bar is drawn. */
  enum Mark {
    T1,
    T2,
    T3,
    NO_TIER,
    HIDDEN;

    static Mark of(Summary.Cell cell) {
      return switch (cell) {
        case T1 -> T1;
        case T2 -> T2;
        case T3 -> T3;
        case NO_TIER -> NO_TIER;
      };
    }
  }

  /** The parts of a row that are not empty. What is hidden stands between the tiers and those without a tier. */
  static List<Segment> of(Summary.Row row, TierPolicy policy) {
    return of(row::count, row.eligible(), policy);
  }

  /** The same of counts by cell, of so many students. */
  static List<Segment> of(
      Function<Summary.Cell, Optional<Integer>> counts, int students, TierPolicy policy) {
    int shown = Stream.of(Summary.Cell.values())
        .mapToInt(cell -> counts.apply(cell).orElse(0))
        .sum();
    List<Segment> segments = new ArrayList<>();
    for (Summary.Cell cell : Summary.Cell.values()) {
      if (cell == Summary.Cell.NO_TIER) {
        segments.add(new Segment(Mark.HIDDEN, Words.HIDDEN, students - shown));
      }
      segments.add(
          new Segment(Mark.of(cell), nameOf(cell, policy), counts.apply(cell).orElse(0)));
    }
    return segments.stream().filter(segment -> segment.students > 0).toList();
  }

  /** The policy's name of a tier. */
  static Text nameOf(Summary.Cell cell, TierPolicy policy) {
    return tierOf(cell).map(tier -> nameOf(tier, policy)).orElse(Words.NO_TIER);
  }

  /** The policy's name of a tier. */
  static Text nameOf(Tier tier, TierPolicy policy) {
    return Optional.ofNullable(policy.tiers().get(tier))
        .map(TierPolicy.Look::name)
        .orElse(new Text(tier.code(), tier.code()));
  }

  /** The tier that a cell counts. */
  static Optional<Tier> tierOf(Summary.Cell cell) {
    return switch (cell) {
      case T1 -> Optional.of(Tier.UNIVERSAL);
      case T2 -> Optional.of(Tier.TARGETED);
      case T3 -> Optional.of(Tier.INTENSIVE);
      case NO_TIER -> Optional.empty();
    };
  }
}
