package org.xinheng.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be seen in a filled-in form that speaks against taking its answers at their word.
 *
 * <p>A calm student answers evenly and a quick one is fast, so a sign by itself proves little. Signs of one {@link
 * Family} look at the same thing: two of them are no more evidence than one.
 */
public sealed interface Sign {

  /** What signs look at. */
  enum Family {
    /** A scale made to tell: lies, or what nearly nobody answers. */
    VALIDITY_SCALE("validity-scale"),
    /** Answers that are not there. */
    MISSING("missing"),
    /** Answers that hardly change. */
    STRAIGHT_LINING("straight-lining"),
    /** Answers that do not go together. */
    INCONSISTENCY("inconsistency"),
    /** Answers that came too fast. */
    SPEED("speed");

    private final String word;

    Family(String word) {
      this.word = word;
    }

    /** The word used in documents and lists. */
    public String word() {
      return word;
    }
  }

  /** What it looks at. */
  Family family();

  /** The items that it asks itself; none if it asks scales or the time. */
  default List<String> items() {
    return List.of();
  }

  /** The scales that it asks. */
  default List<String> scales() {
    return List.of();
  }

  <R> R accept(Visitor<R> visitor);

  /** One method a kind of sign. */
  interface Visitor<R> {

    R scaleAtOrAbove(ScaleAtOrAbove sign);

    R unansweredAtOrAbove(UnansweredAtOrAbove sign);

    R unansweredShare(UnansweredShare sign);

    R sameAnswer(SameAnswer sign);

    R longString(LongString sign);

    R variability(Variability sign);

    R pairs(Pairs sign);

    R evenOdd(EvenOdd sign);

    R mahalanobis(Mahalanobis sign);

    R personFitBelow(PersonFitBelow sign);

    R secondsBelow(SecondsBelow sign);

    R secondsPerItemBelow(SecondsPerItemBelow sign);
  }

  /** The score of a lie or infrequency scale, at or above a value. */
  record ScaleAtOrAbove(String scale, BigDecimal atOrAbove) implements Sign {
    @Override
    public Family family() {
      return Family.VALIDITY_SCALE;
    }

    @Override
    public List<String> scales() {
      return List.of(scale);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.scaleAtOrAbove(this);
    }
  }

  /** Unanswered items, at or above a number. What is not applicable is not unanswered. */
  record UnansweredAtOrAbove(List<String> items, int atOrAbove) implements Sign {
    public UnansweredAtOrAbove {
      items = List.copyOf(items);
    }

    @Override
    public Family family() {
      return Family.MISSING;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unansweredAtOrAbove(this);
    }
  }

  /** Unanswered items, at or above a share, in (0, 1], of those that are applicable. */
  record UnansweredShare(List<String> items, BigDecimal shareAtOrAbove) implements Sign {
    public UnansweredShare {
      items = List.copyOf(items);
    }

    @Override
    public Family family() {
      return Family.MISSING;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unansweredShare(this);
    }
  }

  /** All these items answered, and all with the same code. */
  record SameAnswer(List<String> items) implements Sign {
    public SameAnswer {
      items = List.copyOf(items);
    }

    @Override
    public Family family() {
      return Family.STRAIGHT_LINING;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sameAnswer(this);
    }
  }

  /**
   * The longest run of the same code, these items taken in the order of the form, at or above a number. A missing answer
   * ends a run; what is not applicable does not.
   *
   * @see "Johnson (2005), Journal of Research in Personality 39, 103-129"
   */
  record LongString(List<String> items, int atOrAbove) implements Sign {
    public LongString {
      items = List.copyOf(items);
    }

    @Override
    public Family family() {
      return Family.STRAIGHT_LINING;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.longString(this);
    }
  }

  /**
   * The standard deviation, with n - 1, of the codes of these items as they were answered, at or below a value.
   *
   * @see "Dunn, Heggestad, Shanock and Theilgard (2018), Journal of Business and Psychology 33, 105-121"
   */
  record Variability(List<String> items, BigDecimal atOrBelow) implements Sign {
    public Variability {
      items = List.copyOf(items);
    }

    @Override
    public Family family() {
      return Family.STRAIGHT_LINING;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.variability(this);
    }
  }

  /**
   * Pairs of items that contradict each other, at or above a number.
   *
   * @param pairs items that ask the same, or the opposite
   * @param apart by how many points of the answers a pair contradicts itself, at least
   * @param atOrAbove how many pairs that do
   */
  record Pairs(List<Pair> pairs, int apart, int atOrAbove) implements Sign {
    public Pairs {
      pairs = List.copyOf(pairs);
    }

    @Override
    public Family family() {
      return Family.INCONSISTENCY;
    }

    @Override
    public List<String> items() {
      return pairs.stream()
          .flatMap(pair -> Stream.of(pair.first(), pair.second()))
          .toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pairs(this);
    }
  }

  /**
   * Two items that should be answered alike.
   *
   * @param opposite whether they ask the opposite, so that one of them is reversed before
   */
  record Pair(String first, String second, boolean opposite) {}

  /**
   * Even-odd consistency: over these scales, the correlation of the mean of the odd items (first, third, …, in the order
   * of the form) with that of the even ones, stepped up to full length, {@code 2 r / (1 + r)} and not below -1; below a
   * value. Items that a scale reverses are reversed; its weights and recoding are left out.
   *
   * @see "Johnson (2005), Journal of Research in Personality 39, 103-129"
   */
  record EvenOdd(List<String> scales, BigDecimal below) implements Sign {

    /** With two scales a correlation can only be -1 or 1. */
    public static final int FEWEST_SCALES = 3;

    public EvenOdd {
      scales = List.copyOf(scales);
    }

    @Override
    public Family family() {
      return Family.INCONSISTENCY;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.evenOdd(this);
    }
  }

  /**
   * The squared distance of the codes of these items from declared means by declared covariances, above a quantile of
   * chi-square with one degree of freedom for each item. All items must be answered.
   *
   * @param means one for each item
   * @param covariance of the reference sample, symmetric, a line for each item
   * @param quantile in (0, 1)
   * @see "Mahalanobis (1936), Proceedings of the National Institute of Sciences of India 2, 49-55"
   */
  record Mahalanobis(
      List<String> items,
      List<BigDecimal> means,
      List<List<BigDecimal>> covariance,
      BigDecimal quantile)
      implements Sign {
    public Mahalanobis {
      items = List.copyOf(items);
      means = List.copyOf(means);
      covariance = covariance.stream().map(List::copyOf).toList();
    }

    @Override
    public Family family() {
      return Family.INCONSISTENCY;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mahalanobis(this);
    }
  }

  /**
   * The person fit lz of a scale of {@link Keying.OfModel} below a value: the answers are unlikely even at the level that
   * they give.
   *
   * @see "Drasgow, Levine and Williams (1985), British Journal of Mathematical and Statistical Psychology 38, 67-86"
   */
  record PersonFitBelow(String scale, BigDecimal below) implements Sign {
    @Override
    public Family family() {
      return Family.INCONSISTENCY;
    }

    @Override
    public List<String> scales() {
      return List.of(scale);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.personFitBelow(this);
    }
  }

  /** The whole form took less than so many seconds. */
  record SecondsBelow(BigDecimal seconds) implements Sign {
    @Override
    public Family family() {
      return Family.SPEED;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.secondsBelow(this);
    }
  }

  /** The form took less than so many seconds for each item of it that was answered. */
  record SecondsPerItemBelow(BigDecimal seconds) implements Sign {
    @Override
    public Family family() {
      return Family.SPEED;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.secondsPerItemBelow(this);
    }
  }
}
