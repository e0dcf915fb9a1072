package org.xinheng.definition.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.definition.Places;
import org.xinheng.instrument.Condition;
import org.xinheng.instrument.Instrument;
import org.xinheng.instrument.ResponseSet;
import org.xinheng.instrument.Truth;

/**
 * What conditions can come to, before anybody has answered.
 *
 * <p>A comparison splits the codes of an item, or the values of a scale, into a few kinds that behave alike. Enumerating
 * the kinds of all items and scales that some conditions ask stands for enumerating all answers. Scores are taken as free
 * of the answers and of each other, so that some of these states cannot occur: what holds in none of them never holds,
 * and what holds in all of them always does. Where they are too many, the conditions are judged once with every
 * comparison unknown. Faults that are reported for themselves are unknown as well: a comparison that is always the same, a
 * part that could not be read, a condition that asks itself, and more parts asked for than there are.
 */
final class ConditionSpace {

  private static final int MOST_STEPS = 1 << 18;
  private static final int MOST_COMPARISONS = 62;
  private static final int MOST_CHOICES = 10;

  private final Instrument instrument;
  private final Predicate<Object> sound;
  private final PossibleScores possible;

  ConditionSpace(Instrument instrument, Places places) {
    this.instrument = instrument;
    this.sound = places::isSound;
    this.possible = new PossibleScores(instrument, sound);
  }

  /** Whether a condition holds for no answers at all. */
  boolean never(Condition condition) {
    return states(List.of(condition)).allMatch(state -> state.truth(condition) == Truth.NO);
  }

  /** Whether a condition holds for all answers, if nothing is left out. */
  boolean always(Condition condition) {
    return states(List.of(condition))
        .filter(State::isComplete)
        .allMatch(state -> state.truth(condition) == Truth.YES);
  }

  /** Which of some conditions, tried in order, may be the first that holds. */
  boolean[] reached(List<Condition> inOrder) {
    boolean[] reached = new boolean[inOrder.size()];
    states(inOrder).forEach(state -> {
      for (int i = 0; i < reached.length; i++) {
        Truth truth = state.truth(inOrder.get(i));
        reached[i] |= truth != Truth.NO;
        if (truth == Truth.YES) {
          break;
        }
      }
    });
    return reached;
  }

  /** What a comparison gives whatever is answered; unknown if that depends on the answer. */
  Truth foreseen(Condition comparison) {
    if (!sound.test(comparison)) {
      return Truth.UNKNOWN;
    }
    List<Long> masks = kinds(List.of(comparison)).stream()
        .filter(Kind::complete)
        .map(Kind::met)
        .distinct()
        .toList();
    return masks.size() == 1 ? Truth.of(masks.get(0) != 0) : Truth.UNKNOWN;
  }

