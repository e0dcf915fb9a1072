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

  /** The 4 of T3 goes, and with it the smallest of the others, for the row adds up. */
  @Test
  void cellThatIsOneTooSmallIsSuppressed() {
    add("S", Optional.of(9), Optional.of(Tier.UNIVERSAL), 30);
    add("S", Optional.of(9), Optional.of(Tier.TARGETED), 5);
    add("S", Optional.of(9), Optional.of(Tier.INTENSIVE), 4);
    assertThat(lines(5)).containsExactly("S 9: 39 = 30 * * 0");
    assertThat(lines(4)).containsExactly("S 9: 39 = 30 5 4 0");
  }

  /** The first and the last place of a school, one at a time, as the numbers of another program, and as counts of others. */
  @Test
  void allWaysOfCountingCountTheSame() {
    Summary.Cell first = Summary.Cell.values()[0];
    Summary.Cell last = Summary.Cell.values()[Summary.Cell.values().length - 1];
    counts.add("S", Optional.empty(), first);
    counts.add("S", Optional.of(12), last);
    int[] numbers = new int[1 + GradeCounts.OF_SCHOOL];
    numbers[1] = 20;
    numbers[GradeCounts.OF_SCHOOL] = 40;
    counts.add("S", numbers, 1);
    assertThat(lines(1)).containsExactly("S ?: 21 = 21 0 0 0", "S 12: 41 = 0 0 0 41");
    GradeCounts others = new GradeCounts();
    others.add(counts);
    others.add(counts);
    assertThat(others.rows(1))
        .extracting(GradeCountsTest::line)
        .containsExactly("S ?: 42 = 42 0 0 0", "S 12: 82 = 0 0 0 82");
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
