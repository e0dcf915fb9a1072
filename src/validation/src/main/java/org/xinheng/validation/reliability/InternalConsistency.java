package org.xinheng.validation.reliability;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.validation.summary.Covariances;
import org.xinheng.validation.summary.Moments;
import org.xinheng.validation.summary.PairedNumbers;

/**
 * A scale and each of its items in it.
 *
 * @param total alpha of all items
 * @param items one for each column
 */
public record InternalConsistency(Alpha total, List<Item> items) {

  /**
   * An item among the others.
   *
   * @param n people who answered it
   * @param mean of its answers
   * @param sd of its answers
   * @param itemTotal correlation with the sum, itself in it (of people who left out some items: with their mean)
   * @param itemRest correlation with the sum of the other items
   * @param corrected correlation with the sum, the item's own part replaced by what it shares with the others
   * @param without alpha of the other items; for a scale of two items not defined
   */
  public record Item(
      int n,
      double mean,
      double sd,
      double itemTotal,
      double itemRest,
      double corrected,
      Alpha without) {}

  public InternalConsistency {
    items = List.copyOf(items);
  }

  /**
   * From people who answered all items.
   *
   * @param table {@code table[person][item]}, reversed items already reversed; {@code NaN} for no answer
   */
  public static InternalConsistency ofComplete(double[][] table) {
    Covariances covariances = Covariances.complete(table);
    return new InternalConsistency(Alpha.of(covariances), items(covariances, (item, sums) -> {
      double itemTotal = sums / (covariances.sd(item) * Math.sqrt(covariances.sum()));
      return new Described(
          covariances.rows(), covariances.mean(item), covariances.sd(item), itemTotal);
    }));
  }

  /**
   * From all answers: each covariance from the people who gave both, each mean from those who gave one. The intervals of alpha
   * take all people as its n, and so are somewhat too short.
   */
  public static InternalConsistency ofPairwise(double[][] table) {
    Covariances covariances = Covariances.pairwise(table);
    double[] means = new double[table.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = Moments.of(table[i]).mean();
    }
    double[][] columns = Covariances.columns(table, covariances.size());
    return new InternalConsistency(Alpha.of(covariances), items(covariances, (item, sums) -> {
      Moments moments = Moments.of(columns[item]);
      double itemTotal = PairedNumbers.of(columns[item], means).pearson();
      return new Described(moments.n(), moments.mean(), moments.sd(), itemTotal);
    }));
  }

  private static List<Item> items(Covariances c, Describer describer) {
    double total = c.sum();
    double[] smc = c.squaredMultipleCorrelations();
    double[][] r = c.correlations();
    double shared = 0;
    double[] sumsOfR = new double[c.size()];
    for (int i = 0; i < c.size(); i++) {
      sumsOfR[i] = smc[i] - 1;
      for (double value : r[i]) {
        sumsOfR[i] += value;
      }
      shared += sumsOfR[i];
    }
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < c.size(); i++) {
      double sum = 0;
      for (int j = 0; j < c.size(); j++) {
        sum += c.value(i, j);
      }
      double variance = c.value(i, i);
      double rest = (sum - variance) / Math.sqrt(variance * (total - 2 * sum + variance));
      Described d = describer.describe(i, sum);
      items.add(new Item(
          d.n,
          d.mean,
          d.sd,
          d.itemTotal,
          rest,
          sumsOfR[i] / Math.sqrt(shared),
          Alpha.of(c.without(i))));
    }
    return items;
  }

  private record Described(int n, double mean, double sd, double itemTotal) {}

  private interface Describer {
    Described describe(int item, double sumOfCovariances);
  }
}
