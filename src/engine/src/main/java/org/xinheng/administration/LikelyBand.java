package org.xinheng.administration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.policy.Stopping;
import org.xinheng.scoring.CompleteSums;
import org.xinheng.scoring.LevelBounds;
import org.xinheng.scoring.Normal;
import org.xinheng.scoring.ResponseTable;

/**
 * The band that a scale will most probably have, by declared shares of answers. Given what the items share, the answers are
 * independent: the probability of a sum of what is left is a convolution, and its mean over the posterior of what they share,
 * on equal steps of a normal curve, the probability of a band.
 *
 * <p>Not for several threads at once: the convolutions are kept.
 */
final class LikelyBand {

  private static final int NODES = 41;
  private static final double REACH = 5;

  private final String id;
  private final CompleteSums sums;
  private final double error;

  /** By item, category of the code and node. */
  private final double[][][] probabilities;

  private final double[] weights = new double[NODES];

  /** By item, what each category adds. */
  private final long[][] adds;

  private final List<Map<Integer, Integer>> categoryOf = new ArrayList<>();
  private final Map<Set<Integer>, Rest> rests = new HashMap<>();

  /**
   * @param shares of every item of the scale
   * @param error the largest chance of another band
   */
  LikelyBand(
      String id,
      CompleteSums sums,
      List<ResponseSet> responses,
      List<Stopping.AnswerShares> shares,
      double error) {
    this.id = id;
    this.sums = sums;
    this.error = error;
    probabilities = new double[sums.size()][][];
    adds = new long[sums.size()][];
    for (int node = 0; node < NODES; node++) {
      weights[node] = StrictMath.exp(-theta(node) * theta(node) / 2);
    }
    for (int item = 0; item < sums.size(); item++) {
      int number = item;
      List<Integer> codes = responses.get(item).options().stream()
          .map(option -> option.code())
          .sorted((one, other) -> Long.compare(sums.adds(number, one), sums.adds(number, other)))
          .toList();
      adds[item] = codes.stream().mapToLong(code -> sums.adds(number, code)).toArray();
      Map<Integer, Integer> categories = new HashMap<>();
      IntStream.range(0, codes.size())
          .forEach(category -> categories.put(codes.get(category), category));
      categoryOf.add(categories);
      probabilities[item] = ofCategories(shares.get(item));
    }
  }

  private static double theta(int node) {
    return -REACH + 2 * REACH * node / (NODES - 1);
  }

  private static double[][] ofCategories(Stopping.AnswerShares shares) {
    double loading = shares.loading().doubleValue();
    double rest = StrictMath.sqrt(1 - loading * loading);
    double[][] of = new double[shares.shares().size()][NODES];
    for (int node = 0; node < NODES; node++) {
      double below = 0;
      double sum = 0;
      for (int category = 0; category < of.length; category++) {
        sum += shares.shares().get(category).doubleValue();
        boolean last = category == of.length - 1;
        double step = last
            ? Double.POSITIVE_INFINITY
            : Normal.quantile(Math.min(Math.max(sum, 1e-12), 1 - 1e-12));
        double upTo = last ? 1 : Normal.below((step - loading * theta(node)) / rest);
        of[category][node] = Math.max(upTo - below, 0);
        below = upTo;
      }
    }
    return of;
  }

  /** The sums that what is left can have: at each node the probability of each, from the least up. */
  private static final class Rest {

    private final long least;
    private final double[][] byNode;

    Rest(long least, double[][] byNode) {
      this.least = least;
      this.byNode = byNode;
    }

    int size() {
      return byNode[0].length;
    }
  }

  private Rest rest(Set<Integer> open) {
    return rests.computeIfAbsent(Set.copyOf(open), items -> {
      long least = items.stream().mapToLong(sums::lowest).sum();
      int size = (int) (items.stream().mapToLong(sums::highest).sum() - least) + 1;
      double[][] byNode = new double[NODES][];
      for (int node = 0; node < NODES; node++) {
        double[] of = new double[size];
        of[0] = 1;
        for (int item : items) {
          of = convolved(of, item, node);
        }
        byNode[node] = of;
      }
      return new Rest(least, byNode);
    });
  }

  private double[] convolved(double[] of, int item, int node) {
    double[] next = new double[of.length];
    for (int sum = 0; sum < of.length; sum++) {
      if (of[sum] > 0) {
        for (int category = 0; category < adds[item].length; category++) {
          int at = sum + (int) (adds[item][category] - sums.lowest(item));
          next[at] += of[sum] * probabilities[item][category][node];
        }
      }
    }
    return next;
  }

  /** The scale as stopped, if its band is likely enough; empty also if an item was passed without an answer. */
  Optional<StoppedScale> stopped(ResponseTable table, int row) {
    double[] posterior = weights.clone();
    long given = 0;
    Set<Integer> open = new TreeSet<>();
    for (int item = 0; item < sums.size(); item++) {
      int column = sums.column(item);
      if (table.isAnswered(row, column)) {
        int code = table.code(row, column);
        given += sums.adds(item, code);
        double[] of = probabilities[item][categoryOf.get(item).getOrDefault(code, 0)];
        for (int node = 0; node < NODES; node++) {
          posterior[node] *= of[node];
        }
      } else if (table.missing(row, column) == Missing.NOT_REACHED) {
        open.add(item);
      } else {
        return Optional.empty();
      }
    }
    double total = Arrays.stream(posterior).sum();
    return open.isEmpty() || !(total > 0)
        ? Optional.empty()
        : mostLikely(given, rest(open), posterior, total);
  }

  private Optional<StoppedScale> mostLikely(
      long given, Rest rest, double[] posterior, double total) {
    Map<Band, Double> chances = new HashMap<>();
    int size = rest.size();
    for (int sum = 0; sum < size; sum++) {
      double chance = 0;
      for (int node = 0; node < NODES; node++) {
        chance += posterior[node] * rest.byNode[node][sum];
      }
      double share = chance / total;
      sums.band(given + rest.least + sum)
          .ifPresent(band -> chances.merge(band, share, Double::sum));
    }
    return chances.entrySet().stream()
        .filter(entry -> entry.getValue() >= 1 - error)
        .findFirst()
        .map(entry -> new StoppedScale(
            id,
            Optional.of(entry.getKey().id()),
            new LevelBounds(entry.getKey().level(), entry.getKey().level()),
            StoppedScale.Why.BAND_LIKELY,
            Math.min(entry.getValue(), 1)));
  }
}
