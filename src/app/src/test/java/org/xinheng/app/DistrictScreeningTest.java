package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A district as a user makes and screens it: {@code xinheng demo --district}. Every mistyped row is reported or read rightly,
 * and nothing else is reported.
 */
class DistrictScreeningTest {

  @TempDir
  private static Path folder;

  private static ScreenedDistrict district;

  @BeforeAll
  static void screen() throws IOException {
    district = ScreenedDistrict.in(folder);
  }

  @Test
  void everyMistypedRowIsReportedOrReadAndNothingElseIsReported() throws IOException {
    Set<String> reported = new LinkedHashSet<>();
    for (JsonNode found : run().get("diagnostics")) {
      reported.add(placeOf(found));
    }
    Set<String> expected = new LinkedHashSet<>();
    Map<String, Integer> slips = new TreeMap<>();
    for (Map<String, String> slip :
        ScreenedDistrict.read(district.year().resolve("mistyped.csv"))) {
      slips.merge(slip.get("slip"), 1, Integer::sum);
      if (slip.get("expected").equals("reported")) {
        expected.add(slip.get("file") + ":" + slip.get("line"));
      }
    }
    // Of last year roster and answers are read again, to be compared with.
    for (Map<String, String> slip : ScreenedDistrict.read(
        district.year().resolveSibling("2025-2026").resolve("mistyped.csv"))) {
      boolean isRead = slip.get("file").matches("roster.csv|answers/.*");
      if (isRead && slip.get("expected").equals("reported")) {
        expected.add("../2025-2026/" + slip.get("file") + ":" + slip.get("line"));
      }
    }
    assertThat(reported).isEqualTo(expected);
    assertThat(slips).hasSizeGreaterThanOrEqualTo(15);
  }

  /** Of a cell that cannot be read the message names the column, as it is headed. */
  @Test
  void messagesNameTheColumnOfACellThatCannotBeRead() throws IOException {
    Map<String, String> messages = new HashMap<>();
    for (JsonNode found : run().get("diagnostics")) {
      messages.merge(
          placeOf(found), found.get("message").asText(), (one, other) -> one + "; " + other);
    }
    int named = 0;
    for (Map<String, String> slip :
        ScreenedDistrict.read(district.year().resolve("mistyped.csv"))) {
      boolean isOfACell = Set.of(
              "seven", "out-of-range", "letter", "unreadable-grade", "unreadable-sex")
          .contains(slip.get("slip"));
      if (isOfACell) {
        assertThat(messages.get(slip.get("file") + ":" + slip.get("line")))
            .contains("'" + slip.get("column") + "'");
        named++;
      }
    }
    assertThat(named).isGreaterThan(5);
  }

  private static String placeOf(JsonNode diagnostic) {
    String file =
        district.year().relativize(Path.of(diagnostic.get("file").asText())).toString();
    return file.replace('\\', '/') + ":" + diagnostic.get("line").asInt();
  }

  /** The rows that are to be read rightly are typed as they should be, and the district is screened again. */
  @Test
  void mistypedRowsThatAreReadChangeNoOutcome() throws IOException {
    Path corrected = folder.resolve("district/corrected");
    Files.createDirectories(corrected.resolve("answers"));
    Map<String, Map<Integer, String>> slips = new HashMap<>();
    for (Map<String, String> slip :
        ScreenedDistrict.read(district.year().resolve("mistyped.csv"))) {
      if (slip.get("expected").equals("read")) {
        slips
            .computeIfAbsent(slip.get("file"), file -> new HashMap<>())
            .put(Integer.parseInt(slip.get("line")), slip.get("slip"));
      }
    }
    int changed = 0;
    try (Stream<Path> files = Files.walk(district.year())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = district.year().relativize(file).toString().replace('\\', '/');
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (Map.Entry<Integer, String> slip :
            slips.getOrDefault(name, Map.of()).entrySet()) {
          String line = lines.get(slip.getKey() - 1);
          lines.set(slip.getKey() - 1, corrected(line));
          changed += line.equals(corrected(line)) ? 0 : 1;
        }
        Files.write(corrected.resolve(name), lines);
      }
    }
    TypedCommand command = TypedCommand.wide(100);
    Path again = folder.resolve("again");
    assertThat(command.run(
            "screen", corrected.resolve("campaign.yaml").toString(), "--out", again.toString()))
        .isZero();
    assertThat(again.resolve("outcomes.csv"))
        .hasSameBinaryContentAs(folder.resolve("results/outcomes.csv"));
    assertThat(changed).isGreaterThan(10);
  }

  private static String corrected(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : line.split(",", -1)) {
      String text = cell.strip();
      if (text.matches("[０-９]")) {
        text = ScreenedDistrict.grade(text);
      } else if (text.matches("\\d{4}年\\d+月\\d+日|\\d{4}/\\d+/\\d+")) {
        String[] parts = text.split("[年月日/]");
        text = parts[0] + "-" + ("0" + parts[1]).replaceAll("0(..)", "$1") + "-"
            + ("0" + parts[2]).replaceAll("0(..)", "$1");
      } else if (text.matches("20\\d{6}")) {
        text = text.replaceAll("(....)(..)(..)", "$1-$2-$3");
      } else if (!ScreenedDistrict.grade(text).isEmpty() && !text.matches("\\d+")) {
        text = ScreenedDistrict.grade(text);
      }
      cells.add(text);
    }
    return String.join(",", cells);
  }

  /** Of two rows of the roster with one id the first counts; a row without id or readable grade is left out. */
  @Test
  void everyUsableRowOfTheRosterHasOneOutcomeInItsOrder() {
    List<String> expected = new ArrayList<>();
    district
        .roster()
        .forEach((id, row) -> expected.add(id + "/" + row.get("school") + "/"
            + ScreenedDistrict.grade(row.get("grade")) + "/" + row.get("class")));
    List<Map<String, String>> outcomes = district.outcomes();
    assertThat(outcomes.subList(0, expected.size()).stream()
            .map(row -> row.get("student") + "/" + row.get("school") + "/" + row.get("grade") + "/"
                + row.get("class")))
        .containsExactlyElementsOf(expected);
    assertThat(outcomes.subList(expected.size(), outcomes.size())).isNotEmpty().allSatisfy(row -> {
      assertThat(row.get("school")).isEmpty();
      assertThat(district.roster()).doesNotContainKey(row.get("student"));
    });
    assertThat(run().get("students").asInt()).isEqualTo(outcomes.size());
    assertThat(run().get("on-roster").asInt()).isEqualTo(expected.size());
  }

  private static JsonNode run() {
    try {
      return new ObjectMapper()
          .readTree(Files.readString(folder.resolve("results/run.json"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
