package org.xinheng.validation.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.xinheng.validation.Direction;
import org.xinheng.validation.Interval;
import org.xinheng.validation.RandomNumbers;
import org.xinheng.validation.Watch;
import org.xinheng.validation.accuracy.Confusion;
import org.xinheng.validation.accuracy.Rate;
import org.xinheng.validation.bootstrap.Bootstrap;
import org.xinheng.validation.bootstrap.Resampling;
import org.xinheng.validation.cutoff.CutOff;
import org.xinheng.validation.cutoff.CutOffTable;
import org.xinheng.validation.summary.Moments;

/**
 * Samples drawn again from one study, each of which goes through everything that the study goes through: its curve, and
 * the choice of a cut-off by every rule. One drawing serves all of them.
 */
final class StudySamples {

  /** Specificities at which the curve has a band. */
  static final double[] GRID =
      IntStream.rangeClosed(0, 50).mapToDouble(i -> i / 50.0).toArray();

  private static final List<Rate> RATES =
      List.of(Rate.SENSITIVITY, Rate.SPECIFICITY, Rate.PPV, Rate.NPV);

  private final CutOffTable original;
  private final double[] areas;
  private final double[][] sensitivities;
  private final double[][] cutOffs;
  private final double[][][] optimism;
  private final double[][][] apparent;
  private final double[][] outOfBag;
  private final double[][][] fixed;

  private StudySamples(CutOffTable original, int rules, int times) {
    this.original = original;
    this.areas = new double[times];
    this.sensitivities = new double[GRID.length][times];
    this.cutOffs = new double[rules][times];
    this.optimism = new double[rules][2][times];
    this.apparent = new double[rules][3][times];
    this.outOfBag = new double[rules][times];
    this.fixed = new double[rules][RATES.size()][times];
  }

  /**
   * Draws.
   *
   * @param scores none missing
   * @param cutOffs what each rule chooses in the study itself
   */
  static StudySamples draw(
      double[] scores,
      boolean[] isCase,
      Direction direction,
      Resampling resampling,
      List<CutRule> rules,
      double[] cutOffs,
      StudyOptions options,
      double prevalence,
      Watch watch) {
    CutOffTable original = CutOffTable.of(scores, isCase, direction);
    StudySamples samples = new StudySamples(original, rules.size(), options.samples());
    RandomNumbers random = new RandomNumbers(options.seed());
    for (int b = 0; b < options.samples(); b++) {
      int[] rows = resampling.draw(random);
      boolean[] isOut = new boolean[scores.length];
      Arrays.fill(isOut, true);
      double[] drawnScores = new double[rows.length];
      boolean[] drawnCases = new boolean[rows.length];
      for (int i = 0; i < rows.length; i++) {
        drawnScores[i] = scores[rows[i]];
        drawnCases[i] = isCase[rows[i]];
        isOut[rows[i]] = false;
      }
      CutOffTable drawn = CutOffTable.of(drawnScores, drawnCases, direction);
      samples.curve(b, drawn);
      for (int r = 0; r < cutOffs.length; r++) {
        samples.fixedRates(b, r, drawn.at(cutOffs[r]));
        List<CutOff> best = rules.get(r).finite(drawn, options, prevalence);
        if (best.isEmpty()) {
          samples.noChoice(b, r);
        } else {
          CutOff chosen = best.get(best.size() - 1);
          samples.choice(b, r, chosen);
          samples.outOfBag[r][b] = youdenOfRest(scores, isCase, direction, isOut, chosen.score());
        }
      }
      watch.step(b + 1L, options.samples());
    }
    return samples;
  }

  private void fixedRates(int b, int r, Confusion counts) {
    for (int k = 0; k < RATES.size(); k++) {
      fixed[r][k][b] = RATES.get(k).value(counts);
    }
  }

  private void choice(int b, int r, CutOff chosen) {
    Confusion elsewhere = original.at(chosen.score());
    cutOffs[r][b] = chosen.score();
    optimism[r][0][b] = chosen.counts().sensitivity() - elsewhere.sensitivity();
    optimism[r][1][b] = chosen.counts().specificity() - elsewhere.specificity();
    apparent[r][0][b] = chosen.counts().sensitivity();
    apparent[r][1][b] = chosen.counts().specificity();
    apparent[r][2][b] = chosen.counts().youden();
  }

