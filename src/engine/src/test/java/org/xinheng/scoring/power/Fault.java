package org.xinheng.scoring.power;

import org.xinheng.definition.Kind;
import org.xinheng.definition.SourceText;

/**
 * A shipped file with one fault in it.
 *
 * @param kind what the author did wrong
 * @param of what the file is
 * @param id of the questionnaire or norm set
 * @param line the first line that differs, from 1
 * @param change the line before and after
 * @param source the whole file with the fault
 */
record Fault(String kind, Kind of, String id, int line, String change, SourceText source) {

  /** The fault of writing another text in place of some of a file's. */
  static Fault of(String kind, Kind of, String id, SourceText file, String after) {
    String before = file.text();
    int first = 0;
    while (first < before.length()
        && first < after.length()
        && before.charAt(first) == after.charAt(first)) {
      first++;
    }
    int line = (int) before.substring(0, first).chars().filter(c -> c == '\n').count();
    return new Fault(
        kind,
        of,
        id,
        line + 1,
        line(before, line) + "  =>  " + line(after, line),
        SourceText.of(file.file(), after));
  }

  private static String line(String text, int number) {
    return text.lines().skip(number).findFirst().orElse("").strip();
  }

  @Override
  public String toString() {
    return id + ":" + line + " " + kind + ": " + change;
  }
}
