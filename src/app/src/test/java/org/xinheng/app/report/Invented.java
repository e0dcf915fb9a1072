package org.xinheng.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.instrument.Alert;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Battery;
import org.xinheng.policy.Campaign;
import org.xinheng.policy.Status;
import org.xinheng.policy.Tier;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.ResponseTable;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.Form;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.Student;
import org.xinheng.screening.StudentOutcome;

/**
 * A campaign made of numbers: so many students of each tier in a class. Whoever has a tier answered PHQ-9 in full, with
 * nought, half or all of its points by tier; of those without a tier, every second answered one item.
 */
final class Invented {

  private static final int PHQ_9_ITEMS = 9;

  private final Instrument phq9;
  private final Battery battery;
  private final TierPolicy policy;
  private final ResponseTable responses;
  private final ScoreTable scores;
  private final List<StudentOutcome> students = new ArrayList<>();
  private Text name = new Text("Autumn", "秋季");
  private Alert alert = Alert.NONE;

  Invented() {
    try {
      InstrumentLibrary library = InstrumentLibrary.shipped();
      phq9 = library.questionnaire("phq-9");
      battery = library.battery("junior-high");
      policy = library.policy("default");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    responses = new ResponseTable(phq9, 5);
    for (int tier = 0; tier < 3; tier++) {
      int[] answers = new int[PHQ_9_ITEMS];
      Arrays.fill(answers, tier == 2 ? 3 : tier);
      responses.answers(tier, answers);
    }
    responses.answer(3, "1", 2);
    scores = ScoringPlan.compile(phq9).run(responses);
  }

  Invented named(Text campaign) {
    name = campaign;
    return this;
  }

  /** Every student of tier 3 that is added from here on has this alert. */
  Invented alert(Alert raised) {
    alert = raised;
    return this;
  }

  Invented add(String school, int grade, String schoolClass, int t1, int t2, int t3, int noTier) {
    int[] counts = {t1, t2, t3, noTier};
    for (int cell = 0; cell < counts.length; cell++) {
      for (int i = 0; i < counts[cell]; i++) {
        Student student = new Student("secret-" + students.size(), school, grade, schoolClass);
        int row = cell == 3 && i % 2 == 1 ? 4 : cell;
        students.add(new StudentOutcome(
            student, Map.of("phq-9", new Form(responses, scores, row)), cell < 3, outcome(cell)));
      }
    }
    return this;
  }

  private Outcome outcome(int cell) {
    Optional<Tier> tier = Tier.of(cell + 1);
    return new Outcome(
        tier.isPresent() ? Status.CLASSIFIED : Status.INCOMPLETE,
        tier,
        tier,
        cell == 2 ? alert : Alert.NONE,
        Optional.of("rule"),
        List.of());
  }

  CampaignResult result() {
    Campaign campaign = new Campaign(
        "autumn-2026",
        name,
        "2026-2027",
        LocalDate.of(2026, 10, 12),
        LocalDate.of(2026, 10, 30),
        policy.id(),
        List.of(battery.id()),
        List.of(),
        new Campaign.Files("roster.csv", List.of(), List.of()));
    return new CampaignResult(campaign, policy, List.of(battery), Map.of("phq-9", phq9), students);
  }
}
