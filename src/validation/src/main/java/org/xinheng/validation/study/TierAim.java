package org.xinheng.validation.study;

import java.util.List;
import org.xinheng.validation.cutoff.CutOffTable;
import org.xinheng.validation.cutoff.Tiers;

/** What two cut-offs that part people into three tiers are to do. */
public sealed interface TierAim {

  /** The scheme that does it best. */
  Tiers choose(CutOffTable table);

  /**
   * The cut-offs that flag fewest among those whose tiers reach these shares of cases.
   *
   * @param second share of cases that is to be in tier 2 or 3
   * @param third share of cases that is to be in tier 3, no larger
   */
  record Sensitivities(double second, double third) implements TierAim {

    public Sensitivities {
      if (!(third > 0 && third <= second && second <= 1)) {
        throw new IllegalArgumentException(
            "shares of cases in tiers 2 and 3 must be in (0, 1], the second no larger: " + second
                + " and " + third);
      }
    }

    @Override
    public Tiers choose(CutOffTable table) {
      return Tiers.meeting(table, second, third);
    }
  }

  /**
   * The cut-offs of the largest worth.
   *
   * @param ofControl what it is worth that a control is in tier 1, 2, 3
   * @param ofCase what it is worth that a case is
   */
  record Worth(List<Double> ofControl, List<Double> ofCase) implements TierAim {

    public Worth {
      ofControl = List.copyOf(ofControl);
      ofCase = List.copyOf(ofCase);
      if (ofControl.size() != 3 || ofCase.size() != 3) {
        throw new IllegalArgumentException(
            "the worth of three tiers is needed, for controls as for cases: " + ofControl.size()
                + " and " + ofCase.size());
      }
    }

    @Override
    public Tiers choose(CutOffTable table) {
      List<Tiers> schemes =
          Tiers.maximising(table, values(ofControl), values(ofCase)).schemes();
      return schemes.isEmpty() ? Tiers.of(table) : schemes.get(schemes.size() - 1);
    }

    private static double[] values(List<Double> list) {
      return list.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
