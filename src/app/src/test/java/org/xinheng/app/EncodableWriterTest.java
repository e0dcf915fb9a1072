package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EncodableWriterTest {

  @Test
  void keepsWhatGbkHas() throws IOException {
    assertThat(written("学校 ≥ 10 – é █", "GBK")).isEqualTo("学校 ≥ 10 – é █");
  }

  @Test
  void givesPlainSignsForWhatTheConsoleLacks() throws IOException {
    assertThat(written("≥ 10 – naïve", StandardCharsets.US_ASCII.name()))
        .isEqualTo(">= 10 - naive");
    assertThat(written("ñ", "GBK")).isEqualTo("n");
  }

  @Test
  void namesACharacterThatHasNoPlainForm() throws IOException {
    assertThat(written("心", StandardCharsets.US_ASCII.name())).isEqualTo("U+5FC3");
  }

  private static String written(String text, String charset) throws IOException {
    StringWriter to = new StringWriter();
    try (EncodableWriter writer =
        new EncodableWriter(to, Charset.forName(charset).newEncoder())) {
      writer.write(text);
    }
    return to.toString();
  }
}