  /** What a comparison has to choose from, for messages: {@code its codes are 0, 1, 2}. */
  String extent(Condition comparison) {
    if (comparison.askedItem().isPresent()) {
      return responses(comparison.askedItem().get())
          .map(set -> Names.ofAnswers("its", set))
          .orElse("it keeps no answers");
    }
    String scale = comparison.askedScale().orElse("");
    if (comparison instanceof Condition.OfBand) {
      return "its bands have the levels "
          + levels(scale).sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return "it goes from "
        + instrument
            .scale(scale)
            .flatMap(possible::values)
            .map(range -> range.lowestText() + " to " + range.highestText())
            .orElse("nothing to nothing");
  }

  /**
   * Answers or scores that no comparison tells apart.
   *
   * @param met a bit for each comparison of the item or scale that is met
   * @param complete whether there is something to compare, rather than an item that was left out
   */
  private record Kind(long met, boolean complete) {}

  /**
   * The kinds that comparisons of one item or scale tell apart.
   *
   * @return none if the item or scale has faults of its own that leave it open
   */
  private Collection<Kind> kinds(List<Condition> comparisons) {
    Condition first = comparisons.get(0);
    Set<Kind> kinds = new LinkedHashSet<>();
    if (first instanceof Condition.OfItem of) {
      responses(of.item()).ifPresent(set -> {
        for (BigDecimal answer : set.representatives(edges(comparisons))) {
          kinds.add(kind(comparisons, answer));
        }
        boolean leftOutIsOther = !kinds.contains(new Kind(0, true));
        if (leftOutIsOther) {
          kinds.add(new Kind(0, false));
        }
      });
    } else if (first instanceof Condition.OfChoice of) {
      responses(of.item())
          .flatMap(ConditionSpace::several)
          .ifPresent(set -> kinds.addAll(choices(comparisons, set)));
    } else if (first instanceof Condition.OfScale of) {
      instrument
          .scale(of.scale())
          .flatMap(possible::values)
          .ifPresent(range ->
              samples(comparisons, range).forEach(sample -> kinds.add(kind(comparisons, sample))));
    } else if (first instanceof Condition.OfBand of) {
      levels(of.scale()).forEach(level -> kinds.add(kind(comparisons, BigDecimal.valueOf(level))));
    }
    return kinds;
  }

  /** The answers to an item; none if it has faults of its own, or keeps no answer. */
  Optional<ResponseSet.Scorable> responses(String item) {
    return instrument
        .item(item)
        .filter(sound)
        .flatMap(instrument::scorable)
        .filter(sound)
        .filter(PossibleScores::isSettled);
  }

  /** What the answers to one item are compared with. */
  private static List<BigDecimal> edges(List<Condition> comparisons) {
    return comparisons.stream()
        .flatMap(comparison -> ((Condition.OfItem) comparison).comparison().values().stream())
        .toList();
  }

  private Stream<Integer> levels(String scale) {
    return instrument.scale(scale).filter(sound).stream()
        .flatMap(of -> instrument.levels(scale))
        .distinct();
  }

  /** The set, if several of its options may be chosen. */
  static Optional<ResponseSet.SeveralChoices> several(ResponseSet.Scorable set) {
    return set instanceof ResponseSet.SeveralChoices several
        ? Optional.of(several)
        : Optional.empty();
  }

  /** Every choice of the options that are asked, as far as they can be chosen together; none if they are too many. */
  private static Set<Kind> choices(List<Condition> comparisons, ResponseSet.SeveralChoices set) {
    List<Integer> codes = comparisons.stream()
        .map(comparison -> ((Condition.OfChoice) comparison).code())
        .toList();
    Set<Kind> kinds = new LinkedHashSet<>();
    if (codes.size() > MOST_CHOICES || !codes.stream().allMatch(set::declares)) {
      return kinds;
    }
    int none = set.none()
        .map(codes::indexOf)
        .filter(bit -> bit >= 0)
        .map(bit -> 1 << bit)
        .orElse(0);
    for (int chosen = 0; chosen < 1 << codes.size(); chosen++) {
      boolean excludes = (chosen & none) != 0 && chosen != none;
      boolean other = chosen != 0 || set.options().size() > codes.size();
      if (!excludes) {
        kinds.add(new Kind(chosen, other));
      }
    }
    return kinds;
  }

  private static Kind kind(List<Condition> comparisons, BigDecimal value) {
    long met = 0;
    for (int i = 0; i < comparisons.size(); i++) {
      met |= isMet(comparisons.get(i), value) ? 1L << i : 0;
    }
    return new Kind(met, true);
  }

  private static boolean isMet(Condition comparison, BigDecimal value) {
    if (comparison instanceof Condition.OfItem of) {
      return of.comparison().isMetBy(value);
    }
    if (comparison instanceof Condition.OfScale of) {
      return of.comparison().isMetBy(value);
    }
    return comparison instanceof Condition.OfBand of
        && value.compareTo(BigDecimal.valueOf(of.levelAtOrAbove())) >= 0;
  }

  /** The values that are compared with, and one value between each two and beyond the ends, as far as in the range. */
  private static List<BigDecimal> samples(List<Condition> comparisons, PossibleScores.Range range) {
    List<BigDecimal> edges = comparisons.stream()
        .flatMap(comparison -> ((Condition.OfScale) comparison).comparison().values().stream())
        .sorted()
        .toList();
    List<BigDecimal> samples = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      BigDecimal edge = edges.get(i);
      BigDecimal below = i == 0 ? edge.subtract(BigDecimal.ONE) : middle(edges.get(i - 1), edge);
      boolean reachesBelow = i == 0 || range.endsAbove(edges.get(i - 1));
      if (range.startsBelow(edge) && reachesBelow) {
        samples.add(below);
      }
      if (range.contains(edge)) {
        samples.add(edge);
      }
    }
    if (!edges.isEmpty() && range.endsAbove(edges.get(edges.size() - 1))) {
      samples.add(edges.get(edges.size() - 1).add(BigDecimal.ONE));
    }
    return samples;
  }

  private static BigDecimal middle(BigDecimal a, BigDecimal b) {
    return a.add(b).divide(BigDecimal.valueOf(2));
  }

