package org.xinheng.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Sex;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.Hierarchy;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoringPlan;

/**
 * Proposed groups, notices and what-if counts of invented classes. PHQ-9 of 10 to 14 and GAD-7 of 10 to 14 are level 2 and
 * make tier 2; the counts are by hand.
 */
class SupportGroupsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 30);

  private static TierPolicy policy;
  private static Battery battery;
  private static final Map<String, Instrument> INSTRUMENTS = new LinkedHashMap<>();

  private final List<StudentOutcome> students = new ArrayList<>();

  @BeforeAll
  static void load() throws IOException {
    InstrumentLibrary library = InstrumentLibrary.shipped();
    policy = library.policy("default");
    battery = library.battery("junior-high");
    for (String id : battery.questionnaires()) {
      INSTRUMENTS.put(id, library.questionnaire(id));
    }
  }

  /** The smallest and the largest group are four and eight students. */
  @ParameterizedTest
  @CsvSource({"3, ''", "4, 4", "8, 8", "9, 5 4", "16, 8 8", "17, 6 6 5"})
  void groupsAreOfEqualSize(int tense, String sizes) {
    add(tense, 7, "1", Sex.FEMALE, 10, 0, Alert.NONE);
    SupportGroups.Proposal proposal = SupportGroups.of(result(), SupportGroups.Size.USUAL);
    assertThat(String.join(
            " ",
            proposal.groups().stream().map(group -> "" + group.members().size()).toList()))
        .isEqualTo(sizes);
    assertThat(proposal.leftOut()).hasSize(sizes.isEmpty() ? tense : 0);
  }

  @Test
  void nobodyWithAnAlertIsInAGroup() {
    add(4, 7, "1", Sex.FEMALE, 10, 0, Alert.NONE);
    add(2, 7, "1", Sex.FEMALE, 10, 0, Alert.SAME_DAY);
    add(1, 7, "1", Sex.FEMALE, 10, 0, Alert.UNKNOWN);
    SupportGroups.Proposal proposal = SupportGroups.of(result(), SupportGroups.Size.USUAL);
    assertThat(proposal.groups()).hasSize(1);
    assertThat(proposal.groups().get(0).members()).hasSize(4);
    assertThat(proposal.groups().get(0).members())
        .allMatch(member -> member.student().outcome().alert() == Alert.NONE);
    assertThat(proposal.leftOut())
        .extracting(left -> left.reason().en())
        .containsExactly(
            "has an alert: never in a group",
            "has an alert: never in a group",
            "a critical item was skipped: ask first");
  }

  @Test
  void leadingNeedIsTheHighestLevelAndOfSeveralTheSupportingScale() {
    add(4, 7, "1", Sex.MALE, 10, 10, Alert.NONE); // both level 2
    add(4, 7, "1", Sex.MALE, 10, 5, Alert.NONE); // level 2 and 1
    assertThat(SupportGroups.of(result(), SupportGroups.Size.USUAL).groups())
        .extracting(group -> group.need().toString())
        .containsExactly("gad-7.total", "phq-9.total");
  }

  @Test
  void restOfAGradeJoinsTheGradeAboveAndNoneFurther() {
    add(2, 7, "1", Sex.MALE, 10, 0, Alert.NONE);
    add(2, 8, "1", Sex.MALE, 10, 0, Alert.NONE);
    assertThat(SupportGroups.of(result(), SupportGroups.Size.USUAL).groups())
        .singleElement()
        .satisfies(group -> assertThat(group.grades()).containsExactly(7, 8));
    students.clear();
    add(2, 7, "1", Sex.MALE, 10, 0, Alert.NONE);
    add(2, 9, "1", Sex.MALE, 10, 0, Alert.NONE);
    assertThat(SupportGroups.of(result(), SupportGroups.Size.USUAL).groups()).isEmpty();
  }

  @Test
  void sexesAreDealtOutEvenly() {
    add(5, 7, "1", Sex.FEMALE, 10, 0, Alert.NONE);
    add(5, 7, "1", Sex.MALE, 10, 0, Alert.NONE);
    assertThat(SupportGroups.of(result(), SupportGroups.Size.USUAL).groups())
        .hasSize(2)
        .allSatisfy(group -> assertThat(group.members())
            .filteredOn(member -> member.student().student().sex().equals(Optional.of(Sex.MALE)))
            .hasSizeBetween(2, 3));
  }

  @Test
  void sizesMustLeaveAWayToDivide() {
    assertThatThrownBy(() -> new SupportGroups.Size(4, 6))
        .hasMessageStartingWith("sizes must be 2 or more");
  }

  /** A notice above 20 %: R40, whose check is a class with 30 %. */
  @ParameterizedTest
  @CsvSource({"6, 14, 3", "5, 20, 0", "6, 24, 0", "7, 23, 3", "4, 10, 0"})
  void classWithTooManyFlagsIsReported(int flagged, int others, int notices) {
    add(flagged, 7, "1", Sex.FEMALE, 10, 0, Alert.NONE);
    add(others, 7, "1", Sex.MALE, 0, 0, Alert.NONE);
    List<GroupNotice> found = GroupNotice.of(result());
    assertThat(found).hasSize(notices);
    if (notices > 0) {
      assertThat(found)
          .extracting(GroupNotice::of)
          .containsExactly(Hierarchy.Level.SCHOOL, Hierarchy.Level.GRADE, Hierarchy.Level.CLASS);
      assertThat(found.get(2).flagged()).isEqualTo(flagged);
      assertThat(found.get(2).students()).isEqualTo(flagged + others);
      assertThat(found.get(2).need()).hasToString("Optional[phq-9.total]");
    }
  }

  @Test
  void whatIfCountsMovesAndHidesFew() {
    add(6, 7, "1", Sex.FEMALE, 10, 0, Alert.NONE);
    add(20, 7, "1", Sex.MALE, 0, 0, Alert.NONE);
    CampaignResult before = result();
    List<StudentOutcome> moved = new ArrayList<>(students);
    for (int i = 0; i < 6; i++) {
      moved.set(i, students.get(10));
    }
    CampaignResult after =
        new CampaignResult(before.campaign(), policy, List.of(battery), INSTRUMENTS, moved);
    WhatIf comparison = WhatIf.of(before, after);
    assertThat(comparison.rows().get(0).moves())
        .filteredOn(WhatIf.Move::isChange)
        .singleElement()
        .isEqualTo(new WhatIf.Move(Summary.Cell.T2, Summary.Cell.T1, Optional.of(6)));
    moved.set(5, students.get(5));
    moved.set(4, students.get(4));
    WhatIf few = WhatIf.of(
        before,
        new CampaignResult(before.campaign(), policy, List.of(battery), INSTRUMENTS, moved));
    // Four move and two stay: neither is shown, nor what would give them away.
    assertThat(few.rows().get(0).moves())
        .filteredOn(move -> move.from() == Summary.Cell.T2)
        .allMatch(move -> move.count().isEmpty());
  }

  private void add(
      int count, int grade, String schoolClass, Sex sex, int phq, int gad, Alert alert) {
    for (int i = 0; i < count; i++) {
      Map<String, Form> forms = new LinkedHashMap<>();
      forms.put("phq-9", form("phq-9", phq));
      forms.put("gad-7", form("gad-7", gad));
      forms.put("psc-17", form("psc-17", 0));
      Outcome screened = new Screener(battery, policy, DAY).screen(forms, Evidence.NONE);
      Outcome outcome = new Outcome(
          screened.status(),
          screened.tier(),
          screened.atLeast(),
          alert,
          screened.rule(),
          List.of(new Text("a reason", "理由")));
      students.add(new StudentOutcome(
          new Student("s" + students.size(), "school", grade, schoolClass, Optional.of(sex)),
          forms,
          true,
          outcome));
    }
  }

  /** Answers of 3, 2 and 1 that add up to a total, none of them to the last item, which is critical. */
  private static Form form(String id, int total) {
    Instrument instrument = Objects.requireNonNull(INSTRUMENTS.get(id));
    ResponseTable answers = new ResponseTable(instrument, 1);
    int left = total;
    for (int item = 0; item < instrument.items().size(); item++) {
      int code = item == instrument.items().size() - 1 ? 0 : Math.min(left, 2);
      answers.answer(0, instrument.items().get(item).id(), code);
      left -= code;
    }
    return new Form(answers, ScoringPlan.compile(instrument).run(answers), 0);
  }

  private CampaignResult result() {
    Campaign campaign = new Campaign(
        "invented",
        new Text("invented", "虚构"),
        "2026-2027",
        DAY.minusDays(18),
        DAY,
        "default",
        List.of("junior-high"),
        List.of(),
        new Campaign.Files("roster.csv", List.of(), List.of()));
    return new CampaignResult(campaign, policy, List.of(battery), INSTRUMENTS, students);
  }
}