  private void noChoice(int b, int r) {
    cutOffs[r][b] = Double.NaN;
    optimism[r][0][b] = Double.NaN;
    optimism[r][1][b] = Double.NaN;
    for (double[] rate : apparent[r]) {
      rate[b] = Double.NaN;
    }
    outOfBag[r][b] = Double.NaN;
  }

  private static double youdenOfRest(
      double[] scores, boolean[] isCase, Direction direction, boolean[] isOut, double cutOff) {
    double edge = direction.turned(cutOff);
    int[] flagged = new int[2];
    int[] all = new int[2];
    for (int i = 0; i < scores.length; i++) {
      if (isOut[i]) {
        int group = isCase[i] ? 1 : 0;
        all[group]++;
        flagged[group] += direction.turned(scores[i]) >= edge ? 1 : 0;
      }
    }
    return new Confusion(
            flagged[1], flagged[0], (long) all[0] - flagged[0], (long) all[1] - flagged[1])
        .youden();
  }

  /** The area and the band: one walk along the curve from the cut-off that flags no one. */
  private void curve(int b, CutOffTable drawn) {
    int at = GRID.length - 1;
    double area = 0;
    double specificity = 1;
    double sensitivity = 0;
    for (CutOff point : drawn.observed()) {
      double nextSpecificity = point.counts().specificity();
      double nextSensitivity = point.counts().sensitivity();
      area += (specificity - nextSpecificity) * (sensitivity + nextSensitivity) / 2;
      while (at >= 0 && GRID[at] > nextSpecificity) {
        double part = (specificity - GRID[at]) / (specificity - nextSpecificity);
        sensitivities[at][b] = sensitivity + part * (nextSensitivity - sensitivity);
        at--;
      }
      specificity = nextSpecificity;
      sensitivity = nextSensitivity;
    }
    for (; at >= 0; at--) {
      sensitivities[at][b] = sensitivity;
    }
    areas[b] = area;
  }

  Bootstrap area(double ofStudy) {
    return Bootstrap.of(ofStudy, areas);
  }

  Interval sensitivityAt(int gridPoint, double level) {
    return Bootstrap.of(0, sensitivities[gridPoint]).percentile(level);
  }

  /** The interval of a rate of the cut-off that was chosen in the study. */
  Interval fixedRate(int rule, Rate rate, double level) {
    return Bootstrap.of(0, fixed[rule][RATES.indexOf(rate)]).percentile(level);
  }

  /**
   * A rate less what choosing adds to it, with the interval of the rate that samples reach with cut-offs of their own, shifted by as
   * much.
   *
   * @param which 0 sensitivity, 1 specificity, 2 their Youden index
   * @see "Noma, Shinozaki, Iba, Teramukai and Furukawa (2021), Statistics in Medicine 40, 5691-5701"
   */
  Figure corrected(int rule, int which, double value, double level) {
    double added = which < 2
        ? Moments.of(optimism[rule][which]).mean()
        : Moments.of(optimism[rule][0]).mean() + Moments.of(optimism[rule][1]).mean();
    Interval reached = Bootstrap.of(value, apparent[rule][which]).percentile(level);
    return new Figure(
        value - added,
        new Interval(reached.lower() - added, reached.upper() - added)
            .within(which < 2 ? 0 : -1, 1));
  }

  double outOfBagYouden(int rule) {
    return Moments.of(outOfBag[rule]).mean();
  }

  Interval cutOffInterval(int rule, double level) {
    return Bootstrap.of(0, cutOffs[rule]).percentile(level);
  }

  /** The share of all samples that choose each cut-off. */
  Map<Double, Double> choices(int rule) {
    Map<Double, Double> shares = new TreeMap<>();
    for (double cutOff : cutOffs[rule]) {
      if (!Double.isNaN(cutOff)) {
        shares.merge(cutOff, 1.0 / areas.length, Double::sum);
      }
    }
    return shares;
  }
}
