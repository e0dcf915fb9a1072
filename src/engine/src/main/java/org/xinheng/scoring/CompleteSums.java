package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/**
 * The band that every sum of complete answers to one scale gives one student: for a scale of single choices that are counted
 * and added, all of which are always asked. With it, what is still possible is told by two additions, for students by the
 * million. The bands are made by the steps of the plan itself. Immutable.
 *
 * <p>Items of the scale are numbered from 0 in the order of its keys. Sums are whole numbers, in parts of a denominator that
 * all answers share.
 */
public final class CompleteSums {

  /** More sums than this are not worth a table. */
  private static final int MOST_SUMS = 1 << 16;

  private final int[] columns;
  private final Contribution.OfCodes[] contributions;
  private final long[] lowest;
  private final long[] highest;
  private final long least;
  private final List<Optional<Band>> bands;

  /** For each sum, the place of the last one up to which all have the same band. */
  private final int[] lastAlike;

  private CompleteSums(ScoringPlan plan, ScaleStep step, long denominator, ResponseTable student) {
    Scale scale = plan.instrument().scales().get(step.scale());
    List<Key> keys = scale.keying().keys();
    columns = new int[keys.size()];
    contributions = new Contribution.OfCodes[columns.length];
    lowest = new long[columns.length];
    highest = new long[columns.length];
    for (int i = 0; i < columns.length; i++) {
      ResponseSet.Scorable responses = Contribution.responses(keys.get(i), plan.instrument());
      columns[i] = student.column(keys.get(i).item());
      contributions[i] =
          (Contribution.OfCodes) Contribution.of(scale, keys.get(i), responses, denominator);
      lowest[i] = Long.MAX_VALUE;
      highest[i] = Long.MIN_VALUE;
      for (int code = ResponseSet.LOWEST_CODE; code <= ResponseSet.HIGHEST_CODE; code++) {
        if (responses.declares(code)) {
          lowest[i] = Math.min(lowest[i], adds(i, code));
          highest[i] = Math.max(highest[i], adds(i, code));
        }
      }
    }
    least = Arrays.stream(lowest).sum();
    bands = bands(plan, step, denominator, student);
    lastAlike = new int[bands.size()];
    for (int place = bands.size() - 1; place >= 0; place--) {
      boolean alike = place + 1 < bands.size() && bands.get(place).equals(bands.get(place + 1));
      lastAlike[place] = alike ? lastAlike[place + 1] : place;
    }
  }

  private List<Optional<Band>> bands(
      ScoringPlan plan, ScaleStep step, long denominator, ResponseTable student) {
    int sums = (int) (Arrays.stream(highest).sum() - least) + 1;
    Block block = plan.block(sums);
    block.moveTo(0, sums);
    for (int place = 0; place < sums; place++) {
      block.sum[place] = least + place;
      block.scale[place] = denominator;
      block.answered[place] = columns.length;
    }
    ScoreTable scores = new ScoreTable(plan, sums);
    step.finish().run(step.scale(), block, student.copiesOfFirst(sums), scores);
    List<Optional<Band>> found = new ArrayList<>();
    for (int place = 0; place < sums; place++) {
      found.add(scores.band(place, step.scale()));
    }
    return List.copyOf(found);
  }

  /**
   * The sums of a scale for one student; empty if it is not a matter of adding single choices, if skip logic may leave out
   * one of its items, or if there are too many sums.
   *
   * @param student one row, of which only the student counts
   */
  public static Optional<CompleteSums> of(ScoringPlan plan, String scaleId, ResponseTable student) {
    for (ScaleStep step : plan.steps()) {
      Scale scale = plan.instrument().scales().get(step.scale());
      if (scale.id().equals(scaleId)
          && step.gathering() instanceof Gathering.Items items
          && adds(scale.method())
          && scale.keying().keys().stream().allMatch(key -> isPlain(plan, key))) {
        return spread(plan, scale, items.denominator()) < MOST_SUMS
            ? Optional.of(new CompleteSums(plan, step, items.denominator(), student))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean adds(Method method) {
    return switch (method) {
      case SUM, MEAN, COUNT -> true;
      case MAXIMUM, MINIMUM, STANDARD_DEVIATION, DIFFERENCE, RATIO, PRODUCT, IRT -> false;
    };
  }

  private static boolean isPlain(ScoringPlan plan, Key key) {
    ResponseSet.Scorable responses = Contribution.responses(key, plan.instrument());
    return !Cells.isWide(responses)
        && plan.instrument()
            .visibleWhen(Contribution.item(key, plan.instrument()))
            .isEmpty();
  }

  private static double spread(ScoringPlan plan, Scale scale, long denominator) {
    return scale.keying().keys().stream()
        .map(key -> scale.contributions(key, Contribution.responses(key, plan.instrument())))
        .mapToDouble(
            adds -> adds.get(adds.size() - 1).subtract(adds.get(0)).doubleValue() * denominator)
        .sum();
  }

  /** How many items there are. */
  public int size() {
    return columns.length;
  }

  /** The column of an item. */
  public int column(int item) {
    return columns[item];
  }

  /** What a declared code of an item adds to the sum. */
  public long adds(int item, int code) {
    return contributions[item].of((byte) code);
  }

  /** The least that an answer to an item adds. */
  public long lowest(int item) {
    return lowest[item];
  }

  /** The most that an answer to an item adds. */
  public long highest(int item) {
    return highest[item];
  }

  /** The band of a sum that complete answers can have; empty if there is none. */
  public Optional<Band> band(long sum) {
    return bands.get((int) (sum - least));
  }

  /** Whether all sums from one to another, both included, have the same band. */
  public boolean isOneBand(long from, long to) {
    return lastAlike[(int) (from - least)] >= to - least && band(from).isPresent();
  }
}
