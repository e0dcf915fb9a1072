package org.xinheng.instrument;

import java.util.List;
import java.util.Map;

/**
 * The answers that an item takes.
 *
 * @param id its name in the definition
 * @param options at least two, each code once
 * @param missing further codes that stand for no answer, with their kind
 */
public record ResponseSet(String id, List<Option> options, Map<Integer, Missing> missing) {

  /** Codes fit one byte with room for the kinds of missing below them. */
  public static final int LOWEST_CODE = -100;

  public static final int HIGHEST_CODE = 127;

  public ResponseSet {
    options = List.copyOf(options);
    missing = Map.copyOf(missing);
  }

  /** The lowest declared code: the minimum of {@code reverse}. */
  public int lowest() {
    return options.stream().mapToInt(Option::code).min().orElse(0);
  }

  /** The highest declared code: the maximum of {@code reverse}. */
  public int highest() {
    return options.stream().mapToInt(Option::code).max().orElse(0);
  }

  public boolean declares(int code) {
    return options.stream().anyMatch(option -> option.code() == code);
  }

  /** The declared codes, for messages: {@code 0, 1, 2, 3}. */
  public String codes() {
    return String.join(
        ", ", options.stream().map(option -> Integer.toString(option.code())).toList());
  }
}
