package org.xinheng.exchange.workbook;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which styles of a workbook show a number as a date. */
final class CellFormats {

  private static final int MOST_STYLES = 1 << 16;

  /** What a format shows as it stands there, and conditions, colours and languages. */
  private static final Pattern NOT_CODES =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]");

  private final BitSet dates = new BitSet();

  private CellFormats() {}

  static CellFormats none() {
    return new CellFormats();
  }

  static CellFormats read(PartXml xml) throws IOException {
    CellFormats formats = new CellFormats();
    Map<Integer, String> codes = new HashMap<>();
    boolean isInCellFormats = false;
    int style = 0;
    while (xml.next()) {
      if (xml.isStart("numFmt")) {
        codes.put(number(xml.text("numFmtId")), xml.text("formatCode"));
      } else if (xml.isStart("cellXfs")) {
        isInCellFormats = true;
      } else if (xml.isEnd("cellXfs")) {
        isInCellFormats = false;
      } else if (isInCellFormats && xml.isStart("xf") && style < MOST_STYLES) {
        int format = number(xml.text("numFmtId"));
        formats.dates.set(
            style, codes.containsKey(format) ? isDate(codes.get(format)) : isBuiltInDate(format));
        style++;
      }
    }
    return formats;
  }

  boolean isDate(int style) {
    return style >= 0 && dates.get(style);
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : 0;
  }

  /** ECMA-376, part 1, 18.8.30; 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean programs. */
  private static boolean isBuiltInDate(int format) {
    return (format >= 14 && format <= 22)
        || (format >= 27 && format <= 36)
        || (format >= 45 && format <= 47)
        || (format >= 50 && format <= 58);
  }

  /** A format that shows a year, month, day, hour or second shows a date or a time. */
  private static boolean isDate(String code) {
    String codes = NOT_CODES
        .matcher(code.toLowerCase(Locale.ROOT))
        .replaceAll("")
        .replace("general", "")
        .replaceAll("s\\.0+", "s");
    int section = codes.indexOf(';');
    String first = section < 0 ? codes : codes.substring(0, section);
    return first.chars().anyMatch(c -> "ymdhs".indexOf(c) >= 0)
        && first.indexOf('0') < 0
        && first.indexOf('#') < 0;
  }
}
