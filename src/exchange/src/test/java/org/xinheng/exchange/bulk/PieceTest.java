package org.xinheng.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PieceTest {

  @TempDir
  Path folder;

  /** Lines of 0 to 20 letters, some of 10,000, pieces from one byte to more than the file. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 1000, 5000, 1 << 20})
  void holdTheWholeLinesOfAFileEachOnceInOrder(int rangeBytes) throws IOException {
    Random random = new Random(rangeBytes);
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < 200; line++) {
      int letters = random.nextInt(50) == 0 ? 10_000 : random.nextInt(21);
      lines.append(String.valueOf((char) ('a' + line % 26)).repeat(letters)).append('\n');
    }
    assertThat(read("header\n" + lines, 7, rangeBytes)).isEqualTo(lines.toString());
    assertThat(read(lines.toString(), 0, rangeBytes)).isEqualTo(lines.toString());
  }

  @Test
  void endsALastLineThatLacksItsLineFeed() throws IOException {
    assertThat(read("a\nbc", 0, 1)).isEqualTo("a\nbc\n");
    assertThat(read("a\nbc", 0, 100)).isEqualTo("a\nbc\n");
    assertThat(read("abc", 0, 2)).isEqualTo("abc\n");
  }

  /** Of one byte more than is read at first, of so many, and of one less. */
  @ParameterizedTest
  @ValueSource(ints = {4096, 4097, 4098, 4099})
  void haveRoomBehindALastLineThatLacksItsLineFeed(int letters) throws IOException {
    String text = "\n" + "a".repeat(letters);
    assertThat(read(text, 0, 1)).isEqualTo(text + "\n");
  }

  @Test
  void areNoneBehindTheEndOfTheFile() throws IOException {
    assertThat(read("", 0, 10)).isEmpty();
    assertThat(read("header\n", 7, 10)).isEmpty();
  }

  private String read(String text, int from, int rangeBytes) throws IOException {
    Path path = Files.writeString(folder.resolve("lines.txt"), text);
    StringBuilder read = new StringBuilder();
    Piece piece = new Piece(rangeBytes);
    try (FileChannel file = FileChannel.open(path)) {
      for (int range = 0; piece.read(file, from, file.size(), range); range++) {
        assertThat(piece.number()).isEqualTo(range);
        assertThat(piece.bytes()).hasSizeGreaterThanOrEqualTo(piece.end() + Piece.SLACK);
        int length = piece.end() - piece.first();
        read.append(new String(piece.bytes(), piece.first(), length, StandardCharsets.US_ASCII));
      }
    }
    return read.toString();
  }
}
