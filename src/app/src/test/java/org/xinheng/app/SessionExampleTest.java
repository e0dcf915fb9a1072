package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.administration.Advance;

/** The host in the README. */
class SessionExampleTest {

  private static final Path README = Path.of("../../README.md");
  private static final Path PROGRAM = Path.of("src/test/java/org/xinheng/app/SessionExample.java");

  @Test
  void storesTheSessionBetweenRequests() throws IOException {
    Map<String, String> store = new HashMap<>();
    Instant start = Instant.parse("2026-10-12T08:30:00Z");
    new SessionExample(store).begin("s1", start);
    for (int item = 1; item <= 7; item++) {
      // Another host each time: all that it has is what was stored.
      Advance advance =
          new SessionExample(store).answer("s1", item % 4, start.plusSeconds(3L * item));
      assertThat(advance.accepted()).isTrue();
      // By hand: 1+2+3+0+1+2+3 = 12.
      if (item == 7) {
        assertThat(advance.session().next()).isEmpty();
        assertThat(advance.session().result().forms().get(0).scores().value(0, "total"))
            .hasValue(12);
      }
    }
  }

  @Test
  void isInTheReadme() throws IOException {
    List<String> program = Files.readAllLines(PROGRAM);
    List<String> body = program.subList(
        program.indexOf("  void begin(String key, Instant now) {"), program.size() - 1);
    assertThat(body).hasSizeLessThan(25);
    assertThat(Files.readString(README)).contains(String.join("\n", body));
  }
}
