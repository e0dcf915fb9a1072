package org.xinheng.validation.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;
import org.xinheng.validation.accuracy.Rate;

class GroupAccuracyTest {

  @Test
  void girlsAndBoys() {
    JsonNode r = ReferenceCase.results("fairness_suicide_gender_ge2");
    Table d = ReferenceCase.table("suicide");
    double[] scores = d.numbers("dsi");
    boolean[] flagged = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      flagged[i] = scores[i] >= 2;
    }
    GroupAccuracy groups = GroupAccuracy.of(flagged, d.is("suicide", "yes"), d.text("gender"), 1);
    for (String gender : groups.groups()) {
      ReferenceCase.check(r.get(gender + "_counts"), 0)
          .is("tp", groups.counts(gender).tp())
          .is("fp", groups.counts(gender).fp())
          .is("tn", groups.counts(gender).tn())
          .is("fn", groups.counts(gender).fn());
      ReferenceCase.check(r.get(gender), 1e-10)
          .is("sensitivity", groups.rate(gender, Rate.SENSITIVITY))
          .is("specificity", groups.rate(gender, Rate.SPECIFICITY))
          .is("ppv", groups.rate(gender, Rate.PPV))
          .is("npv", groups.rate(gender, Rate.NPV))
          .is("flagged", groups.rate(gender, Rate.FLAGGED))
          .is("prevalence", groups.rate(gender, Rate.PREVALENCE));
    }
    Map.of(
            "sensitivity",
            Rate.SENSITIVITY,
            "specificity",
            Rate.SPECIFICITY,
            "flagged",
            Rate.FLAGGED)
        .forEach((name, rate) -> {
          GroupAccuracy.Gap gap = groups.gap("male", "female", rate, 0.95);
          ReferenceCase.check(r.get(name), 1e-10)
              .is("difference", gap.difference())
              .is("newcombe_lower", gap.differenceInterval().lower())
              .is("newcombe_upper", gap.differenceInterval().upper())
              .is("fisher_p", gap.p());
        });
    ReferenceCase.check(r, 1e-10)
        .is("selection_ratio", groups.gap("male", "female", Rate.FLAGGED, 0.95).ratio())
        .is("equalized_odds_max_gap", groups.equalisedOddsGap("male", "female"));
  }

  private static final boolean[] FLAGGED = {true, false, true, false, false};
  private static final boolean[] CASES = {true, true, false, false, false};
  private static final String[] GROUPS = {"a", "a", "a", "b", "b"};

  /** Group b has no case: its sensitivity is undefined, and so is the gap. */
  @Test
  void aGroupWithoutCasesHasNoSensitivity() {
    GroupAccuracy groups = GroupAccuracy.of(FLAGGED, CASES, GROUPS, 1);
    assertThat(groups.rate("b", Rate.SENSITIVITY)).isNaN();
    assertThat(groups.gap("a", "b", Rate.SENSITIVITY, 0.95).p()).isNaN();
    assertThat(groups.gap("a", "b", Rate.SPECIFICITY, 0.95).difference()).isEqualTo(-1);
    assertThat(groups.largestGap(Rate.SENSITIVITY)).isEqualTo(0);
    assertThat(groups.gap("a", "nowhere", Rate.FLAGGED, 0.95).difference()).isNaN();
  }

  @Test
  void hidesWhatRestsOnFewPeople() {
    GroupAccuracy groups = GroupAccuracy.of(FLAGGED, CASES, GROUPS, 2);
    assertThat(groups.isHidden("a", Rate.SPECIFICITY)).isTrue();
    assertThat(groups.rate("a", Rate.SENSITIVITY)).isEqualTo(0.5);
    assertThat(groups.gap("a", "b", Rate.SPECIFICITY, 0.95).differenceInterval().isDefined())
        .isFalse();
  }
}
