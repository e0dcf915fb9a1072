package org.xinheng.validation.study;

import java.util.List;
import org.xinheng.validation.dif.EtsClass;
import org.xinheng.validation.dif.LogisticDif;

/**
 * Items compared between two groups of people who are matched by the sum of the items.
 *
 * @param scale of the items
 * @param column that names the groups
 * @param reference the larger group
 * @param focal the group compared with it
 * @param referencePeople with all answers
 * @param focalPeople with all answers
 * @param rounds how often people were matched again without flagged items
 * @param converged whether the last round flagged what the round before had; if not, people are matched by all items
 * @param items in order
 */
public record DifResult(
    String scale,
    String column,
    String reference,
    String focal,
    int referencePeople,
    int focalPeople,
    int rounds,
    boolean converged,
    List<Item> items) {

  /**
   * An item.
   *
   * @param strata matching scores at which it can be compared
   * @param chiSquare of Mantel and Haenszel with the correction of one half (none where the distance is less) for two answers; of
   *     Mantel for more
   * @param p of it
   * @param oddsRatio of answering 1, reference by focal group; not defined for more than two answers
   * @param delta on the scale of the Educational Testing Service; not defined for more than two answers
   * @param difference mean answer of the focal group less that of the reference group at the same score
   * @param differenceBySd the same in standard deviations of the answer
   * @param size A negligible, B between, C large: by delta for two answers, by the difference in standard deviations for more
   * @param uniform by regression: the group at all scores alike
   * @param nonUniform by regression: the group at some scores more
   * @param explained what the group adds to the explained share of variation
   * @param explainedSize how large that is, by Jodoin and Gierl
   * @param isFlagged whether the difference is more than negligible, class B or C
   */
  public record Item(
      String name,
      int strata,
      double chiSquare,
      double p,
      Figure oddsRatio,
      double delta,
      double difference,
      double differenceBySd,
      EtsClass size,
      LogisticDif.Test uniform,
      LogisticDif.Test nonUniform,
      double explained,
      LogisticDif.Size explainedSize,
      boolean isFlagged) {}

  public DifResult {
    items = List.copyOf(items);
  }
}
