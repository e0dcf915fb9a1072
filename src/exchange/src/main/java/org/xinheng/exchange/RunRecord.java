package org.xinheng.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.DiagnosticJson;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.NormSet;
import org.xinheng.policy.Battery;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.ScoringPlan;

/**
 * What was done in one run, so that it can be done again: {@code run.json}. It holds no id of a student and no answer.
 *
 * @param options as the caller gave them
 * @param inputBytes how many bytes the input has
 * @param inputCrc32 their CRC-32, in hexadecimal
 * @param inputForm how it is stored, as it was found out
 * @param counts rows, faults, scores that are not there, alerts
 * @param diagnostics warnings about the headings and the map
 * @param started when the run began
 * @param elapsed how long it took
 */
public record RunRecord(
    ScoreOptions options,
    long inputBytes,
    String inputCrc32,
    TableForm inputForm,
    RunCounts counts,
    List<Diagnostic> diagnostics,
    Instant started,
    Duration elapsed) {

  /** The name of the file beside the output. */
  public static final String FILE_NAME = "run.json";

  private static final double NANOS_A_SECOND = 1e9;

  public RunRecord {
    diagnostics = List.copyOf(diagnostics);
  }

  /** The text of {@code run.json}: files by name without folder, keys in a fixed order, {@code \n} at line ends. */
  public String toJson() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("program").put("name", "xinheng").put("version", options.programVersion());
    root.put("started", started.toString());
    root.put("seconds", elapsed.toNanos() / NANOS_A_SECOND);
    addForm(root.putObject("input")
        .put("file", String.valueOf(TableFile.of(options.input()).path().getFileName()))
        .put("bytes", inputBytes)
        .put("crc-32", inputCrc32));
    root.putObject("output")
        .put("file", String.valueOf(options.output().getFileName()))
        .put("encoding", options.encoding().word());
    options.plans().forEach(plan -> addPlan(root.withArray("/questionnaires").addObject(), plan));
    options.tiers().ifPresent(tiers -> addTiers(root, tiers));
    options
        .profile()
        .ifPresent(profile ->
            put(root.putObject("profile"), profile.id(), profile.version(), profile.hash()));
    addOptions(root.putObject("options"));
    addCounts(root);
    ArrayNode list = root.putArray("diagnostics");
    diagnostics.forEach(found -> list.add(DiagnosticJson.node(found)));
    return pretty(root);
  }

  /** Indented, with the same line ends everywhere. */
  static String pretty(ObjectNode root) {
    StringWriter text = new StringWriter();
    try (JsonGenerator to = new JsonFactory().createGenerator(text)) {
      to.setPrettyPrinter(new DefaultPrettyPrinter()
          .withObjectIndenter(new DefaultIndenter("  ", "\n"))
          .withArrayIndenter(new DefaultIndenter("  ", "\n")));
      write(root, to);
    } catch (IOException e) {
      throw new IllegalStateException("a tree of plain values is always written", e);
    }
    return text.append('\n').toString();
  }

  /** A tree needs no mapper, which would take a tenth of a second to start. */
  private static void write(JsonNode node, JsonGenerator to) throws IOException {
    if (node.isObject()) {
      to.writeStartObject();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        to.writeFieldName(field.getKey());
        write(field.getValue(), to);
      }
      to.writeEndObject();
    } else if (node.isArray()) {
      to.writeStartArray();
      for (JsonNode entry : node) {
        write(entry, to);
      }
      to.writeEndArray();
    } else if (node.isTextual()) {
      to.writeString(node.textValue());
    } else if (node.isNumber()) {
      to.writeNumber(node.decimalValue());
    } else {
      to.writeBoolean(node.booleanValue());
    }
  }

  private void addForm(ObjectNode to) {
    if (inputForm instanceof TableForm.Text text) {
      to.put("encoding", text.encoding().word())
          .put("delimiter", text.delimiter().word());
    } else if (inputForm instanceof TableForm.Sheet sheet) {
      to.put("sheet", sheet.name());
    }
  }

  private static void addPlan(ObjectNode to, ScoringPlan plan) {
    Instrument instrument = plan.instrument();
    to.put("id", instrument.id())
        .put("version", instrument.version())
        .put("form", instrument.form())
        .put("sha-256", instrument.hash());
    if (plan.norms().isPresent()) {
      NormSet norms = plan.norms().get();
      to.putObject("norms")
          .put("id", norms.id())
          .put("version", norms.version())
          .put("sha-256", norms.hash());
    }
    new TreeMap<>(plan.options().bandSystems())
        .forEach((scale, system) -> to.withObject("/bands").put(scale, system));
  }

  private static void addTiers(ObjectNode root, TierOptions tiers) {
    Battery battery = tiers.battery();
    put(root.putObject("battery"), battery.id(), battery.version(), battery.hash());
    TierPolicy policy = tiers.policy();
    put(root.putObject("policy"), policy.id(), policy.version(), policy.hash());
    tiers
        .counts()
        .ifPresent(
            file -> root.putObject("counts").put("file", String.valueOf(file.getFileName())));
  }

  private static void put(ObjectNode to, String id, String version, String hash) {
    to.put("id", id).put("version", version).put("sha-256", hash);
  }

  private void addOptions(ObjectNode to) {
    to.put("threads", options.threads());
    if (!options.ids().areAsWritten()) {
      ObjectNode ids = to.putObject("ids").put("aliases", options.ids().replaced());
      options.ids().keyFingerprint().ifPresent(key -> ids.put("pseudonym-key", key));
    }
    ObjectNode map = to.putObject("map");
    addTexts(map.putObject("columns"), options.map().columns());
    ObjectNode codes = map.putObject("codes");
    new TreeMap<>(options.map().codes())
        .forEach((target, meanings) -> addTexts(codes.putObject(target), meanings));
  }

  private void addCounts(ObjectNode to) {
    to.putObject("rows")
        .put("read", counts.read())
        .put("written", counts.written())
        .put("with-faults", counts.withFaults())
        .put("blank-skipped", counts.blankSkipped());
    addNumbers(to.putObject("faults"), counts.faults());
    ObjectNode notScored = to.putObject("not-scored");
    counts.notScored().forEach((scale, by) -> addNumbers(notScored.putObject(scale), by));
    if (!counts.notNormed().isEmpty()) {
      ObjectNode notNormed = to.putObject("not-normed");
      counts.notNormed().forEach((scale, by) -> addNumbers(notNormed.putObject(scale), by));
    }
    ObjectNode alerts = to.putObject("alerts");
    counts.alerts().forEach((instrument, by) -> addNumbers(alerts.putObject(instrument), by));
    if (!counts.tiers().isEmpty()) {
      addNumbers(to.putObject("tiers"), counts.tiers());
    }
  }

  private static void addTexts(ObjectNode to, Map<String, String> texts) {
    new TreeMap<>(texts).forEach(to::put);
  }

  private static void addNumbers(ObjectNode to, Map<String, Long> numbers) {
    numbers.forEach(to::put);
  }
}
