package org.xinheng.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.instrument.FullWidth;
import org.xinheng.screening.Boarding;
import org.xinheng.screening.Dormitory;

/**
 * What a roster says of where a student lives, as schools write it: a building and a room in two columns, or both in one cell,
 * {@code 3号楼205}, {@code 女生公寓A座-305室}, {@code 3-205}, {@code West House, room 12}.
 */
final class DormitoryCells {

  private static final String ROOM = "([A-Za-z]?[0-9]{2,4}[A-Za-z]?)(?:室|房|号|房间|寝室|宿舍)?";

  /** A building that says that it is one, and a room behind it. */
  private static final Pattern NAMED =
      Pattern.compile("(.*(?:栋|幢|楼|公寓|座|宿舍|斋|园|苑))[\\s·,/#-]*" + ROOM);

  private static final Pattern NUMBERED =
      Pattern.compile("([0-9]{1,2}|[A-Za-z][0-9]{0,2})[·/#-]" + ROOM);

  private static final Pattern ENGLISH =
      Pattern.compile("(.+?)[\\s,]+room\\s*([0-9A-Za-z]+)", Pattern.CASE_INSENSITIVE);

  /** How a cell says that there is no dormitory, besides the words of day students. */
  private static final Set<String> NONE = Set.of("无", "没有", "有", "/", "\\", "-", "—", "--", "none");

  /** A column of dormitories may say of day students that they are. */
  private static final Words<Boarding> BOARDINGS = Words.boardings();

  private DormitoryCells() {}

  /**
   * The dormitory of a student.
   *
   * @param dormitory the cell of the column of dormitories; blank if there is none
   * @param room the cell of the column of rooms; blank if there is none
   */
  static Optional<Dormitory> read(String dormitory, String room) {
    String name = text(dormitory);
    String number = text(room);
    if (name.isEmpty()) {
      // Whoever has one column only may have given it either heading.
      return number.isEmpty() ? Optional.empty() : Optional.of(together(number));
    }
    return Optional.of(
        number.isEmpty() ? together(name) : new Dormitory(name, Optional.of(number)));
  }

  private static Dormitory together(String text) {
    for (Pattern pattern : new Pattern[] {NAMED, NUMBERED, ENGLISH}) {
      Matcher both = pattern.matcher(text);
      if (both.matches()) {
        return new Dormitory(both.group(1).strip(), Optional.of(both.group(2)));
      }
    }
    return new Dormitory(text, Optional.empty());
  }

  private static String text(String cell) {
    String text = FullWidth.toNarrow(Cell.trimmed(cell)).strip();
    boolean isNone = NONE.contains(text) || BOARDINGS.read(text).value().isPresent();
    return isNone ? "" : text;
  }
}
