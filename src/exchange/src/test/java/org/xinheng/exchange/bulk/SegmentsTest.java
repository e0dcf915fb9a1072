package org.xinheng.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentsTest {

  @Test
  void writesTextsOneBehindTheOther() {
    List<String> texts = List.of("", ",1", ",12345678", ",重度", ",a quite long text of more bytes");
    Segments segments = new Segments();
    texts.forEach(segments::add);
    assertThat(segments.size()).isEqualTo(texts.size());
    assertThat(segments.longest()).isEqualTo(32);
    Random random = new Random(1);
    byte[] to = new byte[100 * 32 + Segments.SLACK];
    StringBuilder expected = new StringBuilder();
    int end = 0;
    for (int i = 0; i < 100; i++) {
      int number = random.nextInt(texts.size());
      expected.append(texts.get(number));
      end = segments.write(number, to, end);
    }
    assertThat(new String(to, 0, end, StandardCharsets.UTF_8)).isEqualTo(expected.toString());
  }

  @Test
  void writesNothingWhereATextIsEmpty() {
    Segments segments = new Segments();
    segments.add("");
    segments.add("");
    assertThat(segments.write(1, new byte[5 + Segments.SLACK], 5)).isEqualTo(5);
  }
}
