package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program is stopped while it scores: what it was writing is gone, and what was there before is still there. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class KilledScoreTest {

  private static final int STUDENTS = 400_000;
  private static final int MOST_WAIT_SECONDS = 60;

  /** What a shell says of a process that ended by a signal: 128 and the number of the signal. */
  private static final int INTERRUPTED = 128 + 2;

  private static final int TERMINATED = 128 + 15;

  @TempDir
  private Path folder;

  @BeforeEach
  void writeAnswersAndAnEarlierResult() throws IOException {
    StringBuilder answers = new StringBuilder(
        "student,phq-9.1,phq-9.2,phq-9.3,phq-9.4,phq-9.5,phq-9.6,phq-9.7,phq-9.8,phq-9.9\n");
    for (int student = 0; student < STUDENTS; student++) {
      // An answer that cannot be read makes a row take long.
      answers.append(student).append(",0,1,2,3,0,1,2,3,x\n");
    }
    Files.writeString(folder.resolve("answers.csv"), answers);
    Files.createDirectory(folder.resolve("results"));
    Files.writeString(folder.resolve("results/scores.csv"), "earlier");
  }

  @Test
  void leavesNothingWhenInterrupted() throws IOException, InterruptedException {
    assumeFalse(ignoresInterrupts(), "this build runs where processes do not hear interrupts");
    assertThat(stop("INT")).isEqualTo(INTERRUPTED);
    assertThat(results()).containsExactly("scores.csv");
    assertThat(folder.resolve("results/scores.csv")).hasContent("earlier");
  }

  @Test
  void leavesNothingWhenTerminated() throws IOException, InterruptedException {
    assertThat(stop("TERM")).isEqualTo(TERMINATED);
    assertThat(results()).containsExactly("scores.csv");
    assertThat(folder.resolve("results/scores.csv")).hasContent("earlier");
  }

  /** A build in the background of a script may, and all processes that it starts. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> new BigInteger(line.substring(7).strip(), 16).testBit(1));
  }

  /** Scores, sends a signal as soon as a file is begun, and gives the exit code. */
  private int stop(String signal) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "org.xinheng.app.Main",
            "score",
            folder.resolve("answers.csv").toString(),
            "--with",
            "phq-9",
            "--out",
            folder.resolve("results/scores.csv").toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    try {
      while (process.isAlive() && results().size() < 2) {
        Thread.sleep(5);
      }
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .start()
          .waitFor();
      assertThat(process.waitFor(MOST_WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> results() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("results"))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
