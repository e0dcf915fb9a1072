package org.xinheng.administration;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values of stored sessions. What is wrong with one is told without showing it, since it may be an answer. */
final class JsonWords {

  private JsonWords() {}

  /** The constant that a word stands for. */
  static <E> E constant(JsonNode of, String key, E[] constants, Function<E, String> wordOf) {
    String word = of.path(key).asText("");
    return Arrays.stream(constants)
        .filter(constant -> wordOf.apply(constant).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no session: '" + key + "' is none of "
            + Arrays.stream(constants).map(wordOf).collect(Collectors.joining(", "))));
  }

  static Instant instant(JsonNode of, String key) {
    try {
      return Instant.parse(of.path(key).asText(""));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "no session: '" + key + "' is no time such as 2026-10-12T08:30:00.000Z");
    }
  }
}
