package org.xinheng.app.show;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinheng.diagnostic.TerminalText;

/** Breaks text into lines of a width, in which a CJK character takes two columns. */
public final class Wrapping {

  private Wrapping() {}

  /** The lines of a text; one empty line for an empty text. A word that is too long is cut. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      wrap(TerminalText.safe(paragraph), width, lines);
    }
    return lines;
  }

  /** The columns of the longest line, and of the longest piece that is not broken. */
  static int widest(String text) {
    return text.lines().mapToInt(TerminalText::width).max().orElse(0);
  }

  static int widestPiece(String text) {
    return pieces(text).stream()
        .mapToInt(piece -> TerminalText.width(piece.stripTrailing()))
        .max()
        .orElse(0);
  }

  private static void wrap(String paragraph, int width, List<String> lines) {
    StringBuilder line = new StringBuilder();
    for (String piece : pieces(paragraph)) {
      String rest = piece;
      if (width(line) + TerminalText.width(rest.stripTrailing()) > width && line.length() > 0) {
        end(line, lines);
      }
      while (TerminalText.width(rest.stripTrailing()) > width) {
        int cut = fitting(rest, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      line.append(rest);
    }
    end(line, lines);
  }

  private static int width(StringBuilder line) {
    return TerminalText.width(line.toString());
  }

  private static void end(StringBuilder line, List<String> lines) {
    lines.add(line.toString().stripTrailing());
    line.setLength(0);
  }

  /** How much of a text fits, at least one character. */
  private static int fitting(String text, int width) {
    int cut = text.offsetByCodePoints(0, 1);
    while (cut < text.length()
        && TerminalText.width(text.substring(0, text.offsetByCodePoints(cut, 1))) <= width) {
      cut = text.offsetByCodePoints(cut, 1);
    }
    return cut;
  }

  /** The text between the places where a line may end. */
  private static List<String> pieces(String text) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> pieces = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      pieces.add(text.substring(start, end));
      start = end;
    }
    return pieces;
  }
}
