package org.xinheng.scoring;

import java.util.Arrays;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.ResponseSet;

/** What a byte of a response table means: a code, or below {@link ResponseSet#LOWEST_CODE} a kind of missing. */
final class Cells {

  /** What a byte holds whose answer is kept as a whole number beside it. */
  static final byte ANSWERED = 0;

  private static final Missing[] KINDS = Missing.values();

  private Cells() {}

  static boolean isAnswer(byte cell) {
    return cell >= ResponseSet.LOWEST_CODE;
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
