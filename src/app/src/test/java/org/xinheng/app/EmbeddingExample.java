package org.xinheng.app;

import java.io.IOException;
import java.io.PrintStream;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Instrument;
import org.xinheng.scoring.Explanation;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;

public class EmbeddingExample {

  static void run(PrintStream out) throws IOException {
    Instrument phq9 = InstrumentLibrary.shipped().questionnaire("phq-9");
    ResponseTable answers = new ResponseTable(phq9, 1);
    answers.answer(0, "1", 2).answer(0, "2", 2).answer(0, "3", 1);
    answers.answer(0, "4", 2).answer(0, "5", 1).answer(0, "6", 1);
    answers.answer(0, "7", 1).answer(0, "8", 0).answer(0, "9", 1);
    ScoreTable scores = ScoringPlan.compile(phq9).run(answers);
    out.println("score: " + scores.score(0, "total"));
    out.println("band: " + scores.band(0, "total").map(Band::id).orElse("none"));
    out.println("alert: " + scores.alert(0).word());
    out.println("reason: " + Explanation.of(scores, 0, "total").en());
  }
}
