package org.xinheng.scoring;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Audience;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.StandardScore;

/** The standard scores of one scale by the norm group of each student. */
final class NormStep {

  private final Audience audience;
  private final List<Group> groups;

  /**
   * A group with a norm of the scale.
   *
   * @param index its position in the norm set
   * @param taken the scores that can be taken from this norm
   */
  private record Group(int index, Audience audience, Norming norming, List<Taken> taken) {}

  /** @param column the position of the score among those that the set gives for the scale */
  private record Taken(int column, Derivation derivation) {}

  private NormStep(Audience audience, List<Group> groups) {
    this.audience = audience;
    this.groups = groups;
  }

  /** The step, if the norm set gives anything for the scale. */
  static Optional<NormStep> of(Scale scale, NormSet set) {
    List<StandardScore> given = given(scale, set);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < set.groups().size(); i++) {
      NormSet.Group group = set.groups().get(i);
      int index = i;
      Optional.ofNullable(group.scales().get(scale.id()))
          .ifPresent(norm -> groups.add(
              new Group(index, group.audience(), Norming.of(norm), taken(given, norm, set))));
    }
    return given.isEmpty() ? Optional.empty() : Optional.of(new NormStep(set.audience(), groups));
  }

  /** The standard scores that the set gives for a scale, for some students at least. */
  static List<StandardScore> given(Scale scale, NormSet set) {
    return set.gives().keySet().stream()
        .filter(score -> set.isGiven(score, scale.id()))
        .toList();
  }

  private static List<Taken> taken(List<StandardScore> given, Norm norm, NormSet set) {
    List<Taken> taken = new ArrayList<>();
    set.gives().forEach((score, rounding) -> {
      if (set.isGiven(score, norm)) {
        taken.add(new Taken(given.indexOf(score), new Derivation(score, norm.basis(), rounding)));
      }
    });
    return List.copyOf(taken);
  }

  /** Nothing on the way to a standard score and its band is larger, for values up to {@code value}. */
  BigInteger largest(BigInteger value, BigInteger denominator, List<BandStep> bands) {
    BigInteger largest = BigInteger.ONE;
    for (Group group : groups) {
      BigInteger num = group.norming().largestNumerator(value, denominator);
      BigInteger den = group.norming().largestDenominator(denominator);
      largest = largest.max(num).max(den);
      for (Taken taken : group.taken()) {
        BigInteger result =
            taken.derivation().largestResult(num, den, group.norming().largestBasis(value));
        largest = largest.max(taken.derivation().largest(num, den)).max(result);
        for (BandStep step : bands) {
          if (step.isOf(taken.derivation().score())) {
            largest = largest.max(result.multiply(step.largestEdge()));
          }
        }
      }
    }
    return largest;
  }

  /** Standardises the score {@code num / den} of a row, and bands it if the bands are of a standard score. */
  void run(
      long num,
      long den,
      int scale,
      int row,
      ResponseTable table,
      StoredScores scores,
      Optional<BandStep> bands) {
    Optional<Group> group = groupOf(table, row);
    if (group.isEmpty()) {
      scores.setNotNormed(scale, row, NotNormedReason.NO_GROUP);
      return;
    }
    scores.setNormGroup(scale, row, group.get().index());
    Norming.Basis basis = group.get().norming().of(num, den, table, row);
    if (basis instanceof Norming.Basis.Found found) {
      scores.setNormed(scale, row);
      for (Taken taken : group.get().taken()) {
        Fraction standard = taken.derivation().of(found.num(), found.den());
        scores.setStandard(scale, taken.column(), row, standard.toDouble());
        bands
            .filter(step -> step.isOf(taken.derivation().score()))
            .ifPresent(
                step -> scores.setBand(scale, row, step.bandOf(standard.num(), standard.den())));
      }
    } else if (basis instanceof Norming.Basis.None none) {
      scores.setNotNormed(scale, row, none.reason());
    }
  }

  /** The first group that fits the student. */
  private Optional<Group> groupOf(ResponseTable table, int row) {
    if (!table.isFor(row, audience)) {
      return Optional.empty();
    }
    for (Group group : groups) {
      if (table.isFor(row, group.audience())) {
        return Optional.of(group);
      }
    }
    return Optional.empty();
  }
}
