package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;

/** The rows of a table by kind of student: those of one kind have the same norms and bands. */
final class StudentKinds {

  private static final int MOST = 1 << 10;
  private static final int BITS_OF_SLOTS = 12;
  private static final int SLOTS = 1 << BITS_OF_SLOTS;
  private static final short FREE = -1;

  /** Spreads numbers whose low bits are alike (Knuth, The Art of Computer Programming 3, 6.4). */
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private final short[] kinds;
  private final List<Integer> firstRows;

  private StudentKinds(short[] kinds, List<Integer> firstRows) {
    this.kinds = kinds;
    this.firstRows = List.copyOf(firstRows);
  }

  /** The kinds of a table with a row at least, if there are few. */
  static Optional<StudentKinds> of(ResponseTable table) {
    Optional<StudentKinds> unnamed = of(table.rows(), table::student);
    return table.hasNames()
        ? unnamed.flatMap(kinds -> of(
            table.rows(),
            row -> (long) kinds.kind(row) << ResponseTable.BITS_OF_NAMES | table.names(row)))
        : unnamed;
  }

  private static Optional<StudentKinds> of(int rows, IntToLongFunction student) {
    short[] kinds = new short[rows];
    List<Integer> firstRows = new ArrayList<>();
    long[] students = new long[SLOTS];
    short[] kindOf = new short[SLOTS];
    Arrays.fill(kindOf, FREE);
    for (int row = 0; row < rows; row++) {
      long key = student.applyAsLong(row);
      int slot = (int) ((key * GOLDEN) >>> (Long.SIZE - BITS_OF_SLOTS));
      while (kindOf[slot] != FREE && students[slot] != key) {
        slot = (slot + 1) % SLOTS;
      }
      if (kindOf[slot] == FREE) {
        if (firstRows.size() == MOST) {
          return Optional.empty();
        }
        students[slot] = key;
        kindOf[slot] = (short) firstRows.size();
        firstRows.add(row);
      }
      kinds[row] = kindOf[slot];
    }
    return Optional.of(new StudentKinds(kinds, firstRows));
  }

  /** All rows as one kind. */
  static StudentKinds one() {
    return new StudentKinds(new short[0], List.of(0));
  }

  int size() {
    return firstRows.size();
  }

  /** A row of a kind. */
  int firstRow(int kind) {
    return firstRows.get(kind);
  }

  int kind(int row) {
    return kinds.length == 0 ? 0 : kinds[row];
  }

  /** By row; empty if all are one kind. */
  short[] kinds() {
    return kinds;
  }
}
