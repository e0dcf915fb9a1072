package org.xinheng.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.xinheng.validation.Direction;
import org.xinheng.validation.Watch;
import org.xinheng.validation.accuracy.ProportionInterval;
import org.xinheng.validation.roc.AucComparison;

/**
 * A study of how well scores tell cases from controls. Every score is taken on the people who have it; scores are compared
 * on the people who have all of them.
 */
public final class AccuracyStudy {

  private final StudyData data;
  private final StudyOptions options;
  private final Watch watch;
  private final boolean[] isKnown;
  private final Sample sample;
  private final List<Warning> warnings = new ArrayList<>();

  private AccuracyStudy(StudyData data, StudyOptions options, Watch watch) {
    this.data = data;
    this.options = options;
    this.watch = watch;
    this.isKnown = new boolean[data.rows()];
    for (int i = 0; i < isKnown.length; i++) {
      isKnown[i] = !Double.isNaN(data.criterion(i));
    }
    this.sample = sample();
  }

  /**
   * Carries a study out.
   *
   * @param watch follows the drawing of samples, score after score
   * @throws IllegalArgumentException without a case, a control or a score, in the whole or among those who have a score
   * @throws java.util.concurrent.CancellationException if the watch stops it
   */
  public static StudyResult run(StudyData data, StudyOptions options, Watch watch) {
    return new AccuracyStudy(data, options, watch).result();
  }

  private Sample sample() {
    int cases = 0;
    int controls = 0;
    for (int i = 0; i < data.rows(); i++) {
      cases += data.criterion(i) == 1 ? 1 : 0;
      controls += data.criterion(i) == 0 ? 1 : 0;
    }
    if (cases == 0 || controls == 0) {
      throw new IllegalArgumentException("a study needs cases and controls, and has " + cases
          + " cases and " + controls + " controls");
    }
    if (data.scoreCount() == 0) {
      throw new IllegalArgumentException("a study needs a score");
    }
    double n = (double) cases + controls;
    return new Sample(
        data.rows(),
        data.rows() - cases - controls,
        cases,
        controls,
        new Figure(cases / n, ProportionInterval.WILSON.of(cases, n, options.level())),
        options.prevalence().orElse(cases / n),
        options.prevalence().isPresent(),
        data.clusters().map(clusters -> new HashSet<>(clusters).size()).orElse(0));
  }

  private StudyResult result() {
    warnOfSample();
    List<ScoreResult> scores = new ArrayList<>();
    for (int k = 0; k < data.scoreCount(); k++) {
      scores.add(scoreResult(k));
    }
    List<StudyResult.Comparison> comparisons = new ArrayList<>();
    StudyResult.Overall overall = new StudyResult.Overall(Double.NaN, 0, Double.NaN);
    if (scores.size() > 1) {
      AucComparison areas = areas();
      int people = sample.cases() + sample.controls() - areas.missing();
      for (int a = 0; a < scores.size(); a++) {
        for (int b = a + 1; b < scores.size(); b++) {
          AucComparison.Paired paired = areas.paired(a, b);
          comparisons.add(new StudyResult.Comparison(
              data.name(a),
              data.name(b),
              people,
              new Figure(paired.difference(), paired.interval(options.level())),
              paired.z(),
              paired.p()));
        }
      }
      AucComparison.Overall test = areas.overall();
      overall = new StudyResult.Overall(test.chiSquare(), test.df(), test.p());
      if (sample.clusters() > 0) {
        warnings.add(Warning.of(Warning.Kind.COMPARISON_IGNORES_CLUSTERS, ""));
      }
    }
    return new StudyResult(
        sample,
        options.level(),
        options.samples(),
        options.seed(),
        options.leastShown(),
        options.leastSensitivity(),
        options.leastSpecificity(),
        scores,
        comparisons,
        overall,
        warnings);
  }

  private AucComparison areas() {
    int[] rows = IntStream.range(0, data.rows()).filter(i -> isKnown[i]).toArray();
    double[][] scores = new double[data.scoreCount()][];
    Direction[] directions = new Direction[scores.length];
    for (int k = 0; k < scores.length; k++) {
      int score = k;
      scores[k] = Arrays.stream(rows).mapToDouble(row -> data.score(score, row)).toArray();
      directions[k] = data.direction(k);
    }
    return AucComparison.of(scores, isCase(rows), directions);
  }

  private boolean[] isCase(int[] rows) {
    boolean[] isCase = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      isCase[i] = data.criterion(rows[i]) == 1;
    }
    return isCase;
  }

  private ScoreResult scoreResult(int k) {
    int[] rows = IntStream.range(0, data.rows())
        .filter(i -> isKnown[i] && !Double.isNaN(data.score(k, i)))
        .toArray();
    double[] scores = Arrays.stream(rows).mapToDouble(row -> data.score(k, row)).toArray();
    Optional<List<String>> clusters =
        data.clusters().map(all -> Arrays.stream(rows).mapToObj(all::get).toList());
    ScoreStudy study = new ScoreStudy(
        data.name(k), data.direction(k), scores, isCase(rows), clusters, options, sample, watch);
    ScoreResult result = study.result(
        data.groups().entrySet().stream()
            .map(by -> study.grouping(
                by.getKey(),
                Arrays.stream(rows).mapToObj(by.getValue()::get).toArray(String[]::new)))
            .toList(),
        unscored(k, 1),
        unscored(k, 0),
        unverified(k));
    warnings.addAll(study.warnings(result));
    return result;
  }

  private int unscored(int k, double criterion) {
    return (int) IntStream.range(0, data.rows())
        .filter(i -> data.criterion(i) == criterion && Double.isNaN(data.score(k, i)))
        .count();
  }

  /** The scores of people whose criterion is unknown. */
  private double[] unverified(int k) {
    return IntStream.range(0, data.rows())
        .filter(i -> !isKnown[i])
        .mapToDouble(i -> data.score(k, i))
        .filter(score -> !Double.isNaN(score))
        .toArray();
  }

  private void warnOfSample() {
    double inSample = sample.prevalence().value();
    if (sample.isPrevalenceStated()) {
      double odds = inSample / (1 - inSample);
      double stated = sample.usedPrevalence() / (1 - sample.usedPrevalence());
      if (Math.abs(Math.log(odds / stated)) > Math.log(2)) {
        warn(Warning.Kind.ENRICHED, inSample, sample.usedPrevalence());
      }
    } else if (inSample > 0.25) {
      warn(Warning.Kind.PREVALENCE_NOT_STATED, inSample);
    }
    int fewer = Math.min(sample.cases(), sample.controls());
    if (fewer < 100) {
      warn(
          fewer < 20 ? Warning.Kind.VERY_FEW : Warning.Kind.FEW, sample.cases(), sample.controls());
    }
    if (sample.clusters() > 0 && sample.clusters() < 20) {
      warn(Warning.Kind.FEW_CLUSTERS, sample.clusters());
    }
  }

  private void warn(Warning.Kind kind, double... numbers) {
    warnings.add(Warning.of(kind, "", numbers));
  }
}
