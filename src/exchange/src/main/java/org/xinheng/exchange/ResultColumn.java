package org.xinheng.exchange;

import java.util.Optional;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;

/**
 * A column of a table of results.
 *
 * @param word its heading in a CSV, for programs
 * @param name its heading in a workbook, for people; the word if they are the same
 * @param kind what its cells hold
 * @param width of a column of sentences, in digits
 * @param isForPeople whether it stands in a workbook, too; a code whose name stands beside it does not
 */
record ResultColumn(
    String word, Text name, SheetColumn.Kind kind, Optional<Double> width, boolean isForPeople) {

  /** Of a column of a few words, which are broken into lines. */
  private static final double OF_WORDS = 22;

  private ResultColumn(String word, Text name, SheetColumn.Kind kind) {
    this(word, name, kind, Optional.empty(), true);
  }

  static ResultColumn text(String word, String en, String zhCn) {
    return new ResultColumn(word, new Text(en, zhCn), SheetColumn.Kind.TEXT);
  }

  /** The column of a level, such as school or dormitory, by the name that people there have for it. */
  static ResultColumn of(Hierarchy.Level level, Hierarchy hierarchy) {
    SheetColumn.Kind kind =
        level == Hierarchy.Level.GRADE ? SheetColumn.Kind.WHOLE : SheetColumn.Kind.TEXT;
    return new ResultColumn(level.word(), hierarchy.name(level), kind);
  }

  /** A code whose name stands in a column of its own. */
  static ResultColumn code(String word) {
    return new ResultColumn(
        word, new Text(word, word), SheetColumn.Kind.TEXT, Optional.empty(), false);
  }

  /** A few words, such as the names of those who help. */
  static ResultColumn words(String word, String en, String zhCn) {
    return new ResultColumn(
        word, new Text(en, zhCn), SheetColumn.Kind.LONG_TEXT, Optional.of(OF_WORDS), true);
  }

  static ResultColumn sentence(String word, String en, String zhCn) {
    return new ResultColumn(word, new Text(en, zhCn), SheetColumn.Kind.LONG_TEXT);
  }

  static ResultColumn whole(String word, String en, String zhCn) {
    return new ResultColumn(word, new Text(en, zhCn), SheetColumn.Kind.WHOLE);
  }

  static ResultColumn decimal(String word, String en, String zhCn) {
    return new ResultColumn(word, new Text(en, zhCn), SheetColumn.Kind.DECIMAL);
  }

  static ResultColumn date(String word, String en, String zhCn) {
    return new ResultColumn(word, new Text(en, zhCn), SheetColumn.Kind.DATE);
  }

  static ResultColumn time(String word, String en, String zhCn) {
    return new ResultColumn(word, new Text(en, zhCn), SheetColumn.Kind.TIME);
  }

  /** A column that people know by its word too. */
  static ResultColumn named(String word, SheetColumn.Kind kind) {
    return new ResultColumn(word, new Text(word, word), kind);
  }

  /** As it stands in a CSV. */
  SheetColumn forPrograms() {
    return of(word);
  }

  /** As it stands in a workbook, in both languages. */
  SheetColumn forPeople() {
    return of(name.zhCn().equals(name.en()) ? name.en() : name.zhCn() + " " + name.en());
  }

  private SheetColumn of(String heading) {
    SheetColumn column = ofKind(heading);
    return width.map(column::withWidth).orElse(column);
  }

  private SheetColumn ofKind(String heading) {
    return switch (kind) {
      case TEXT -> SheetColumn.text(heading);
      case LONG_TEXT -> SheetColumn.longText(heading);
      case WHOLE -> SheetColumn.whole(heading);
      case DECIMAL -> SheetColumn.decimal(heading);
      case DATE -> SheetColumn.date(heading);
      case TIME -> SheetColumn.time(heading);
    };
  }
}
