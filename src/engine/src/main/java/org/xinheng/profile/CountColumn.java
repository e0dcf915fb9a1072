package org.xinheng.profile;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column of counts that somebody wants.
 *
 * @param name its heading
 */
public record CountColumn(String name, Count count) {

  /** All of them, by their own names. */
  public static final List<CountColumn> ALL = Stream.of(Count.values())
      .map(count -> new CountColumn(count.word(), count))
      .toList();
}
