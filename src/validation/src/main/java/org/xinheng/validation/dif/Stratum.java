package org.xinheng.validation.dif;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** People with the same matching score: their answers to the studied item, and who of them is of the focal group. */
final class Stratum {

  private int focal;
  private int reference;
  private double focalSum;
  private double referenceSum;
  private double squares;

  private void add(double answer, boolean isFocal) {
    if (isFocal) {
      focal++;
      focalSum += answer;
    } else {
      reference++;
      referenceSum += answer;
    }
    squares += answer * answer;
  }

  /** The strata in order of the matching score; who lacks an answer or a score is left out. */
  static List<Stratum> of(double[] answers, boolean[] isFocal, double[] matching) {
    if (answers.length != isFocal.length || answers.length != matching.length) {
      throw new IllegalArgumentException("answers, groups and matching scores must be as many: "
          + answers.length + ", " + isFocal.length + ", " + matching.length);
    }
    TreeMap<Double, Stratum> strata = new TreeMap<>();
    for (int i = 0; i < answers.length; i++) {
      if (!Double.isNaN(answers[i]) && !Double.isNaN(matching[i])) {
        strata
            .computeIfAbsent(matching[i] + 0.0, score -> new Stratum())
            .add(answers[i], isFocal[i]);
      }
    }
    return new ArrayList<>(strata.values());
  }

  double focal() {
    return focal;
  }

  double reference() {
    return reference;
  }

  double n() {
    return (double) focal + reference;
  }

  /** Whether both groups are here, so that they can be compared. */
  boolean hasBoth() {
    return focal > 0 && reference > 0;
  }

  double focalSum() {
    return focalSum;
  }

  double referenceSum() {
    return referenceSum;
  }

  double sum() {
    return focalSum + referenceSum;
  }

  /** The sum of squared answers. */
  double squares() {
    return squares;
  }

  /** Mean answer of the focal group less that of the reference group. */
  double difference() {
    return focalSum / focal - referenceSum / reference;
  }
}
