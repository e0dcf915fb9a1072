package org.xinheng.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xinheng.instrument.Conversion;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Method;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.MissingRule;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;

/**
 * The missing answers of two like rows, filled in so that a scale is as low as it can be in the one and as high in the
 * other, if every answer moves it in one direction only.
 *
 * <p>The walk down the parts gathers, for each item that is open, everything that it adds anywhere, with the sign by which
 * that moves the scale. An answer is extreme if it is so for all of them together. To leave an item out by skip logic, where
 * that may yet happen, is as good as an answer that adds nothing.
 */
final class ExtremeAnswers {

  static final int LOW = 0;
  static final int HIGH = 1;

  private final Instrument instrument;
  private final ResponseTable ends;
  /** The columns that skip logic may yet leave out. */
  private final Set<Integer> skippable;

  private final Map<Integer, List<Use>> uses = new LinkedHashMap<>();

  /**
   * @param ends two rows with the same answers, of which those that are certainly not reached are left out
   */
  ExtremeAnswers(ScoringPlan plan, ResponseTable ends) {
    this.instrument = plan.instrument();
    this.ends = ends;
    this.skippable = plan.leaveOut(ends);
  }

  /** One way in which an open item enters the scale; {@code sign} is 1, −1, or 0 if it changes nothing. */
  private record Use(Scale scale, Key key, ResponseSet.Scorable responses, int sign) {

    Stream<BigDecimal> telling() {
      return scale.telling(key, responses).stream();
    }

    BigDecimal of(Optional<BigDecimal> answer) {
      return answer
          .map(given -> scale.contribution(key, responses, given))
          .orElse(BigDecimal.ZERO)
          .multiply(BigDecimal.valueOf(sign));
    }

    boolean providesForSkips() {
      return scale.missing().notApplicable() != MissingRule.NotApplicable.NO_SCORE;
    }
  }

  /** Fills both rows; false, with rows that mean nothing, if some answer moves the scale in more than one direction. */
  boolean fill(Scale scale) {
    return walk(scale, 1)
        && uses.entrySet().stream().allMatch(entry -> fill(entry.getKey(), entry.getValue()));
  }

  private boolean walk(Scale scale, int sign) {
    int table = scale.transform().conversion().map(Conversion::direction).orElse(1);
    if (isOpen(scale) && (table == 0 || !isMonotone(scale))) {
      return false;
    }
    int direction = sign * table * scale.transform().factor().getNumerator().signum();
    for (Key key : scale.keying().keys()) {
      if (isOpen(key)) {
        uses.computeIfAbsent(ends.column(key.item()), any -> new ArrayList<>())
            .add(new Use(scale, key, Contribution.responses(key, instrument), direction));
      }
    }
    List<Keying.Part> parts = parts(scale);
    for (int i = 0; i < parts.size(); i++) {
      int subtracted = scale.method() == Method.DIFFERENCE && i > 0 ? -1 : 1;
      int weight = parts.get(i).weight().signum();
      if (!walk(scale(parts.get(i)), direction * subtracted * weight)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an answer to what the scale is made of moves it in one direction, whatever the other answers are. */
  private boolean isMonotone(Scale scale) {
    return switch (scale.method()) {
      case SUM, COUNT, DIFFERENCE -> !losesParts(scale);
      case MEAN, MAXIMUM, MINIMUM, IRT -> !losesParts(scale) && !mayShrink(scale);
      case STANDARD_DEVIATION, RATIO, PRODUCT -> false;
    };
  }

  /** Whether it is open of how many items there is a mean or an extreme. */
  private boolean mayShrink(Scale scale) {
    return scale.missing().notApplicable() == MissingRule.NotApplicable.IGNORE
        && scale.keying().keys().stream().anyMatch(this::isSkippable);
  }

  /** Whether an answer may decide if a part has a score, where the composite does with fewer parts. */
  private boolean losesParts(Scale scale) {
    List<Keying.Part> parts = parts(scale);
    return scale.missing().limit().of(parts.size()) > 0
        && parts.stream().map(this::scale).anyMatch(part -> isOpen(part) && mayHaveNoScore(part));
  }

  /** Whether some answers to all that is reached may have no score, here or further down. */
  private boolean mayHaveNoScore(Scale scale) {
    return scale.transform().conversion().isPresent()
        || scale.method() == Method.RATIO
        || scale.method() == Method.IRT
        || scale.keying().keys().stream().anyMatch(this::isSkippable)
        || parts(scale).stream().map(this::scale).anyMatch(this::mayHaveNoScore);
  }

  private static List<Keying.Part> parts(Scale scale) {
    return scale.keying() instanceof Keying.OfScales composite ? composite.parts() : List.of();
  }

  private Scale scale(Keying.Part part) {
    return instrument.scale(part.scale()).orElseThrow();
  }

  /** Whether an answer that is missing, or skip logic, could change the scale. */
  private boolean isOpen(Scale scale) {
    return scale.keying().keys().stream().anyMatch(this::isOpen)
        || parts(scale).stream().map(this::scale).anyMatch(this::isOpen);
  }

  private boolean isOpen(Key key) {
    int column = ends.column(key.item());
    return ends.isAnswered(LOW, column)
        ? skippable.contains(column)
        : ends.missing(LOW, column) != Missing.NOT_APPLICABLE;
  }

  private boolean isSkippable(Key key) {
    return skippable.contains(ends.column(key.item()));
  }

  private boolean fill(int column, List<Use> entered) {
    List<Optional<BigDecimal>> answers = answers(column, entered);
    Optional<Optional<BigDecimal>> lowest = extreme(entered, answers, 1);
    Optional<Optional<BigDecimal>> highest = extreme(entered, answers, -1);
    lowest.ifPresent(answer -> set(LOW, column, answer));
    highest.ifPresent(answer -> set(HIGH, column, answer));
    return lowest.isPresent() && highest.isPresent();
  }

  /** What the item may come to, among which the extremes are; empty if it is left out. */
  private List<Optional<BigDecimal>> answers(int column, List<Use> entered) {
    Stream<BigDecimal> given = ends.isAnswered(LOW, column)
        ? Stream.of(ends.number(LOW, column))
        : entered.stream().flatMap(Use::telling).distinct();
    boolean mayBeLeftOut =
        skippable.contains(column) && entered.stream().allMatch(Use::providesForSkips);
    Stream<Optional<BigDecimal>> leftOut =
        mayBeLeftOut ? Stream.of(Optional.empty()) : Stream.empty();
    return Stream.concat(given.map(Optional::of), leftOut).toList();
  }

  /** The answer that is the lowest for all uses, or with {@code sign} −1 the highest. */
  private static Optional<Optional<BigDecimal>> extreme(
      List<Use> entered, List<Optional<BigDecimal>> answers, int sign) {
    return answers.stream()
        .filter(answer -> entered.stream()
            .allMatch(use -> answers.stream()
                .allMatch(other -> use.of(answer).compareTo(use.of(other)) * sign <= 0)))
        .findFirst();
  }

  private void set(int row, int column, Optional<BigDecimal> answer) {
    if (answer.isPresent()) {
      ends.setCounting(row, column, answer.get());
    } else {
      ends.setMissing(row, column, Missing.NOT_APPLICABLE);
    }
  }
}
