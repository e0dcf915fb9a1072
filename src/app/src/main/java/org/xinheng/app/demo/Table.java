package org.xinheng.app.demo;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes one CSV file. No cell of this school holds a comma, a quote or a line break, so none
 * is quoted.
 */
record Table(List<String> header, List<List<String>> rows) {

  Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }

  String csv() {
    return Stream.concat(Stream.of(header), rows.stream())
        .map(row -> String.join(",", row) + "\n")
        .collect(Collectors.joining());
  }
}
