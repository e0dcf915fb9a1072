package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xinheng.instrument.Alert;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;

class GradeCountsTest {

  private final GradeCounts counts = new GradeCounts();

  @Test
  void schoolsAreInTheOrderOfTheirTextAndGradesOfTheirNumber() {
    add("S10", Optional.of(7), Optional.of(Tier.UNIVERSAL), 1);
    add("S2", Optional.of(10), Optional.of(Tier.UNIVERSAL), 2);
    add("S2", Optional.of(9), Optional.empty(), 3);
    add("S2", Optional.empty(), Optional.of(Tier.INTENSIVE), 4);
    add("", Optional.of(9), Optional.of(Tier.TARGETED), 5);
    assertThat(lines(1))
        .containsExactly(
            " 9: 5 = 0 5 0 0",
            "S10 7: 1 = 1 0 0 0",
            "S2 ?: 4 = 0 0 4 0",
            "S2 9: 3 = 0 0 0 3",
            "S2 10: 2 = 2 0 0 0");
  }

  /** The 2 of grade 9 go; T2 with them, for the row adds up; and both in grade 10, for the columns may too. */
  @Test
  void smallCellCannotBeWorkedOutFromAnotherGrade() {
    add("S", Optional.of(9), Optional.of(Tier.UNIVERSAL), 30);
    add("S", Optional.of(9), Optional.of(Tier.TARGETED), 10);
    add("S", Optional.of(9), Optional.of(Tier.INTENSIVE), 2);
    add("S", Optional.of(10), Optional.of(Tier.UNIVERSAL), 20);
    add("S", Optional.of(10), Optional.of(Tier.TARGETED), 12);
    add("S", Optional.of(10), Optional.of(Tier.INTENSIVE), 8);
    assertThat(lines(5)).containsExactly("S 9: 42 = 30 * * 0", "S 10: 40 = 20 * * 0");
    assertThat(lines(2)).containsExactly("S 9: 42 = 30 10 2 0", "S 10: 40 = 20 12 8 0");
  }

  private void add(String school, Optional<Integer> grade, Optional<Tier> tier, int students) {
    Outcome outcome =
        new Outcome(Status.CLASSIFIED, tier, tier, Alert.NONE, Optional.empty(), List.of());
    for (int i = 0; i < students; i++) {
      counts.add(school, grade, Summary.Cell.of(outcome));
    }
  }

  private List<String> lines(int suppressBelow) {
    return counts.rows(suppressBelow).stream().map(GradeCountsTest::line).toList();
  }

  private static String line(GradeCounts.Row row) {
    String line = row.school() + " " + row.grade().map(String::valueOf).orElse("?") + ": "
        + row.students() + " =";
    for (Summary.Cell cell : Summary.Cell.values()) {
      line += " " + (row.isShown(cell) ? row.count(cell) : "*");
    }
    return line;
  }
}
