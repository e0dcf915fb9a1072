package org.xinheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir
  Path folder;

  @Test
  void isNotThereBeforeTheCommit() throws IOException {
    Path target = folder.resolve("分数 一.csv");
    try (AtomicFile file = AtomicFile.begin(target)) {
      file.stream().write('x');
      assertThat(target).doesNotExist();
      file.commit();
    }
    assertThat(target).hasContent("x");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void leavesNothingWithoutACommit() throws IOException {
    try (AtomicFile file = AtomicFile.begin(folder.resolve("scores.csv"))) {
      file.stream().write('x');
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void leavesWhatWasThereWithoutACommit() throws IOException {
    Path target = Files.writeString(folder.resolve("scores.csv"), "before");
    try (AtomicFile file = AtomicFile.begin(target)) {
      file.stream().write("after".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(target).hasContent("before");
  }

  /** A large one is kept open for a moment. */
  @Test
  void replacesALargeFile() throws IOException {
    Path target = Files.write(folder.resolve("scores.csv"), new byte[1 << 20]);
    try (AtomicFile file = AtomicFile.begin(target)) {
      file.stream().write("after".getBytes(StandardCharsets.UTF_8));
      file.commit();
    }
    assertThat(target).hasContent("after");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void refusesAFolder() {
    assertThatIOException()
        .isThrownBy(() -> AtomicFile.begin(folder))
        .withMessageContaining("not a regular file");
  }

  @Test
  void interruptedRunLeavesNothingBehind() throws IOException, InterruptedException {
    Process run = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Interrupted.class.getName(),
            folder.resolve("scores.csv").toString())
        .redirectErrorStream(true)
        .start();
    assertThat(run.waitFor()).isEqualTo(Interrupted.CODE);
    assertThat(folder).isEmptyDirectory();
  }

  /** A program that ends in the middle of writing. */
  static final class Interrupted {

    static final int CODE = 7;

    public static void main(String[] arguments) throws IOException {
      AtomicFile file = AtomicFile.begin(Path.of(arguments[0]));
      file.stream().write(1);
      file.stream().flush();
      System.exit(CODE);
    }
  }
}
