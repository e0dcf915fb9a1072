package org.xinheng.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of a school's own table mean.
 *
 * @param columns from the heading in the table to a known column or an item such as {@code phq-9.1}
 * @param codes from {@code sex}, a questionnaire or an item to what its cells mean: a code of the definition, a word of
 *     the column, or {@code missing.} with a kind of missing
 */
public record ColumnMap(Map<String, String> columns, Map<String, Map<String, String>> codes) {

  /** No column is renamed and no code is translated. */
  public static final ColumnMap NONE = new ColumnMap(Map.of(), Map.of());

  public ColumnMap {
    columns = Map.copyOf(columns);
    codes = Map.copyOf(codes);
  }

  /** The same for a table that has only some of the columns. */
  public ColumnMap forColumns(Set<String> headings) {
    Map<String, String> there = new LinkedHashMap<>(columns);
    there.keySet().retainAll(headings);
    return new ColumnMap(there, codes);
  }

  /** What a heading stands for; itself if the map does not name it. */
  public String target(String heading) {
    return columns.getOrDefault(heading, heading);
  }

  /** All translated cells of a column, the item's own codes before its questionnaire's. */
  public Map<String, String> codesOf(String target) {
    Map<String, String> all = new LinkedHashMap<>();
    int dot = target.indexOf('.');
    if (dot > 0) {
      all.putAll(codes.getOrDefault(target.substring(0, dot), Map.of()));
    }
    all.putAll(codes.getOrDefault(target, Map.of()));
    return all;
  }
}
