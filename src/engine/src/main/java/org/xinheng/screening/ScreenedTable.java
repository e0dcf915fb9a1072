package org.xinheng.screening;

import java.util.List;
import java.util.Optional;
import org.xinheng.policy.Tier;
import org.xinheng.scoring.ScoreTable;

/** The scores and outcomes of tables of answers, row for row. */
public final class ScreenedTable {

  private final List<ScoreTable> scores;
  private final short[] numbers;
  private final List<OutcomeLookup.Decision> decisions;

  /**
   * @param scores by form
   * @param numbers by row, that of the decision
   * @param decisions by number
   */
  ScreenedTable(List<ScoreTable> scores, short[] numbers, List<OutcomeLookup.Decision> decisions) {
    this.scores = List.copyOf(scores);
    this.numbers = numbers;
    this.decisions = List.copyOf(decisions);
  }

  public int rows() {
    return numbers.length;
  }

  /** By form, in the order in which they were given. */
  public List<ScoreTable> scores() {
    return scores;
  }

  /** The outcome of a row, without its reasons. */
  public OutcomeLookup.Decision decision(int row) {
    return decisions.get(numbers[row]);
  }

  /** The tier of a row; empty if there is none. */
  public Optional<Tier> tier(int row) {
    return decision(row).tier();
  }

  /** The tier of every row: 1 to 3, and 0 where there is none. */
  public byte[] tiers() {
    byte[] byDecision = new byte[decisions.size()];
    for (int number = 0; number < byDecision.length; number++) {
      byDecision[number] = (byte)
          decisions.get(number).tier().map(tier -> 1 + tier.ordinal()).orElse(0).intValue();
    }
    byte[] tiers = new byte[numbers.length];
    for (int row = 0; row < tiers.length; row++) {
      tiers[row] = byDecision[numbers[row]];
    }
    return tiers;
  }
}
