package org.xinheng.instrument;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The answers that an item takes. */
public sealed interface ResponseSet {

  /** Codes fit one byte with room for the kinds of missing below them. */
  int LOWEST_CODE = -100;

  int HIGHEST_CODE = 127;

  /** Its name in the definition. */
  String id();

  /** The options, of which one or several are chosen; none where there is nothing to choose from. */
  default List<Option> options() {
    return List.of();
  }

  /** Our own short labels: of options by code, of the ends of a slider as {@code low} and {@code high}. */
  default Map<String, Text> labels() {
    Map<String, Text> labels = new LinkedHashMap<>();
    options().forEach(option -> labels.put(Integer.toString(option.code()), option.label()));
    return Collections.unmodifiableMap(labels);
  }

  /** What is an answer, for messages: {@code 0, 1, 2, 3}, {@code 0 to 100 in steps of 5}. */
  String codes();

  /** Answers that a table keeps and a scale may count. */
  sealed interface Scorable extends ResponseSet {

    /** Codes that stand for no answer, with their kind. */
    Map<Integer, Missing> missing();

    /** The least that an answer counts as: the minimum of {@code reverse}. */
    BigDecimal lowest();

    /** The most that an answer counts as: the maximum of {@code reverse}. */
    BigDecimal highest();

    /** Whether the code is an answer, or an option among several. */
    boolean declares(int code);

    /** The declared codes among those that fit one byte, from the lowest. */
    default int[] codesOfByte() {
      return IntStream.rangeClosed(LOWEST_CODE, HIGHEST_CODE)
          .filter(this::declares)
          .toArray();
    }

    /**
     * What answers can count as, as far as comparisons with the given values can tell them apart: all that there is, or
     * the two ends and the neighbours of each value.
     */
    List<BigDecimal> representatives(List<BigDecimal> compared);
  }

  /**
   * One of several options.
   *
   * @param options at least two, each code once
   * @param missing further codes that stand for no answer, with their kind
   */
  record Choice(String id, List<Option> options, Map<Integer, Missing> missing)
      implements Scorable {

    public Choice {
      options = List.copyOf(options);
      missing = Map.copyOf(missing);
    }

    @Override
    public BigDecimal lowest() {
      return BigDecimal.valueOf(options.stream().mapToInt(Option::code).min().orElse(0));
    }

    @Override
    public BigDecimal highest() {
      return BigDecimal.valueOf(options.stream().mapToInt(Option::code).max().orElse(0));
    }

    @Override
    public boolean declares(int code) {
      return isAmong(code, options);
    }

    @Override
    public int[] codesOfByte() {
      return ResponseSet.codesOfByte(options);
    }

    @Override
    public List<BigDecimal> representatives(List<BigDecimal> compared) {
      return options.stream().map(option -> BigDecimal.valueOf(option.code())).toList();
    }

    @Override
    public String codes() {
      return list(options);
    }
  }

  /**
   * Any number of options, at least one. It counts as how many were chosen, save for the one that says none of these.
   *
   * @param options from two to {@link #MOST_OPTIONS}, each code once
   * @param none the code of the option that excludes the others, if there is one
   * @param missing further codes that stand for no answer, with their kind
   */
  record SeveralChoices(
      String id, List<Option> options, Optional<Integer> none, Map<Integer, Missing> missing)
      implements Scorable {

    /** What fits the bits of a number, one an option. */
    public static final int MOST_OPTIONS = 30;

    public SeveralChoices {
      options = List.copyOf(options);
      missing = Map.copyOf(missing);
    }

    /** 0 if none can be chosen, and else 1, because nothing chosen is no answer. */
    @Override
    public BigDecimal lowest() {
      return none.isPresent() ? BigDecimal.ZERO : BigDecimal.ONE;
    }

    @Override
    public BigDecimal highest() {
      return BigDecimal.valueOf(options.size() - (none.isPresent() ? 1L : 0L));
    }

    @Override
    public boolean declares(int code) {
      return isAmong(code, options);
    }

    @Override
    public int[] codesOfByte() {
      return ResponseSet.codesOfByte(options);
    }

    @Override
    public List<BigDecimal> representatives(List<BigDecimal> compared) {
      return IntStream.rangeClosed(lowest().intValueExact(), highest().intValueExact())
          .mapToObj(BigDecimal::valueOf)
          .toList();
    }

    @Override
    public String codes() {
      return "any of " + list(options);
    }
  }

  /** A number between two ends, in equal steps from the lower one. */
  sealed interface Numeric extends Scorable {

