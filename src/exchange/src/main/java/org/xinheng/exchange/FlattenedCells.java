package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.exchange.workbook.FilledRow;
import org.xinheng.exchange.workbook.MergedCells;

/**
 * Merged cells of headings as they come out when a sheet is saved as text: the first holds the text, and the others are blank. Text
 * cannot say which blank cells were merged, so only what can be nothing else counts: questionnaires over the different numbers
 * of their items, with the student beside them, in two rows of which the lower has nothing else but headings. A row of answers
 * has a student there.
 */
final class FlattenedCells {

  private FlattenedCells() {}

  /**
   * Finds them.
   *
   * @param top the first rows of a text in which anything stands
   */
  static List<MergedCells.Block> of(List<FilledRow> top) {
    List<MergedCells.Block> found = new ArrayList<>();
    for (int i = 0; i + 1 < top.size(); i++) {
      FilledRow above = top.get(i);
      FilledRow below = top.get(i + 1);
      List<MergedCells.Block> blocks = blocks(above, below);
      if (below.number() == above.number() + 1 && areHeadings(above, below, blocks)) {
        found.addAll(blocks);
      }
    }
    return found;
  }

  private static List<MergedCells.Block> blocks(FilledRow above, FilledRow below) {
    List<MergedCells.Block> blocks = new ArrayList<>();
    int first = 0;
    while (first < below.cells().size()) {
      int last = lastOf(first, above, below);
      if (last > first) {
        blocks.add(new MergedCells.Block(above.number(), first, above.number(), last));
      }
      first = last + 1;
    }
    return blocks;
  }

  /** The last column over which a questionnaire stands that stands over the first. */
  private static int lastOf(int first, FilledRow above, FilledRow below) {
    String questionnaire = Cell.trimmed(above.cell(first));
    Set<String> numbers = new HashSet<>();
    int next = first;
    while (next < below.cells().size()
        && (next == first || Cell.isBlank(above.cell(next)))
        && HeadingWords.makeItem(questionnaire, Cell.trimmed(below.cell(next)))
        && numbers.add(Cell.trimmed(below.cell(next)))) {
      next++;
    }
    return Math.max(first, next - 1);
  }

  private static boolean areHeadings(
      FilledRow above, FilledRow below, List<MergedCells.Block> blocks) {
    for (int i = 0; i < below.cells().size(); i++) {
      int column = i;
      boolean isOfItem = blocks.stream().anyMatch(block -> block.holds(above.number(), column));
      if (!isOfItem && !Cell.isBlank(below.cell(i)) && !HeadingWords.isKnown(below.cell(i))) {
        return false;
      }
    }
    return above.cells().stream().anyMatch(HeadingWords::isKey)
        || below.cells().stream().anyMatch(HeadingWords::isKey);
  }
}
