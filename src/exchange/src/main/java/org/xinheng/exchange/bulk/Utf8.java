package org.xinheng.exchange.bulk;

/** Tells text from other bytes without making it. */
final class Utf8 {

  private static final int BYTE = 0xFF;

  /** By the bytes behind the first one of a character: the first bytes there can be, and the least character. */
  private static final int[] FIRST = {0, 0xC0, 0xE0, 0xF0};

  private static final int[] LEAST = {0, 0x80, 0x800, 0x1_0000};
  private static final int BEHIND_LAST_FIRST = 0xF8;
  private static final int BITS_BEHIND = 6;
  private static final int VALUE_BEHIND = 0x3F;

  private Utf8() {}

  /** Whether bytes are whole characters of UTF-8 (RFC 3629). */
  static boolean isText(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end) {
      int first = bytes[at] & BYTE;
      at++;
      int behind = first < FIRST[1] ? 0 : first < FIRST[2] ? 1 : first < FIRST[3] ? 2 : 3;
      int character = first - FIRST[behind];
      for (int i = 0; i < behind; i++) {
        int next = at < end ? bytes[at] & BYTE : 0;
        if (next >> BITS_BEHIND != 2) {
          return false;
        }
        character = character << BITS_BEHIND | (next & VALUE_BEHIND);
        at++;
      }
      boolean isFirst = first <= Byte.MAX_VALUE || (behind > 0 && first < BEHIND_LAST_FIRST);
      boolean isSurrogate =
          character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
      if (!isFirst
          || character < LEAST[behind]
          || character > Character.MAX_CODE_POINT
          || isSurrogate) {
        return false;
      }
    }
    return true;
  }
}
