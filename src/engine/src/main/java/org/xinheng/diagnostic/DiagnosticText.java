package org.xinheng.diagnostic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A diagnostic as people read it: what is wrong, the line it stands on, and the way out.
 *
 * <pre>
 * calm-7.yaml:31:17: error[scale.unknown-item]: scale 'worry' uses item 'c8', which is not defined
 *    31 |     items: [c1, c8]
 *       |                 ^^
 *       hint: the items are 'c1' to 'c7'
 * </pre>
 */
public final class DiagnosticText {

  private static final Pattern LINE_END = Pattern.compile("[\n\u0085\u2028\u2029]");

  /** What the carets underline: a quoted text, a word, or a single sign. */
  private static final Pattern WORD =
      Pattern.compile("\"[^\"]*\"|'[^']*'|[^\\s,:{}\\[\\]\"'#]+|\\S");

  /** Longer lines are cut around the place, to this many characters on either side. */
  private static final int MOST_ON_A_SIDE = 80;

  private static final String CUT = "…";

  private DiagnosticText() {}

  /**
   * The diagnostic with an excerpt, lines ended by {@code \n} but the last.
   *
   * @param text the text of the file that its place is in; empty if there is none to show
   */
  public static String of(Diagnostic diagnostic, String text) {
    StringBuilder out = new StringBuilder();
    Place place = diagnostic.place();
    out.append(TerminalText.safe(place.toString()))
        .append(": ")
        .append(diagnostic.severity().word())
        .append('[')
        .append(diagnostic.code())
        .append("]: ")
        .append(TerminalText.safe(diagnostic.message()));
    String[] lines = LINE_END.split(text, -1);
    if (place.line() <= lines.length && !lines[place.line() - 1].isBlank()) {
      excerpt(place, lines[place.line() - 1], out);
    }
    if (!diagnostic.hint().isEmpty()) {
      out.append("\n      hint: ").append(TerminalText.safe(diagnostic.hint()));
    }
    return out.toString();
  }

  private static void excerpt(Place place, String line, StringBuilder out) {
    // Places count characters, of which some take two positions of a Java string.
    int characters = line.codePointCount(0, line.length());
    int at = line.offsetByCodePoints(0, Math.min(place.column() - 1, characters));
    String before = TerminalText.safe(line.substring(0, at));
    String after = TerminalText.safe(line.substring(at));
    int length = wordLength(after);
    if (before.length() > MOST_ON_A_SIDE) {
      before = CUT + tail(before);
    }
    if (after.length() > MOST_ON_A_SIDE) {
      after = head(after) + CUT;
    }
    int carets =
        Math.max(1, TerminalText.width(after.substring(0, Math.min(length, after.length()))));
    String number = String.format("%5d", place.line());
    out.append('\n').append(number).append(" | ").append(before).append(after);
    out.append('\n')
        .append(" ".repeat(number.length()))
        .append(" | ")
        .append(TerminalText.blank(before))
        .append("^".repeat(carets));
  }

  private static int wordLength(String after) {
    Matcher word = WORD.matcher(after);
    return word.lookingAt() ? word.end() : 0;
  }

  /** The end of a long text, cut between characters. */
  private static String tail(String text) {
    int from = text.length() - MOST_ON_A_SIDE;
    return text.substring(Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from);
  }

  /** The start of a long text, cut between characters. */
  private static String head(String text) {
    int to = MOST_ON_A_SIDE;
    return text.substring(0, Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to);
  }
}
