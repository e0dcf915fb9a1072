package org.xinheng.validation.irt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.irt.Estimate;

/**
 * How far answers to an item are from what is expected at each person's weighted likelihood estimate, as mean squares:
 * about 1 if the model holds, more if answers are noisier, less if they are more regular than it allows. With few items they
 * lie below 1, for the level is estimated from the same answers.
 *
 * @param infit squares weighed by the variances, {@code sum (x - E)² / sum Var}
 * @param outfit the plain mean of {@code (x - E)² / Var}, which outlying answers raise
 * @param n answers that it rests on
 * @see "Wright and Masters (1982), Rating scale analysis, chapter 5"
 */
public record SquareFit(double infit, double outfit, int n) {

  /** Of all items. */
  public static List<SquareFit> of(
      Calibration calibration, AnswerPatterns answers, List<PersonScores.Person> people) {
    List<SquareFit> fits = new ArrayList<>();
    for (int j = 0; j < answers.items(); j++) {
      double squares = 0;
      double variances = 0;
      double ratios = 0;
      int n = 0;
      for (int p = 0; p < answers.size(); p++) {
        Optional<Estimate> level = people.get(p).wle();
        int answer = answers.answer(p, j);
        if (level.isPresent() && answer != AnswerPatterns.MISSING) {
          double[] chances = calibration.probabilities(j, level.get().theta());
          double mean = 0;
          double square = 0;
          for (int k = 1; k < chances.length; k++) {
            mean += k * chances[k];
            square += k * k * chances[k];
          }
          double variance = square - mean * mean;
          double off = answer - mean;
          int weight = answers.people(p);
          squares += weight * off * off;
          variances += weight * variance;
          ratios += weight * off * off / variance;
          n += weight;
        }
      }
      fits.add(new SquareFit(squares / variances, ratios / n, n));
    }
    return fits;
  }
}
