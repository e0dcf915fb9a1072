package org.xinheng.validation.study;

import java.util.List;
import org.xinheng.validation.Interval;
import org.xinheng.validation.agreement.ReliableChange;

/**
 * What became of people between two waves.
 *
 * @param people with both scores
 * @param onlyOne with one of them
 * @param level of confidence
 * @param before mean of the first wave
 * @param beforeSd its standard deviation
 * @param after mean of the second wave
 * @param afterSd its standard deviation
 * @param change mean change, with the interval of Student's t
 * @param changeSd its standard deviation
 * @param standardised mean change in standard deviations of the first wave
 * @param p of the test that there is no mean change
 * @param correlation of both waves
 * @param agreement intraclass correlation for absolute agreement of single scores
 * @param consistency intraclass correlation for consistency of single scores
 * @param standardError of measurement, by agreement
 * @param detectable the smallest change of a person beyond error, by agreement
 * @param limits of agreement
 * @param reliability that change is judged by
 * @param isReliabilityGiven whether it was stated; if not it is the correlation of the waves
 * @param reliableFrom the smallest change that counts as reliable
 * @param up people whose score rose reliably
 * @param down people whose score fell reliably
 * @param unchanged the others
 * @param upAdjusted the same with the mean change taken off
 * @param downAdjusted the same with the mean change taken off
 * @param rows one a person with both scores
 * @param warnings what to know before using any of it
 */
public record ChangeResult(
    int people,
    int onlyOne,
    double level,
    double before,
    double beforeSd,
    double after,
    double afterSd,
    Figure change,
    double changeSd,
    double standardised,
    double p,
    Figure correlation,
    Figure agreement,
    Figure consistency,
    double standardError,
    double detectable,
    Interval limits,
    double reliability,
    boolean isReliabilityGiven,
    double reliableFrom,
    int up,
    int down,
    int unchanged,
    int upAdjusted,
    int downAdjusted,
    List<Row> rows,
    List<Warning> warnings) {

  /**
   * A person.
   *
   * @param row in the data, from 0
   * @param index change in standard errors of a difference
   * @param adjustedIndex the same with the mean change taken off
   */
  public record Row(
      int row,
      double before,
      double after,
      double index,
      ReliableChange.Verdict verdict,
      double adjustedIndex) {}

  public ChangeResult {
    rows = List.copyOf(rows);
    warnings = List.copyOf(warnings);
  }
}
