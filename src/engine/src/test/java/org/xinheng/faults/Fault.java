package org.xinheng.faults;

/**
 * A shipped file with one fault in it.
 *
 * @param kind what the author did wrong
 * @param file its path in the library
 * @param line the first line that differs, from 1
 * @param change the line before and after
 * @param text the whole file with the fault
 */
record Fault(String kind, String file, int line, String change, String text) {

  /** The fault of writing another text in place of some of a file's. */
  static Fault of(String kind, String file, String before, String after) {
    int first = 0;
    while (first < before.length()
        && first < after.length()
        && before.charAt(first) == after.charAt(first)) {
      first++;
    }
    int line = (int) before.substring(0, first).chars().filter(c -> c == '\n').count();
    return new Fault(
        kind, file, line + 1, line(before, line) + "  =>  " + line(after, line), after);
  }

  private static String line(String text, int number) {
    return text.lines().skip(number).findFirst().orElse("").strip();
  }

  @Override
  public String toString() {
    return file + ":" + line + " " + kind + ": " + change;
  }
}
