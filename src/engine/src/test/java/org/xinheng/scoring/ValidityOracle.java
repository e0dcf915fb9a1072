package org.xinheng.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Item;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.Sign;
import org.xinheng.instrument.ValidityIndex;

/**
 * The rules of validity once more, for one student in decimal arithmetic of 60 digits and in the words of the definition
 * language, without sharing a line with the plan.
 */
final class ValidityOracle implements Sign.Visitor<Optional<Boolean>> {

  private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);

  /** Two numbers that are closer than this are the same. */
  private static final BigDecimal SAME = new BigDecimal("1e-40");

  private final Instrument instrument;
  private final ResponseTable table;
  private final int row;
  private final OptionalDouble seconds;
  private final Oracle scores;
  private final Set<String> answered = new HashSet<>();
  private final Set<String> missing = new HashSet<>();

  ValidityOracle(Instrument instrument, ResponseTable table, int row, OptionalDouble seconds) {
    this.instrument = instrument;
    this.table = table;
    this.row = row;
    this.seconds = seconds;
    this.scores = new Oracle(instrument, table, row);
    for (Item item : instrument.keptItems()) {
      int column = table.column(item.id());
      if (scores.isReached(item) && table.isAnswered(row, column)) {
        answered.add(item.id());
      } else if (scores.isReached(item) && table.missing(row, column) != Missing.NOT_APPLICABLE) {
        missing.add(item.id());
      }
    }
  }

  List<ValidityIndex> met() {
    return instrument.validity().stream()
        .filter(index -> index.sign().accept(this).orElse(false))
        .toList();
  }

  Validity verdict() {
    Set<Sign.Family> suspect = EnumSet.noneOf(Sign.Family.class);
    for (ValidityIndex index : met()) {
      if (index.verdict() == ValidityIndex.Verdict.INVALID) {
        return Validity.INVALID;
      }
      suspect.add(index.sign().family());
    }
    if (suspect.size() > 1) {
      return Validity.INVALID;
    }
    if (suspect.size() == 1) {
      return Validity.SUSPECT;
    }
    boolean allTold = instrument.validity().stream()
        .allMatch(index -> index.sign().accept(this).isPresent());
    return allTold ? Validity.VALID : Validity.UNKNOWN;
  }

  @Override
  public Optional<Boolean> scaleAtOrAbove(Sign.ScaleAtOrAbove sign) {
    return scores
        .value(instrument.scale(sign.scale()).orElseThrow())
        .map(value -> value.finished().compareTo(sign.atOrAbove()) >= 0);
  }

  @Override
  public Optional<Boolean> unansweredAtOrAbove(Sign.UnansweredAtOrAbove sign) {
    return Optional.of(missing(sign.items()) >= sign.atOrAbove());
  }

  @Override
  public Optional<Boolean> unansweredShare(Sign.UnansweredShare sign) {
    long applicable =
        sign.items().stream().filter(item -> !isNotApplicable(item)).count();
    if (applicable == 0) {
      return Optional.of(false);
    }
    BigDecimal share =
        BigDecimal.valueOf(missing(sign.items())).divide(BigDecimal.valueOf(applicable), DIGITS);
    return Optional.of(share.compareTo(sign.shareAtOrAbove().subtract(SAME)) >= 0);
  }

  @Override
  public Optional<Boolean> sameAnswer(Sign.SameAnswer sign) {
    return Optional.of(sign.items().stream().allMatch(this::isAnswered)
        && sign.items().stream().map(this::answer).distinct().count() == 1);
  }

  @Override
  public Optional<Boolean> longString(Sign.LongString sign) {
    List<String> line = new ArrayList<>();
    for (Item item : instrument.items()) {
      if (sign.items().contains(item.id()) && !isNotApplicable(item.id())) {
        line.add(isAnswered(item.id()) ? answer(item.id()) : "-");
      }
    }
    for (int start = 0; start + sign.atOrAbove() <= line.size(); start++) {
      Set<String> run = new HashSet<>(line.subList(start, start + sign.atOrAbove()));
      if (run.size() == 1 && !run.contains("-")) {
        return Optional.of(true);
      }
    }
    return Optional.of(false);
  }

  @Override
  public Optional<Boolean> variability(Sign.Variability sign) {
    List<BigDecimal> answers = sign.items().stream()
        .filter(this::isAnswered)
        .map(item -> BigDecimal.valueOf(code(item)))
        .toList();
    if (answers.size() < 2) {
      return missing(sign.items()) > 0 ? Optional.empty() : Optional.of(false);
    }
    BigDecimal deviation = covariance(answers, answers)
        .divide(BigDecimal.valueOf(answers.size() - 1L), DIGITS)
        .sqrt(DIGITS);
    return Optional.of(deviation.compareTo(sign.atOrBelow().add(SAME)) <= 0);
  }

  @Override
  public Optional<Boolean> pairs(Sign.Pairs sign) {
    int apart = 0;
    int open = 0;
    for (Sign.Pair pair : sign.pairs()) {
      if (isAnswered(pair.first()) && isAnswered(pair.second())) {
        int second = pair.opposite() ? reversed(pair.second()) : code(pair.second());
        apart += Math.abs(code(pair.first()) - second) >= sign.apart() ? 1 : 0;
      } else if (!isNotApplicable(pair.first()) && !isNotApplicable(pair.second())) {
        open++;
      }
    }
    if (apart >= sign.atOrAbove()) {
      return Optional.of(true);
    }
    return apart + open >= sign.atOrAbove() ? Optional.empty() : Optional.of(false);
  }

  @Override
  public Optional<Boolean> evenOdd(Sign.EvenOdd sign) {
    List<BigDecimal> odd = new ArrayList<>();
    List<BigDecimal> even = new ArrayList<>();
    boolean missing = false;
    for (String id : sign.scales()) {
      List<Key> keys = ((Keying.OfItems) instrument.scale(id).orElseThrow().keying()).keys();
      List<List<BigDecimal>> halves = List.of(new ArrayList<>(), new ArrayList<>());
      int position = 0;
      for (Item item : instrument.items()) {
        for (Key key : keys) {
          if (key.item().equals(item.id())) {
            if (isAnswered(item.id())) {
              int answer = key.reversed() ? reversed(item.id()) : code(item.id());
              halves.get(position % 2).add(BigDecimal.valueOf(answer));
            }
            missing |= missing(List.of(item.id())) > 0;
            position++;
          }
        }
      }
      if (!halves.get(0).isEmpty() && !halves.get(1).isEmpty()) {
        odd.add(mean(halves.get(0)));
        even.add(mean(halves.get(1)));
      }
    }
    if (odd.size() < 3) {
      return missing ? Optional.empty() : Optional.of(false);
    }
    BigDecimal spread = covariance(odd, odd).multiply(covariance(even, even));
    if (spread.compareTo(SAME) < 0) {
      return Optional.of(false);
    }
    BigDecimal r = covariance(odd, even).divide(spread.sqrt(DIGITS), DIGITS);
    BigDecimal consistency = r.add(BigDecimal.ONE).compareTo(SAME) < 0
        ? BigDecimal.ONE.negate()
        : r.add(r).divide(r.add(BigDecimal.ONE), DIGITS).max(BigDecimal.ONE.negate());
    return Optional.of(consistency.compareTo(sign.below().subtract(SAME)) < 0);
  }

  @Override
  public Optional<Boolean> mahalanobis(Sign.Mahalanobis sign) {
    if (sign.items().stream().anyMatch(this::isNotApplicable)) {
      return Optional.of(false);
    }
    if (!sign.items().stream().allMatch(this::isAnswered)) {
      return Optional.empty();
    }
    int n = sign.items().size();
    List<List<BigDecimal>> system = new ArrayList<>();
    List<BigDecimal> deviations = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      deviations.add(
          BigDecimal.valueOf(code(sign.items().get(i))).subtract(sign.means().get(i)));
      List<BigDecimal> line = new ArrayList<>(sign.covariance().get(i));
      line.add(deviations.get(i));
      system.add(line);
    }
    List<BigDecimal> solution = solve(system);
    BigDecimal distance = BigDecimal.ZERO;
    for (int i = 0; i < n; i++) {
      distance = distance.add(deviations.get(i).multiply(solution.get(i)));
    }
    double below = new ChiSquaredDistribution(n).cumulativeProbability(distance.doubleValue());
    return Optional.of(below > sign.quantile().doubleValue());
  }

  /** Gauss and Jordan, for a positive definite system, whose last column is the right side. */
  private static List<BigDecimal> solve(List<List<BigDecimal>> system) {
    int n = system.size();
    for (int pivot = 0; pivot < n; pivot++) {
      for (int line = 0; line < n; line++) {
        if (line != pivot) {
          BigDecimal factor =
              system.get(line).get(pivot).divide(system.get(pivot).get(pivot), DIGITS);
          for (int column = 0; column <= n; column++) {
            BigDecimal less = factor.multiply(system.get(pivot).get(column), DIGITS);
            system.get(line).set(column, system.get(line).get(column).subtract(less));
          }
        }
      }
    }
    List<BigDecimal> solution = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      solution.add(system.get(i).get(n).divide(system.get(i).get(i), DIGITS));
    }
    return solution;
  }

  @Override
  public Optional<Boolean> personFitBelow(Sign.PersonFitBelow sign) {
    Scale scale = instrument.scale(sign.scale()).orElseThrow();
    return scores
        .value(scale)
        .flatMap(value -> scores.level(scale, (Keying.OfModel) scale.keying()))
        .map(LevelOracle.Level::fit)
        .filter(fit -> !fit.isNaN())
        .map(fit -> fit < sign.below().doubleValue());
  }

  @Override
  public Optional<Boolean> secondsBelow(Sign.SecondsBelow sign) {
    return Optional.of(seconds.isPresent()
        && BigDecimal.valueOf(seconds.getAsDouble()).compareTo(sign.seconds()) < 0);
  }

  @Override
  public Optional<Boolean> secondsPerItemBelow(Sign.SecondsPerItemBelow sign) {
    return Optional.of(seconds.isPresent()
        && !answered.isEmpty()
        && BigDecimal.valueOf(seconds.getAsDouble())
                .divide(BigDecimal.valueOf(answered.size()), DIGITS)
                .compareTo(sign.seconds().subtract(SAME))
            < 0);
  }

  private static BigDecimal mean(List<BigDecimal> values) {
    return values.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(values.size()), DIGITS);
  }

  /** The sum of the products of the deviations from the means. */
  private static BigDecimal covariance(List<BigDecimal> x, List<BigDecimal> y) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < x.size(); i++) {
      sum = sum.add(x.get(i).subtract(mean(x)).multiply(y.get(i).subtract(mean(y))));
    }
    return sum;
  }

  private int missing(List<String> items) {
    return (int) items.stream().filter(missing::contains).count();
  }

  private boolean isAnswered(String item) {
    return answered.contains(item);
  }

  private boolean isNotApplicable(String item) {
    return !answered.contains(item) && !missing.contains(item);
  }

  /** The answer of any kind; signs compare those of one response set, or codes. */
  private String answer(String item) {
    int column = table.column(item);
    return instrument.responsesOf(instrument.item(item).orElseThrow()).orElseThrow()
            instanceof ResponseSet.SeveralChoices
        ? table.chosen(row, column).toString()
        : table.number(row, column).toString();
  }

  private int code(String item) {
    return table.code(row, table.column(item));
  }

  private int reversed(String item) {
    List<Integer> codes =
        instrument.responsesOf(instrument.item(item).orElseThrow()).orElseThrow().options().stream()
            .map(Option::code)
            .sorted()
            .toList();
    return codes.get(0) + codes.get(codes.size() - 1) - code(item);
  }
}
