package org.xinheng.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.scoring.ScoreTable;
import org.xinheng.scoring.ScoringPlan;
import org.xinheng.screening.Evidence;
import org.xinheng.screening.Form;
import org.xinheng.screening.Outcome;
import org.xinheng.screening.Screener;

/**
 * The outcomes of rows of answers, of which nothing but the answers is known, and whether the student would like to talk to
 * someone.
 */
final class RowScreener {

  private final Screener screener;
  private final List<String> questionnaires;

  RowScreener(TierOptions tiers, List<ScoringPlan> plans) {
    this.screener = screener(tiers);
    this.questionnaires = plans.stream().map(plan -> plan.instrument().id()).toList();
  }

  static Screener screener(TierOptions tiers) {
    // A row tells of nothing that expires: no day is asked for.
    return new Screener(tiers.battery(), tiers.policy(), LocalDate.EPOCH);
  }

  /**
   * One outcome a row.
   *
   * @param scores one table a plan, in the order of the plans
   */
  List<Outcome> outcomes(ResponseBatch batch, List<ScoreTable> scores) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int row = 0; row < batch.rows(); row++) {
      Map<String, Form> forms = new LinkedHashMap<>();
      for (int plan = 0; plan < questionnaires.size(); plan++) {
        forms.put(
            questionnaires.get(plan), new Form(batch.tables().get(plan), scores.get(plan), row));
      }
      Evidence evidence =
          batch.person(row).request().map(Evidence.NONE::with).orElse(Evidence.NONE);
      outcomes.add(screener.screen(forms, evidence));
    }
    return outcomes;
  }
}
