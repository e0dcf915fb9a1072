package org.xinheng.administration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Sex;
import org.xinheng.policy.Battery;

/**
 * A session as JSON: a head that says what is administered to whom, and the events. The same session always gives the same
 * bytes. The schema is {@code session.schema.json} beside this class. The head and each event are also JSON of their own, on
 * one line each, for a log that only grows.
 *
 * <p>A session that an older version wrote is read by {@link SessionUpgrade}.
 */
public final class SessionJson {

  /** The version of the format that is written. */
  public static final int VERSION = 3;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonMapper JSON = new JsonMapper();

  private SessionJson() {}

  /** The whole session on one line. */
  public static String write(Session session) {
    ObjectNode object = headNode(session);
    ArrayNode events = object.putArray("events");
    session.events().forEach(event -> events.add(EventJson.node(event)));
    return object.toString();
  }

  /**
   * Reads a session back, and goes through its events again.
   *
   * @param plan of the same questionnaires and battery, by their hashes
   * @throws IllegalArgumentException if it is no session, is of a newer version, or belongs to another plan
   */
  public static Session read(String json, AdministrationPlan plan) {
    JsonNode node = SessionUpgrade.toNow(parse(json));
    Session session = start(node, plan);
    for (JsonNode event : node.path("events")) {
      session = advance(session, EventJson.event(event));
    }
    return session;
  }

  /** What is administered to whom, on one line: the first line of a log. */
  public static String head(Session session) {
    return headNode(session).toString();
  }

  /** The session of a head, before its first event; throws as {@link #read} does. */
  public static Session readHead(String json, AdministrationPlan plan) {
    return start(SessionUpgrade.toNow(parse(json)), plan);
  }

  /** An event on one line. */
  public static String line(Event event) {
    return EventJson.node(event).toString();
  }

  /** An event of a log; throws as {@link #read} does. */
  public static Event event(String json) {
    return EventJson.event(parse(json));
  }

  /** The ids of the battery, if there is one, and of the questionnaires of a session: what a plan for it needs. */
  public static Contents contents(String json) {
    JsonNode node = SessionUpgrade.toNow(parse(json));
    Optional<String> battery =
        Optional.of(node.path("battery").path("id").asText("")).filter(id -> !id.isEmpty());
    return new Contents(battery, node.path("questionnaires").findValuesAsText("id"), paging(node));
  }

  /** What a session is of. */
  public record Contents(Optional<String> battery, List<String> questionnaires, Paging paging) {
    public Contents {
      questionnaires = List.copyOf(questionnaires);
    }
  }

  private static Session advance(Session session, Event event) {
    Advance next = session.advance(event);
    if (!next.accepted()) {
      throw new IllegalArgumentException("the session holds an event that cannot have happened: "
          + "event " + (session.events().size() + 1) + " ("
          + next.messages().get(0).code() + ")");
    }
    return next.session();
  }

