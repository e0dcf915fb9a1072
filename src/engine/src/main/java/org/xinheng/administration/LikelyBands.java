package org.xinheng.administration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.policy.Stopping;
import org.xinheng.scoring.CompleteSums;
import org.xinheng.scoring.ResponseTable;

/** The scales of a questionnaire whose band can be likely: sums of items that all have declared shares of answers. */
final class LikelyBands {

  private LikelyBands() {}

  static Map<String, LikelyBand> of(
      FormPlan plan, ResponseTable student, Stopping.Stochastic rule) {
    Map<String, Stopping.AnswerShares> sharesOf = new HashMap<>();
    for (Stopping.AnswerShares shares :
        rule.answers().getOrDefault(plan.instrument().id(), List.of())) {
      shares.items().forEach(item -> sharesOf.put(item, shares));
    }
    Map<String, LikelyBand> bands = new LinkedHashMap<>();
    for (Scale scale : plan.instrument().scales()) {
      if (!scale.bandSets().isEmpty()) {
        CompleteSums.of(plan.plan(), scale.id(), student)
            .flatMap(sums -> band(plan, scale.id(), sums, sharesOf, rule.error().doubleValue()))
            .ifPresent(band -> bands.put(scale.id(), band));
      }
    }
    return bands;
  }

  private static Optional<LikelyBand> band(
      FormPlan plan,
      String id,
      CompleteSums sums,
      Map<String, Stopping.AnswerShares> sharesOf,
      double error) {
    List<ResponseSet> responses = new ArrayList<>();
    List<Stopping.AnswerShares> shares = new ArrayList<>();
    for (int item = 0; item < sums.size(); item++) {
      int column = sums.column(item);
      Optional<Stopping.AnswerShares> of =
          Optional.ofNullable(sharesOf.get(plan.item(column).id()));
      Optional<ResponseSet> set = plan.responses(column);
      boolean fits = of.isPresent()
          && set.isPresent()
          && set.get().options().size() == of.get().shares().size();
      if (!fits) {
        return Optional.empty();
      }
      shares.add(of.get());
      responses.add(set.get());
    }
    return Optional.of(new LikelyBand(id, sums, responses, shares, error));
  }
}
