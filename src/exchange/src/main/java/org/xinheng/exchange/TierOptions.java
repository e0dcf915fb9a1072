package org.xinheng.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Bands;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;
import org.xinheng.policy.Battery;
import org.xinheng.policy.ScaleReference;
import org.xinheng.policy.TierPolicy;
import org.xinheng.scoring.ScoringPlan;

/**
 * How tiers come of scores.
 *
 * @param battery the scales that lead and support
 * @param policy the rules
 * @param counts where the counts of tiers by school and grade go
 */
public record TierOptions(Battery battery, TierPolicy policy, Optional<Path> counts) {

  /** No counts. */
  public static TierOptions of(Battery battery, TierPolicy policy) {
    return new TierOptions(battery, policy, Optional.empty());
  }

  public TierOptions withCounts(Path value) {
    return new TierOptions(battery, policy, Optional.of(value));
  }

  /**
   * Refuses plans that cannot give a level of a scale that the battery names.
   *
   * @throws IllegalArgumentException naming the scale
   */
  void refuseUnfit(List<ScoringPlan> plans) {
    battery.banded().forEach(scale -> refuseUnfit(scale, plans));
  }

  private void refuseUnfit(ScaleReference reference, List<ScoringPlan> plans) {
    ScoringPlan plan = plans.stream()
        .filter(each -> each.instrument().id().equals(reference.questionnaire()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("battery '" + battery.id() + "' reads '"
            + reference + "', and '" + reference.questionnaire() + "' is not scored"));
    if (plan.instrument().levels(reference.scale()).findAny().isEmpty()) {
      throw new IllegalArgumentException("battery '" + battery.id() + "' reads '" + reference
          + "', which is no scale with bands and no classification");
    }
    Optional<StandardScore> missing =
        plan.instrument().scale(reference.scale()).flatMap(scale -> missingNorms(scale, plan));
    if (missing.isPresent()) {
      throw new IllegalArgumentException("battery '" + battery.id() + "' reads '" + reference
          + "' by its " + missing.get().word() + "; choose norms of '" + reference.questionnaire()
          + "' that give it");
    }
  }

  /** The standard score without which no student has a band. */
  private static Optional<StandardScore> missingNorms(Scale scale, ScoringPlan plan) {
    List<Optional<StandardScore>> stages =
        scale.bandSets().stream().map(Bands::stage).map(Bands.Stage::standard).toList();
    boolean banded = stages.stream()
        .anyMatch(stage -> stage.isEmpty() || plan.standardScores(scale).contains(stage.get()));
    return banded ? Optional.empty() : stages.get(0);
  }
}
