package org.xinheng.validation.dif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.Interval;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;
import org.xinheng.validation.dif.MantelHaenszel.Correction;
import org.xinheng.validation.summary.Covariances;

class DifTest {

  private static double[] sums(double[][] rows) {
    return Purification.matching(rows, 0, new BitSet());
  }

  @Test
  void verbalAggressionByGender() {
    JsonNode r = ReferenceCase.results("mh_dif_verbal_gender");
    Table verbal = ReferenceCase.table("verbal");
    double[] total = sums(verbal.matrix(verbal.names().subList(0, 24)));
    for (JsonNode item : r) {
      MantelHaenszel found = MantelHaenszel.of(
          verbal.numbers(item.get("item").asText()), verbal.is("Gender", "1"), total);
      Interval odds = found.oddsRatioInterval(0.95);
      ReferenceCase.check(item, 1e-9)
          .is("chi2", found.chiSquare(Correction.HALF_UNLESS_CLOSER))
          .is("p", found.p(Correction.HALF_UNLESS_CLOSER))
          .is("chi2_uncorrected", found.chiSquare(Correction.NONE))
          .is("p_uncorrected", found.p(Correction.NONE))
          .is("chi2_difR", found.chiSquare(Correction.HALF))
          .is("alpha_mh", found.oddsRatio())
          .is("or_lower", odds.lower())
          .is("or_upper", odds.upper())
          .is("delta", found.delta())
          .is("se_delta", found.deltaStandardError())
          .is("strata", found.strata())
          .is("std_pdif", found.standardisedDifference())
          .is("breslow_day", found.breslowDay().chiSquare())
          .is("bd_df", found.breslowDay().df())
          .is("bd_p", found.breslowDay().p());
      assertThat(found.etsClass(Correction.HALF_UNLESS_CLOSER).name())
          .isEqualTo(item.get("ets").asText());
    }
  }

  @Test
  void verbalAggressionPurified() {
    JsonNode r = ReferenceCase.results("mh_dif_purified_verbal");
    Table verbal = ReferenceCase.table("verbal");
    List<String> names = verbal.names().subList(0, 24);
    double[][] rows = verbal.matrix(names);
    double[][] items = Covariances.columns(rows, 24);
    boolean[] isMan = verbal.is("Gender", "1");
    Purification found = Purification.of(
        rows,
        10,
        (item, score) -> MantelHaenszel.of(items[item], isMan, score).p(Correction.HALF) < 0.05);
    List<String> flagged = found.flagged().stream().mapToObj(names::get).toList();
    List<String> expected = new ArrayList<>();
    r.get("flagged").forEach(name -> expected.add(name.asText()));
    assertThat(flagged).isEqualTo(expected);
    assertThat(found.rounds()).isEqualTo(r.get("rounds").asInt());
    assertThat(found.converged()).isEqualTo(r.get("converged").asBoolean());
    for (int i = 0; i < 24; i++) {
      MantelHaenszel item =
          MantelHaenszel.of(items[i], isMan, Purification.matching(rows, i, found.flagged()));
      ReferenceCase.check(r.get("chi2"), 1e-8).is(names.get(i), item.chiSquare(Correction.HALF));
      ReferenceCase.check(r.get("alpha"), 1e-8).is(names.get(i), item.oddsRatio());
    }
  }

  @Test
  void verbalAggressionByLogisticRegression() {
    JsonNode r = ReferenceCase.results("logistic_dif_verbal_gender");
    Table verbal = ReferenceCase.table("verbal");
    double[] total = sums(verbal.matrix(verbal.names().subList(0, 24)));
    for (JsonNode item : r) {
      LogisticDif found = LogisticDif.of(
          verbal.numbers(item.get("item").asText()), verbal.is("Gender", "1"), total);
      ReferenceCase.check(item, 1e-7)
          .is("uniform_chi2", found.uniform().chiSquare())
          .is("uniform_p", found.uniform().p())
          .is("nonuniform_chi2", found.nonUniform().chiSquare())
          .is("nonuniform_p", found.nonUniform().p())
          .is("both_chi2", found.both().chiSquare())
          .is("both_p", found.both().p())
          .is("r2_m0", found.explained().get(0))
          .is("r2_m1", found.explained().get(1))
          .is("r2_m2", found.explained().get(2))
          .is("b_group_m1", found.group())
          .is("se_group_m1", found.groupError())
          .is("b_interaction", found.interaction());
      assertThat(found.converged()).isTrue();
    }
  }

