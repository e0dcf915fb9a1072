package org.xinheng.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with gaps in braces, taken apart: {@code Room {room}, daily} is a piece, a gap and a piece. */
public final class FilledText {

  private static final Pattern GAP = Pattern.compile("\\{([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)\\}");

  private FilledText() {}

  /**
   * A piece of a text, or a gap.
   *
   * @param text the words, or the name of the gap
   */
  public record Piece(String text, boolean isGap) {}

  /** The pieces in their order; nothing that is empty. */
  public static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher gap = GAP.matcher(text);
    int start = 0;
    while (gap.find()) {
      if (gap.start() > start) {
        pieces.add(new Piece(text.substring(start, gap.start()), false));
      }
      pieces.add(new Piece(gap.group(1), true));
      start = gap.end();
    }
    if (start < text.length()) {
      pieces.add(new Piece(text.substring(start), false));
    }
    return pieces;
  }

  /** The names of the gaps of a text, in its order, each as often as it stands there. */
  public static List<String> gaps(String text) {
    return pieces(text).stream().filter(Piece::isGap).map(Piece::text).toList();
  }
}
