package org.xinheng.profile;

import java.util.List;

/**
 * A column of results.
 *
 * @param name such as {@code phq-9.total.band}
 * @param words what can stand in its cells, if these are a few words; empty for numbers, texts and the like
 */
public record ResultColumn(String name, List<String> words) {

  public ResultColumn {
    words = List.copyOf(words);
  }

  static ResultColumn of(String name, String... words) {
    return new ResultColumn(name, List.of(words));
  }

  /** Whether this can stand in a cell, as far as that is known. */
  public boolean canHold(String word) {
    return words.isEmpty() || words.contains(word);
  }
}
