package org.xinheng.validation.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;
import org.xinheng.validation.Watch;
import org.xinheng.validation.dif.EtsClass;

class ItemStudiesTest {

  private static final StudyOptions QUICK = StudyOptions.defaults().withSamples(100, 1);

  private static ItemData data(int items, double high, double[][] answers) {
    return new ItemData(
        "scale",
        IntStream.rangeClosed(1, items).mapToObj(i -> "i" + i).toList(),
        Collections.nCopies(items, 0.0),
        Collections.nCopies(items, high),
        answers);
  }

  /** Answers from 0 to 3 that hang on one trait; the last item is shifted for every third person. */
  private static double[][] answers(int people, int items, double shift, long seed) {
    RandomNumbers random = new RandomNumbers(seed);
    double[][] answers = new double[people][items];
    for (int i = 0; i < people; i++) {
      double trait = random.normal();
      for (int j = 0; j < items; j++) {
        double moved = j == items - 1 && i % 3 == 0 ? shift : 0;
        double latent = 0.8 * trait + 0.6 * random.normal() + moved;
        answers[i][j] = Math.max(0, Math.min(3, Math.floor(latent + 2)));
      }
    }
    return answers;
  }

  @Test
  void reliabilityOfAgreeablenessIsThatOfPsych() {
    JsonNode r = ReferenceCase.results("alpha_bfi_agreeableness");
    double[][] rows = ReferenceCase.table("bfi").matrix(List.of("A1", "A2", "A3", "A4", "A5"));
    Arrays.stream(rows).forEach(row -> row[0] = 7 - row[0]);
    ReliabilityResult found = ReliabilityStudy.run(
        new ItemData(
            "A",
            List.of("A1", "A2", "A3", "A4", "A5"),
            Collections.nCopies(5, 1.0),
            Collections.nCopies(5, 6.0),
            rows),
        QUICK,
        Watch.NONE);
    ReferenceCase.check(r.get("complete"), 1e-10)
        .is("raw_alpha", found.alpha().value())
        .is("feldt95", found.alpha().interval())
        .is("std_alpha", found.standardised())
        .is("g6", found.lambda6());
    ReferenceCase.check(r.get("total_score_complete"), 1e-10)
        .is("mean", found.mean())
        .is("sd", found.sd())
        .is("sem", found.standardError());
    assertThat(found.bands()).hasSize(26);
    assertThat(found.omega().interval().contains(found.omega().value())).isTrue();
    assertThat(found.warnings().stream().map(Warning::kind))
        .contains(Warning.Kind.INCOMPLETE, Warning.Kind.BETTER_WITHOUT);
  }

  @Test
  void anItemThatGoesTheOtherWayIsNamed() {
    double[][] answers = answers(300, 4, 0, 3);
    Arrays.stream(answers).forEach(row -> row[1] = 3 - row[1]);
    assertThat(ReliabilityStudy.run(data(4, 3, answers), QUICK, Watch.NONE).warnings())
        .anyMatch(warning ->
            warning.kind() == Warning.Kind.REVERSED_ITEM && warning.score().equals("i2"));
  }

