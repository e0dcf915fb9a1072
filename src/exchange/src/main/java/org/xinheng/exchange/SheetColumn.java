package org.xinheng.exchange;

import java.util.Optional;
import org.xinheng.diagnostic.TerminalText;

/**
 * A column of a table for people.
 *
 * @param heading what stands above it
 * @param kind what its cells hold; any of them may also be empty, or a text such as {@code *}
 * @param width of the column in a workbook, in digits of the usual font; a Chinese character takes two
 * @param topic what stands above the heading in a workbook, in a few words
 * @param remark what a workbook shows to who points at the heading
 * @param allowed what may be filled in, where a workbook is filled in by people
 */
public record SheetColumn(
    String heading,
    Kind kind,
    double width,
    Optional<String> topic,
    Optional<String> remark,
    Optional<AllowedCells> allowed) {

  /** The widest that a workbook takes. */
  static final double WIDEST = 255;

  /** Room for the button of the filter beside the heading. */
  private static final int BUTTON = 4;

  /** A longer heading is broken into lines. */
  private static final double WIDEST_FOR_HEADING = 24;

  /** What a column holds, which decides how wide and on which side it is written. */
  public enum Kind {
    TEXT(12),
    /** Sentences: wide, and broken into lines. */
    LONG_TEXT(60),
    WHOLE(8),
    DECIMAL(10),
    DATE(12),
    /** A day with the hour and minute. */
    TIME(17);

    private final double width;

    Kind(double width) {
      this.width = width;
    }
  }

  /** @throws IllegalArgumentException if the width is not in (0, 255] */
  public SheetColumn {
    if (!(width > 0 && width <= WIDEST)) {
      throw new IllegalArgumentException("width must be in (0, " + WIDEST + "]: " + width);
    }
  }

  public static SheetColumn text(String heading) {
    return of(heading, Kind.TEXT);
  }

  public static SheetColumn longText(String heading) {
    return of(heading, Kind.LONG_TEXT);
  }

  public static SheetColumn whole(String heading) {
    return of(heading, Kind.WHOLE);
  }

  public static SheetColumn decimal(String heading) {
    return of(heading, Kind.DECIMAL);
  }

  public static SheetColumn date(String heading) {
    return of(heading, Kind.DATE);
  }

  public static SheetColumn time(String heading) {
    return of(heading, Kind.TIME);
  }

  public SheetColumn withWidth(double digits) {
    return new SheetColumn(heading, kind, digits, topic, remark, allowed);
  }

  public SheetColumn withTopic(String text) {
    return new SheetColumn(heading, kind, width, Optional.of(text), remark, allowed);
  }

  public SheetColumn withRemark(String text) {
    return new SheetColumn(heading, kind, width, topic, Optional.of(text), allowed);
  }

  public SheetColumn withAllowed(AllowedCells cells) {
    return new SheetColumn(heading, kind, width, topic, remark, Optional.of(cells));
  }

  /** As wide as its kind and, within limits, its heading need. */
  private static SheetColumn of(String heading, Kind kind) {
    double ofHeading = Math.min(TerminalText.width(heading) + BUTTON, WIDEST_FOR_HEADING);
    return new SheetColumn(
        heading,
        kind,
        Math.max(kind.width, ofHeading),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
