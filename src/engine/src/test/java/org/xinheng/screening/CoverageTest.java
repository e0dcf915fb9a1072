package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;

/** Which grades still lack the screening of the year, by the grades that a policy requires. */
class CoverageTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 30);

  private final List<StudentOutcome> students = new ArrayList<>();

  /** Of a school with grades 3 and 5, nobody of grade 3 complete: primary school is one stage, from grade 1 to 6. */
  @ParameterizedTest
  @CsvSource({
    "4..12, 3 not-required 4 not-on-roster 5 done 6 not-on-roster",
    "3..6, 3 missing 4 not-on-roster 5 done 6 not-on-roster",
    "5, 3 not-required 5 done",
    "7..9, 3 not-required 5 not-required",
    "none, 3 not-required 5 not-required"
  })
  void requiredGradesAreThePolicys(String grades, String expected) throws IOException {
    add(3, false);
    add(5, true);
    add(5, false);
    List<String> found = Coverage.of(result(policy(grades))).rows(Summary.Level.GRADE).stream()
        .map(row -> row.grade().orElseThrow() + " " + row.yearly().word())
        .toList();
    assertThat(String.join(" ", found)).isEqualTo(expected);
  }

  /** A school of junior and senior high owes nothing of primary school. */
  @Test
  void gradesOfAnotherStageAreNotOwed() throws IOException {
    add(7, true);
    add(12, true);
    assertThat(Coverage.of(result(policy("4..12"))).owed())
        .extracting(row -> row.grade().orElseThrow())
        .containsExactly(8, 9, 10, 11);
  }

  private static TierPolicy policy(String grades) throws IOException {
    String text = InstrumentLibrary.shipped().source(Kind.POLICY, "default").text();
    String own = text.replaceFirst(
        "required-grades: 4..12.*\n",
        grades.equals("none") ? "" : "required-grades: " + grades + "\n");
    return Definitions.policy(SourceText.of("own.yaml", own)).usable();
  }

  private void add(int grade, boolean isComplete) {
    Outcome outcome = new Outcome(
        isComplete ? Status.CLASSIFIED : Status.NOT_SCREENED,
        isComplete ? Optional.of(Tier.UNIVERSAL) : Optional.empty(),
        Optional.empty(),
        Alert.NONE,
        Optional.empty(),
        List.of());
    students.add(new StudentOutcome(
        new Student("s" + students.size(), "school", grade, "1"), Map.of(), isComplete, outcome));
  }

  private CampaignResult result(TierPolicy policy) throws IOException {
    Campaign campaign = new Campaign(
        "invented",
        new Text("invented", "虚构"),
        "2026-2027",
        DAY.minusDays(18),
        DAY,
        "own",
        List.of("upper-primary"),
        List.of(),
        new Campaign.Files("roster.csv", List.of(), List.of()));
    return new CampaignResult(
        campaign,
        policy,
        List.of(InstrumentLibrary.shipped().battery("upper-primary")),
        Map.of(),
        students);
  }
}
