package org.xinheng.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The decoder of Java says what is text. */
class Utf8Test {

  @Test
  void agreesOnAllCharactersThatAreTwoBytesOrThree() {
    for (int first = 0x80; first <= 0xFF; first++) {
      for (int second = 0; second <= 0xFF; second++) {
        assertAgrees((byte) first, (byte) second);
        assertAgrees((byte) first, (byte) second, (byte) 0x80);
        assertAgrees((byte) first, (byte) second, (byte) 0xBF, (byte) 'a');
      }
    }
  }

  @Test
  void agreesOnCharactersOfFourBytes() {
    for (int first = 0xED; first <= 0xFF; first++) {
      for (int second = 0; second <= 0xFF; second++) {
        assertAgrees((byte) first, (byte) second, (byte) 0x80, (byte) 0xBF);
        assertAgrees((byte) first, (byte) second, (byte) 0xBF, (byte) 0x7F);
      }
    }
  }

  @Test
  void agreesOnNamesOfWhichAByteIsChanged() {
    Random random = new Random(1);
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = "欧阳 \uD842\uDFB7é Li".getBytes(StandardCharsets.UTF_8);
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      assertAgrees(bytes);
    }
  }

  /** Whatever stands before and behind. */
  private static void assertAgrees(byte... text) {
    byte[] bytes = new byte[text.length + 2];
    System.arraycopy(text, 0, bytes, 1, text.length);
    bytes[0] = (byte) 0xE5;
    bytes[text.length + 1] = (byte) 0x80;
    assertThat(Utf8.isText(bytes, 1, text.length + 1)).isEqualTo(isText(text));
  }

  private static boolean isText(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
