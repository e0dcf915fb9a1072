package org.xinheng.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xinheng.validation.Direction;
import org.xinheng.validation.Interval;
import org.xinheng.validation.Watch;
import org.xinheng.validation.accuracy.AccuracyStatistic;
import org.xinheng.validation.accuracy.Confusion;
import org.xinheng.validation.accuracy.DecisionCurve;
import org.xinheng.validation.accuracy.PredictiveValues;
import org.xinheng.validation.accuracy.ProportionInterval;
import org.xinheng.validation.accuracy.Rate;
import org.xinheng.validation.accuracy.TwoProportions;
import org.xinheng.validation.bootstrap.Resampling;
import org.xinheng.validation.cutoff.Criterion;
import org.xinheng.validation.cutoff.CutOff;
import org.xinheng.validation.cutoff.CutOffTable;
import org.xinheng.validation.cutoff.ScoreBand;
import org.xinheng.validation.cutoff.Tiers;
import org.xinheng.validation.roc.Auc;
import org.xinheng.validation.roc.RocCurve;
import org.xinheng.validation.summary.KnownGroups;

/** One score of a study, on the people who have it. */
final class ScoreStudy {

  /** Youden indices that differ by less are as good, for whoever reads how firm a choice is. */
  private static final double PLATEAU = 0.05;

  private static final double MOST_RISK = 0.5;
  private static final double RISK_STEP = 0.01;

  private final String name;
  private final Direction direction;
  private final double[] scores;
  private final boolean[] isCase;
  private final StudyOptions options;
  private final double prevalence;
  private final boolean isClustered;
  private final CutOffTable table;
  private final Auc auc;
  private final List<CutRule> met = new ArrayList<>();
  private final List<CutRule> unmet = new ArrayList<>();
  private final List<List<CutOff>> best = new ArrayList<>();
  private final StudySamples samples;
  private final List<ScoreResult.Candidate> candidates;
  private final ScoreResult.Candidate chosen;

  ScoreStudy(
      String name,
      Direction direction,
      double[] scores,
      boolean[] isCase,
      Optional<List<String>> clusters,
      StudyOptions options,
      Sample sample,
      Watch watch) {
    this.name = name;
    this.direction = direction;
    this.scores = scores;
    this.isCase = isCase;
    this.options = options;
    this.prevalence = sample.usedPrevalence();
    this.isClustered = clusters.isPresent();
    this.table = CutOffTable.of(scores, isCase, direction);
    if (table.cases() == 0 || table.controls() == 0) {
      throw new IllegalArgumentException("'" + name + "' has " + table.cases() + " cases and "
          + table.controls() + " controls with a score; both are needed");
    }
    this.auc = Auc.of(scores, isCase, direction);
    for (CutRule rule : CutRule.values()) {
      if (rule.isAsked(options)) {
        choose(rule);
      }
    }
    this.samples = StudySamples.draw(
        scores,
        isCase,
        direction,
        clusters.map(Resampling::clustered).orElseGet(() -> Resampling.stratified(isCase)),
        met,
        best.stream().mapToDouble(points -> last(points).score()).toArray(),
        options,
        prevalence,
        watch);
    this.candidates = IntStream.range(0, met.size()).mapToObj(this::candidate).toList();
    this.chosen = candidates.stream()
        .filter(candidate -> candidate.rule() == options.chosen())
        .findFirst()
        .orElseGet(() -> candidates.get(0));
  }

  private void choose(CutRule rule) {
    List<CutOff> found = rule.finite(table, options, prevalence);
    if (found.isEmpty()) {
      unmet.add(rule);
    } else {
      met.add(rule);
      best.add(found);
    }
  }

  private static CutOff last(List<CutOff> points) {
    return points.get(points.size() - 1);
  }

  ScoreResult result(
      List<ScoreResult.Grouping> groupings,
      int unscoredCases,
      int unscoredControls,
      double[] unverified) {
    int rule = met.indexOf(chosen.rule());
    ScoreResult.Risk risk = LogisticRisk.fit(scores, isCase);
    return new ScoreResult(
        name,
        direction,
        table.cases(),
        table.controls(),
        Arrays.stream(scores).allMatch(score -> score == Math.rint(score)),
        area(),
        separation(),
        rocBand(),
        table.observed().stream().map(this::row).toList(),
        candidates,
        unmet,
        chosen,
        table.plateau(Criterion.YOUDEN, PLATEAU).cutOffs().stream()
            .map(CutOff::score)
            .filter(Double::isFinite)
            .toList(),
        samples.choices(rule).entrySet().stream()
            .map(choice -> new ScoreResult.Choice(choice.getKey(), choice.getValue()))
            .toList(),
        bands(),
        risk,
        decisions(risk),
        tiers(),
        groupings,
        missing(unscoredCases, unscoredControls),
        verification(unverified));
  }

