package org.xinheng.app;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.xinheng.administration.AdministrationPlan;
import org.xinheng.administration.Advance;
import org.xinheng.administration.Answer;
import org.xinheng.administration.Event;
import org.xinheng.administration.Question;
import org.xinheng.administration.Session;
import org.xinheng.administration.SessionJson;
import org.xinheng.administration.StudentContext;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Language;
import org.xinheng.scoring.ScoringPlan;

public class SessionExample {

  private final Map<String, String> store;
  private final AdministrationPlan plan;

  SessionExample(Map<String, String> store) throws IOException {
    this.store = store;
    plan = AdministrationPlan.of(
        ScoringPlan.compile(InstrumentLibrary.shipped().questionnaire("gad-7")));
  }

  void begin(String key, Instant now) {
    StudentContext student = StudentContext.self(Language.EN, 1).withGrade(8);
    store.put(key, SessionJson.write(Session.start(plan, student, now)));
  }

  /** One request: reads the session, answers the question that is due, stores it again. */
  Advance answer(String key, int code, Instant now) {
    Session session = SessionJson.read(store.get(key), plan);
    Question question = session.next().orElseThrow().questions().get(0);
    Event event = new Event.Answered(now, question.item(), Answer.code(code));
    Advance advance = session.advance(event); // its alerts are for somebody at once
    store.put(key, SessionJson.write(advance.session()));
    return advance;
  }
}
