package org.xinheng.scoring;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.Scale;

/**
 * T scores of one scale: {@code T = 50 + 10 (x − mean) / sd}, exact until its one rounding. With {@code mean = a/k} and
 * {@code sd = b/k}, and the value {@code num/den}, that is {@code (50·b·den + 10·(num·k − a·den)) / (b·den)}.
 */
final class NormStep {

  private final List<NormSet.Group> groups;
  private final boolean[] normed;
  private final long[] means;
  private final long[] sds;
  private final long[] dens;
  private final Rounding rounding;

  private NormStep(String scale, NormSet set) {
    groups = set.groups();
    rounding = set.rounding();
    normed = new boolean[groups.size()];
    means = new long[groups.size()];
    sds = new long[groups.size()];
    dens = new long[groups.size()];
    for (int i = 0; i < normed.length; i++) {
      Optional<NormSet.MeanAndSd> cell =
          Optional.ofNullable(groups.get(i).scales().get(scale));
      normed[i] = cell.isPresent();
      if (cell.isPresent()) {
        dens[i] = Math.max(
            Fraction.denominator(cell.get().mean()),
            Fraction.denominator(cell.get().sd()));
        means[i] = cell.get().mean().movePointRight(decimals(dens[i])).longValueExact();
        sds[i] = cell.get().sd().movePointRight(decimals(dens[i])).longValueExact();
      }
    }
  }

  /** The step, if the norm set has anything for the scale. */
  static Optional<NormStep> of(Scale scale, NormSet set) {
    return set.groups().stream().anyMatch(group -> group.scales().containsKey(scale.id()))
        ? Optional.of(new NormStep(scale.id(), set))
        : Optional.empty();
  }

  /** No numerator or denominator on the way to T is larger, for values up to {@code value}. */
  BigInteger largest(BigInteger value, BigInteger denominator) {
    BigInteger largest = BigInteger.ONE;
    for (int i = 0; i < means.length; i++) {
      BigInteger sd = BigInteger.valueOf(sds[i]).multiply(BigInteger.valueOf(50));
      BigInteger distance = value
          .multiply(BigInteger.valueOf(dens[i]))
          .add(BigInteger.valueOf(means[i]).abs())
          .multiply(BigInteger.TEN);
      largest = largest.max(sd.add(distance));
    }
    return largest
        .multiply(denominator)
        .multiply(BigInteger.TEN.pow(rounding.decimals()))
        .shiftLeft(1);
  }

  /** The first group that fits the student and has norms for the scale. */
  int groupOf(ResponseTable table, int row) {
    for (int i = 0; i < normed.length; i++) {
      if (normed[i] && table.isFor(row, groups.get(i).audience())) {
        return i;
      }
    }
    return ScoreTable.NO_GROUP;
  }

  void standardise(
      int group,
      long num,
      long den,
      int scale,
      int row,
      ScoreTable scores,
      Optional<BandStep> bands) {
    long tNum = 50 * sds[group] * den + 10 * (num * dens[group] - means[group] * den);
    long tDen = sds[group] * den;
    if (rounding.mode() != Rounding.Mode.NONE) {
      long power = Fraction.POWERS_OF_TEN[rounding.decimals()];
      tNum = Fraction.divide(tNum * power, tDen, rounding.mode());
      tDen = power;
    }
    scores.setT(scale, row, (double) tNum / tDen);
    if (bands.isPresent()) {
      scores.setBand(scale, row, bands.get().bandOf(tNum, tDen));
    }
  }

  private static int decimals(long powerOfTen) {
    return Long.toString(powerOfTen).length() - 1;
  }
}