  ScoreResult.Grouping grouping(String column, String[] groups) {
    return new GroupFigures(scores, isCase, groups, direction, chosen.cutOff(), options)
        .grouping(column);
  }

  private ScoreResult.Area area() {
    RocCurve.PartialArea partial =
        RocCurve.of(scores, isCase, direction).partialArea(RocCurve.Axis.SPECIFICITY, 0.8, 1);
    Interval ofSamples = samples.area(auc.value()).percentile(options.level());
    return new ScoreResult.Area(
        auc.value(),
        isClustered ? samples.area(auc.value()).sd() : auc.standardError(),
        isClustered ? ofSamples : auc.interval(options.level()),
        isClustered,
        auc.logitInterval(options.level()),
        ofSamples,
        auc.mannWhitneyP(),
        partial.area(),
        partial.corrected(),
        tiedPairs());
  }

  private ScoreResult.Separation separation() {
    KnownGroups groups = KnownGroups.of(scoresOf(true), scoresOf(false));
    return new ScoreResult.Separation(
        groups.first().mean(),
        groups.first().sd(),
        groups.second().mean(),
        groups.second().sd(),
        new Figure(groups.difference(), groups.differenceInterval(options.level())),
        groups.t(),
        groups.df(),
        groups.p(),
        new Figure(groups.cohenD(), groups.cohenDInterval(options.level())),
        groups.hedgesG(),
        groups.dominance());
  }

  private double[] scoresOf(boolean cases) {
    return IntStream.range(0, scores.length)
        .filter(i -> isCase[i] == cases)
        .mapToDouble(i -> scores[i])
        .toArray();
  }

  private double tiedPairs() {
    double tied = 0;
    Confusion stronger = table.cutOffs().get(0).counts();
    for (CutOff point : table.observed()) {
      Confusion here = point.counts();
      tied += (double) (here.tp() - stronger.tp()) * (here.fp() - stronger.fp());
      stronger = here;
    }
    return tied / ((double) table.cases() * table.controls());
  }

  private List<ScoreResult.RocBandPoint> rocBand() {
    return IntStream.range(0, StudySamples.GRID.length)
        .mapToObj(i -> new ScoreResult.RocBandPoint(
            StudySamples.GRID[i], samples.sensitivityAt(i, options.level())))
        .toList();
  }

  private ScoreResult.CutOffRow row(CutOff point) {
    Confusion c = point.counts();
    PredictiveValues.Workload work = PredictiveValues.of(c, prevalence).workload(1000);
    return new ScoreResult.CutOffRow(
        point.score(),
        c,
        wilson(c, Rate.SENSITIVITY),
        wilson(c, Rate.SPECIFICITY),
        wilson(c, Rate.PPV),
        wilson(c, Rate.NPV),
        c.youden(),
        c.f1(),
        c.kappa(),
        c.mcc(),
        c.accuracy(),
        c.positiveLikelihoodRatio(),
        c.negativeLikelihoodRatio(),
        c.diagnosticOddsRatio(),
        work.flagged(),
        work.found());
  }

  private Figure wilson(Confusion counts, Rate rate) {
    return new Figure(
        rate.value(counts), rate.interval(counts, ProportionInterval.WILSON, options.level()));
  }

  private ScoreResult.Candidate candidate(int r) {
    CutOff point = last(best.get(r));
    Confusion c = point.counts();
    boolean byData = met.get(r).isChosenByData();
    return new ScoreResult.Candidate(
        met.get(r),
        point.score(),
        best.get(r).stream().map(CutOff::score).toList(),
        c,
        rate(r, c, Rate.SENSITIVITY),
        rate(r, c, Rate.SPECIFICITY),
        rate(r, c, Rate.PPV),
        rate(r, c, Rate.NPV),
        statistic(c, AccuracyStatistic.YOUDEN),
        statistic(c, AccuracyStatistic.POSITIVE_LIKELIHOOD_RATIO),
        statistic(c, AccuracyStatistic.NEGATIVE_LIKELIHOOD_RATIO),
        statistic(c, AccuracyStatistic.DIAGNOSTIC_ODDS_RATIO),
        byData
            ? samples.corrected(r, 0, c.sensitivity(), options.level())
            : rate(r, c, Rate.SENSITIVITY),
        byData
            ? samples.corrected(r, 1, c.specificity(), options.level())
            : rate(r, c, Rate.SPECIFICITY),
        byData
            ? samples.corrected(r, 2, c.youden(), options.level())
            : statistic(c, AccuracyStatistic.YOUDEN),
        samples.outOfBagYouden(r),
        samples.cutOffInterval(r, options.level()),
        samples.choices(r).getOrDefault(point.score(), 0.0),
        use(c));
  }

