package org.xinheng.validation.roc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.Direction;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;

class AucTest {

  private static final Direction HIGHER = Direction.HIGHER_IS_CASE;

  @Test
  void suicideScore() {
    JsonNode r = ReferenceCase.results("roc_suicide_dsi");
    Table d = ReferenceCase.table("suicide");
    Auc auc = Auc.of(d.numbers("dsi"), d.is("suicide", "yes"), HIGHER);
    ReferenceCase.check(r, 1e-12)
        .is("n_pos", auc.cases())
        .is("n_neg", auc.controls())
        .is("auc", auc.value())
        .is("delong_variance", auc.variance())
        .is("delong_se", auc.standardError())
        .is("s10", auc.caseVariance())
        .is("s01", auc.controlVariance())
        .is("ci90", auc.interval(0.90))
        .is("ci95", auc.interval(0.95))
        .is("ci99", auc.interval(0.99))
        .is("logit_ci95", auc.logitInterval(0.95))
        .is("hanley_mcneil_se", auc.hanleyMcNeilStandardError())
        .is("gini", auc.gini())
        .is("mann_whitney_U", auc.u())
        .is("p_no_continuity", auc.mannWhitneyP())
        .is("p_continuity", auc.mannWhitneyPWithContinuity());
  }

  @Test
  void edges() {
    JsonNode results = ReferenceCase.results("roc_edge_cases");
    results.properties().forEach(entry -> {
      JsonNode r = entry.getValue();
      boolean[] y = new boolean[r.get("y").size()];
      for (int i = 0; i < y.length; i++) {
        y[i] = r.get("y").get(i).asInt() == 1;
      }
      Direction direction =
          r.get("direction").asText().equals("<") ? HIGHER : Direction.LOWER_IS_CASE;
      Auc auc = Auc.of(ReferenceCase.numbers(r.get("x")), y, direction);
      ReferenceCase.check(r, 1e-12)
          .is("auc", auc.value())
          .is("variance", auc.variance())
          .is("lower", auc.interval(0.95).lower())
          .is("upper", auc.interval(0.95).upper());
    });
  }

  @Test
  void partialAreas() {
    JsonNode r = ReferenceCase.results("partial_auc_asah_s100b");
    Table d = ReferenceCase.table("asah");
    RocCurve curve = RocCurve.of(d.numbers("s100b"), d.is("outcome", "Poor"), HIGHER);
    RocCurve.PartialArea high = curve.partialArea(RocCurve.Axis.SPECIFICITY, 0.9, 1);
    RocCurve.PartialArea sensitive = curve.partialArea(RocCurve.Axis.SENSITIVITY, 0.9, 1);
    RocCurve.PartialArea band = curve.partialArea(RocCurve.Axis.SPECIFICITY, 0.8, 0.95);
    ReferenceCase.check(r, 1e-11)
        .is("spec_1_0.9", high.area())
        .is("spec_1_0.9_corrected", high.corrected())
        .is("sens_1_0.9", sensitive.area())
        .is("sens_1_0.9_corrected", sensitive.corrected())
        .is("spec_0.95_0.8", band.area())
        .is("spec_0.95_0.8_corrected", band.corrected());
  }

  @Test
  void pointsLieHalfwayBetweenScores() {
    JsonNode rows = ReferenceCase.results("cutpoints_asah_s100b").get("midpoints");
    Table d = ReferenceCase.table("asah");
    RocCurve curve = RocCurve.of(d.numbers("s100b"), d.is("outcome", "Poor"), HIGHER);
    assertThat(curve.points()).hasSize(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      RocCurve.Point point = curve.points().get(i);
      ReferenceCase.check(rows.get(i), 1e-13)
          .is("threshold", point.cutOff())
          .is("sensitivity", point.sensitivity())
          .is("specificity", point.specificity());
    }
  }

  /** Cases 2, 3 and controls 1, 2: pairs 2>1, 2=2, 3>1, 3>2 give 3.5 of 4. */
  @Test
  void aTieCountsOneHalf() {
    Auc auc = Auc.of(new double[] {1, 2, 2, 3}, new boolean[] {false, false, true, true}, HIGHER);
    assertThat(auc.value()).isEqualTo(0.875);
    // Placements of cases 0.75 and 1, of controls 1 and 0.75: both variances 1/32, halved and
    // added.
    assertThat(auc.variance()).isEqualTo(1.0 / 32);
  }

  @Test
  void leavesOutPeopleWithoutAScore() {
    double[] scores = {1, Double.NaN, 2, 2, 3};
    Auc auc = Auc.of(scores, new boolean[] {false, true, false, true, true}, HIGHER);
    assertThat(auc.value()).isEqualTo(0.875);
    assertThat(auc.missing()).isEqualTo(1);
  }

  @Test
  void isUndefinedWithoutACase() {
    Auc auc = Auc.of(new double[] {1, 2}, new boolean[2], HIGHER);
    assertThat(auc.value()).isNaN();
    assertThat(auc.interval(0.95).isDefined()).isFalse();
    assertThat(Auc.of(new double[0], new boolean[0], HIGHER).value()).isNaN();
  }

  @Test
  void tellsScoresApartThatDifferInTheLastBit() {
    double above = Math.nextUp(0.3);
    Auc auc = Auc.of(new double[] {0.3, above}, new boolean[] {false, true}, HIGHER);
    assertThat(auc.value()).isEqualTo(1);
    Auc zeros = Auc.of(new double[] {-0.0, 0.0}, new boolean[] {false, true}, HIGHER);
    assertThat(zeros.value()).isEqualTo(0.5);
  }

  /** The pair by pair definition, on random tied scores. */
  @Test
  void agreesWithTheDefinition() {
    for (int seed = 0; seed < 20; seed++) {
      RandomNumbers random = new RandomNumbers(seed);
      int n = 40;
      double[] x = new double[n];
      boolean[] y = new boolean[n];
      for (int i = 0; i < n; i++) {
        y[i] = random.below(3) == 0;
        x[i] = random.below(8) + (y[i] ? 1 : 0);
      }
      y[0] = true;
      y[1] = true;
      double sum = 0;
      int pairs = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (y[i] && !y[j]) {
            sum += x[i] > x[j] ? 1 : x[i] == x[j] ? 0.5 : 0;
            pairs++;
          }
        }
      }
      Auc auc = Auc.of(x, y, HIGHER);
      assertThat(auc.value()).as("seed %s", seed).isCloseTo(sum / pairs, within(1e-14));
      assertThat(Auc.of(x, y, Direction.LOWER_IS_CASE).value())
          .isCloseTo(1 - sum / pairs, within(1e-14));
      assertThat(RocCurve.of(x, y, HIGHER).area()).isCloseTo(sum / pairs, within(1e-14));
      AucComparison alone = AucComparison.of(new double[][] {x}, y, new Direction[] {HIGHER});
      assertThat(alone.covariance(0, 0)).isCloseTo(auc.variance(), within(1e-15));
    }
  }
}
