package org.xinheng.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.administration.RaisedAlert;
import org.xinheng.administration.Session;
import org.xinheng.administration.SessionResult;
import org.xinheng.administration.StoppedScale;
import org.xinheng.administration.StudentContext;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Tier;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreBounds;

/** What is written of a session: its answers as a table that any door scores, and its result. */
public final class SessionFiles {

  /** The answers. */
  public static final String ANSWERS = "answers.csv";

  /** What the session came to. */
  public static final String RESULT = "result.json";

  /** The alerts, from the moment they are raised. */
  public static final String ALERTS = "alerts.csv";

  /** The requests to talk to someone, from the moment they are made. */
  public static final String REQUESTS = "requests.csv";

  private static final Text REQUEST = new Text("would like to talk to someone", "想找人谈谈");

  private SessionFiles() {}

  /**
   * Writes the answers as one row: who answered, whether the student would like to talk to someone, a column an item, and
   * how long each questionnaire took. Answers that were
   * refused or not reached are {@code missing.refused} and {@code missing.not-reached}.
   */
  public static void writeAnswers(Session session, Path file) throws IOException {
    List<String> headings = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StudentContext student = session.admission().student();
    put(
        "date",
        session.admission().at().atZone(ZoneOffset.UTC).toLocalDate().toString(),
        headings,
        row);
    student.grade().ifPresent(grade -> put("grade", grade.toString(), headings, row));
    student.age().ifPresent(age -> put("age", age.toString(), headings, row));
    student.sex().ifPresent(sex -> put("sex", sex.word(), headings, row));
    put("informant", student.informant().word(), headings, row);
    put("language", student.language().tag(), headings, row);
    put("help", session.helpRequests().isEmpty() ? "" : "yes", headings, row);
    for (SessionResult.FormResult form : session.result().forms()) {
      String id = form.instrument().id();
      for (Item item : form.instrument().keptItems()) {
        put(id + "." + item.id(), cell(form.responses(), item), headings, row);
      }
      double seconds =
          form.items().stream().mapToDouble(SessionResult.ItemResult::seconds).sum();
      put(id + ".seconds", seconds > 0 ? seconds(seconds) : "", headings, row);
    }
    TableWriter.write(file, headings, List.of(row));
  }

  private static void put(String heading, String cell, List<String> headings, List<String> row) {
    headings.add(heading);
    row.add(cell);
  }

