package org.xinheng.definition.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;

/**
 * The highest score of a scale, given the most that each item or part can add.
 *
 * <p>With nothing missing the highest sum is the sum of the highest. With {@code k} of {@code n} answered it is that of
 * the {@code k} largest, which may be more or less:
 *
 * <pre>
 *   sum, ignore or zero    S(k)            codes from 1 up: a missing answer lowers the sum below its lowest
 *   sum, prorate           S(k) · n / k    the mean of the k largest is the greater the fewer there are
 *   mean, ignore, prorate  S(k) / k        so too
 *   mean, zero             S(k) / n
 *   filled in              S(k) + (n − k) · median or mean of the k largest, rounded; a mean divides that by n
 * </pre>
 *
 * <p>where {@code k} goes from {@code n − limit}, but at least 1, to {@code n}. Items that skip logic left out never
 * count as missing. Where the scale counts them as 0, every item may also give 0, which is not among the answers that
 * blanks are filled in with. Where it leaves them out, {@code k} goes from 1 and {@code n} from {@code k} to {@code k +
 * limit}, and the extremes lie at the ends.
 *
 * @param fill how what is filled in is rounded
 */
record HighestScore(Scale scale, Method method, Rounding.Mode fill) {

  static HighestScore of(Scale scale) {
    return new HighestScore(scale, scale.method(), scale.missing().fill());
  }

  /** The same with all signs turned, which gives the lowest score with its sign turned. */
  HighestScore turned() {
    return new HighestScore(
        scale,
        switch (method) {
          case MAXIMUM -> Method.MINIMUM;
          case MINIMUM -> Method.MAXIMUM;
          case SUM, MEAN, COUNT, STANDARD_DEVIATION, DIFFERENCE, RATIO, PRODUCT, IRT -> method;
        },
        switch (fill) {
          case UP -> Rounding.Mode.FLOOR;
          case FLOOR -> Rounding.Mode.UP;
          case HALF_UP, HALF_EVEN, NONE -> fill;
        });
  }

  /** The highest score of parts that add at most this, in any order. */
  BigFraction of(List<BigFraction> most) {
    List<BigFraction> largestFirst = new ArrayList<>(most);
    largestFirst.sort(Comparator.reverseOrder());
    int n = most.size();
    int limit = scale.missing().limit().of(n);
    boolean shrinks = scale.keying() instanceof Keying.OfItems
        && scale.missing().notApplicable() == MissingRule.NotApplicable.IGNORE;
    int fewest = shrinks ? 1 : Math.max(1, n - limit);
    if (method.isExtreme()) {
      return extreme(largestFirst, fewest);
    }
    if (scale.missing().then().isFill()) {
      return filled(largestFirst, limit);
    }
    List<BigFraction> candidates = new ArrayList<>();
    BigFraction sum = BigFraction.ZERO;
    for (int k = 1; k <= n; k++) {
      sum = sum.add(largestFirst.get(k - 1));
      if (k >= fewest && shrinks) {
        candidates.add(score(sum, k, k, scale));
        candidates.add(score(sum, k, Math.min(n, k + limit), scale));
      } else if (k >= fewest) {
        candidates.add(score(sum, k, n, scale));
      }
    }
    return Collections.max(candidates);
  }

  /** The largest of all, or the least that the fewest and largest leave; missing ones are left out. */
  private BigFraction extreme(List<BigFraction> largestFirst, int fewest) {
    return largestFirst.get(method == Method.MAXIMUM ? 0 : fewest - 1);
  }

  /** Over all numbers answered and missing; the score is extreme where as few or as many as can be are missing. */
  private BigFraction filled(List<BigFraction> largestFirst, int limit) {
    int n = largestFirst.size();
    MissingRule.NotApplicable notApplicable = scale.missing().notApplicable();
    List<BigFraction> candidates = new ArrayList<>();
    if (notApplicable == MissingRule.NotApplicable.ZERO) {
      candidates.add(BigFraction.ZERO);
    }
    BigFraction sum = BigFraction.ZERO;
    for (int k = 1; k <= n; k++) {
      sum = sum.add(largestFirst.get(k - 1));
      BigFraction one = filledIn(largestFirst, sum, k);
      int most = Math.min(limit, n - k);
      boolean leavesOut = notApplicable != MissingRule.NotApplicable.NO_SCORE;
      for (int missing : leavesOut ? List.of(0, most) : List.of(n - k)) {
        int counted = notApplicable == MissingRule.NotApplicable.IGNORE ? k + missing : n;
        BigFraction all = sum.add(one.multiply(missing));
        if (missing <= most) {
          candidates.add(method == Method.MEAN ? all.divide(counted) : all);
        }
      }
    }
    return Collections.max(candidates);
  }

  /** What each missing answer counts as, given the {@code k} largest, and their sum, that were answered. */
  private BigFraction filledIn(List<BigFraction> largestFirst, BigFraction sum, int k) {
    BigFraction middle = scale.missing().then() == MissingRule.Then.MEDIAN
        ? largestFirst.get((k - 1) / 2).add(largestFirst.get(k / 2)).divide(2)
        : sum.divide(k);
    return new Rounding(fill, 0).of(middle);
  }

  /** The score of a sum over {@code k} answers of {@code n}, none of them filled in. */
  static BigFraction score(BigFraction sum, int k, int n, Scale scale) {
    MissingRule.Then then = scale.missing().then();
    if (scale.method() == Method.MEAN) {
      return sum.divide(then == MissingRule.Then.ZERO ? n : k);
    }
    return then == MissingRule.Then.PRORATE ? sum.multiply(n).divide(k) : sum;
  }
}
