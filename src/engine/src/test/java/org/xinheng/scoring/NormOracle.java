package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Norm;
import org.xinheng.instrument.NormSet;
import org.xinheng.instrument.Rounding;
import org.xinheng.instrument.StandardScore;

/**
 * Standard scores once more, for one score and one group, in decimal arithmetic and in the words of the definition
 * language, without sharing a line with the plan.
 */
final class NormOracle {

  private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int[] STANINES = {4, 7, 12, 17, 20, 17, 12, 7};

  private final NormSet set;
  private final ResponseTable table;
  private final int row;

  NormOracle(NormSet set, ResponseTable table, int row) {
    this.set = set;
    this.table = table;
    this.row = row;
  }

  Optional<NormSet.Group> group(String scale) {
    return set.groups().stream()
        .filter(group -> table.isFor(row, set.audience()))
        .filter(group -> group.scales().containsKey(scale))
        .filter(group -> table.isFor(row, group.audience()))
        .findFirst();
  }

  /** The standard score, if the set gives it and the norm has one for the value. */
  Optional<BigDecimal> standard(StandardScore score, Norm norm, BigDecimal value) {
    if (!set.gives().containsKey(score)) {
      return Optional.empty();
    }
    Rounding rounding = set.gives().get(score);
    return basis(norm, value)
        .flatMap(basis -> taken(score, norm.basis(), basis))
        .map(exact -> score.isClass() || rounding.mode() == Rounding.Mode.NONE
            ? exact
            : exact
                .setScale(30, RoundingMode.HALF_EVEN)
                .setScale(rounding.decimals(), rounding.mode().java()))
        .map(rounded -> score == StandardScore.PERCENTILE ? inside(rounded, rounding) : rounded);
  }

  private static BigDecimal inside(BigDecimal percentile, Rounding rounding) {
    BigDecimal step = BigDecimal.ONE.movePointLeft(rounding.decimals());
    return percentile.max(step).min(HUNDRED.subtract(step));
  }

  private Optional<BigDecimal> basis(Norm norm, BigDecimal value) {
    if (norm instanceof Norm.MeanAndSd cell) {
      return Optional.of(value.subtract(cell.mean()).divide(cell.sd(), DIGITS));
    }
    if (norm instanceof Norm.Regression r) {
      boolean known = (!r.asksAge() || table.ageOf(row) >= 0)
          && (!r.asksGrade() || table.gradeOf(row) >= 0)
          && (!r.asksSex() || table.isSexKnown(row));
      BigDecimal age = BigDecimal.valueOf(table.ageOf(row));
      BigDecimal mean = r.intercept()
          .add(r.age().multiply(age))
          .add(r.ageSquared().multiply(age.pow(2)))
          .add(table.isFemale(row) ? r.female() : BigDecimal.ZERO)
          .add(r.grade().multiply(BigDecimal.valueOf(table.gradeOf(row))));
      return known ? Optional.of(value.subtract(mean).divide(r.sd(), DIGITS)) : Optional.empty();
    }
    Norm.Table listing = (Norm.Table) norm;
    for (int i = 0; i < listing.rows().size(); i++) {
      Norm.Row at = listing.rows().get(i);
      if (at.score().compareTo(value) == 0) {
        return Optional.of(at.standard());
      }
      if (i > 0 && listing.interpolated()) {
        Norm.Row before = listing.rows().get(i - 1);
        if (before.score().compareTo(value) < 0 && value.compareTo(at.score()) < 0) {
          BigDecimal slope = at.standard()
              .subtract(before.standard())
              .divide(at.score().subtract(before.score()), DIGITS);
          return Optional.of(before.standard().add(slope.multiply(value.subtract(before.score()))));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<BigDecimal> taken(StandardScore score, StandardScore basis, BigDecimal of) {
    if (score == basis) {
      return Optional.of(of);
    }
    boolean linear = List.of(StandardScore.Z, StandardScore.T, StandardScore.IQ).contains(basis);
    if (basis == StandardScore.PERCENTILE) {
      return fromPercentile(score, of);
    }
    if (!linear) {
      return Optional.empty();
    }
    BigDecimal z = switch (basis) {
      case T -> of.subtract(BigDecimal.valueOf(50)).divide(BigDecimal.TEN, DIGITS);
      case IQ -> of.subtract(HUNDRED).divide(BigDecimal.valueOf(15), DIGITS);
      default -> of;
    };
    if (score == StandardScore.PERCENTILE) {
      return set.percentileByNormal()
          ? Optional.of(ExactNormal.below(z).multiply(HUNDRED))
          : Optional.empty();
    }
    return Optional.of(fromZ(score, z));
  }

  private Optional<BigDecimal> fromPercentile(StandardScore score, BigDecimal percentile) {
    if (score == StandardScore.STANINE) {
      int stanine = 1;
      BigDecimal below = BigDecimal.ZERO;
      for (int share : STANINES) {
        below = below.add(BigDecimal.valueOf(share));
        stanine += percentile.compareTo(below) >= 0 ? 1 : 0;
      }
      return Optional.of(BigDecimal.valueOf(stanine));
    }
    BigDecimal z = ExactNormal.quantile(percentile.divide(HUNDRED, DIGITS));
    return score == StandardScore.STEN || set.normalised()
        ? Optional.of(fromZ(score, z))
        : Optional.empty();
  }

  private static BigDecimal fromZ(StandardScore score, BigDecimal z) {
    return switch (score) {
      case Z -> z;
      case T -> z.multiply(BigDecimal.TEN).add(BigDecimal.valueOf(50));
      case IQ -> z.multiply(BigDecimal.valueOf(15)).add(HUNDRED);
      case STEN -> nearest(z.multiply(BigDecimal.valueOf(2)).add(new BigDecimal("5.5")), 10);
      case STANINE -> nearest(z.multiply(BigDecimal.valueOf(2)).add(BigDecimal.valueOf(5)), 9);
      case PERCENTILE -> throw new IllegalArgumentException("no line over z");
    };
  }

  private static BigDecimal nearest(BigDecimal value, int last) {
    return value
        .setScale(30, RoundingMode.HALF_EVEN)
        .setScale(0, RoundingMode.HALF_UP)
        .max(BigDecimal.ONE)
        .min(BigDecimal.valueOf(last));
  }
}
