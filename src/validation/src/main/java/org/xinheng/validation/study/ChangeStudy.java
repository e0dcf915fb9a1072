package org.xinheng.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.xinheng.validation.Interval;
import org.xinheng.validation.agreement.IntraclassCorrelation;
import org.xinheng.validation.agreement.ReliableChange;
import org.xinheng.validation.agreement.Retest;
import org.xinheng.validation.distribution.StudentT;
import org.xinheng.validation.summary.Moments;
import org.xinheng.validation.summary.PairedNumbers;

/** A study of change between two waves of the same people. */
public final class ChangeStudy {

  private ChangeStudy() {}

  /**
   * Carries a study out.
   *
   * @param before scores of the first wave, {@code NaN} for none
   * @param after scores of the second, row by row of the same people
   * @param reliability from 0 up to but not including 1, such as a published alpha or retest correlation; the correlation of the waves if
   *     nothing is said
   * @throws IllegalArgumentException if fewer than three people have both scores, or one of the waves has no spread
   */
  public static ChangeResult run(
      double[] before, double[] after, OptionalDouble reliability, double level) {
    int people = PairedNumbers.of(before, after).n();
    if (people < 3) {
      throw new IllegalArgumentException(
          "at least 3 people with both scores are needed, and there are " + people);
    }
    Retest both = Retest.of(before, after);
    if (!(both.first().variance() > 0 && both.second().variance() > 0)) {
      throw new IllegalArgumentException(
          "all scores of a wave are equal, so that no change can be judged");
    }
    double used = reliability.orElse(both.r());
    if (!(used >= 0 && used < 1)) {
      throw new IllegalArgumentException("a reliability must be in [0, 1): " + used
          + (reliability.isPresent() ? "" : ", the correlation of the waves; state one"));
    }
    ReliableChange change = new ReliableChange(both.first().sd(), used);
    List<ChangeResult.Row> rows = rows(before, after, change, both.change().mean());
    int onlyOne = 0;
    for (int i = 0; i < before.length; i++) {
      onlyOne += Double.isNaN(before[i]) != Double.isNaN(after[i]) ? 1 : 0;
    }
    Moments difference = both.change();
    double error = difference.sd() / Math.sqrt(both.n());
    double df = both.n() - 1.0;
    return new ChangeResult(
        both.n(),
        onlyOne,
        level,
        both.first().mean(),
        both.first().sd(),
        both.second().mean(),
        both.second().sd(),
        new Figure(
            difference.mean(),
            Interval.around(difference.mean(), StudentT.critical(level, df) * error)),
        difference.sd(),
        difference.mean() / both.first().sd(),
        StudentT.beyond(difference.mean() / error, df),
        new Figure(both.r(), both.correlationInterval(level)),
        figure(both.icc().estimate(IntraclassCorrelation.Kind.ICC_2_1, level)),
        figure(both.icc().estimate(IntraclassCorrelation.Kind.ICC_3_1, level)),
        both.icc().standardErrorOfAgreement(),
        both.smallestDetectableChange(),
        both.limitsOfAgreement(),
        used,
        reliability.isPresent(),
        Retest.CUSTOMARY * change.standardErrorOfDifference(),
        count(rows, ReliableChange.Verdict.UP),
        count(rows, ReliableChange.Verdict.DOWN),
        count(rows, ReliableChange.Verdict.UNCHANGED),
        (int)
            rows.stream().filter(row -> row.adjustedIndex() > Retest.CUSTOMARY).count(),
        (int)
            rows.stream().filter(row -> row.adjustedIndex() < -Retest.CUSTOMARY).count(),
        rows,
        warnings(both, onlyOne, reliability));
  }

  private static Figure figure(IntraclassCorrelation.Estimate estimate) {
    return new Figure(estimate.value(), estimate.interval());
  }

  private static int count(List<ChangeResult.Row> rows, ReliableChange.Verdict verdict) {
    return (int) rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  private static List<ChangeResult.Row> rows(
      double[] before, double[] after, ReliableChange change, double mean) {
    List<ChangeResult.Row> rows = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      if (!Double.isNaN(before[i]) && !Double.isNaN(after[i])) {
        rows.add(new ChangeResult.Row(
            i,
            before[i],
            after[i],
            change.index(before[i], after[i]),
            change.verdict(before[i], after[i]),
            change.index(before[i] + mean, after[i])));
      }
    }
    return rows;
  }

  private static List<Warning> warnings(Retest both, int onlyOne, OptionalDouble reliability) {
    List<Warning> warnings = new ArrayList<>();
    if (onlyOne > 0) {
      warnings.add(Warning.of(Warning.Kind.LOST, "", both.n(), onlyOne));
    }
    if (both.n() < 100) {
      warnings.add(Warning.of(Warning.Kind.FEW_PEOPLE, "", both.n()));
    }
    if (reliability.isEmpty()) {
      warnings.add(Warning.of(Warning.Kind.RELIABILITY_OF_WAVES, "", both.r()));
    }
    return warnings;
  }
}
