package org.xinheng.exchange.workbook;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.diagnostic.Place;

/** The text of a cell: that of all its runs, without how they look and without how Chinese and Japanese is pronounced. */
final class CellText {

  /** What spreadsheet programs let into a cell. */
  static final int MOST_CHARS = 32_767;

  /** A character that XML cannot hold, such as {@code _x000D_}. */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /** Reads to the end of the element that holds the text. */
  static String read(PartXml xml, String element, Place place) throws IOException {
    StringBuilder text = new StringBuilder();
    boolean isPronounced = false;
    boolean isInText = false;
    while (xml.next() && !xml.isEnd(element)) {
      if (xml.isStart("rPh")) {
        isPronounced = true;
      } else if (xml.isEnd("rPh")) {
        isPronounced = false;
      } else if (xml.isStart("t")) {
        isInText = true;
      } else if (xml.isEnd("t")) {
        isInText = false;
      } else if (xml.isText() && isInText && !isPronounced) {
        xml.addTextTo(text);
        requireShort(text, place);
      }
    }
    return decoded(text);
  }

  static String decoded(CharSequence text) {
    String read = text.toString();
    if (!read.contains("_x")) {
      return read;
    }
    Matcher escaped = ESCAPED.matcher(read);
    return escaped.replaceAll(found ->
        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }

  private static void requireShort(CharSequence text, Place place) {
    // A character outside of XML takes seven.
    if (text.length() > 7 * MOST_CHARS) {
      throw WorkbookException.tooLarge(
          place, "a cell holds a text of more than " + MOST_CHARS + " characters");
    }
  }
}
