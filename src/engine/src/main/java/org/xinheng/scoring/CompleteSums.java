package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xinheng.instrument.Band;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Transform;

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
  private static final BigDecimal MOST_SUMS = BigDecimal.valueOf(1 << 16);

  private final int[] columns;
  private final long[][] byCode;
  private final long[] lowest;
  private final long[] highest;
  private final long least;
  private final List<Optional<Band>> bands;

  /** For each sum, the place of the last one up to which all have the same band. */
  private final int[] lastAlike;

  /**
   * A way in which an item adds to the scale.
   *
   * @param of the scale whose key it is: the scale itself, or a part of it
   * @param weight of that part
   */
  private record Term(Scale of, Key key, BigDecimal weight) {

    BigDecimal adds(ResponseSet.Scorable responses, int code) {
      return of.contribution(key, responses, BigDecimal.valueOf(code)).multiply(weight);
    }
  }

  private CompleteSums(
      ScoringPlan plan, ScaleStep step, List<Term> terms, long denominator, ResponseTable student) {
    columns = terms.stream()
        .mapToInt(term -> student.column(term.key().item()))
        .distinct()
        .toArray();
    byCode = new long[columns.length][ResponseSet.HIGHEST_CODE - ResponseSet.LOWEST_CODE + 1];
    lowest = new long[columns.length];
    highest = new long[columns.length];
    for (int i = 0; i < columns.length; i++) {
      int column = columns[i];
      ResponseSet.Scorable responses =
          plan.instrument().scorable(plan.instrument().items().get(column)).orElseThrow();
      List<Term> own = terms.stream()
          .filter(term -> student.column(term.key().item()) == column)
          .toList();
      fill(i, own, responses, denominator);
    }
    least = Arrays.stream(lowest).sum();
    bands = bands(plan, step, denominator, student);
    lastAlike = new int[bands.size()];
    for (int place = bands.size() - 1; place >= 0; place--) {
      boolean alike = place + 1 < bands.size() && bands.get(place).equals(bands.get(place + 1));
      lastAlike[place] = alike ? lastAlike[place + 1] : place;
    }
  }

  private void fill(int item, List<Term> own, ResponseSet.Scorable responses, long denominator) {
    lowest[item] = Long.MAX_VALUE;
    highest[item] = Long.MIN_VALUE;
    for (int code = ResponseSet.LOWEST_CODE; code <= ResponseSet.HIGHEST_CODE; code++) {
      if (responses.declares(code)) {
        long adds = 0;
        for (Term term : own) {
          adds += term.adds(responses, code)
              .multiply(BigDecimal.valueOf(denominator))
              .longValueExact();
        }
        byCode[item][code - ResponseSet.LOWEST_CODE] = adds;
        lowest[item] = Math.min(lowest[item], adds);
        highest[item] = Math.max(highest[item], adds);
      }
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
      block.answered[place] = step.gathering().size();
    }
    StoredScores scores = new StoredScores(plan, sums);
    step.finish().run(step.scale(), block, student.copiesOfFirst(sums), scores);
    List<Optional<Band>> found = new ArrayList<>();
    for (int place = 0; place < sums; place++) {
      found.add(scores.band(place, step.scale()));
    }
    return List.copyOf(found);
  }

  /**
   * The sums of a scale for one student; empty if it is not a matter of adding single choices, if skip logic may leave out
   * one of its items, or if there are too many sums. A scale of scales is one if each of these adds answers and nothing is
   * done to its sum.
   *
   * @param student one row, of which only the student counts
   */
  public static Optional<CompleteSums> of(ScoringPlan plan, String scaleId, ResponseTable student) {
    Instrument instrument = plan.instrument();
    for (ScaleStep step : plan.steps()) {
      Scale scale = instrument.scales().get(step.scale());
      List<Term> terms = scale.id().equals(scaleId) ? terms(scale, instrument) : List.of();
      if (!terms.isEmpty() && terms.stream().allMatch(term -> isPlain(plan, term.key()))) {
        int decimals =
            terms.stream().mapToInt(term -> decimals(term, instrument)).max().orElse(0);
        BigDecimal denominator = BigDecimal.TEN.pow(decimals);
        return spread(terms, instrument).multiply(denominator).compareTo(MOST_SUMS) < 0
            ? Optional.of(
                new CompleteSums(plan, step, terms, denominator.longValueExact(), student))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<Term> terms(Scale scale, Instrument instrument) {
    if (!adds(scale.method())) {
      return List.of();
    }
    if (scale.keying() instanceof Keying.OfItems items) {
      return items.keys().stream()
          .map(key -> new Term(scale, key, BigDecimal.ONE))
          .toList();
    }
    List<Term> terms = new ArrayList<>();
    if (scale.keying() instanceof Keying.OfScales composite) {
      for (Keying.Part part : composite.parts()) {
        Scale of = instrument.scale(part.scale()).orElseThrow();
        boolean isPlainSum = (of.method() == Method.SUM || of.method() == Method.COUNT)
            && of.transform().equals(Transform.NONE);
        if (!isPlainSum) {
          return List.of();
        }
        of.keying().keys().forEach(key -> terms.add(new Term(of, key, part.weight())));
      }
    }
    return terms;
  }

  private static boolean adds(Method method) {
    return switch (method) {
      case SUM, MEAN, COUNT -> true;
      case MAXIMUM, MINIMUM, STANDARD_DEVIATION, DIFFERENCE, RATIO, PRODUCT, IRT -> false;
    };
  }

  private static boolean isPlain(ScoringPlan plan, Key key) {
    return !Cells.isWide(Contribution.responses(key, plan.instrument()))
        && plan.instrument()
            .visibleWhen(Contribution.item(key, plan.instrument()))
            .isEmpty();
  }

  private static int decimals(Term term, Instrument instrument) {
    int own = term.of().decimals(term.key(), Contribution.responses(term.key(), instrument));
    return own + Math.max(0, term.weight().stripTrailingZeros().scale());
  }

  private static BigDecimal spread(List<Term> terms, Instrument instrument) {
    BigDecimal spread = BigDecimal.ZERO;
    for (Term term : terms) {
      List<BigDecimal> adds =
          term.of().contributions(term.key(), Contribution.responses(term.key(), instrument));
      spread = spread.add(adds.get(adds.size() - 1)
          .subtract(adds.get(0))
          .multiply(term.weight())
          .abs());
    }
    return spread;
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
    return byCode[item][code - ResponseSet.LOWEST_CODE];
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