  private static JsonNode parse(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      if (!node.isObject()) {
        throw new IllegalArgumentException("no session: a JSON object is needed");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no session: the JSON is broken off or damaged in column "
          + e.getLocation().getColumnNr());
    }
  }

  private static ObjectNode headNode(Session session) {
    ObjectNode object = NODES.objectNode();
    object.put("session", VERSION);
    session
        .plan()
        .battery()
        .ifPresent(battery -> object
            .putObject("battery")
            .put("id", battery.id())
            .put("version", battery.version())
            .put("hash", battery.hash()));
    ArrayNode questionnaires = object.putArray("questionnaires");
    for (Instrument instrument : session.plan().instruments()) {
      questionnaires
          .addObject()
          .put("id", instrument.id())
          .put("version", instrument.version())
          .put("hash", instrument.hash());
    }
    object.put("paging", session.plan().paging().word());
    object.set("student", student(session.admission().student()));
    object.put("started", session.admission().at().toString());
    Circumstances circumstances = session.admission().circumstances();
    circumstances.until().ifPresent(until -> object.put("until", until.toString()));
    if (!session.admission().obstacles().isEmpty()) {
      ObjectNode allowed = object.putObject("allowed");
      new TreeMap<>(session.admission().allowed())
          .forEach((kind, reason) -> allowed.put(kind.word(), reason));
    }
    return object;
  }

  private static ObjectNode student(StudentContext student) {
    ObjectNode object = NODES.objectNode();
    student.grade().ifPresent(grade -> object.put("grade", grade));
    student.age().ifPresent(age -> object.put("age", age));
    student.sex().ifPresent(sex -> object.put("sex", sex.word()));
    return object
        .put("informant", student.informant().word())
        .put("language", student.language().tag())
        .put("seed", student.seed())
        .put("occasion", student.occasion());
  }

  private static Session start(JsonNode node, AdministrationPlan plan) {
    requireSame(node, plan);
    JsonNode of = node.path("student");
    StudentContext student = new StudentContext(
        number(of, "grade"),
        number(of, "age"),
        of.has("sex")
            ? Optional.of(JsonWords.constant(of, "sex", Sex.values(), Sex::word))
            : Optional.empty(),
        JsonWords.constant(of, "informant", Informant.values(), Informant::word),
        JsonWords.constant(of, "language", Language.values(), Language::tag),
        of.path("seed").asLong(),
        of.path("occasion").asInt());
    Circumstances circumstances = new Circumstances(
        Consent.NOT_ASKED,
        Optional.empty(),
        Duration.ZERO,
        Optional.empty(),
        node.has("until") ? Optional.of(JsonWords.instant(node, "until")) : Optional.empty());
    Instant at = JsonWords.instant(node, "started");
    Admission admission = plan.withPaging(paging(node)).admit(student, circumstances, at);
    for (Obstacle.Kind kind : Obstacle.Kind.values()) {
      String reason = node.path("allowed").path(kind.word()).asText("");
      // It was let in when it was started; that the guard is stricter today does not end it.
      boolean stands = admission.obstacles().stream().anyMatch(obstacle -> obstacle.kind() == kind);
      if (!reason.isEmpty() || stands) {
        admission = admission.allow(kind, reason.isEmpty() ? "started before" : reason);
      }
    }
    return Session.start(plan.withPaging(paging(node)), admission);
  }

  private static Optional<Integer> number(JsonNode of, String key) {
    return of.has(key) ? Optional.of(of.path(key).asInt()) : Optional.empty();
  }

  private static Paging paging(JsonNode node) {
    return JsonWords.constant(node, "paging", Paging.values(), Paging::word);
  }

  private static void requireSame(JsonNode node, AdministrationPlan plan) {
    requireSame(
        "battery",
        node.path("battery"),
        plan.battery().map(Battery::id),
        plan.battery().map(Battery::hash));
    List<Instrument> instruments = plan.instruments();
    JsonNode questionnaires = node.path("questionnaires");
    if (questionnaires.size() != instruments.size()) {
      throw new IllegalArgumentException("the session gives " + questionnaires.size()
          + " questionnaires, and the plan " + instruments.size());
    }
    for (int i = 0; i < instruments.size(); i++) {
      requireSame(
          "questionnaire",
          questionnaires.get(i),
          Optional.of(instruments.get(i).id()),
          Optional.of(instruments.get(i).hash()));
    }
  }

  private static void requireSame(
      String what, JsonNode of, Optional<String> id, Optional<String> hash) {
    String storedId = of.path("id").asText("");
    if (!storedId.equals(id.orElse(""))) {
      throw new IllegalArgumentException("the session is of " + what + " '" + storedId
          + "', and the plan of '" + id.orElse("none") + "'");
    }
    if (!of.path("hash").asText("").equals(hash.orElse(""))) {
      throw new IllegalArgumentException("the session was begun with " + what + " '" + storedId
          + "' " + of.path("version").asText("")
          + " as it was then, and the definition has changed;"
          + " go on with the definition of that time");
    }
  }
}
