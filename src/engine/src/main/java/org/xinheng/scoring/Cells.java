package org.xinheng.scoring;

import java.util.Arrays;
import org.xinheng.instrument.Missing;
import org.xinheng.instrument.Option;
import org.xinheng.instrument.ResponseSet;

/** What a byte of a response table means: a code, or below {@link ResponseSet#LOWEST_CODE} a kind of missing. */
final class Cells {

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

  /** The cell of every code, from {@link ResponseSet#LOWEST_CODE} to {@link ResponseSet#HIGHEST_CODE}. */
  static byte[] encoding(ResponseSet set) {
    byte[] encoding = new byte[ResponseSet.HIGHEST_CODE - ResponseSet.LOWEST_CODE + 1];
    Arrays.fill(encoding, of(Missing.UNDECLARED));
    for (Option option : set.options()) {
      encoding[option.code() - ResponseSet.LOWEST_CODE] = (byte) option.code();
    }
    set.missing().forEach((code, kind) -> encoding[code - ResponseSet.LOWEST_CODE] = of(kind));
    return encoding;
  }
}