  /** All states of what some conditions ask, or a single one with all that is open unknown. */
  private Stream<State> states(List<Condition> conditions) {
    Map<String, Set<Condition>> subjects = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      for (Condition comparison : instrument.comparisons(condition)) {
        subjects
            .computeIfAbsent(subject(comparison), any -> new LinkedHashSet<>())
            .add(comparison);
      }
    }
    List<Subject> all =
        subjects.values().stream().map(List::copyOf).map(this::subject).toList();
    long states = 1;
    long steps = conditions.stream().mapToLong(this::size).sum();
    for (Subject subject : all) {
      states *= subject.kinds().isEmpty() ? MOST_STEPS : subject.kinds().size();
      if (states * steps >= MOST_STEPS) {
        return Stream.of(new State(Map.of(), true));
      }
    }
    return LongStream.range(0, states).mapToObj(number -> state(number, all));
  }

  private Subject subject(List<Condition> comparisons) {
    boolean tooMany = comparisons.size() > MOST_COMPARISONS;
    return new Subject(comparisons, tooMany ? List.of() : List.copyOf(kinds(comparisons)));
  }

  /**
   * @param comparisons all that ask the same item, scale or band
   * @param kinds none if they are not known, or too many
   */
  private record Subject(List<Condition> comparisons, List<Kind> kinds) {

    /** Whether a comparison depends on the answer at all. One that does not is a fault of its own. */
    boolean isOpen(int comparison) {
      return kinds.stream()
              .filter(Kind::complete)
              .map(kind -> kind.met() & 1L << comparison)
              .distinct()
              .count()
          > 1;
    }
  }

  private static String subject(Condition comparison) {
    String kind = comparison.getClass().getSimpleName();
    return kind + " " + comparison.askedItem().or(comparison::askedScale).orElse("");
  }

  /** How many steps it takes to judge a condition, the names that it uses included. */
  private long size(Condition condition) {
    return condition.walk().count() + instrument.comparisons(condition).size();
  }

  private State state(long number, List<Subject> subjects) {
    Map<Condition, Truth> truths = new HashMap<>();
    boolean complete = true;
    long rest = number;
    for (Subject subject : subjects) {
      int kinds = subject.kinds().size();
      Kind kind = subject.kinds().get((int) (rest % kinds));
      rest /= kinds;
      complete &= kind.complete();
      for (int i = 0; i < subject.comparisons().size(); i++) {
        if (subject.isOpen(i)) {
          truths.put(subject.comparisons().get(i), Truth.of((kind.met() & 1L << i) != 0));
        }
      }
    }
    return new State(truths, complete);
  }

  /** One state, and what conditions come to in it. */
  private final class State implements Condition.Visitor<Truth> {

    private final Map<Condition, Truth> comparisons;
    private final boolean complete;
    private final Map<String, Truth> named = new HashMap<>();
    private int depth;

    State(Map<Condition, Truth> comparisons, boolean complete) {
      this.comparisons = comparisons;
      this.complete = complete;
    }

    boolean isComplete() {
      return complete;
    }

    Truth truth(Condition condition) {
      return sound.test(condition) ? condition.accept(this) : Truth.UNKNOWN;
    }

    private Truth compared(Condition comparison) {
      return comparisons.getOrDefault(comparison, Truth.UNKNOWN);
    }

    @Override
    public Truth ofItem(Condition.OfItem condition) {
      return compared(condition);
    }

    @Override
    public Truth ofChoice(Condition.OfChoice condition) {
      return compared(condition);
    }

    @Override
    public Truth ofScale(Condition.OfScale condition) {
      return compared(condition);
    }

    @Override
    public Truth ofBand(Condition.OfBand condition) {
      return compared(condition);
    }

    @Override
    public Truth named(Condition.Named condition) {
      @Nullable Truth known = named.get(condition.id());
      if (known != null) {
        return known;
      }
      named.put(condition.id(), Truth.UNKNOWN);
      depth++;
      Truth truth = depth > ConditionCycle.MOST_LEVELS
          ? Truth.UNKNOWN
          : instrument.condition(condition.id()).map(this::truth).orElse(Truth.UNKNOWN);
      depth--;
      named.put(condition.id(), truth);
      return truth;
    }

    @Override
    public Truth atLeast(Condition.AtLeast condition) {
      if (condition.n() > condition.parts().size()) {
        return Truth.UNKNOWN;
      }
      int yes = 0;
      int unknown = 0;
      for (Condition part : condition.parts()) {
        Truth truth = truth(part);
        yes += truth == Truth.YES ? 1 : 0;
        unknown += truth == Truth.UNKNOWN ? 1 : 0;
      }
      return Truth.atLeast(condition.n(), yes, unknown);
    }

    @Override
    public Truth not(Condition.Not condition) {
      return truth(condition.part()).negated();
    }
  }
}
