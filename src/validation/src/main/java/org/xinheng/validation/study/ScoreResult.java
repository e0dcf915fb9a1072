package org.xinheng.validation.study;

import java.util.List;
import org.xinheng.validation.Direction;
import org.xinheng.validation.Interval;
import org.xinheng.validation.accuracy.Confusion;

/**
 * What a study found about one score.
 *
 * @param name of the score
 * @param direction which end of it speaks for a case
 * @param cases who have the score
 * @param controls who have it
 * @param isWhole whether all scores are whole numbers
 * @param area under the ROC curve
 * @param separation how far cases and controls lie apart
 * @param rocBand the interval of the sensitivity at specificities from 0 to 1
 * @param cutOffs one for each observed score, the one that flags fewest first
 * @param candidates what each rule chooses, in the order of {@link CutRule}
 * @param unmet rules that no cut-off meets
 * @param chosen the candidate looked at more closely; the first one if the rule asked for is unmet
 * @param plateau cut-offs whose Youden index lies within 0.05 of the best
 * @param choices how often samples choose each cut-off by the rule of the chosen one
 * @param bands of scores between the candidates
 * @param risk the chance of being a case as a logistic function of the score; not finite if the groups do not overlap
 * @param decisions net benefit at risks from 0.01 to 0.50
 * @param tiers two cut-offs at once, if they were wanted; tier 1 first
 * @param groupings accuracy of the chosen cut-off by group
 * @param missing what missing scores could change
 * @param verification what a missing criterion changes
 */
