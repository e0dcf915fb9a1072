package org.xinheng.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.xinheng.administration.Forms.START;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.instrument.CriticalItem;
import org.xinheng.instrument.Informant;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Missing;
import org.xinheng.scoring.RandomInstrument;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

/** Whatever happens in a session of whatever questionnaire, what is stored gives it back. */
class SessionJsonTest {

  private static final int STEPS = 90;

  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream in = SessionJson.class.getResourceAsStream("session.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Session start(long seed) {
    AdministrationPlan plan = AdministrationPlan.of(
            ScoringPlan.compile(new RandomInstrument(seed).value()))
        .withPaging(seed % 2 == 0 ? Paging.ITEMS : Paging.PAGES);
    return Session.start(
        plan,
        plan.admit(StudentContext.self(Language.ZH_CN, seed), Circumstances.FREE, START)
            .allow(Obstacle.Kind.LANGUAGE, "the questionnaire is invented")
            .allow(Obstacle.Kind.INFORMANT, "the questionnaire is invented"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void everyStepComesBackTheSame(long seed) {
    Session session = start(seed);
    Forms.Wanderer student = new Forms.Wanderer(seed);
    for (int step = 0; step < STEPS && !session.phase().isOver(); step++) {
      session = session.advance(student.next(session)).session();
      String stored = SessionJson.write(session);
      Session resumed = SessionJson.read(stored, session.plan());
      assertThat(SessionJson.write(resumed)).as("seed %d", seed).isEqualTo(stored);
      assertThat(resumed.next()).as("seed %d", seed).isEqualTo(session.next());
      assertThat(resumed.alerts()).as("seed %d", seed).isEqualTo(session.alerts());
      assertThat(resumed.phase()).isEqualTo(session.phase());
    }
    assertThat(SCHEMA.validate(SessionJson.write(session), InputFormat.JSON))
        .as("seed %d", seed)
        .isEmpty();
  }

  /** The log is the head and the events, a line each. */
  @ParameterizedTest
  @ValueSource(longs = {17, 18, 19, 20})
  void theLinesOfALogAreTheSession(long seed) {
    Session session = start(seed);
    Forms.Wanderer student = new Forms.Wanderer(seed);
    Session fromLines = SessionJson.readHead(SessionJson.head(session), session.plan());
    for (int step = 0; step < STEPS && !session.phase().isOver(); step++) {
      Advance advance = session.advance(student.next(session));
      session = advance.session();
      if (advance.accepted()) {
        Event last = session.events().get(session.events().size() - 1);
        fromLines = fromLines.advance(SessionJson.event(SessionJson.line(last))).session();
      }
    }
    assertThat(SessionJson.write(fromLines)).isEqualTo(SessionJson.write(session));
  }

  /** The last answer to each item, by itself in a table, gives the same scores as the session. */
  @ParameterizedTest
  @ValueSource(
      longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
  void scoresTheAnswersThatStandAsATableDoes(long seed) {
    Session session = start(seed);
    Instrument instrument = session.plan().instruments().get(0);
    ResponseTable last = new ResponseTable(instrument, 1);
    Set<CriticalItem> everFired = new HashSet<>();
    Forms.Wanderer student = new Forms.Wanderer(seed);
    for (int step = 0; step < STEPS && !session.phase().isOver(); step++) {
      Event event = student.next(session);
      Advance advance = session.advance(event);
      session = advance.session();
      if (advance.accepted()) {
        put(event, last);
        everFired.addAll(session.result().forms().get(0).scores().fired(0));
      }
    }
    double seconds = session.result().forms().get(0).items().stream()
        .mapToDouble(SessionResult.ItemResult::seconds)
        .sum();
    if (seconds > 0) {
      last.seconds(0, seconds);
    }
    last.informant(0, Informant.SELF).language(0, "zh-CN").year(0, 2026);
    ScoreTable expected = ScoringPlan.compile(instrument).run(last);
    ScoreTable found = session.result().forms().get(0).scores();
    for (int scale = 0; scale < instrument.scales().size(); scale++) {
      assertThat(found.score(0, scale)).as("seed %d", seed).isEqualTo(expected.score(0, scale));
      assertThat(found.band(0, scale)).as("seed %d", seed).isEqualTo(expected.band(0, scale));
    }
    assertThat(found.alert(0)).as("seed %d", seed).isEqualTo(expected.alert(0));
    assertThat(found.validity(0)).as("seed %d", seed).isEqualTo(expected.validity(0));
    assertThat(session.alerts())
        .as("seed %d: each that ever fired", seed)
        .extracting(RaisedAlert::critical)
        .containsAll(everFired.stream().map(CriticalItem::id).toList());
  }

  private static void put(Event event, ResponseTable table) {
    if (event instanceof Event.Answered answered) {
      put(answered.item(), answered.answer(), table);
    } else if (event instanceof Event.Changed changed) {
      put(changed.item(), changed.answer(), table);
    } else if (event instanceof Event.Refused refused) {
      blank(refused.item(), Missing.REFUSED, table);
    } else if (event instanceof Event.Skipped skipped) {
      blank(skipped.item(), Missing.SKIPPED, table);
    }
  }

  private static void put(ItemReference item, Answer answer, ResponseTable table) {
    int column = table.column(item.item());
    if (answer instanceof Answer.Chosen chosen) {
      table.setChosen(0, column, chosen.codes());
    } else if (answer instanceof Answer.Entered entered) {
      table.setNumber(0, column, entered.value());
    }
  }

  private static void blank(ItemReference item, Missing kind, ResponseTable table) {
    Instrument instrument = table.instrument();
    if (instrument.scorable(instrument.item(item.item()).orElseThrow()).isPresent()) {
      table.setMissing(0, table.column(item.item()), kind);
    }
  }

  /** Written by version 1 of the format, for good: an item a page, two answers, a pause. */
  @Test
  void goesOnWithASessionOfTheFirstVersion() throws IOException {
    Instrument instrument = Forms.questionnaire("old-3", """
        responses:
          yes-no: {options: {0: {en: "no", zh-CN: 否}, 1: {en: "yes", zh-CN: 是}}}
        items:
          - {ids: 1..3, topic: {en: one, zh-CN: 一}, responses: yes-no}
        sections: [{id: all, items: 1..3}]
        scales:
          total: {name: {en: total, zh-CN: 总分}, method: sum, items: 1..3, missing: strict, range: 0..3}
        """);
    AdministrationPlan plan = AdministrationPlan.of(ScoringPlan.compile(instrument));
    String stored = resource("session-1.json").replace("HASH", instrument.hash());
    Session session = SessionJson.read(stored, plan);
    assertThat(session.phase()).isEqualTo(Phase.PAUSED);
    assertThat(session.admission().student().occasion()).isEqualTo(1);
    Session resumed = session.advance(new Event.Resumed(START.plusSeconds(600))).session();
    assertThat(resumed.next().orElseThrow().questions())
        .extracting(question -> question.item().item())
        .containsExactly("3");
    assertThat(SessionJson.write(resumed)).startsWith("{\"session\":3,");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = SessionJsonTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void saysWhatIsWrongWithWhatIsNoSession() {
    AdministrationPlan plan = start(1).plan();
    String stored = SessionJson.write(start(1));
    refuses("[]", plan, "no session: a JSON object is needed");
    refuses("{}", plan, "no session: 'session' must be the version of its format");
    refuses(
        stored.replace("\"session\":3", "\"session\":99"),
        plan,
        "the session is of version 99 of its format, and this program reads up to 3; use a newer"
            + " program");
    refuses(
        stored.replace("\"paging\":\"pages\"", "\"paging\":\"lines\""),
        plan,
        "no session: 'paging' is none of items, pages");
    refuses(
        stored.replace("\"started\":\"2026", "\"started\":\"x"),
        plan,
        "no session: 'started' is no time such as 2026-10-12T08:30:00.000Z");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionJson.read(stored.substring(0, 60), plan))
        .withMessageStartingWith("no session: the JSON is broken off or damaged in column ");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> SessionJson.read(stored.replace("\"hash\":\"\"", "\"hash\":\"0f\""), plan))
        .withMessageContaining("the definition has changed");
    String impossible = stored.replace(
        "\"events\":[]", "\"events\":[{\"event\":\"back\",\"at\":\"2026-10-12T08:30:00Z\"}]");
    refuses(
        impossible,
        plan,
        "the session holds an event that cannot have happened: event 1 (back.first-page)");
  }

  private static void refuses(String json, AdministrationPlan plan, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SessionJson.read(json, plan))
        .withMessage(message);
  }

  @Test
  void saysWhatItIsOf() {
    assertThat(SessionJson.contents(SessionJson.write(start(1))))
        .isEqualTo(new SessionJson.Contents(
            Optional.empty(), List.of(start(1).plan().instruments().get(0).id()), Paging.PAGES));
  }
}
