package org.xinheng.validation.cutoff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.xinheng.validation.accuracy.Confusion;

/**
 * Several cut-offs at once, which part people into tiers.
 *
 * @param cutOffs from the first tier's upper end to the last tier's lower end
 * @param tiers one more than cut-offs, the tier of least concern first
 */
public record Tiers(List<Double> cutOffs, List<Tier> tiers) {

  /** The most schemes that are listed as equally good. */
  private static final int MOST_TIES = 1000;

  /**
   * The people of one tier.
   *
   * @param people in it
   * @param cases among them
   * @param capture share of all cases that are in it
   */
  public record Tier(long people, long cases, double capture) {

    /** Share of its people who are cases. */
    public double ppv() {
      return (double) cases / people;
    }
  }

  /**
   * Schemes that are equally good.
   *
   * @param utility per person; {@code NaN} if there are fewer scores than a scheme needs
   * @param schemes at most a thousand
   */
  public record Best(double utility, List<Tiers> schemes) {

    public Best {
      schemes = List.copyOf(schemes);
    }
  }

  public Tiers {
    cutOffs = List.copyOf(cutOffs);
    tiers = List.copyOf(tiers);
  }

  /**
   * What a scheme does.
   *
   * @param cutOffs toward the stronger sign of a case: ascending if a case scores high, else descending
   */
  public static Tiers of(CutOffTable table, double... cutOffs) {
    List<Double> list = new ArrayList<>();
    List<Tier> tiers = new ArrayList<>();
    long people = (long) table.cases() + table.controls();
    long cases = table.cases();
    double before = table.direction().turned(cutOffs.length == 0 ? 0 : cutOffs[0]);
    for (double cutOff : cutOffs) {
      if (!(table.direction().turned(cutOff) >= before)) {
        throw new IllegalArgumentException(
            "cut-offs must lead toward cases: " + cutOff + " comes too late");
      }
      before = table.direction().turned(cutOff);
      Confusion above = table.at(cutOff);
      tiers.add(tier(table, people - above.flagged(), cases - above.tp()));
      people = above.flagged();
      cases = above.tp();
      list.add(cutOff);
    }
    tiers.add(tier(table, people, cases));
    return new Tiers(list, tiers);
  }

  private static Tier tier(CutOffTable table, long people, long cases) {
    return new Tier(people, cases, (double) cases / table.cases());
  }

  /** Share of all cases in this tier or a higher one. */
  public double captureFrom(int tier) {
    return tiers.subList(tier, tiers.size()).stream().mapToLong(Tier::cases).sum()
        / (double) tiers.stream().mapToLong(Tier::cases).sum();
  }

  /**
   * The schemes of the largest utility.
   *
   * <p>The utility of a scheme is a sum over its cut-offs of what those beyond each gain by it, so the best scheme is found
   * from the best of each shorter one, whatever the number of scores.
   *
   * @param ofControl what it is worth that a control is in a tier, tier by tier
   * @param ofCase what it is worth that a case is
   */
  public static Best maximising(CutOffTable table, double[] ofControl, double[] ofCase) {
    int cuts = ofControl.length - 1;
    if (cuts < 1 || ofCase.length != ofControl.length) {
      throw new IllegalArgumentException(
          "utilities of at least two tiers are needed, for controls as for cases");
    }
    List<CutOff> points = table.observed();
    int n = points.size();
    double[][] gain = new double[cuts][n];
    double[][] best = new double[cuts][n];
    for (int k = cuts - 1; k >= 0; k--) {
      for (int i = 0; i < n; i++) {
        Confusion counts = points.get(i).counts();
        gain[k][i] = counts.tp() * (ofCase[k + 1] - ofCase[k])
            + counts.fp() * (ofControl[k + 1] - ofControl[k]);
        double rest = k == cuts - 1 ? 0 : i == 0 ? Double.NEGATIVE_INFINITY : best[k + 1][i - 1];
        double here = gain[k][i] + rest;
        best[k][i] = i == 0 ? here : Math.max(here, best[k][i - 1]);
      }
    }
    if (n == 0 || best[0][n - 1] == Double.NEGATIVE_INFINITY) {
      return new Best(Double.NaN, List.of());
    }
    double base = table.cases() * ofCase[0] + table.controls() * ofControl[0];
    double total = best[0][n - 1];
    Search search = new Search(table, points, gain, best);
    search.from(0, n - 1, total, new ArrayList<>());
    return new Best((base + total) / ((double) table.cases() + table.controls()), search.found);
  }

  /**
   * The cut-offs that each have the best specificity among those of at least the sensitivity stated for them.
   *
   * @param leastSensitivities of the cut-offs into the second tier, the third and so on; each at most the one before
   */
  public static Tiers meeting(CutOffTable table, double... leastSensitivities) {
    double[] cutOffs = new double[leastSensitivities.length];
    double before = 1;
    for (int k = 0; k < cutOffs.length; k++) {
      if (!(leastSensitivities[k] <= before)) {
        throw new IllegalArgumentException(
            "sensitivities must not rise from tier to tier: " + leastSensitivities[k]);
      }
      before = leastSensitivities[k];
      cutOffs[k] = table.mostSpecific(before).flaggingMost().score();
    }
    return of(table, cutOffs);
  }

  /** Goes back from the best utility to all schemes that reach it. */
  private static final class Search {

    private final CutOffTable table;
    private final List<CutOff> points;
    private final double[][] gain;
    private final double[][] best;
    private final List<Tiers> found = new ArrayList<>();

    Search(CutOffTable table, List<CutOff> points, double[][] gain, double[][] best) {
      this.table = table;
      this.points = points;
      this.gain = gain;
      this.best = best;
    }

    void from(int cut, int last, double wanted, List<Double> chosen) {
      if (cut == gain.length) {
        found.add(of(table, chosen.stream().mapToDouble(Double::doubleValue).toArray()));
        return;
      }
      double slack = CutOffTable.TIE * Math.max(1, Math.abs(wanted));
      for (int i = last;
          i >= 0 && best[cut][i] >= wanted - slack && found.size() < MOST_TIES;
          i--) {
        double rest =
            cut == gain.length - 1 ? 0 : i == 0 ? Double.NEGATIVE_INFINITY : best[cut + 1][i - 1];
        if (gain[cut][i] + rest >= wanted - slack) {
          chosen.add(points.get(i).score());
          from(cut + 1, i - 1, rest, chosen);
          chosen.remove(chosen.size() - 1);
        }
      }
    }
  }

  /** All schemes with these as possible cut-offs, in order of the first and then of the next. */
  public static List<Tiers> pairs(CutOffTable table, double... cutOffs) {
    List<Tiers> schemes = new ArrayList<>();
    for (int a = 0; a < cutOffs.length; a++) {
      for (int b = a + 1; b < cutOffs.length; b++) {
        schemes.add(of(table, cutOffs[a], cutOffs[b]));
      }
    }
    return Collections.unmodifiableList(schemes);
  }
}
