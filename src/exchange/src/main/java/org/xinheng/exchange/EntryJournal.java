package org.xinheng.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;

/**
 * Double entry that survives its process: every event is appended to a file, a line of JSON each, and is on the disk
 * before {@link #add} returns. Opened again, the file gives the same state; a last line that was cut off while it was
 * written was acknowledged to nobody and is taken away.
 *
 * <p>The journal holds ids and answers of students, like the table that is made from it.
 */
public final class EntryJournal implements Closeable {

  private static final String HEADER = "xinheng-entry";
  private static final int FORMAT = 1;
  private static final JsonMapper JSON = new JsonMapper();

  private final FileChannel channel;
  private final DoubleEntry entry;

  private EntryJournal(FileChannel channel, DoubleEntry entry) {
    this.channel = channel;
    this.entry = entry;
  }

  /**
   * Opens a journal, or begins one.
   *
   * @throws TableException if the file is no journal, or one of other questionnaires
   * @throws IOException if it cannot be read or written, or another process has it open
   */
  public static EntryJournal open(Path file, List<Instrument> questionnaires) throws IOException {
    boolean isNew = !Files.exists(file);
    FileChannel channel = FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(channel, file);
      EntryJournal journal = new EntryJournal(channel, new DoubleEntry(items(questionnaires)));
      List<String> lines = journal.wholeLines();
      if (isNew || lines.isEmpty()) {
        journal.append(header(questionnaires));
      } else {
        journal.replay(lines, file, header(questionnaires));
      }
      return journal;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void lock(FileChannel channel, Path file) throws IOException {
    @Nullable FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new IOException(file + " is in use: somebody else is typing into it");
    }
  }

  private static List<String> items(List<Instrument> questionnaires) {
    List<String> items = new ArrayList<>();
    for (Instrument instrument : questionnaires) {
      instrument.keptItems().forEach(item -> items.add(instrument.id() + "." + item.id()));
    }
    if (questionnaires.stream()
        .anyMatch(instrument -> instrument.about().informants().contains(Informant.SELF))) {
      items.add(DoubleEntry.HELP);
    }
    return items;
  }

  private static ObjectNode header(List<Instrument> questionnaires) {
    ObjectNode header = JSON.createObjectNode().put(HEADER, FORMAT);
    ArrayNode list = header.putArray("questionnaires");
    questionnaires.forEach(
        each -> list.addObject().put("id", each.id()).put("sha-256", each.hash()));
    return header;
  }

  /** What was typed so far. */
  public DoubleEntry entry() {
    return entry;
  }

  /** Adds an event; it is on the disk when this returns. */
  public void add(EntryEvent event) throws IOException {
    append(json(event));
    entry.add(event);
  }

  private void append(ObjectNode line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  /** The lines of the file; what stands behind the last line end is cut off. */
  private List<String> wholeLines() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
    byte[] all = bytes.array();
    int end = all.length;
    while (end > 0 && all[end - 1] != '\n') {
      end--;
    }
    channel.truncate(end);
    channel.position(end);
    String text = new String(Arrays.copyOf(all, end), StandardCharsets.UTF_8);
    return text.lines().toList();
  }

  private void replay(List<String> lines, Path file, ObjectNode expected) {
    JsonNode header = parsed(lines.get(0)).orElseThrow(() -> notAJournal(file, 1));
    if (!header.has(HEADER)) {
      throw notAJournal(file, 1);
    }
    if (!header.equals(expected)) {
      throw new TableException(List.of(Diagnostic.error(
              "entry.other-questionnaires",
              new Place(file.toString(), 1, 1),
              "the journal was begun with other questionnaires, or with other versions of them")
          .hint("go on with the same definitions, or begin another file with --out")));
    }
    for (int i = 1; i < lines.size(); i++) {
      int line = i + 1;
      entry.add(parsed(lines.get(i))
          .flatMap(EntryJournal::event)
          .orElseThrow(() -> notAJournal(file, line)));
    }
  }

  private static TableException notAJournal(Path file, int line) {
    return new TableException(List.of(Diagnostic.error(
            "entry.journal",
            new Place(file.toString(), line, 1),
            "the line is none of a journal of double entry")
        .hint("name another file with --out, or restore the journal")));
  }

  private static Optional<JsonNode> parsed(String line) {
    try {
      return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static ObjectNode json(EntryEvent event) {
    ObjectNode json = JSON.createObjectNode();
    if (event instanceof EntryEvent.Begun begun) {
      json.put("begun", begun.student()).put("pass", begun.pass().word());
    } else if (event instanceof EntryEvent.Answered answered) {
      json.put("answered", answered.student())
          .put("pass", answered.pass().word())
          .put("item", answered.item())
          .put("answer", answered.answer());
    } else if (event instanceof EntryEvent.Finished finished) {
      json.put("finished", finished.student()).put("pass", finished.pass().word());
    } else if (event instanceof EntryEvent.Resolved resolved) {
      json.put("resolved", resolved.student())
          .put("item", resolved.item())
          .put("answer", resolved.answer());
    } else if (event instanceof EntryEvent.Dropped dropped) {
      json.put("dropped", dropped.student());
    }
    return json;
  }

  private static Optional<EntryEvent> event(JsonNode json) {
    Optional<EntryPass> pass = Arrays.stream(EntryPass.values())
        .filter(each -> each.word().equals(json.path("pass").asText()))
        .findFirst();
    String item = json.path("item").asText();
    String answer = json.path("answer").asText();
    if (json.has("resolved")) {
      return Optional.of(new EntryEvent.Resolved(json.get("resolved").asText(), item, answer));
    }
    if (json.has("dropped")) {
      return Optional.of(new EntryEvent.Dropped(json.get("dropped").asText()));
    }
    if (json.has("begun")) {
      return pass.map(in -> new EntryEvent.Begun(in, json.get("begun").asText()));
    }
    if (json.has("answered")) {
      return pass.map(
          in -> new EntryEvent.Answered(in, json.get("answered").asText(), item, answer));
    }
    if (json.has("finished")) {
      return pass.map(in -> new EntryEvent.Finished(in, json.get("finished").asText()));
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
