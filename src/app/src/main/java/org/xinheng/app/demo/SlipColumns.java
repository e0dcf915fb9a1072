package org.xinheng.app.demo;

import java.util.List;

/**
 * Where slips happen in a table; its first column is the student's id.
 *
 * @param slips that happen
 * @param values columns of numbers or words
 * @param dates columns of dates
 * @param swapped the two columns that are mixed up
 */
record SlipColumns(
    List<Slip> slips, List<String> values, List<String> dates, List<String> swapped) {

  SlipColumns {
    slips = List.copyOf(slips);
    values = List.copyOf(values);
    dates = List.copyOf(dates);
    swapped = List.copyOf(swapped);
  }
}
