package org.xinheng.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DistinctTextsTest {

  @Test
  void numbersTextsInTheOrderInWhichTheyAreMet() {
    DistinctTexts texts = new DistinctTexts(1000);
    Map<String, Integer> expected = new LinkedHashMap<>();
    Random random = new Random(1);
    for (int i = 0; i < 5000; i++) {
      String text = Integer.toString(random.nextInt(700));
      int number = expected.computeIfAbsent(text, unseen -> expected.size());
      assertThat(numberOf(texts, text)).isEqualTo(number);
    }
    assertThat(texts.size()).isEqualTo(expected.size());
  }

  /** Seven bytes are compared as one number, and whatever is longer by them and the rest. */
  @Test
  void tellsTextsApartThatBeginAlike() {
    DistinctTexts texts = new DistinctTexts(5000);
    Map<String, Integer> expected = new LinkedHashMap<>();
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      String text = "aaaaaaaaaa".substring(random.nextInt(10)) + random.nextInt(30);
      int number = expected.computeIfAbsent(text, unseen -> expected.size());
      assertThat(numberOf(texts, text)).isEqualTo(number);
    }
    assertThat(texts.size()).isEqualTo(300);
    assertThat(numberOf(texts, "a")).isEqualTo(300);
    assertThat(numberOf(texts, "a\0")).isEqualTo(301);
  }

  /** So many that the places of some are the same. */
  @Test
  void tellsManyTextsOfTheSameLengthApart() {
    DistinctTexts texts = new DistinctTexts(5000);
    for (int round = 0; round < 2; round++) {
      for (int school = 0; school < 3000; school++) {
        assertThat(numberOf(texts, "School " + (1000 + school))).isEqualTo(school);
      }
    }
  }

  @Test
  void keepsNoMoreThanItMay() {
    DistinctTexts texts = new DistinctTexts(2);
    assertThat(numberOf(texts, "a")).isZero();
    assertThat(numberOf(texts, "")).isOne();
    assertThat(numberOf(texts, "c")).isEqualTo(DistinctTexts.TOO_MANY);
    assertThat(numberOf(texts, "a")).isZero();
    assertThat(numberOf(texts, "")).isOne();
    assertThat(numberOf(texts, "longer than eight")).isEqualTo(DistinctTexts.TOO_MANY);
    assertThat(numberOf(texts, "longer than eight")).isEqualTo(DistinctTexts.TOO_MANY);
    assertThat(numberOf(texts, "a")).isZero();
    assertThat(numberOf(new DistinctTexts(1), "x".repeat(5000))).isEqualTo(DistinctTexts.TOO_MANY);
  }

  private static int numberOf(DistinctTexts texts, String text) {
    byte[] bytes = ("<" + text + ">behind it").getBytes(StandardCharsets.UTF_8);
    return texts.numberOf(bytes, 1, bytes.length - ">behind it".length());
  }
}
