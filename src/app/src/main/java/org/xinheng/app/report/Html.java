package org.xinheng.app.report;

import java.util.ArrayDeque;
import java.util.Deque;
import org.xinheng.instrument.Language;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;

/**
 * Writes HTML that is well-formed XML too. Text and attributes are escaped by where they stand, and every element that
 * was opened is closed, in order.
 */
public final class Html {

  private static final int REPLACEMENT = 0xFFFD;

  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> open = new ArrayDeque<>();
  private final Language language;
  private final Hierarchy hierarchy;

  /** A page in both languages. */
  public Html() {
    this(Language.ZH_CN);
  }

  /** A page whose {@linkplain #say words} are in one language. */
  public Html(Language language) {
    this(language, Hierarchy.USUAL);
  }

  /** A page of a district that calls its levels in its own way. */
  public Html(Language language, Hierarchy hierarchy) {
    this.language = language;
    this.hierarchy = hierarchy;
  }

  /** The language of {@link #say}. */
  public Language language() {
    return language;
  }

  /** What the levels of the district are called. */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** Opens an element; {@code attributes} are names and values in turn. */
  public Html open(String tag, String... attributes) {
    start(tag, attributes).append('>');
    open.push(tag);
    return this;
  }

  /** Closes the element that was opened last. */
  public Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Closes the element that was opened last, and its line. */
  public Html closeLine() {
    close();
    out.append('\n');
    return this;
  }

  /** Writes an element without content. */
  public Html empty(String tag, String... attributes) {
    start(tag, attributes).append("/>");
    return this;
  }

  /** Writes an element that holds only text. */
  public Html element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** Writes text, escaped. */
  public Html text(String text) {
    text.codePoints().forEach(c -> {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        default -> out.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
      }
    });
    return this;
  }

  /** Writes a text in both languages, Chinese first. */
  public Html both(Text text) {
    return in(Language.ZH_CN, text).text(" ").in(Language.EN, text);
  }

  /** Writes a text in the language of the page. */
  public Html say(Text text) {
    return text(text.in(language));
  }

  /** Writes a text in one language. */
  public Html in(Language language, Text text) {
    return element("span", text.in(language), "lang", language.tag());
  }

  /** Writes a name from somebody's file: its direction of writing stays its own. */
  public Html name(String name) {
    return element("bdi", name);
  }

  /** Writes a style sheet of our own, which is not escaped. */
  public Html style(String css) {
    if (css.contains("<") || css.contains("&")) {
      throw new IllegalArgumentException("a style sheet must hold no '<' and no '&'");
    }
    open("style");
    out.append('\n').append(css);
    return closeLine();
  }

  /** Everything that was written. */
  public String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("'" + open.peek() + "' was not closed");
    }
    return out.toString();
  }

  private StringBuilder start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      attribute(attributes[i + 1]);
      out.append('"');
    }
    return out;
  }

  private void attribute(String value) {
    value.codePoints().forEach(c -> {
      switch (c) {
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\t', '\n', '\r' -> out.append(' ');
        default -> text(Character.toString(c));
      }
    });
  }

  /** Whether XML may hold the character. */
  private static boolean isAllowed(int c) {
    boolean isControl = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
    boolean isSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !isControl && !isSurrogate && c != 0xFFFE && c != 0xFFFF;
  }
}
