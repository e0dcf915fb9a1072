package org.xinheng.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A column that somebody wants.
 *
 * @param name its heading
 * @param content where its cells come from
 * @param recode from what stands in a cell to what is written; what is not there is written as it is
 * @param empty what is written for an empty cell
 */
public record ProfileColumn(
    String name, Content content, Map<String, String> recode, String empty) {

  public ProfileColumn {
    recode = Collections.unmodifiableMap(new LinkedHashMap<>(recode));
  }

  /** Where cells come from. */
  public sealed interface Content {

    /** What the column is called there. */
    String name();

    /** A column of results, such as {@code phq-9.total.band}. */
    record Result(String name) implements Content {}

    /** A column of the input that is no item, by its heading. */
    record Own(String name) implements Content {}
  }

  /** What is written for a cell. */
  public String written(String cell) {
    return cell.isBlank() ? empty : recode.getOrDefault(cell, cell);
  }
}
