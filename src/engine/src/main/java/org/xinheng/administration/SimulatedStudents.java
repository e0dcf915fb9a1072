package org.xinheng.administration;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.Key;
import org.xinheng.instrument.Keying;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Scale;
import org.xinheng.instrument.irt.IrtScale;
import org.xinheng.instrument.irt.ItemModel;
import org.xinheng.policy.Stopping;
import org.xinheng.scoring.Normal;
import org.xinheng.scoring.ResponseTable;

/**
 * Students who do not exist, with an answer to every item. Each has one level, standard normal, that all questionnaires share.
 * An item that a scale with a model counts is answered by the model; another one by declared shares; and where none are
 * declared, by invented ones: each answer further towards what the scales count as more is half as frequent as the one before, and a
 * propensity has the loading 0.7 on the level (Samejima's graded model in its normal form). The same seed gives the same
 * students on every machine.
 *
 * @see "Samejima (1969), Psychometrika Monograph 17"
 */
public final class SimulatedStudents {

  private static final double USUAL_LOADING = 0.7;

  private final SplittableRandom bits;
  private final List<List<Drawn>> items = new ArrayList<>();
  private final List<Instrument> instruments;

  /**
   * Students for these questionnaires.
   *
   * @param shares declared shares of answers, by questionnaire
   */
  public SimulatedStudents(
      List<Instrument> instruments, Map<String, List<Stopping.AnswerShares>> shares, long seed) {
    this.instruments = List.copyOf(instruments);
    bits = new SplittableRandom(seed);
    for (Instrument instrument : instruments) {
      List<Stopping.AnswerShares> declared = shares.getOrDefault(instrument.id(), List.of());
      items.add(IntStream.range(0, instrument.items().size())
          .mapToObj(column -> drawn(instrument, column, declared))
          .toList());
    }
  }

  /** How one item is answered at a level. */
  private sealed interface Drawn {

    /** Nothing is answered, or nothing is kept. */
    record Nothing() implements Drawn {}

    /** By a model of item response theory: the codes from the lowest category. */
    record Modelled(ItemModel model, List<Integer> codes) implements Drawn {}

    /** By a propensity: the codes from the most frequent, and the steps between them. */
    record Stepped(double loading, List<Integer> codes, List<Double> steps) implements Drawn {}

    /** A number, from low to high. */
    record Numbers(ResponseSet.Numeric set) implements Drawn {}
  }

  private static Drawn drawn(
      Instrument instrument, int column, List<Stopping.AnswerShares> declared) {
    String item = instrument.items().get(column).id();
    Optional<ResponseSet.Scorable> set = instrument.scorable(instrument.items().get(column));
    if (set.isEmpty()) {
      return new Drawn.Nothing();
    }
    if (set.get() instanceof ResponseSet.Numeric numeric) {
      return new Drawn.Numbers(numeric);
    }
    List<Integer> codes = codes(instrument, item, set.get());
    Optional<Drawn> modelled = modelled(instrument, item, codes);
    return modelled.orElseGet(() -> stepped(item, codes, declared));
  }

  /** The codes from the one that counts least, by the first scale that counts the item. */
  private static List<Integer> codes(Instrument instrument, String item, ResponseSet.Scorable set) {
    List<Integer> codes = set.options().stream().map(Option::code).sorted().toList();
    Optional<Key> key = instrument.scales().stream()
        .flatMap(scale -> scale.keying().keys().stream())
        .filter(of -> of.item().equals(item))
        .findFirst();
    boolean isReversed =
        key.filter(of -> of.reversed() != of.weight().signum() < 0).isPresent();
    List<Integer> ordered = new ArrayList<>(codes);
    if (isReversed) {
      Collections.reverse(ordered);
    }
    return List.copyOf(ordered);
  }

  private static Optional<Drawn> modelled(Instrument instrument, String item, List<Integer> codes) {
    for (Scale scale : instrument.scales()) {
      if (scale.keying() instanceof Keying.OfModel keying) {
        List<ItemModel> models = IrtScale.of(keying).items();
        for (int i = 0; i < models.size(); i++) {
          if (keying.items().get(i).key().item().equals(item)) {
            return Optional.of(new Drawn.Modelled(models.get(i), codes));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Drawn stepped(
      String item, List<Integer> codes, List<Stopping.AnswerShares> declared) {
    for (Stopping.AnswerShares shares : declared) {
      if (shares.items().contains(item) && shares.shares().size() == codes.size()) {
        return new Drawn.Stepped(
            shares.loading().doubleValue(),
            codes,
            steps(shares.shares().stream()
                .mapToDouble(share -> share.doubleValue())
                .toArray()));
      }
    }
    double[] halves =
        IntStream.range(0, codes.size()).mapToDouble(code -> 1.0 / (1 << code)).toArray();
    double sum =
        IntStream.range(0, halves.length).mapToDouble(code -> halves[code]).sum();
    for (int code = 0; code < halves.length; code++) {
      halves[code] /= sum;
    }
    return new Drawn.Stepped(USUAL_LOADING, codes, steps(halves));
  }

  private static List<Double> steps(double[] shares) {
    List<Double> steps = new ArrayList<>();
    double below = 0;
    for (int code = 0; code + 1 < shares.length; code++) {
      below += shares[code];
      steps.add(Normal.quantile(below));
    }
    return List.copyOf(steps);
  }

  /**
   * The answers of so many students more, a table for each questionnaire.
   *
   * @param students at least 1
   */
  public List<ResponseTable> next(int students) {
    List<ResponseTable> tables = instruments.stream()
        .map(instrument -> new ResponseTable(instrument, students))
        .toList();
    for (int row = 0; row < students; row++) {
      double level = normal();
      for (int form = 0; form < tables.size(); form++) {
        for (int column = 0; column < items.get(form).size(); column++) {
          answer(tables.get(form), row, column, items.get(form).get(column), level);
        }
      }
    }
    return tables;
  }

  private void answer(ResponseTable table, int row, int column, Drawn drawn, double level) {
    if (drawn instanceof Drawn.Modelled modelled) {
      double left = uniform();
      int category = 0;
      int last = modelled.codes().size() - 1;
      while (category < last && left >= modelled.model().probability(category, level)) {
        left -= modelled.model().probability(category, level);
        category++;
      }
      table.set(row, column, modelled.codes().get(category));
    } else if (drawn instanceof Drawn.Stepped stepped) {
      double rest = StrictMath.sqrt(1 - stepped.loading() * stepped.loading());
      double propensity = stepped.loading() * level + rest * normal();
      int passed = 0;
      while (passed < stepped.steps().size() && propensity >= stepped.steps().get(passed)) {
        passed++;
      }
      table.set(row, column, stepped.codes().get(passed));
    } else if (drawn instanceof Drawn.Numbers numbers) {
      ResponseSet.Numeric set = numbers.set();
      int most =
          set.highest().subtract(set.lowest()).divideToIntegralValue(set.step()).intValueExact();
      double share = Normal.below(
          USUAL_LOADING * level + StrictMath.sqrt(1 - USUAL_LOADING * USUAL_LOADING) * normal());
      int steps = Math.min(most, (int) (share * (most + 1)));
      table.setNumber(
          row, column, set.lowest().add(set.step().multiply(BigDecimal.valueOf(steps))));
    }
  }

  private double uniform() {
    return (bits.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** By the quantile of what is never 0 or 1. */
  private double normal() {
    return Normal.quantile(((bits.nextLong() >>> 12) + 0.5) * 0x1.0p-52);
  }
}
