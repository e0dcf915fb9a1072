package org.xinheng.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void longColumnsAreTheSameAsSingleCells(long seed) {
    Random random = new Random(seed);
    int rows = 1003;
    byte[] codes = new byte[rows];
    random.nextBytes(codes);
    for (int row = 0; row < rows; row++) {
      // Mostly answers, so that some stretches hold nothing else; 4 is just above them.
      codes[row] = random.nextInt(20) == 0 ? codes[row] : (byte) random.nextInt(4);
      codes[row] = random.nextInt(50) == 0 ? 4 : codes[row];
    }
    byte[] validity = new byte[rows / Byte.SIZE + 1];
    for (int row = 0; row < rows; row++) {
      validity[row / Byte.SIZE] |= (byte) (random.nextInt(20) == 0 ? 0 : 1 << (row % Byte.SIZE));
    }
    for (byte[] there : List.of(IN_EVERY_ROW, validity)) {
      ResponseTable whole = new ResponseTable(instrument, rows);
      ResponseTable single = new ResponseTable(instrument, rows);
      int undeclared = 0;
      for (int row = 0; row < rows; row++) {
        if (there.length == 0 || (there[row / Byte.SIZE] >> row % Byte.SIZE & 1) == 1) {
          undeclared += single.set(row, 2, codes[row]) ? 0 : 1;
        }
      }
      assertThat(whole.setColumn(2, codes, there)).isEqualTo(undeclared).isPositive();
      assertThat(whole.cells(2)).isEqualTo(single.cells(2));
      assertThat(whole.otherRows(new int[] {2})).isEqualTo(single.otherRows(new int[] {2}));
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
