package org.xinheng.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** How text is spelled in tables that are written. */
final class OutputText {

  private OutputText() {}

  /**
   * Text that a spreadsheet will not take for a formula: with an apostrophe before it if it starts like one and is not
   * a plain number.
   */
  static String harmless(String text) {
    return startsFormula(text) && !isPlainNumber(text) ? "'" + text : text;
  }

  /**
   * Fields side by side as they stand in a row with commas, quoted where they have to be.
   *
   * @param areFirst whether the row begins with them; else a comma comes before them
   */
  static String fields(List<String> fields, boolean areFirst) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      text.append(field(fields.get(i), areFirst && i == 0));
    }
    return text.toString();
  }

  /** The same of one field. */
  static String field(String field, boolean isFirst) {
    // A first field may be quoted where others are not.
    boolean isPlain = isNeverQuoted(field) && !(isFirst && field.isEmpty());
    String written = isPlain ? field : quoted(field, isFirst);
    return isFirst ? written : ',' + written;
  }

  /** Nearly all that is written of results: making a writer for each takes longer than everything else. */
  private static boolean isNeverQuoted(String text) {
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      boolean isInner = i > 0 && i < text.length() - 1;
      boolean isPlain = Character.isLetterOrDigit(one)
          || one == '.'
          || one == '-'
          || one == '/'
          || one == '*'
          || (one == ' ' && isInner);
      if (!isPlain) {
        return false;
      }
    }
    return true;
  }

  private static String quoted(String field, boolean isFirst) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      if (isFirst) {
        csv.writeRecord(field);
      } else {
        csv.writeRecord("", field);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory is always written", e);
    }
    int start = isFirst ? 0 : 1;
    return text.getBuffer().substring(start, text.getBuffer().length() - 1);
  }

  private static boolean startsFormula(String text) {
    return !text.isEmpty()
        && switch (text.charAt(0)) {
          case '=', '+', '-', '@', '\t', '\r' -> true;
          default -> false;
        };
  }

  /** Such as {@code -5}, {@code +0.25} or {@code -1.5e-7}. */
  private static boolean isPlainNumber(String text) {
    int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    int end = exponent < 0 ? text.length() : exponent;
    int start = afterSign(text, 0);
    int point = text.indexOf('.');
    int wholeEnd = point < 0 ? end : point;
    return areDigits(text, start, wholeEnd)
        && (point < 0 || areDigits(text, point + 1, end))
        && (exponent < 0 || areDigits(text, afterSign(text, exponent + 1), text.length()));
  }

  private static int afterSign(String text, int start) {
    boolean signed =
        start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-');
    return signed ? start + 1 : start;
  }

  private static boolean areDigits(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return start < end;
  }
}
