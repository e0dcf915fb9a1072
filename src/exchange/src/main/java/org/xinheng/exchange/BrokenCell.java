package org.xinheng.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.xinheng.exchange.workbook.SheetRows;

/** Texts that stand where a spreadsheet has no value, or no longer the one that was typed in. */
final class BrokenCell {

  private static final Set<String> ERRORS = Set.of(
      "#NULL!",
      "#DIV/0!",
      "#VALUE!",
      "#REF!",
      "#NAME?",
      "#NUM!",
      "#N/A",
      "#GETTING_DATA",
      "#SPILL!",
      "#CALC!",
      "#FIELD!",
      "#BLOCKED!",
      "#UNKNOWN!",
      "#CONNECT!",
      "#BUSY!",
      "#PYTHON!");

  private static final Map<String, String> REASONS = Map.of(
      SheetRows.NOT_CALCULATED,
      "a formula whose result was never calculated: open the workbook in a spreadsheet program and"
          + " save it",
      SheetRows.CONTROL_CHARACTER,
      "a character that no keyboard writes: type the cell anew",
      SheetTable.MERGED,
      "a cell merged with others: take the cells apart, and write into each what belongs there");

  /** {@code ########}, as a column that is too narrow is printed. */
  private static final Pattern TOO_NARROW = Pattern.compile("#+");

  /** {@code 1.23457E+17}: the last digits are lost. A number such as {@code 7E12} is one that a school may give. */
  private static final Pattern ROUNDED = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+[0-9]{2,3}");

  /** {@code 1E+05}. */
  private static final int SHORTEST_ROUNDED = 5;

  private BrokenCell() {}

  /** Why a text is no value; empty if it may be one. */
  static Optional<String> reason(String cell) {
    if (!cell.startsWith("#")) {
      return Optional.empty();
    }
    String text = Cell.trimmed(cell);
    if (ERRORS.contains(text) || TOO_NARROW.matcher(text).matches()) {
      return Optional.of("an error of the spreadsheet, such as #REF!, instead of a value");
    }
    return Optional.ofNullable(REASONS.get(text));
  }

  /** The same of a number by which somebody is known, which also must not have been rounded. */
  static Optional<String> reasonOfNumber(String cell) {
    return ROUNDED.matcher(Cell.trimmed(cell)).matches()
        ? Optional.of("a long number that the spreadsheet has rounded: format the column as text,"
            + " and type or paste the numbers anew")
        : reason(cell);
  }

  /** Whether some bytes may be one of these, so that they have to be looked at as text. */
  static boolean isSuspected(byte[] bytes, int start, int end) {
    boolean isSigned =
        end - start >= SHORTEST_ROUNDED && (bytes[end - 3] == '+' || bytes[end - 4] == '+');
    return isSigned || (end > start && bytes[start] == '#');
  }
}
