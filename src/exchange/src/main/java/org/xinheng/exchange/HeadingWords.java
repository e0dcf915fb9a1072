package org.xinheng.exchange;

import java.util.Set;
import java.util.regex.Pattern;

/** By which texts a row of a sheet is known to be the one with the headings. */
final class HeadingWords {

  /** {@code phq-9.1}, {@code phq-9_1}, {@code phq-9.seconds}. */
  private static final Pattern ITEM =
      Pattern.compile("[A-Za-z][A-Za-z0-9-]*[._]([0-9]{1,3}[A-Za-z]?|[a-z]+(-[a-z0-9]+)*)");

  private static final Pattern ITEM_NUMBER = Pattern.compile("[0-9]{1,3}[A-Za-z]?");
  private static final Pattern QUESTIONNAIRE = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

  /** Columns of the smaller tables; they need not be all. */
  private static final Set<String> OTHERS = Set.of(
      "item", "text", "factor", "kind", "since", "until", "trigger", "group", "source", "cleared",
      "风险因素", "类别", "开始日期", "登记日期", "结束日期", "报告内容", "预警内容", "登记类型", "来源");

  private HeadingWords() {}

  static boolean isKnown(String text) {
    return hasLetter(text) && isKnownWord(text);
  }

  /** Most cells near the headings are answers, and no heading is a number. */
  private static boolean hasLetter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKnownWord(String text) {
    return KnownColumn.ofHeading(text).isPresent()
        || EvidenceColumn.ofHeading(text).isPresent()
        || OTHERS.contains(Cell.plain(text))
        || isItem(text);
  }

  /** Whether a sheet with this heading holds students or answers, and not just lists of words. */
  static boolean isKey(String text) {
    return isItem(text)
        || KnownColumn.ofHeading(text)
            .filter(column -> column == KnownColumn.STUDENT || column == KnownColumn.REGISTER)
            .isPresent();
  }

  static boolean isItem(String text) {
    return ITEM.matcher(Cell.trimmed(text)).matches();
  }

  /** Whether a heading over several columns and one under it make the name of an item. */
  static boolean makeItem(String above, String below) {
    return QUESTIONNAIRE.matcher(above).matches() && ITEM_NUMBER.matcher(below).matches();
  }
}
