package org.xinheng.app.report;

import java.util.Optional;
import org.xinheng.instrument.Text;
import org.xinheng.policy.Hierarchy;
import org.xinheng.screening.Summary;

/** The cells that the tables of the report are made of. */
final class Cells {

  private Cells() {}

  /** Opens a table with a caption. */
  static void table(Html html, String kind, Text caption) {
    html.open("table", "class", kind);
    html.open("caption").say(caption).closeLine();
  }

  /** Writes the head of a column. */
  static void column(Html html, String kind, Text name) {
    html.open("th", "scope", "col", "class", kind).say(name).close();
  }

  /** Writes the head of a row. */
  static void row(Html html, Text name) {
    html.open("th", "scope", "row").open("bdi").say(name).close().close();
  }

  /** Writes the head of a group of rows. */
  static void group(Html html, String name, int columns) {
    html.open("tr", "class", "group");
    html.open("th", "scope", "rowgroup", "colspan", Integer.toString(columns))
        .name(name)
        .close();
    html.closeLine();
  }

  static void number(Html html, int number) {
    html.element("td", Integer.toString(number), "class", "number");
  }

  /** Writes a count and its share. */
  static void share(Html html, int part, int whole) {
    html.open("td", "class", "number").text(part + " ");
    html.element("span", part == 0 ? "" : Share.of(part, whole), "class", "share")
        .close();
  }

  /** Writes a count and its share, or that it is hidden. */
  static void share(Html html, Optional<Integer> part, int whole) {
    part.ifPresentOrElse(count -> share(html, count, whole), () -> hidden(html));
  }

  static void hidden(Html html) {
    html.open("td", "class", "number hidden").say(Words.HIDDEN).close();
  }

  /** The name of a school, grade or class. */
  static Text nameOf(Summary.Row row, Hierarchy hierarchy) {
    return switch (row.level()) {
      case SCHOOL -> hierarchy.whole(Hierarchy.Level.SCHOOL);
      case GRADE -> row.grade().map(hierarchy::grade).orElseThrow();
      case CLASS -> row.schoolClass().map(hierarchy::schoolClass).orElseThrow();
      case SEX, BOARDING, REGISTRY -> row.groupName().orElseThrow();
    };
  }

  /** Says what is not published a second time. */
  static void notAgain(Html html) {
    html.open("section");
    html.open("h2").say(Words.NOT_AGAIN).closeLine();
    note(html, Words.NOT_AGAIN_WHY);
    html.closeLine();
  }

  /** Writes a paragraph of notes. */
  static void note(Html html, Text note) {
    html.open("p", "class", "note").say(note).closeLine();
  }

  /** Writes a count, its share and the interval of the share, or that it is hidden. */
  static void rate(Html html, Optional<Integer> part, int whole) {
    part.ifPresentOrElse(count -> rate(html, count, whole), () -> hidden(html));
  }

  private static void rate(Html html, int part, int whole) {
    html.open("td", "class", "number rate").text(part + " ");
    if (whole > 0) {
      html.element("span", Share.of(part, whole), "class", "share");
      html.element("span", Share.interval(part, whole), "class", "interval");
    }
    html.close();
  }

  /** Writes the head of the column of a tier: its code, and its name where there is room. */
  static void tier(Html html, Optional<String> code, Text name) {
    html.open("th", "scope", "col", "class", "number");
    if (code.isPresent()) {
      html.text(code.get());
      html.open("span", "class", "long").text(" ").say(name).close();
    } else {
      html.say(name);
    }
    html.close();
  }
}
