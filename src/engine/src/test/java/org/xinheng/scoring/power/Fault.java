package org.xinheng.scoring.power;

import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;

/**
 * A shipped file with one fault in it. Only what differs is kept: there are tens of thousands of faults, and few are tried.
 *
 * @param kind what the author did wrong
 * @param of what the file is
 * @param id of the questionnaire or norm set
 * @param file without the fault
 * @param from where the texts begin to differ
 * @param to where the file goes on as before
 * @param instead what stands between the two
 */
record Fault(String kind, Kind of, String id, SourceText file, int from, int to, String instead) {

  /** The fault of writing another text in place of some of a file's. */
  static Fault of(String kind, Kind of, String id, SourceText file, String after) {
    String before = file.text();
    int shorter = Math.min(before.length(), after.length());
    int first = 0;
    while (first < shorter && before.charAt(first) == after.charAt(first)) {
      first++;
    }
    int alike = 0;
    while (alike < shorter - first
        && before.charAt(before.length() - 1 - alike) == after.charAt(after.length() - 1 - alike)) {
      alike++;
    }
    return new Fault(
        kind,
        of,
        id,
        file,
        first,
        before.length() - alike,
        after.substring(first, after.length() - alike));
  }

  /** The whole file with the fault. */
  SourceText source() {
    return SourceText.of(file.file(), after());
  }

  private String after() {
    return file.text().substring(0, from) + instead + file.text().substring(to);
  }

  private static String line(String text, int number) {
    return text.lines().skip(number).findFirst().orElse("").strip();
  }

  @Override
  public String toString() {
    int line =
        (int) file.text().substring(0, from).chars().filter(c -> c == '\n').count();
    return id + ":" + (line + 1) + " " + kind + ": " + line(file.text(), line) + "  =>  "
        + line(after(), line);
  }
}
