package org.xinheng.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xinheng.memory.MemoryReader;
import org.xinheng.memory.MemoryWriter;

/** Texts come out as they were added, whatever their length. */
class SegmentsTest {

  private static final List<String> TEXTS = List.of(
      "",
      ",1",
      ",123456",
      ",1234567",
      ",重度",
      ",a quite long text of more bytes",
      ",12345678901234");

  private final Segments segments = new Segments();

  @Test
  void writesTextsOneBehindTheOther() {
    TEXTS.forEach(segments::add);
    assertThat(segments.size()).isEqualTo(TEXTS.size());
    assertThat(segments.longest()).isEqualTo(32);
    assertWrites(segments);
  }

  @Test
  void writesTextsThatWereKeptAsBytes() {
    TEXTS.forEach(segments::add);
    MemoryWriter writer = new MemoryWriter();
    segments.writeTo(writer);
    MemoryReader reader = new MemoryReader(ByteBuffer.wrap(writer.bytes()));
    Segments kept = new Segments(reader);
    assertThat(reader.isAtEnd()).isTrue();
    assertThat(kept.size()).isEqualTo(TEXTS.size());
    assertWrites(kept);
  }

  /** Two texts of each, in many pools, so that texts also end where a pool does. */
  @Test
  void writesTextsOfAnyLength() {
    for (int length = 0; length <= 300; length++) {
      Segments texts = new Segments();
      byte[] to = new byte[2 * length + Segments.SLACK];
      for (int number = 0; number < 40; number++) {
        String text = String.valueOf((char) ('a' + number % 26)).repeat(length);
        texts.add(text);
        int[] numbers = {number};
        Segments[] runs = {texts, texts};
        int end = Segments.write(runs, 0, 2, new int[2], numbers, to, 0);
        assertThat(new String(to, 0, end, StandardCharsets.US_ASCII)).isEqualTo(text + text);
      }
    }
  }

  @Test
  void writesNothingWhereATextIsEmpty() {
    segments.add("");
    segments.add("");
    Segments[] runs = {segments};
    byte[] to = new byte[5 + Segments.SLACK];
    assertThat(Segments.write(runs, 0, 1, new int[1], new int[] {1}, to, 5)).isEqualTo(5);
  }

  /** Four runs, of which the middle two are written, from places that stand in another order. */
  private static void assertWrites(Segments segments) {
    Segments[] runs = {segments, segments, segments, segments};
    int[] places = {0, 2, 1, 0};
    Random random = new Random(1);
    byte[] to = new byte[200 * 32 + Segments.SLACK];
    StringBuilder expected = new StringBuilder();
    int end = 0;
    for (int i = 0; i < 100; i++) {
      int[] numbers = random.ints(3, 0, TEXTS.size()).toArray();
      expected.append(TEXTS.get(numbers[2])).append(TEXTS.get(numbers[1]));
      end = Segments.write(runs, 1, 3, places, numbers, to, end);
    }
    assertThat(new String(to, 0, end, StandardCharsets.UTF_8)).isEqualTo(expected.toString());
  }
}
