package org.xinheng.scoring;

import java.util.Arrays;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;

/** What a byte of a response table means: a code, or below {@link ResponseSet#LOWEST_CODE} a kind of missing. */
final class Cells {

  /** What a byte holds whose answer is kept as a whole number beside it. */
  static final byte ANSWERED = 0;

  private static final long IN_EACH_BYTE = 0x0101_0101_0101_0101L;
  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  /** In each byte the bit of its own place. */
  private static final long OWN_BITS = 0x8040_2010_0804_0201L;

  private static final int BYTE = 0xFF;

  /** Eight cells that are skipped. */
  static final long EIGHT_SKIPPED = (of(Missing.SKIPPED) & BYTE) * IN_EACH_BYTE;

  private static final Missing[] KINDS = Missing.values();

  private Cells() {}

  static boolean isAnswer(byte cell) {
    return cell >= ResponseSet.LOWEST_CODE;
  }

  /** Whether a cell holds an answer or is missing in no other way than the others: it is neither not applicable nor undeclared. */
  static boolean isPlain(byte cell) {
    return cell != of(Missing.NOT_APPLICABLE) && cell != of(Missing.UNDECLARED);
  }

  static byte of(Missing kind) {
    return (byte) (Byte.MIN_VALUE + kind.ordinal());
  }

  static Missing kind(byte cell) {
    return KINDS[cell - Byte.MIN_VALUE];
  }

  /**
   * The cell of every code, from {@link ResponseSet#LOWEST_CODE} to {@link ResponseSet#HIGHEST_CODE}; of numbers that do
   * not fit one byte, and of several choices, nothing.
   */
  static byte[] encoding(ResponseSet.Scorable set) {
    if (isWide(set)) {
      return new byte[0];
    }
    byte[] encoding = new byte[ResponseSet.HIGHEST_CODE - ResponseSet.LOWEST_CODE + 1];
    Arrays.fill(encoding, of(Missing.UNDECLARED));
    for (int code : set.codesOfByte()) {
      encoding[code - ResponseSet.LOWEST_CODE] = (byte) code;
    }
    set.missing().forEach((code, kind) -> {
      if (isInByte(code)) {
        encoding[code - ResponseSet.LOWEST_CODE] = of(kind);
      }
    });
    return encoding;
  }

  /**
   * What is added to a byte so that its highest bit is set if it is above the codes from 0 on that are their own cells, in
   * each of eight bytes.
   */
  static long spare(byte[] encoding) {
    int codes = 0;
    while (codes - ResponseSet.LOWEST_CODE < encoding.length
        && encoding[codes - ResponseSet.LOWEST_CODE] == codes) {
      codes++;
    }
    return (Byte.MAX_VALUE + 1L - codes) * IN_EACH_BYTE;
  }

  /** All bits of each of eight bytes of which the bit of its place is set. */
  static long spread(byte bits) {
    long own = ((bits & BYTE) * IN_EACH_BYTE) & OWN_BITS;
    // A bit that is set becomes the highest of its byte, and from there all of it.
    long highest = (own + ~HIGHEST_BITS) & HIGHEST_BITS;
    return (highest >>> (Byte.SIZE - 1)) * BYTE;
  }

  /** Whether each of eight codes is its own cell, by {@link #spare}. */
  static boolean areCells(long eightCodes, long spare) {
    return ((eightCodes | (eightCodes + spare)) & HIGHEST_BITS) == 0;
  }

  /** Whether answers are kept in a column of whole numbers beside the bytes. */
  static boolean isWide(ResponseSet.Scorable set) {
    if (set instanceof ResponseSet.Numeric numeric) {
      return numeric.decimals() > 0
          || !isInByte(numeric.lowest().intValue())
          || !isInByte(numeric.highest().intValue());
    }
    return set instanceof ResponseSet.SeveralChoices;
  }

  private static boolean isInByte(int code) {
    return ResponseSet.LOWEST_CODE <= code && code <= ResponseSet.HIGHEST_CODE;
  }
}