  private Figure rate(int rule, Confusion counts, Rate rate) {
    return isClustered
        ? new Figure(rate.value(counts), samples.fixedRate(rule, rate, options.level()))
        : wilson(counts, rate);
  }

  private Figure statistic(Confusion counts, AccuracyStatistic statistic) {
    return new Figure(
        statistic.value(counts),
        statistic.interval(counts, ProportionInterval.WILSON, options.level()));
  }

  private ScoreResult.Use use(Confusion counts) {
    PredictiveValues values = PredictiveValues.of(counts, prevalence);
    boolean isAtEdge = counts.tp() == 0 || counts.fp() == 0 || counts.tn() == 0 || counts.fn() == 0;
    PredictiveValues spread = isAtEdge ? values.adjusted(options.level()) : values;
    PredictiveValues.Workload work = values.workload(1000);
    return new ScoreResult.Use(
        prevalence,
        new Figure(values.ppv(), spread.ppvInterval(options.level())),
        new Figure(values.npv(), spread.npvInterval(options.level())),
        work.flagged(),
        work.found(),
        work.missed(),
        work.falseAlarms(),
        work.neededToFollowUp());
  }

  /** Bands on scores turned so that a case scores high. */
  private List<ScoreResult.BandRow> bands() {
    double[] turned = Arrays.stream(scores).map(direction::turned).toArray();
    double[] edges = candidates.stream()
        .mapToDouble(candidate -> direction.turned(candidate.cutOff()))
        .sorted()
        .distinct()
        .toArray();
    return ScoreBand.of(turned, isCase, edges).stream()
        .map(band -> new ScoreResult.BandRow(
            direction.turned(band.from()),
            band.cases(),
            band.controls(),
            new Figure(band.likelihoodRatio(), band.interval(options.level())),
            band.posterior(prevalence)))
        .toList();
  }

  private List<ScoreResult.TierRow> tiers() {
    if (options.tiers().isEmpty()) {
      return List.of();
    }
    Tiers scheme = options.tiers().get().choose(table);
    List<ScoreResult.TierRow> rows = new ArrayList<>();
    for (int i = 0; i < scheme.tiers().size(); i++) {
      Tiers.Tier tier = scheme.tiers().get(i);
      double ofCases = tier.capture() * prevalence;
      double ofControls =
          (double) (tier.people() - tier.cases()) / table.controls() * (1 - prevalence);
      rows.add(new ScoreResult.TierRow(
          i + 1,
          i == 0 ? direction.turned(Double.NEGATIVE_INFINITY) : scheme.cutOffs().get(i - 1),
          tier.people(),
          tier.cases(),
          share((double) tier.cases(), (double) table.cases()),
          share((double) tier.cases(), (double) tier.people()),
          1000 * (ofCases + ofControls),
          ofCases / (ofCases + ofControls)));
    }
    return rows;
  }

  private Figure share(double count, double of) {
    return of == 0
        ? Figure.NONE
        : new Figure(count / of, ProportionInterval.WILSON.of(count, of, options.level()));
  }

  private List<ScoreResult.Decision> decisions(ScoreResult.Risk risk) {
    double shift = logit(prevalence)
        - logit((double) table.cases() / ((double) table.cases() + table.controls()));
    double[] predicted = Arrays.stream(scores)
        .map(score -> 1 / (1 + Math.exp(-(risk.intercept() + risk.slope() * score + shift))))
        .toArray();
    double[] risks = IntStream.rangeClosed(1, (int) Math.round(MOST_RISK / RISK_STEP))
        .mapToDouble(i -> i * RISK_STEP)
        .toArray();
    return DecisionCurve.of(predicted, isCase, risks).points().stream()
        .map(point -> new ScoreResult.Decision(
            point.risk(),
            risk.isDefined() ? benefit(point.tp(), point.fp(), point.risk()) : Double.NaN,
            benefit(chosen.counts().tp(), chosen.counts().fp(), point.risk()),
            benefit(table.cases(), table.controls(), point.risk())))
        .toList();
  }