  @Test
  void refusesAnItemThatEverybodyAnswersAlike() {
    double[][] answers = answers(50, 3, 0, 3);
    Arrays.stream(answers).forEach(row -> row[2] = 1);
    assertThatThrownBy(() -> ReliabilityStudy.run(data(3, 3, answers), QUICK, Watch.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("item 'i3' of 'scale' has the same answer from everybody; leave it out");
    assertThatThrownBy(() -> ItemStudy.run(data(3, 3, new double[2][3]), QUICK, Watch.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'scale' needs at least 3 people with all answers, and has 2");
  }

  @Test
  void twoItemsHaveAlphaAndNoFactor() {
    ReliabilityResult found =
        ReliabilityStudy.run(data(2, 3, answers(200, 2, 0, 5)), QUICK, Watch.NONE);
    assertThat(found.alpha().value()).isBetween(0.4, 0.9);
    assertThat(found.omega().value()).isNaN();
    assertThat(found.items().get(0).alphaWithout()).isNaN();
  }

  @Test
  void hidesGroupsOfFewerThanMayBeShown() {
    List<String> sex = IntStream.range(0, 200).mapToObj(i -> i < 4 ? "x" : "y").toList();
    ReliabilityResult found = ReliabilityStudy.run(
        data(4, 3, answers(200, 4, 0, 5)).withGroups("sex", sex), QUICK, Watch.NONE);
    assertThat(found.groups().get(0).people()).isNaN();
    assertThat(found.groups().get(1).people()).isEqualTo(196);
  }

  @Test
  void findsTheItemThatWasShiftedForOneGroup() {
    int people = 1500;
    List<String> groups =
        IntStream.range(0, people).mapToObj(i -> i % 3 == 0 ? "b" : "a").toList();
    ItemData data = data(6, 3, answers(people, 6, 1, 11)).withGroups("group", groups);
    ItemResult found = ItemStudy.run(data, QUICK, Watch.NONE);
    assertThat(found.parallel().components()).isEqualTo(1);
    DifResult dif = found.dif().get(0);
    assertThat(dif.reference()).isEqualTo("a");
    assertThat(dif.focalPeople()).isEqualTo(500);
    DifResult.Item shifted = dif.items().get(5);
    assertThat(shifted.isFlagged()).as("seed 11").isTrue();
    assertThat(shifted.size()).isEqualTo(EtsClass.C);
    assertThat(shifted.differenceBySd()).isPositive();
    assertThat(dif.items().subList(0, 5)).allMatch(item -> item.size() == EtsClass.A);
    assertThat(found.warnings()).anyMatch(warning -> warning.kind() == Warning.Kind.LARGE_DIF);
  }

  @Test
  void itemsOfTwoAnswersHaveTheClassesOfTheReferenceCase() {
    JsonNode r = ReferenceCase.results("mh_dif_verbal_gender");
    Table verbal = ReferenceCase.table("verbal");
    List<String> names = verbal.names().subList(0, 24);
    DifResult found = DifStudy.run(
            new ItemData(
                    "verbal",
                    names,
                    Collections.nCopies(24, 0.0),
                    Collections.nCopies(24, 1.0),
                    verbal.matrix(names))
                .withGroups("Gender", List.of(verbal.text("Gender"))),
            QUICK,
            new ArrayList<>())
        .get(0);
    assertThat(found.reference()).isEqualTo("0");
    assertThat(found.referencePeople()).isEqualTo(243);
    // Purification moves some borders; an item of class C by all items stays so without the others.
    for (JsonNode item : r) {
      if (item.get("ets").asText().equals("C")) {
        assertThat(found.items().get(names.indexOf(item.get("item").asText())).isFlagged())
            .as(item.get("item").asText())
            .isTrue();
      }
    }
  }

  @Test
  void allGroupsButOneEmptyLeaveNothingToCompare() {
    List<String> one = Collections.nCopies(100, "a");
    ItemData data = data(4, 3, answers(100, 4, 0, 5)).withGroups("group", one);
    assertThat(ItemStudy.run(data, QUICK, Watch.NONE).dif()).isEmpty();
  }

  @Test
  void changeOfTheStateScaleIsThatOfTheReferenceCase() {
    double[] before = {10, 12, 14, 16, 18, 20, Double.NaN, 8};
    double[] after = {9, 13, 8, 17, 19, 5, 7, Double.NaN};
    ChangeResult found = ChangeStudy.run(before, after, OptionalDouble.of(0.9), 0.95);
    assertThat(found.people()).isEqualTo(6);
    assertThat(found.onlyOne()).isEqualTo(2);
    // sd of 10 … 20 is √14; 1.96 √2 √14 √0.1 = 3.2797.
    assertThat(found.reliableFrom()).isCloseTo(1.96 * Math.sqrt(2 * 14 * 0.1), within(1e-12));
    assertThat(found.down()).isEqualTo(2);
    assertThat(found.up()).isZero();
    assertThat(found.change().value()).isCloseTo(-19.0 / 6, within(1e-14));
    assertThat(found.rows()).hasSize(6);
    assertThat(found.warnings().stream().map(Warning::kind))
        .containsExactly(Warning.Kind.LOST, Warning.Kind.FEW_PEOPLE);
  }

  @Test
  void refusesWavesThatTellNothing() {
    double[] same = {4, 4, 4, 4};
    double[] other = {1, 2, 3, 4};
    assertThatThrownBy(() -> ChangeStudy.run(same, other, OptionalDouble.empty(), 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all scores of a wave are equal");
    assertThatThrownBy(
            () -> ChangeStudy.run(new double[] {1}, new double[] {2}, OptionalDouble.empty(), 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least 3 people with both scores are needed, and there are 1");
    assertThatThrownBy(
            () -> ChangeStudy.run(other, new double[] {4, 3, 2, 1}, OptionalDouble.empty(), 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the correlation of the waves; state one");
  }
}
