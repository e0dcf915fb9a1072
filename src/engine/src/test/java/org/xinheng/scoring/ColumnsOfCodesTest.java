package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.xinheng.instrument.Instrument;

/** Whole columns of codes, as data frames keep them; the codes are 0–3, 8 refused and 9 unknown. */
class ColumnsOfCodesTest {

  private static final byte[] IN_EVERY_ROW = {};

  private final Instrument instrument = Example.with("""
      scales:
        total:
          name: {en: t, zh-CN: t}
          method: sum
          items: 1..6
          missing: {allow: 5, then: ignore}
          range: 0..18
      """);

  @Test
  void columnsOfCodesAreTheSameAsSingleCells() {
    ResponseTable whole = new ResponseTable(instrument, 3);
    ResponseTable single = new ResponseTable(instrument, 3);
    byte[] codes = {3, 9, 0};
    for (int column = 0; column < 6; column++) {
      assertThat(whole.setColumn(column, codes, IN_EVERY_ROW)).isZero();
      for (int row = 0; row < 3; row++) {
        single.set(row, column, codes[row]);
      }
    }
    ScoreTable scores = ScoringPlan.compile(instrument).run(whole);
    ScoreTable expected = ScoringPlan.compile(instrument).run(single);
    for (int row = 0; row < 3; row++) {
      assertThat(scores.score(row, "total")).isEqualTo(expected.score(row, "total"));
    }
    // 6 · 3, nothing known, 6 · 0
    assertThat(scores.value(0, "total")).hasValue(18);
    assertThat(scores.value(1, "total")).isEmpty();
    assertThat(scores.value(2, "total")).hasValue(0);
  }

  @Test
  void aBitThatIsNotSetIsABlankWhateverTheCode() {
    ResponseTable table = new ResponseTable(instrument, 9);
    byte[] codes = {1, 1, 1, 1, 1, 1, 1, 1, 1};
    // Rows 0 and 8: the lowest bit of either byte.
    byte[] validity = {0b0000_0001, 0b0000_0001};
    table.setColumn(0, codes, validity);
    for (int row = 0; row < 9; row++) {
      assertThat(table.isAnswered(row, 0)).as("row " + row).isEqualTo(row == 0 || row == 8);
    }
  }

  @Test
  void codesThatNobodyDeclaredAreCountedAndNeverSummed() {
    ResponseTable table = new ResponseTable(instrument, 3);
    assertThat(table.setColumn(0, new byte[] {1, 7, -3}, IN_EVERY_ROW)).isEqualTo(2);
    ScoreTable scores = ScoringPlan.compile(instrument).run(table);
    assertThat(scores.value(0, "total")).hasValue(1);
    assertThat(scores.score(1, "total"))
        .isEqualTo(new ScaleScore.NotScored(NotScoredReason.UNDECLARED_ANSWER, 0));
  }

  @Test
  void aColumnOfAnotherLengthIsRefused() {
    ResponseTable table = new ResponseTable(instrument, 9);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.setColumn(0, new byte[8], IN_EVERY_ROW))
        .withMessageContaining("8 codes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.setColumn(0, new byte[9], new byte[1]))
        .withMessageContaining("8 bits for 9 rows");
  }
}
