package org.xinheng.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** By what a file is known again: how many bytes it has, and their CRC-32. */
final class Checksum {

  private static final int BUFFER_BYTES = 1 << 16;

  private final CRC32 crc = new CRC32();
  private long bytes;

  /** The checksum of a whole file. */
  static Checksum of(Path file) throws IOException {
    Checksum checksum = new Checksum();
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.read(buffer);
      while (read >= 0) {
        checksum.add(buffer, 0, read);
        read = in.read(buffer);
      }
    }
    return checksum;
  }

  /** Adds the next bytes. */
  void add(byte[] next, int start, int length) {
    crc.update(next, start, length);
    bytes += length;
  }

  long bytes() {
    return bytes;
  }

  /** Eight hexadecimal digits. */
  String crc32() {
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
