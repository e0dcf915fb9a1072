package org.xinheng.exchange;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names of the sheets of a workbook, as Excel takes them: 1 to 31 characters, none of {@code [ ] : * ? / \} and no control
 * character, no apostrophe at either end, not {@code History}, and no two alike but for upper and lower case. What cannot stand there becomes
 * {@code -}, and any apostrophe a curly one, since the straight one ends the name where a formula speaks of the sheet.
 */
final class SheetName {

  private static final int LONGEST = 31;
  private static final String REFUSED = "[]:*?/\\";
  private static final int CURLY_APOSTROPHE = 0x2019;
  private static final String RESERVED = "history";
  private static final String UNNAMED = "Sheet";

  private final Set<String> taken = new HashSet<>();

  /** The name that a sheet gets; a later one of the same name is numbered. */
  String take(String wanted) {
    String name = allowed(wanted);
    String free = name;
    for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
      String suffix = " (" + number + ")";
      free = cut(name, LONGEST - suffix.length()) + suffix;
    }
    return free;
  }

  private static String allowed(String wanted) {
    StringBuilder name = new StringBuilder();
    SheetText.visible(wanted).codePoints().map(SheetName::allowed).forEach(name::appendCodePoint);
    String plain = cut(name.toString().strip(), LONGEST).strip();
    if (plain.isEmpty()) {
      return UNNAMED;
    }
    return plain.toLowerCase(Locale.ROOT).equals(RESERVED) ? plain + "-" : plain;
  }

  private static int allowed(int c) {
    if (c == '\'') {
      return CURLY_APOSTROPHE;
    }
    return REFUSED.indexOf(c) >= 0 || Character.isISOControl(c) ? '-' : c;
  }

  /** Not within a character that takes two places. */
  private static String cut(String name, int longest) {
    if (name.length() <= longest) {
      return name;
    }
    int end = Character.isHighSurrogate(name.charAt(longest - 1)) ? longest - 1 : longest;
    return name.substring(0, end);
  }
}
