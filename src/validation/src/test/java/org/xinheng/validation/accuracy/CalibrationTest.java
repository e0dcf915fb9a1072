package org.xinheng.validation.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;

class CalibrationTest {

  @Test
  void chancesOfAPublishedModel() {
    JsonNode r = ReferenceCase.results("calibration_df_binary");
    Table table = ReferenceCase.table("df_binary");
    boolean[] isCase = table.is("cancer", "TRUE");
    Calibration found = Calibration.of(table.numbers("cancerpredmarker"), isCase);
    near(r, "n", found.n());
    near(r, "auc_exact", found.area());
    near(r, "intercept", found.intercept());
    near(r, "slope", found.slope());
    near(r, "slope_se", found.slopeStandardError());
    near(r, "intercept_only", found.interceptAlone());
    near(r, "brier", found.brier());
    near(r, "observed_over_expected", found.observedOverExpected());
    JsonNode val = r.get("val_prob");
    near(val, "R2", found.explained());
    near(val, "D", found.discrimination().value());
    near(val, "D:Chi-sq", found.discrimination().chiSquare());
    near(val, "U", found.unreliability().value());
    near(val, "U:Chi-sq", found.unreliability().chiSquare());
    near(val, "U:p", found.unreliability().p());
    near(val, "Q", found.quality());
    near(val, "Brier", found.brier());
    near(val, "Intercept", found.intercept());
    near(val, "Slope", found.slope());
    near(val, "Emax", found.distance().largest());
    near(val, "E90", found.distance().most());
    near(val, "Eavg", found.distance().mean());
    near(val, "S:z", found.spiegelhalter().z());
    near(val, "S:p", found.spiegelhalter().p());
    for (int i = 0; i < 10; i++) {
      JsonNode tenth = r.get("tenths").get(i);
      Calibration.Group group = found.groups(10).get(i);
      near(tenth, "tenth", group.group());
      near(tenth, "n", group.people());
      near(tenth, "mean_p", group.chance());
      near(tenth, "observed", group.observed());
    }
  }

  private static void near(JsonNode of, String name, double actual) {
    ReferenceCase.near(name, actual, of.get(name), 1e-6);
  }

  @Test
  void chancesTwiceTooHighOnTheLogitHaveSlopeOneHalf() {
    // 4 people at logit ±ln 9, 3 of 4 right: the regression line goes through ±ln 3.
    double[] chances = {0.9, 0.9, 0.9, 0.9, 0.1, 0.1, 0.1, 0.1};
    boolean[] isCase = {true, true, true, false, true, false, false, false};
    Calibration found = Calibration.of(chances, isCase);
    assertThat(found.slope()).isCloseTo(0.5, within(1e-12));
    assertThat(found.intercept()).isCloseTo(0, within(1e-12));
    assertThat(found.observedOverExpected()).isCloseTo(1, within(1e-15));
  }

  @Test
  void certaintiesAreLeftOutOfWhatRestsOnTheLogit() {
    double[] chances = {0, 1, 0.9, 0.9, 0.9, 0.9, 0.1, 0.1, 0.1, 0.1, Double.NaN};
    boolean[] isCase = {false, true, true, true, true, false, true, false, false, false, true};
    Calibration found = Calibration.of(chances, isCase);
    assertThat(found.n()).isEqualTo(10);
    assertThat(found.slope()).isCloseTo(0.5, within(1e-12));
    // (6 · 0.01 + 2 · 0.81) / 10
    assertThat(found.brier()).isCloseTo(0.168, within(1e-15));
    assertThatThrownBy(() -> Calibration.of(new double[] {1.2}, new boolean[] {true}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a chance must be in [0, 1]: 1.2");
  }
}
