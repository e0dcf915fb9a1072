package org.xinheng.validation.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.xinheng.validation.ReferenceCase;
import org.xinheng.validation.ReferenceCase.Table;

class ItemTest {

  @Test
  void twentyFiveItemsWithMissingAnswers() {
    Table bfi = ReferenceCase.table("bfi");
    for (JsonNode item : ReferenceCase.results("item_descriptives_bfi")) {
      ItemDescriptives found = ItemDescriptives.of(bfi.numbers(item.get("item").asText()), 1, 6);
      ReferenceCase.check(item, 1e-11)
          .is("n", found.moments().n())
          .is("mean", found.moments().mean())
          .is("sd", found.moments().sd())
          .is("median", found.median())
          .is("skew", found.moments().skew())
          .is("kurtosis", found.moments().kurtosis())
          .is("floor", found.floor())
          .is("ceiling", found.ceiling())
          .is("missing", found.missing());
    }
  }

  @Test
  void sharesAreOfAnswersGiven() {
    // Five people, of whom four answered: 0, 0, 2, 3.
    ItemDescriptives item = ItemDescriptives.of(new double[] {0, 2, Double.NaN, 3, 0}, 0, 3);
    assertThat(item.answers())
        .containsExactly(
            new ItemDescriptives.Endorsement(0, 2, 0.5),
            new ItemDescriptives.Endorsement(2, 1, 0.25),
            new ItemDescriptives.Endorsement(3, 1, 0.25));
    assertThat(item.missing()).isEqualTo(0.2);
    assertThat(item.floor()).isEqualTo(0.5);
    assertThat(item.ceiling()).isEqualTo(0.25);
  }

  @Test
  void nobodyAnswered() {
    ItemDescriptives item = ItemDescriptives.of(new double[] {Double.NaN, Double.NaN}, 0, 3);
    assertThat(item.missing()).isEqualTo(1);
    assertThat(item.median()).isNaN();
    assertThat(item.floor()).isNaN();
    assertThat(item.answers()).isEmpty();
  }

  @Test
  void discriminationCountsWhoTiesWithTheLast() {
    // Sums 0, 1, 1, 3, 4, 4; 27% of six are two: upper {4, 4}, lower {0, 1, 1} by the tie.
    double[][] table = {{0, 0}, {1, 0}, {0, 1}, {2, 1}, {2, 2}, {2, 2}};
    Discrimination first = Discrimination.of(table, 0, Discrimination.KELLEY, 2);
    assertThat(first.upper()).isEqualTo(2);
    assertThat(first.lower()).isEqualTo(3);
    // (2 - 1/3) / 2 by hand
    assertThat(first.difference()).isCloseTo(5.0 / 6, within(1e-15));
  }
}
