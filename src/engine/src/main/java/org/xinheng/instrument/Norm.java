package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.List;

/** What a score of one scale is worth in one norm group. */
public sealed interface Norm {

  /** The standard score that it gives at once; others are taken from that one. */
  StandardScore basis();

  /** Mean and standard deviation of the group; {@code sd} is above 0. */
  record MeanAndSd(BigDecimal mean, BigDecimal sd) implements Norm {
    @Override
    public StandardScore basis() {
      return StandardScore.Z;
    }
  }

  /**
   * A published table. A score outside it is not normed.
   *
   * @param of the standard score that it lists
   * @param rows from the lowest score to the highest
   * @param interpolated whether a score between two rows has a standard score, on the line between them
   */
  record Table(StandardScore of, List<Row> rows, boolean interpolated) implements Norm {
    public Table {
      rows = List.copyOf(rows);
    }

    @Override
    public StandardScore basis() {
      return of;
    }
  }

  /** One score of a table and the standard score listed for it. */
  record Row(BigDecimal score, BigDecimal standard) {}

  /**
   * A mean that is expected of each student: {@code intercept + age · a + ageSquared · a² + female · f + grade · g} with
   * the age {@code a} in completed years, {@code f = 1} for girls and 0 for boys, and the school grade {@code g}.
   *
   * @param sd the standard deviation of what is left, above 0
   */
  record Regression(
      BigDecimal intercept,
      BigDecimal age,
      BigDecimal ageSquared,
      BigDecimal female,
      BigDecimal grade,
      BigDecimal sd)
      implements Norm {

    @Override
    public StandardScore basis() {
      return StandardScore.Z;
    }

    public boolean asksAge() {
      return age.signum() != 0 || ageSquared.signum() != 0;
    }

    public boolean asksSex() {
      return female.signum() != 0;
    }

    public boolean asksGrade() {
      return grade.signum() != 0;
    }

    /** The mean expected of a student; what {@link #asksAge} and the others say is not asked does not matter. */
    public BigDecimal mean(int ofAge, Sex ofSex, int ofGrade) {
      BigDecimal years = BigDecimal.valueOf(ofAge);
      return intercept
          .add(age.multiply(years))
          .add(ageSquared.multiply(years).multiply(years))
          .add(ofSex == Sex.FEMALE ? female : BigDecimal.ZERO)
          .add(grade.multiply(BigDecimal.valueOf(ofGrade)));
    }
  }
}
