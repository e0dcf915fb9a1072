package org.xinheng.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xinheng.diagnostic.Place;
import org.xinheng.profile.ProfileColumn;
import org.xinheng.profile.ResultColumn;

/**
 * A column of a table of scores.
 *
 * @param name its heading
 * @param source its position among all columns: first those of the input that are no items, then results
 * @param profiled how a profile wants it
 */
record OutputColumn(String name, int source, Optional<ProfileColumn> profiled) {

  /**
   * The columns that are written.
   *
   * @param own the columns of the input that are no items
   * @param header where faults are reported
   * @throws TableException if a profile wants a column that is not there
   */
  static List<OutputColumn> of(ScoreOptions options, List<Heading> own, Place header) {
    List<ResultColumn> results = ScoreWriter.resultColumns(options);
    return options
        .profile()
        .map(profile -> ProfiledColumns.find(profile, own, results, options.plans(), header))
        .orElseGet(() -> all(own, results));
  }

  private static List<OutputColumn> all(List<Heading> own, List<ResultColumn> results) {
    List<OutputColumn> columns = new ArrayList<>();
    own.forEach(
        heading -> columns.add(new OutputColumn(heading.text(), columns.size(), Optional.empty())));
    results.forEach(
        result -> columns.add(new OutputColumn(result.name(), columns.size(), Optional.empty())));
    return columns;
  }

  /** Whether every cell is written as it is. */
  boolean isAsItIs() {
    return profiled.isEmpty()
        || (profiled.get().recode().isEmpty() && profiled.get().empty().isEmpty());
  }

  /** What is written for a cell. */
  String written(String cell) {
    return OutputText.harmless(profiled.map(column -> column.written(cell)).orElse(cell));
  }
}