public record ScoreResult(
    String name,
    Direction direction,
    int cases,
    int controls,
    boolean isWhole,
    Area area,
    Separation separation,
    List<RocBandPoint> rocBand,
    List<CutOffRow> cutOffs,
    List<Candidate> candidates,
    List<CutRule> unmet,
    Candidate chosen,
    List<Double> plateau,
    List<Choice> choices,
    List<BandRow> bands,
    Risk risk,
    List<Decision> decisions,
    List<TierRow> tiers,
    List<Grouping> groupings,
    Missing missing,
    Verification verification) {

  public ScoreResult {
    rocBand = List.copyOf(rocBand);
    cutOffs = List.copyOf(cutOffs);
    candidates = List.copyOf(candidates);
    unmet = List.copyOf(unmet);
    plateau = List.copyOf(plateau);
    choices = List.copyOf(choices);
    bands = List.copyOf(bands);
    decisions = List.copyOf(decisions);
    tiers = List.copyOf(tiers);
    groupings = List.copyOf(groupings);
  }

  /**
   * The area under the curve.
   *
   * @param value how often a case scores beyond a control, a tie counting one half
   * @param standardError by DeLong; that of the samples if schools were drawn
   * @param interval by DeLong; between percentiles of the samples if schools were drawn
   * @param isOfClusters whether schools were drawn
   * @param logitInterval by DeLong on the logit
   * @param sampleInterval between percentiles of the samples
   * @param p of Mann and Whitney's test, two-sided
   * @param partial area over specificities from 0.8 to 1
   * @param partialCorrected the same, 0.5 for chance and 1 at best
   * @param tiedPairs share of pairs of a case and a control with the same score
   */
  public record Area(
      double value,
      double standardError,
      Interval interval,
      boolean isOfClusters,
      Interval logitInterval,
      Interval sampleInterval,
      double p,
      double partial,
      double partialCorrected,
      double tiedPairs) {}

  /**
   * How far cases and controls lie apart, in points and in standard deviations.
   *
   * @param difference mean of the cases less that of the controls, with Welch's interval
   * @param t Welch's
   * @param df its degrees of freedom
   * @param p two-sided
   * @param cohenD difference in standard deviations within groups
   * @param hedgesG the same less its bias in small groups
   * @param dominance Cliff's delta, the rank-biserial correlation
   */
  public record Separation(
      double caseMean,
      double caseSd,
      double controlMean,
      double controlSd,
      Figure difference,
      double t,
      double df,
      double p,
      Figure cohenD,
      double hedgesG,
      double dominance) {}

  /** The interval of the sensitivity at a specificity, between percentiles of the samples. */
  public record RocBandPoint(double specificity, Interval sensitivity) {}

  /** A cut-off at an observed score. */
  public record CutOffRow(
      double cutOff,
      Confusion counts,
      Figure sensitivity,
      Figure specificity,
      Figure ppv,
      Figure npv,
      double youden,
      double f1,
      double kappa,
      double mcc,
      double accuracy,
      double positiveLikelihoodRatio,
      double negativeLikelihoodRatio,
      double diagnosticOddsRatio,
      double flaggedPerThousand,
      double foundPerThousand) {}

  /**
   * A cut-off that a rule chose.
   *
   * @param rule that chose it
   * @param cutOff flagged are those at it or beyond it
   * @param equallyGood all cut-offs that are as good by the rule, this one among them
   * @param counts who is flagged
   * @param ppv in the sample
   * @param npv in the sample
   * @param youden with the interval of the diagnostic study it sums up
   * @param correctedSensitivity sensitivity less what choosing adds to it, with the interval of what samples reach with cut-offs of their
   *     own, shifted by as much
   * @param correctedSpecificity specificity less what choosing adds to it
   * @param correctedYouden Youden index less what choosing adds to it
   * @param outOfBagYouden mean Youden index among people not drawn, of cut-offs chosen among those drawn
   * @param cutOffInterval between percentiles of the cut-offs that samples choose
   * @param chosenAgain share of samples that choose this cut-off
   * @param use what it does where cases are as common as stated
   */
  public record Candidate(
      CutRule rule,
      double cutOff,
      List<Double> equallyGood,
      Confusion counts,
      Figure sensitivity,
      Figure specificity,
      Figure ppv,
      Figure npv,
      Figure youden,
      Figure positiveLikelihoodRatio,
      Figure negativeLikelihoodRatio,
      Figure diagnosticOddsRatio,
      Figure correctedSensitivity,
      Figure correctedSpecificity,
      Figure correctedYouden,
      double outOfBagYouden,
      Interval cutOffInterval,
      double chosenAgain,
      Use use) {

    public Candidate {
      equallyGood = List.copyOf(equallyGood);
    }
  }

  /**
   * What a cut-off does where cases are as common as stated.
   *
   * @param ppv by Mercaldo on the logit, adjusted where a rate is 0 or 1
   * @param npv in the same way
   * @param flagged of 1,000 people
   * @param found cases among those flagged
   * @param missed cases not flagged
   * @param falseAlarms controls flagged
   * @param followUpsPerCase people to follow up for one case
   */
  public record Use(
      double prevalence,
      Figure ppv,
      Figure npv,
      double flagged,
      double found,
      double missed,
      double falseAlarms,
      double followUpsPerCase) {}

  /** How often samples choose a cut-off. */
  public record Choice(double cutOff, double share) {}

  /**
   * Scores from one candidate to the next, the least suspicious first.
   *
   * @param from the weakest score of it; infinite for the first band
   * @param likelihoodRatio how many times likelier such a score is in a case
   * @param chance of being a case with such a score, where cases are as common as stated
   */
  public record BandRow(
      double from, int cases, int controls, Figure likelihoodRatio, double chance) {}

  /** {@code 1 / (1 + exp(-(intercept + slope score)))}, fitted in the sample. */
  public record Risk(double intercept, double slope) {

    public boolean isDefined() {
      return Double.isFinite(intercept) && Double.isFinite(slope);
    }
  }

  /**
   * Net benefit, per person, if one would act at a risk, where cases are as common as stated.
   *
   * @param risk at which one would act
   * @param byRisk of acting on the fitted chance
   * @param byCutOff of acting on the chosen cut-off
   * @param ofAll of acting on everyone; on nobody it is 0
   */
  public record Decision(double risk, double byRisk, double byCutOff, double ofAll) {}

  /**
   * A tier of a scheme of three.
   *
   * @param tier from 1
   * @param from the score from which people are in it; infinite for the first
   * @param people in it
   * @param cases among them
   * @param capture share of all cases that are in it
   * @param ppv share of its people who are cases
   * @param perThousand how many of 1,000 people screened are in it where cases are as common as stated
   * @param chance of being a case in it, there
   */
  public record TierRow(
      int tier,
      double from,
      long people,
      long cases,
      Figure capture,
      Figure ppv,
      double perThousand,
      double chance) {}

  /**
   * Accuracy by group.
   *
   * @param column that names the groups
   * @param reference the group others are compared with, the largest
   * @param groups in order of name
   * @param largestSensitivityGap between any two groups that show it
   * @param largestSpecificityGap between any two groups that show it
   * @param largestFlaggedGap between any two groups that show it
   */
  public record Grouping(
      String column,
      String reference,
      List<Group> groups,
      double largestSensitivityGap,
      double largestSpecificityGap,
      double largestFlaggedGap) {

    public Grouping {
      groups = List.copyOf(groups);
    }
  }

  /**
   * What the chosen cut-off does in a group. What rests on fewer people than may be shown is {@code NaN}; so is a figure
   * from which the hidden one could be worked out.
   *
   * @param sensitivityGap less that of the reference, by Newcombe
   * @param specificityGap less that of the reference, by Newcombe
   * @param sensitivityP by Fisher's exact test
   * @param specificityP by Fisher's exact test
   * @param flaggedRatio share flagged by that of the reference, by Donner and Zou
   * @param equalisedOddsGap the larger of both gaps, whatever its sign; 0 for equalised odds
   */
  public record Group(
      String name,
      double people,
      double cases,
      Figure area,
      Figure sensitivity,
      Figure specificity,
      Figure ppv,
      Figure npv,
      Figure flagged,
      Figure prevalence,
      Figure sensitivityGap,
      double sensitivityP,
      Figure specificityGap,
      double specificityP,
      Figure flaggedRatio,
      double equalisedOddsGap) {}

  /**
   * What missing scores could change at the chosen cut-off.
   *
   * @param cases without a score
   * @param controls without a score
   * @param shareGap share missing of cases less that of controls, by Newcombe
   * @param sensitivityIfNotFlagged if nobody without a score had been flagged
   * @param sensitivityIfFlagged if everybody without one had been
   */
  public record Missing(
      int cases,
      int controls,
      Figure shareGap,
      double sensitivityIfNotFlagged,
      double sensitivityIfFlagged,
      double specificityIfNotFlagged,
      double specificityIfFlagged) {}

  /**
   * What changes if those whose criterion is unknown are as often cases as others on the same side of the cut-off.
   *
   * @param flagged people at the chosen cut-off or beyond
   * @param flaggedVerified of them with a criterion
   * @param notFlagged people short of it
   * @param notFlaggedVerified of them with a criterion
   * @param sensitivity of all of them
   * @param specificity of all of them
   * @see "Begg and Greenes (1983), Biometrics 39, 207-215"
   */
  public record Verification(
      int flagged,
      int flaggedVerified,
      int notFlagged,
      int notFlaggedVerified,
      double sensitivity,
      double specificity) {

    public int unverified() {
      return flagged - flaggedVerified + notFlagged - notFlaggedVerified;
    }
  }
}
