package org.xinheng.app.report;

import java.util.List;

/** A stacked bar of characters. */
final class TextBar {

  private TextBar() {}

  /** A bar so many characters long; every part ends where its share of the whole ends, rounded. */
  static String of(List<Segment> segments, int length) {
    int students = segments.stream().mapToInt(Segment::students).sum();
    StringBuilder bar = new StringBuilder(length);
    int before = 0;
    for (Segment segment : segments) {
      before += segment.students();
      long end = Math.round((double) length * before / students);
      bar.append(mark(segment.mark()).repeat((int) end - bar.length()));
    }
    return bar.toString();
  }

  /** The character of a part. */
  static String mark(Segment.Mark mark) {
    return switch (mark) {
      case T1 -> "=";
      case T2 -> "+";
      case T3 -> "#";
      case NO_TIER -> ".";
      case HIDDEN -> "/";
    };
  }
}
