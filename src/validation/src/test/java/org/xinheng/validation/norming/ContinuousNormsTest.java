package org.xinheng.validation.norming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.scoring.Normal;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.Watch;

class ContinuousNormsTest {

  private static final int GRADES = 6;
  private static final int EACH = 400;

  /** The truth: a mean that rises ever more slowly, and a spread that grows. */
  private static double truth(double location, double grade) {
    return 20 + 6 * grade - 0.4 * grade * grade + (3 + 0.5 * grade) * location;
  }

  /** The middles of equal shares of the normal curve in each grade: a sample without chance. */
  private static double[][] withoutChance() {
    double[][] all = new double[2][GRADES * EACH];
    for (int i = 0; i < all[0].length; i++) {
      int grade = 1 + i / EACH;
      all[0][i] = truth(Normal.quantile((i % EACH + 0.5) / EACH), grade);
      all[1][i] = grade;
    }
    return all;
  }

  @Test
  void findsASurfaceThatIsAPolynomial() {
    double[][] data = withoutChance();
    ContinuousNorms norms = ContinuousNorms.of(
            data[0], data[1], NormingOptions.defaults().withWantedR2(0.9999999), Watch.NONE)
        .orElseThrow();
    assertThat(norms.chosen().r2()).isCloseTo(1, within(1e-7));
    assertThat(norms.chosen().isMonotone()).isTrue();
    assertThat(norms.groups()).hasSize(GRADES);
    for (double grade : new double[] {1, 2.5, 4, 6}) {
      for (double z : new double[] {-2, -0.5, 0, 1, 2.5}) {
        assertThat(norms.location(truth(z, grade), grade))
            .as("grade %s, z %s", grade, z)
            .isCloseTo(z, within(1e-3));
      }
    }
    // The ranks of 400 people reach to 3.02: the reach of 3 is the nearer end. Beyond it, and
    // beyond the grades, there is
    // nothing.
    assertThat(norms.location(truth(3.1, 3), 3)).isNaN();
    assertThat(norms.bounds().locations().upper()).isEqualTo(3);
    assertThat(norms.location(truth(0, 3), 6.5)).isNaN();
    assertThat(norms.table(3, truth(0, 3)).get(0).percentile()).isCloseTo(50, within(0.05));
  }

  /** With chance, T is off by less than 1.5 for these 2,400 people. */
  @Test
  void findsItInASampleToo() {
    RandomNumbers random = new RandomNumbers(5);
    double[][] data = withoutChance();
    for (int i = 0; i < data[0].length; i++) {
      data[0][i] = Math.rint(truth(random.normal(), data[1][i]));
    }
    ContinuousNorms norms = ContinuousNorms.of(
            data[0], data[1], NormingOptions.defaults(), Watch.NONE)
        .orElseThrow();
    assertThat(norms.chosen().r2()).isGreaterThan(0.99);
    for (int grade = 1; grade <= GRADES; grade++) {
      for (double z : new double[] {-1.5, 0, 1.5}) {
        assertThat(10 * norms.location(truth(z, grade), grade))
            .as("seed 5, grade %s", grade)
            .isCloseTo(10 * z, within(1.5));
      }
    }
    assertThat(norms.groups()).allSatisfy(group -> assertThat(group.rmseT()).isLessThan(2));
  }

  /**
   * The reading test of seven half-year groups, 1,400 pupils: raw scores rise with the location in every grade and with
   * the grade at every location, and T of the model is near T of each group alone.
   */
  @Test
  void readingComprehension() {
    double[] raw = ReferenceCase.table("elfe").numbers("raw");
    double[] grade = ReferenceCase.table("elfe").numbers("group");
    ContinuousNorms norms =
        ContinuousNorms.of(raw, grade, NormingOptions.defaults(), Watch.NONE).orElseThrow();
    assertThat(norms.groups()).hasSize(7).allSatisfy(group -> {
      assertThat(group.n()).isEqualTo(200);
      assertThat(group.meanT()).isCloseTo(50, within(2.0));
      assertThat(group.rmseT()).isLessThan(3);
    });
    assertThat(norms.chosen().isMonotone()).isTrue();
    assertThat(norms.chosen().r2()).isGreaterThan(0.985);
    for (double a = 2; a < 5; a += 0.25) {
      assertThat(norms.raw(0, a + 0.25)).isGreaterThan(norms.raw(0, a));
    }
    NormTable alone =
        NormTable.of(ReferenceCase.table("elfe").where("group", "3").numbers("raw"), 10, 15, 20);
    List<ContinuousNorms.Row> together = norms.table(3, 10, 15, 20);
    for (int i = 0; i < 3; i++) {
      assertThat(together.get(i).t()).isCloseTo(alone.rows().get(i).normalisedT(), within(2.5));
    }
  }

  @Test
  void tooFewGroupsOrNoSpreadGiveNoNorms() {
    double[] raw = new double[90];
    double[] age = new double[90];
    Arrays.setAll(raw, i -> i % 10);
    Arrays.setAll(age, i -> i % 3);
    NormingOptions options = NormingOptions.defaults();
    assertThat(ContinuousNorms.of(raw, age, options, Watch.NONE)).isPresent();
    assertThat(ContinuousNorms.of(raw, age, options.withLeastPeople(31), Watch.NONE))
        .isEmpty();
    Arrays.fill(raw, 7);
    assertThat(ContinuousNorms.of(raw, age, options, Watch.NONE)).isEmpty();
    Arrays.fill(raw, Double.NaN);
    assertThat(ContinuousNorms.of(raw, age, options, Watch.NONE)).isEmpty();
  }

  /** Ages in days are taken together in bands, and each band says from where to where it reaches. */
  @Test
  void exactAgesAreRankedInBands() {
    RandomNumbers random = new RandomNumbers(8);
    double[] raw = new double[1000];
    double[] age = new double[1000];
    for (int i = 0; i < raw.length; i++) {
      age[i] = 8 + 4 * random.uniform();
      raw[i] = Math.rint(truth(random.normal(), age[i] - 7));
    }
    ContinuousNorms norms = ContinuousNorms.of(
            raw, age, NormingOptions.defaults().withBand(0.5), Watch.NONE)
        .orElseThrow();
    assertThat(norms.groups()).hasSize(8).allSatisfy(group -> {
      assertThat(group.to() - group.from()).isLessThanOrEqualTo(0.5);
    });
    assertThat(norms.groups().stream().mapToInt(ContinuousNorms.Group::n).sum()).isEqualTo(1000);
    assertThat(10 * norms.location(truth(1, 3), 10)).as("seed 8").isCloseTo(10.0, within(2.0));
  }
}