  private static String seconds(double seconds) {
    return BigDecimal.valueOf(Math.round(seconds * 1000), 3)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String cell(ResponseTable table, Item item) {
    int column = table.column(item.id());
    if (!table.isAnswered(0, column)) {
      Missing kind = table.missing(0, column);
      return kind == Missing.SKIPPED ? "" : "missing." + kind.word();
    }
    ResponseSet set = table.instrument().responsesOf(item).orElseThrow();
    return set instanceof ResponseSet.Numeric
        ? table.number(0, column).toPlainString()
        : table.chosen(0, column).stream()
            .map(code -> Integer.toString(code))
            .collect(Collectors.joining(";"));
  }

  /** Writes the alerts raised so far. */
  public static void writeAlerts(List<RaisedAlert> alerts, Path file) throws IOException {
    TableWriter.write(
        file,
        List.of("at", "questionnaire", "critical", "alert", "topic.zh-CN", "topic.en"),
        alerts.stream()
            .map(alert -> List.of(
                alert.at().toString(),
                alert.questionnaire(),
                alert.critical(),
                alert.alert().word(),
                alert.topic().zhCn(),
                alert.topic().en()))
            .toList());
  }

  /** Writes when the student asked to talk to someone. */
  public static void writeRequests(List<Instant> requests, Path file) throws IOException {
    TableWriter.write(
        file,
        List.of("at", "request.zh-CN", "request.en"),
        requests.stream()
            .map(at -> List.of(at.toString(), REQUEST.zhCn(), REQUEST.en()))
            .toList());
  }

  /** Writes the result. */
  public static void writeResult(SessionResult result, Path file) throws IOException {
    try (AtomicFile target = AtomicFile.begin(file)) {
      String json = new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(json(result))
          .replace("\r\n", "\n");
      target.stream().write((json + "\n").getBytes(StandardCharsets.UTF_8));
      target.commit();
    }
  }

  private static ObjectNode json(SessionResult result) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("phase", result.phase().word());
    SessionResult.Completion completion = result.completion();
    node.putObject("completion")
        .put("complete", completion.isComplete())
        .put("answered", completion.answered())
        .put("skipped", completion.skipped())
        .put("refused", completion.refused())
        .put("not-reached", completion.notReached())
        .put("left-out", completion.leftOut())
        .put("stopped", completion.stopped());
    node.put("outside-validated-range", result.outsideRange());
    result.outcome().ifPresent(outcome -> {
      node.put("status", outcome.status().word());
      outcome.tier().ifPresent(tier -> node.put("tier", tier.code()));
      outcome.atLeast().ifPresent(tier -> node.put("at-least", tier.code()));
      node.put("alert", outcome.alert().word());
      ObjectNode possible = node.putObject("tiers-possible");
      result.lowestTier().map(Tier::code).ifPresent(code -> possible.put("lowest", code));
      result.highestTier().map(Tier::code).ifPresent(code -> possible.put("highest", code));
      ArrayNode reasons = node.putArray("reasons");
      outcome.reasons().forEach(reason -> text(reasons.addObject(), reason));
    });
    ArrayNode alerts = node.putArray("alerts");
    for (RaisedAlert alert : result.alerts()) {
      alerts
          .addObject()
          .put("at", alert.at().toString())
          .put("questionnaire", alert.questionnaire())
          .put("critical", alert.critical())
          .put("alert", alert.alert().word());
    }
    ArrayNode requests = node.putArray("help-requests");
    result.helpRequests().forEach(at -> requests.add(at.toString()));
    ArrayNode forms = node.putArray("questionnaires");
    result.forms().forEach(form -> forms.add(form(form)));
    return node;
  }

  private static void text(ObjectNode to, Text text) {
    to.put("en", text.en()).put("zh-CN", text.zhCn());
  }

  private static ObjectNode form(SessionResult.FormResult form) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("questionnaire", form.instrument().id());
    node.put("version", form.instrument().version());
    node.put("hash", form.instrument().hash());
    node.put("alert", form.scores().alert(0).word());
    node.put("validity", form.scores().validity(0).word());
    ObjectNode scales = node.putObject("scales");
    form.instrument().scales().forEach(scale -> {
      ObjectNode of = scales.putObject(scale.id());
      form.scores().value(0, scale.id()).ifPresent(value -> of.put("value", value));
      form.scores().standardError(0, scale.id()).ifPresent(error -> of.put("se", error));
      form.scores().band(0, scale.id()).ifPresent(band -> of.put("band", band.id()));
      @Nullable ScoreBounds bounds = form.bounds().get(scale.id());
      if (bounds != null && bounds.lowest().isPresent() && bounds.highest().isPresent()) {
        of.put("lowest-possible", bounds.lowest().getAsDouble());
        of.put("highest-possible", bounds.highest().getAsDouble());
      }
    });
    ArrayNode stopped = node.putArray("stopped");
    for (StoppedScale scale : form.stopped()) {
      ObjectNode of = stopped.addObject().put("scale", scale.id());
      scale.result().ifPresent(band -> of.put("band", band));
      of.put("lowest-level", scale.levels().lowest())
          .put("highest-level", scale.levels().highest())
          .put("why", scale.why().word())
          .put("probability", scale.probability());
    }
    ArrayNode items = node.putArray("items");
    for (SessionResult.ItemResult item : form.items()) {
      items
          .addObject()
          .put("item", item.id())
          .put("state", item.state().name().toLowerCase(Locale.ROOT))
          .put("left-out", item.leftOut())
          .put("seconds", item.seconds())
          .put("revisions", item.revisions());
    }
    return node;
  }
}