  private static double logit(double share) {
    return Math.log(share / (1 - share));
  }

  /** Net benefit per person where cases are as common as stated. */
  private double benefit(long tp, long fp, double risk) {
    return (double) tp / table.cases() * prevalence
        - (double) fp / table.controls() * (1 - prevalence) * risk / (1 - risk);
  }

  private ScoreResult.Missing missing(int cases, int controls) {
    Confusion c = chosen.counts();
    double allCases = (double) c.cases() + cases;
    double allControls = (double) c.controls() + controls;
    TwoProportions shares =
        new TwoProportions(cases, c.cases() + cases, controls, c.controls() + controls);
    return new ScoreResult.Missing(
        cases,
        controls,
        new Figure(shares.difference(), shares.differenceInterval(options.level())),
        c.tp() / allCases,
        (c.tp() + cases) / allCases,
        (c.tn() + controls) / allControls,
        c.tn() / allControls);
  }

  private ScoreResult.Verification verification(double[] unverified) {
    Confusion c = chosen.counts();
    int flagged = (int) Arrays.stream(unverified)
        .filter(score -> direction.turned(score) >= direction.turned(chosen.cutOff()))
        .count();
    int notFlagged = unverified.length - flagged;
    double allFlagged = (double) c.flagged() + flagged;
    double allNotFlagged = (double) c.tn() + c.fn() + notFlagged;
    double flaggedCases = allFlagged == 0 ? 0 : allFlagged * c.ppv();
    double missedCases = allNotFlagged == 0 ? 0 : allNotFlagged * (1 - c.npv());
    double flaggedControls = allFlagged - flaggedCases;
    double clearedControls = allNotFlagged - missedCases;
    return new ScoreResult.Verification(
        (int) allFlagged,
        (int) c.flagged(),
        (int) allNotFlagged,
        (int) (c.tn() + c.fn()),
        flaggedCases / (flaggedCases + missedCases),
        clearedControls / (clearedControls + flaggedControls));
  }

  /** What to know about this score. */
  List<Warning> warnings(ScoreResult result) {
    List<Warning> found = new ArrayList<>();
    int n = table.cases() + table.controls();
    int unscored = result.missing().cases() + result.missing().controls();
    if (unscored > 0) {
      found.add(warning(Warning.Kind.MISSING_SCORES, unscored, unscored / ((double) n + unscored)));
    }
    int unverified = result.verification().unverified();
    if (unverified > 0) {
      found.add(
          warning(Warning.Kind.VERIFICATION, unverified, unverified / ((double) n + unverified)));
    }
    if (result.area().tiedPairs() > 0.1) {
      found.add(
          warning(Warning.Kind.TIES, result.area().tiedPairs(), table.observed().size()));
    }
    if (auc.interval(options.level()).isDegenerate()) {
      found.add(warning(Warning.Kind.NO_SPREAD, auc.value()));
    }
    if (auc.value() < 0.5) {
      found.add(warning(Warning.Kind.WRONG_DIRECTION, auc.value()));
    }
    if (chosen.equallyGood().size() > 1) {
      found.add(warning(Warning.Kind.EQUAL_CUT_OFFS, chosen.equallyGood().size()));
    }
    if (chosen.rule().isChosenByData() && chosen.chosenAgain() < 0.5) {
      found.add(warning(Warning.Kind.UNSTABLE, chosen.chosenAgain()));
    }
    nobodyCostsLess().ifPresent(found::add);
    return found;
  }

  private Optional<Warning> nobodyCostsLess() {
    if (options.missedCaseCost().isEmpty()) {
      return Optional.empty();
    }
    Criterion cost = Criterion.costAtPrevalence(options.missedCaseCost().getAsDouble(), prevalence);
    double atBest = table.bestObserved(cost).value();
    double ofNobody = cost.value(table.cutOffs().get(0).counts());
    return ofNobody < atBest
        ? Optional.of(warning(Warning.Kind.NOBODY_COSTS_LESS, atBest, ofNobody))
        : Optional.empty();
  }

  private Warning warning(Warning.Kind kind, double... numbers) {
    return Warning.of(kind, name, numbers);
  }
}