    BigDecimal step();

    /** How many decimals an answer may have. */
    int decimals();

    /** Whether the number is an answer. */
    default boolean declares(BigDecimal number) {
      return number.compareTo(lowest()) >= 0
          && number.compareTo(highest()) <= 0
          && step().signum() > 0
          && number.subtract(lowest()).remainder(step()).signum() == 0;
    }

    @Override
    default boolean declares(int code) {
      return declares(BigDecimal.valueOf(code));
    }

    @Override
    default List<BigDecimal> representatives(List<BigDecimal> compared) {
      Stream<BigDecimal> neighbours =
          step().signum() > 0 ? compared.stream().flatMap(this::neighbours) : Stream.empty();
      return Stream.concat(Stream.of(lowest(), highest()), neighbours)
          .map(BigDecimal::stripTrailingZeros)
          .sorted()
          .distinct()
          .toList();
    }

    private Stream<BigDecimal> neighbours(BigDecimal value) {
      BigDecimal below = value
          .subtract(lowest())
          .divide(step(), 0, RoundingMode.FLOOR)
          .multiply(step())
          .add(lowest());
      return IntStream.rangeClosed(-1, 2)
          .mapToObj(steps -> below.add(step().multiply(BigDecimal.valueOf(steps))))
          .filter(this::declares);
    }
  }

  /**
   * A number that is typed in.
   *
   * @param lowest the lowest that is accepted
   * @param highest the highest that is accepted
   * @param decimals how many decimals it may have
   * @param unit what is counted, if that is shown
   * @param missing numbers outside the range that stand for no answer, with their kind
   */
  record NumberEntry(
      String id,
      BigDecimal lowest,
      BigDecimal highest,
      int decimals,
      Optional<Text> unit,
      Map<Integer, Missing> missing)
      implements Numeric {

    public NumberEntry {
      missing = Map.copyOf(missing);
    }

    @Override
    public BigDecimal step() {
      return BigDecimal.ONE.movePointLeft(decimals);
    }

    @Override
    public String codes() {
      return lowest.toPlainString() + " to " + highest.toPlainString()
          + (decimals == 0
              ? ""
              : " with at most " + decimals + (decimals == 1 ? " decimal" : " decimals"));
    }
  }

  /**
   * A place on a line.
   *
   * @param lowest the number of its left end
   * @param highest the number of its right end
   * @param step the distance of two places
   * @param low what stands at the left end
   * @param high what stands at the right end
   * @param missing numbers outside the range that stand for no answer, with their kind
   */
  record Slider(
      String id,
      BigDecimal lowest,
      BigDecimal highest,
      BigDecimal step,
      Text low,
      Text high,
      Map<Integer, Missing> missing)
      implements Numeric {

    public Slider {
      missing = Map.copyOf(missing);
    }

    @Override
    public int decimals() {
      return Math.max(decimals(lowest), decimals(step));
    }

    private static int decimals(BigDecimal value) {
      return Math.max(0, value.stripTrailingZeros().scale());
    }

    @Override
    public Map<String, Text> labels() {
      Map<String, Text> labels = new LinkedHashMap<>();
      labels.put("low", low);
      labels.put("high", high);
      return Collections.unmodifiableMap(labels);
    }

    @Override
    public String codes() {
      return lowest.toPlainString() + " to " + highest.toPlainString()
          + (step.compareTo(BigDecimal.ONE) == 0 ? "" : " in steps of " + step.toPlainString());
    }
  }

  /**
   * Free text. It is never scored, never kept in a table and never written out.
   *
   * @param longest how many characters it may have
   */
  record FreeText(String id, int longest) implements ResponseSet {

    @Override
    public String codes() {
      return "a text";
    }
  }

  /** Plain loops here and below, since every cell of a plan is asked for. */
  private static boolean isAmong(int code, List<Option> options) {
    for (Option option : options) {
      if (option.code() == code) {
        return true;
      }
    }
    return false;
  }

  private static int[] codesOfByte(List<Option> options) {
    int[] codes = new int[options.size()];
    int size = 0;
    for (Option option : options) {
      if (LOWEST_CODE <= option.code() && option.code() <= HIGHEST_CODE) {
        codes[size] = option.code();
        size++;
      }
    }
    Arrays.sort(codes, 0, size);
    return Arrays.copyOf(codes, size);
  }

  private static String list(List<Option> options) {
    return options.stream()
        .map(option -> Integer.toString(option.code()))
        .collect(Collectors.joining(", "));
  }
}
