package org.xinheng.exchange;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files that are made of the names of schools and classes: letters and digits of any script, and hyphens for
 * everything else, so that every system takes them and none of them leads out of its folder.
 */
public final class FileName {

  private static final int LONGEST = 80;

  private final Set<String> taken = new HashSet<>();

  /** The name that a file gets, without an ending; a later one of the same name is numbered. */
  public String take(String wanted) {
    String name = allowed(wanted);
    String free = name;
    for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
      free = name + "-" + number;
    }
    return free;
  }

  private static String allowed(String wanted) {
    StringBuilder name = new StringBuilder();
    wanted
        .codePoints()
        .map(c -> Character.isLetterOrDigit(c) ? c : '-')
        .limit(LONGEST)
        .forEach(name::appendCodePoint);
    String plain = name.toString().replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
    return plain.isEmpty() ? "unnamed" : plain;
  }
}