  @Test
  void extraversionByGender() {
    JsonNode r = ReferenceCase.results("ordinal_dif_bfi_gender");
    Table bfi = ReferenceCase.table("bfi");
    List<String> names = List.of("E1", "E2", "E3", "E4", "E5", "gender");
    double[][] rows = ReferenceCase.complete(bfi.matrix(names));
    boolean[] isFocal = new boolean[rows.length];
    double[][] items = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      isFocal[i] = rows[i][5] == 2;
      items[i] = Arrays.copyOf(rows[i], 5);
      items[i][0] = 7 - items[i][0];
      items[i][1] = 7 - items[i][1];
    }
    double[][] columns = Covariances.columns(items, 5);
    double[] total = sums(items);
    assertThat(rows.length).isEqualTo(r.get("n").asInt());
    for (int i = 0; i < 5; i++) {
      JsonNode item = r.get("items").get(i);
      LogisticDif logistic = LogisticDif.of(columns[i], isFocal, total);
      ReferenceCase.check(item, 1e-6)
          .is("uniform_chi2", logistic.uniform().chiSquare())
          .is("nonuniform_chi2", logistic.nonUniform().chiSquare())
          .is("both_chi2", logistic.both().chiSquare())
          .is("r2_m0", logistic.explained().get(0))
          .is("r2_m1", logistic.explained().get(1))
          .is("r2_m2", logistic.explained().get(2));
      Mantel mantel = Mantel.of(columns[i], isFocal, total);
      ReferenceCase.check(item, 1e-11)
          .is("mantel_chi2", mantel.chiSquare())
          .is("mantel_p", mantel.p())
          .is("smd", mantel.difference())
          .is("smd_over_sd", mantel.differenceBySd());
    }
  }

  @Test
  void mantelWithTwoAnswersIsMantelHaenszelWithoutCorrection() {
    double[] answers = {1, 0, 1, 1, 0, 0, 1, 0, 1, 1};
    boolean[] isFocal = {true, false, false, true, true, false, false, true, true, false};
    double[] matching = {1, 1, 1, 1, 2, 2, 2, 2, 2, 2};
    assertThat(Mantel.of(answers, isFocal, matching).chiSquare())
        .isCloseTo(
            MantelHaenszel.of(answers, isFocal, matching).chiSquare(Correction.NONE),
            within(1e-14));
  }

  @Test
  void whereOneGroupIsEmptyNothingIsSaid() {
    double[] answers = {1, 0, 1, 0};
    boolean[] isFocal = new boolean[4];
    double[] matching = {1, 1, 2, 2};
    MantelHaenszel haenszel = MantelHaenszel.of(answers, isFocal, matching);
    assertThat(haenszel.strata()).isZero();
    assertThat(haenszel.chiSquare(Correction.NONE)).isNaN();
    assertThat(haenszel.oddsRatio()).isNaN();
    assertThat(haenszel.breslowDay().p()).isNaN();
    assertThat(haenszel.etsClass(Correction.NONE)).isEqualTo(EtsClass.A);
    assertThat(Mantel.of(answers, isFocal, matching).p()).isNaN();
    assertThat(LogisticDif.of(answers, isFocal, matching).uniform().p()).isNaN();
  }

  @Test
  void anItemThatTheScoreSeparatesDoesNotComeToRest() {
    // Everybody with a score of 3 or more answers 1, nobody else: no finite slope.
    double[] answers = new double[40];
    double[] matching = new double[40];
    boolean[] isFocal = new boolean[40];
    for (int i = 0; i < 40; i++) {
      matching[i] = i % 6;
      answers[i] = matching[i] >= 3 ? 1 : 0;
      isFocal[i] = i % 4 == 0;
    }
    LogisticDif found = LogisticDif.of(answers, isFocal, matching);
    assertThat(found.converged()).isFalse();
    assertThat(found.both().chiSquare()).isCloseTo(0, within(1e-6));
  }
}
