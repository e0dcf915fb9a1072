package org.xinheng.validation.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.ReferenceCase;

class PlanningTest {

  private final JsonNode results = ReferenceCase.results("sample_size_accuracy");

  private void check(String name, RatePlan plan) {
    ReferenceCase.check(results.get(name), 1e-9)
        .is("n", plan.group())
        .is("n_ceiling", plan.wholeGroup())
        .is("total", plan.people())
        .is("total_ceiling", plan.wholePeople());
  }

  @Test
  void peopleForAnIntervalOfARate() {
    check("se_.85_d.05_prev.1", RatePlan.byBuderer(0.85, 0.05, 0.1, 0.95));
    check("sp_.9_d.03_prev.1", RatePlan.byBuderer(0.9, 0.03, 1 - 0.1, 0.95));
    check("se_.9_d.07_prev.05", RatePlan.byBuderer(0.9, 0.07, 0.05, 0.95));
  }

  @Test
  void peopleForAnIntervalOfWilson() {
    RatePlan plan = RatePlan.byWilson(0.85, 0.07, 0.1, 0.95);
    // By hand: z sqrt(pq/n + z²/4n²) / (1 + z²/n) with p = 0.85 is 0.06989 at 100 and 0.07024 at
    // 99.
    assertThat(plan.wholeGroup()).isEqualTo(100);
    assertThat(plan.wholePeople()).isEqualTo(1000);
  }

  @Test
  void casesAndPowerForAnArea() {
    ReferenceCase.check(results.get("power_auc_.73_41_72"), 1e-9)
        .is("power", new AreaPlan(0.73, 0.05, 72.0 / 41).power(41));
    AreaPlan plan = new AreaPlan(0.8, 0.05, 1.7);
    ReferenceCase.check(results.get("n_for_power_.95"), 1e-9)
        .is("ncases", plan.cases(0.95))
        .is("ncontrols", 1.7 * plan.cases(0.95))
        .is("power", plan.power(plan.cases(0.95)));
  }

  @Test
  void refusesWhatNoStudyCanMeet() {
    assertThatThrownBy(() -> new AreaPlan(0.5, 0.05, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the area must be in (0.5, 1): 0.5");
    assertThatThrownBy(() -> RatePlan.byBuderer(0.9, 0.05, 0, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the share of the group must be in (0, 1]: 0.0");
  }
}
