package org.xinheng.scoring;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Results of R and its packages, where they are at hand: {@code oracles/cases/ID.json} and the data they rest on. */
public final class ReferenceCases {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ReferenceCases() {}

  /** A case: definition, code and results. */
  public static JsonNode named(String id) {
    return read(folder().resolve("cases").resolve(id + ".json"));
  }

  /** All cases whose id starts like this, at least one. */
  public static List<JsonNode> startingWith(String prefix) {
    Path cases = folder().resolve("cases");
    assumeTrue(Files.isDirectory(cases), "the reference cases are not at hand");
    try (Stream<Path> files = Files.list(cases)) {
      List<Path> found = files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .toList();
      assumeTrue(!found.isEmpty(), () -> "no reference case is at hand: " + prefix);
      return found.stream().map(ReferenceCases::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first data file of a case without its header; empty cells are NaN. */
  public static double[][] data(JsonNode theCase) {
    return lines(theCase).skip(1).map(ReferenceCases::numbers).toArray(double[][]::new);
  }

  /** The header of the first data file of a case. */
  public static List<String> header(JsonNode theCase) {
    return List.of(lines(theCase).findFirst().orElseThrow().split(","));
  }

  /** The texts of a list of texts as one. */
  public static String text(JsonNode lines) {
    return String.join(
        "\n",
        StreamSupport.stream(lines.spliterator(), false).map(JsonNode::asText).toList());
  }

  /** The numbers of a list. */
  public static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1))
        .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell))
        .toArray();
  }

  private static Stream<String> lines(JsonNode theCase) {
    try {
      return Files.readAllLines(folder().resolve(theCase.get("data").get(0).asText())).stream()
          .filter(line -> !line.isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    assumeTrue(
        Files.exists(file), () -> "the reference case is not at hand: " + file.getFileName());
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    return Path.of(System.getProperty("xinheng.shared", ""), "oracles");
  }
}
