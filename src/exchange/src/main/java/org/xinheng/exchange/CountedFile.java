package org.xinheng.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.screening.FirstContact.State;
import org.xinheng.screening.PublishedCounts;
import org.xinheng.screening.PublishedCounts.Counted;
import org.xinheng.screening.Summary.Cell;
import org.xinheng.screening.Summary.Level;

/**
 * The file in which it is kept who stands behind the counts that were published, so that later ones can be told from them. It names
 * students with their tiers: like the lists, it is not handed out.
 */
final class CountedFile {

  /** Its name in a folder of results. */
  static final String NAME = "counted.json";

  private static final String WHAT_FOR =
      "who was counted as what in the published counts; only for the next run; not to be handed"
          + " out";

  private CountedFile() {}

  /**
   * The counts of a campaign that were published from a folder, the last at the end; none if there are none, or of another campaign.
   *
   * @param ids by which students are known now, whatever they were known by then
   * @throws IllegalArgumentException if the file there is none that was written here
   */
  static List<PublishedCounts> read(Path folder, String campaign, StudentIds ids)
      throws IOException {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      JsonNode root = new ObjectMapper().readTree(Files.readString(file));
      List<PublishedCounts> all = new ArrayList<>();
      if (root.path("campaign").asText().equals(campaign)) {
        root.path("publications").forEach(one -> all.add(publication(one, ids)));
      }
      return all;
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + " cannot be read, and with it what was published before: put back the file that"
              + " the last run wrote; or, if nobody has got its counts, say --not-handed-out",
          e);
    }
  }

  private static PublishedCounts publication(JsonNode node, StudentIds ids) {
    List<String> keys = new ArrayList<>();
    List<Counted> counted = new ArrayList<>();
    for (JsonNode student : node.path("students")) {
      keys.add(student.path("student").asText());
      counted.add(new Counted(
          cell(student.path("cell").asText()),
          student.path("complete").asBoolean(),
          Optional.ofNullable(student.get("contact")).map(word -> state(word.asText())),
          student.path("others").asText()));
    }
    List<PublishedCounts.Row> rows = new ArrayList<>();
    for (JsonNode row : node.path("rows")) {
      Map<String, Counted> students = new LinkedHashMap<>();
      for (JsonNode number : row.path("students")) {
        if (!(number.isInt() && number.intValue() >= 0 && number.intValue() < keys.size())) {
          throw new IllegalArgumentException("a row must count students of the list");
        }
        students.put(
            PublishedCounts.renamed(
                keys.get(number.intValue()), row.path("school").asText(), ids::of),
            counted.get(number.intValue()));
      }
      Set<Cell> shown = new LinkedHashSet<>();
      row.path("shown").forEach(word -> shown.add(cell(word.asText())));
      Set<State> contacts = new LinkedHashSet<>();
      row.path("contacts-shown").forEach(word -> contacts.add(state(word.asText())));
      rows.add(new PublishedCounts.Row(
          level(row.path("level").asText()),
          row.path("school").asText(),
          Optional.ofNullable(row.get("grade")).map(JsonNode::asInt),
          Optional.ofNullable(row.get("class")).map(JsonNode::asText),
          Optional.ofNullable(row.get("group")).map(JsonNode::asText),
          students,
          shown,
          contacts));
    }
    return new PublishedCounts(LocalDateTime.parse(node.path("at").asText()), rows);
  }

  private static Cell cell(String word) {
    return Stream.of(Cell.values())
        .filter(cell -> cell.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such cell"));
  }

  private static State state(String word) {
    return Stream.of(State.values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such state"));
  }

  private static Level level(String word) {
    return Stream.of(Level.values())
        .filter(level -> level.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such level"));
  }

  /** Writes what was published of a campaign so far. */
  static void write(Path folder, String campaign, List<PublishedCounts> publications)
      throws IOException {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("campaign", campaign);
    root.put("what-for", WHAT_FOR);
    ArrayNode all = root.putArray("publications");
    publications.forEach(one -> add(all.addObject(), one));
    try (AtomicFile file = AtomicFile.begin(folder.resolve(NAME))) {
      file.stream().write((root + "\n").getBytes(StandardCharsets.UTF_8));
      file.commit();
    }
  }

  private static void add(ObjectNode to, PublishedCounts counts) {
    to.put("at", counts.at().toString());
    Map<String, Integer> numbers = new LinkedHashMap<>();
    ArrayNode students = to.putArray("students");
    ArrayNode rows = to.putArray("rows");
    for (PublishedCounts.Row row : counts.rows()) {
      ObjectNode node = rows.addObject();
      node.put("level", row.level().word());
      node.put("school", row.school());
      row.grade().ifPresent(grade -> node.put("grade", grade));
      row.schoolClass().ifPresent(name -> node.put("class", name));
      row.group().ifPresent(name -> node.put("group", name));
      ArrayNode of = node.putArray("students");
      row.students()
          .forEach((id, counted) -> of.add(numbers.computeIfAbsent(id, key -> {
            add(students.addObject(), id, counted);
            return numbers.size();
          })));
      ArrayNode shown = node.putArray("shown");
      Stream.of(Cell.values())
          .filter(row.shown()::contains)
          .forEach(cell -> shown.add(cell.word()));
      ArrayNode contacts = node.putArray("contacts-shown");
      Stream.of(State.values())
          .filter(row.contactsShown()::contains)
          .forEach(state -> contacts.add(state.word()));
    }
  }

  private static void add(ObjectNode to, String id, Counted counted) {
    to.put("student", id);
    to.put("cell", counted.cell().word());
    to.put("complete", counted.complete());
    counted.contact().ifPresent(state -> to.put("contact", state.word()));
    to.put("others", counted.others());
  }
}
