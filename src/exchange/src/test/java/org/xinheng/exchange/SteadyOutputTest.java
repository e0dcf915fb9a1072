package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SteadyOutputTest {

  @TempDir
  private Path folder;

  @Test
  void writesAllThatIsGiven() throws IOException {
    byte[] bytes = new byte[20_000_000];
    new Random(1).nextBytes(bytes);
    Path file = folder.resolve("large");
    try (SteadyOutput out = new SteadyOutput(
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      for (int at = 0; at < bytes.length; at += 100_000) {
        out.write(bytes, at, 100_000);
      }
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  /** What is written to that device never gets to a disk. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void saysThatSomethingDidNotReachTheDisk() throws IOException {
    SteadyOutput out =
        new SteadyOutput(FileChannel.open(Path.of("/dev/null"), StandardOpenOption.WRITE));
    out.write(new byte[10_000_000]);
    assertThatThrownBy(out::close).isInstanceOf(IOException.class);
  }
}
