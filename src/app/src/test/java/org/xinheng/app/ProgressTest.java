package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

  @TempDir
  private Path folder;

  @Test
  void saysHowManyRowsASecondAndHowLongStill() throws IOException {
    Path file = Files.writeString(folder.resolve("in.csv"), "1,2\n".repeat(1000));
    Terminal quiet = Terminal.of(
        new ByteArrayOutputStream(), new ByteArrayOutputStream(), StandardCharsets.UTF_8);
    Terminal watched = new Terminal(quiet.in(), quiet.out(), quiet.err(), true, () -> 80);
    // 1,000 rows are expected; 200 of them took 2 seconds, so 800 take 8.
    assertThat(Progress.over(file, watched).line(200, 2))
        .isEqualTo("200 rows, 100 a second, about 8 s left");
    assertThat(Progress.over(file, watched).line(1200, 2)).isEqualTo("1,200 rows, 600 a second");
    assertThat(Progress.over(folder.resolve("none.csv"), watched).line(200, 2))
        .isEqualTo("200 rows, 100 a second");
  }
}
