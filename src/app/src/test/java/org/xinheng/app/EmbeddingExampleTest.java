package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program in the README. */
class EmbeddingExampleTest {

  private static final Path README = Path.of("../../README.md");
  private static final Path PROGRAM =
      Path.of("src/test/java/org/xinheng/app/EmbeddingExample.java");

  @Test
  void printsScoreBandAlertAndReason() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    EmbeddingExample.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    // By hand: 2+2+1+2+1+1+1+0+1 = 11, moderate from 10 (Kroenke 2001); item 9 at 1 fires.
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("score: Scored[value=11.0, answered=9"))
        .contains("band: moderate", "alert: same-day")
        .anyMatch(line -> line.startsWith(
            "reason: Patient Health Questionnaire-9 total 11 (9 answered): moderate, from 10"));
  }

  @Test
  void isTheProgramInTheReadmeAndShorterThanThirtyLines() throws IOException {
    List<String> program = Files.readAllLines(PROGRAM).stream()
        .filter(line -> !line.startsWith("package "))
        .dropWhile(String::isBlank)
        .toList();
    assertThat(program).hasSizeLessThan(30);
    assertThat(Files.readString(README)).contains(String.join("\n", program));
  }
}
