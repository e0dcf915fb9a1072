package org.xinheng.scoring;

import java.util.List;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ValidityIndex;

/**
 * Validity indices, after all scales.
 *
 * <p>A published rule that is met makes a form invalid, and so do indicators of two families: those of one family look
 * at the same thing and count once. A form is unknown if nothing is met and something cannot be told for want of
 * answers.
 */
final class ValidityStep {

  /** What was seen in a row: a bit for each family of which an indicator is met, and these. */
  private static final int PUBLISHED_RULE = 1 << 30;

  private static final int NOT_KNOWN = 1 << 29;
  private static final int FAMILIES = NOT_KNOWN - 1;

  private final SignStep[] signs;
  private final int[] marks;

  ValidityStep(Instrument instrument) {
    List<ValidityIndex> indices = instrument.validity();
    if (indices.size() > ValidityIndex.MOST) {
      throw new IllegalArgumentException(
          "more than " + ValidityIndex.MOST + " validity indices: " + indices.size());
    }
    SignCompiler compiler = new SignCompiler(instrument);
    signs = indices.stream().map(index -> index.sign().accept(compiler)).toArray(SignStep[]::new);
    marks = indices.stream().mapToInt(ValidityStep::mark).toArray();
  }

  private static int mark(ValidityIndex index) {
    return switch (index.verdict()) {
      case INVALID -> PUBLISHED_RULE;
      case SUSPECT -> 1 << index.sign().family().ordinal();
    };
  }

  void run(Block block, ResponseTable table, StoredScores scores) {
    int[] seen = new int[signs.length == 0 ? 0 : block.rows];
    SignStep.Met[] met = new SignStep.Met[seen.length];
    for (int i = 0; i < signs.length; i++) {
      signs[i].run(block, table, met);
      for (int r = 0; r < met.length; r++) {
        if (met[r] == SignStep.Met.YES) {
          scores.setValidityMet(block.firstRow + r, i);
          seen[r] |= marks[i];
        } else if (met[r] == SignStep.Met.NOT_KNOWN) {
          seen[r] |= NOT_KNOWN;
        }
      }
    }
    for (int r = 0; r < seen.length; r++) {
      scores.setValidity(block.firstRow + r, verdict(seen[r]));
    }
  }

  private static Validity verdict(int seen) {
    int families = Integer.bitCount(seen & FAMILIES);
    if ((seen & PUBLISHED_RULE) != 0 || families >= 2) {
      return Validity.INVALID;
    }
    if (families == 1) {
      return Validity.SUSPECT;
    }
    return (seen & NOT_KNOWN) == 0 ? Validity.VALID : Validity.UNKNOWN;
  }
}
