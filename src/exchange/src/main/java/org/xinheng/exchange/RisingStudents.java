package org.xinheng.exchange;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out whether the rows of a file are of different students, as long as they stand in order: school by school, and in
 * each the ids rising, longer ones last. Then no id has to be kept.
 */
final class RisingStudents {

  private final Set<String> schools = new HashSet<>();
  private String school = "";
  private String id = "";
  private boolean isBegun;

  /** The students of one piece of the file, in its order. */
  static final class Piece {

    static final int SLACK = Long.BYTES;

    private static final VarHandle BIG_ENDIAN =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final List<Part> parts = new ArrayList<>();
    private boolean rises = true;
    private byte[] bytes = {};
    private int start;
    private int end;

    /** Students of one school, of whom the first and the last are kept: one character a byte. */
    private record Part(String school, String first, String last) {

      Part withLast(String id) {
        return new Part(school, first, id);
      }
    }

    void clear() {
      parts.clear();
      rises = true;
      end = start;
    }

    /**
     * Adds a student, whose id is kept where it is until the next one is added.
     *
     * @param of with {@link #SLACK} bytes behind the id, whatever they are
     */
    void add(String ofSchool, byte[] of, int from, int to) {
      int last = parts.size() - 1;
      if (last >= 0 && parts.get(last).school().equals(ofSchool)) {
        rises &= isBelow(of, from, to);
      } else {
        endPart();
        String id = new String(of, from, to - from, StandardCharsets.ISO_8859_1);
        parts.add(new Part(ofSchool, id, id));
      }
      bytes = of;
      start = from;
      end = to;
    }

    /** Eight bytes at a time: ids are compared for every row. */
    private boolean isBelow(byte[] of, int from, int to) {
      int length = to - from;
      if (end - start != length) {
        return end - start < length;
      }
      for (int at = 0; at < length; at += Long.BYTES) {
        long before = (long) BIG_ENDIAN.get(bytes, start + at);
        long next = (long) BIG_ENDIAN.get(of, from + at);
        int beyond = at + Long.BYTES - length;
        if (beyond > 0) {
          before >>>= Byte.SIZE * beyond;
          next >>>= Byte.SIZE * beyond;
        }
        if (before != next) {
          return Long.compareUnsigned(before, next) < 0;
        }
      }
      return false;
    }

    private void endPart() {
      int last = parts.size() - 1;
      if (last >= 0) {
        String id = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        parts.set(last, parts.get(last).withLast(id));
      }
    }
  }

  /** Takes the next piece, and says whether its students follow in order. */
  boolean follow(Piece piece) {
    piece.endPart();
    boolean follows = piece.rises;
    for (Piece.Part part : piece.parts) {
      boolean isSameSchool = isBegun && part.school().equals(school);
      follows &= isSameSchool ? isBelow(id, part.first()) : schools.add(part.school());
      school = part.school();
      id = part.last();
      isBegun = true;
    }
    return follows;
  }

  private static boolean isBelow(String one, String other) {
    return one.length() == other.length()
        ? one.compareTo(other) < 0
        : one.length() < other.length();
  }
}
