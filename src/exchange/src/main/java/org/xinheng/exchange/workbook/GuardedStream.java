package org.xinheng.exchange.workbook;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import org.xinheng.diagnostic.Place;

/**
 * A part of a workbook while it is inflated. It stops as soon as the part is larger than it declares, or much larger than
 * its packed size can honestly make it, and at the end makes sure that its bytes are those that were packed.
 */
final class GuardedStream extends FilterInputStream {

  /** Below this a part may shrink as well as it can. */
  private static final long FREE_BYTES = 16L << 20;

  /** Sheets shrink to between a fifth and a fiftieth. */
  private static final int MOST_RATIO = 250;

  /** No tag and no text of a cell is as long. */
  private static final int MOST_BYTES_WITHOUT_TAG_END = 1 << 20;

  private final ZipEntry entry;
  private final Place place;
  private final CRC32 crc = new CRC32();
  private long bytes;
  private long sinceTagEnd;
  private boolean isAtEnd;

  GuardedStream(InputStream in, ZipEntry entry, Place place) {
    super(in);
    this.entry = entry;
    this.place = place;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int start, int length) throws IOException {
    if (isAtEnd || length == 0) {
      return isAtEnd ? -1 : 0;
    }
    int read;
    try {
      read = in.read(to, start, length);
    } catch (ZipException | EOFException e) {
      throw WorkbookException.damaged(place, "a part cannot be unpacked");
    }
    if (read < 0) {
      isAtEnd = true;
      checkEnd();
      return read;
    }
    bytes += read;
    crc.update(to, start, read);
    check(to, start, read);
    return read;
  }

  private void check(byte[] of, int start, int length) {
    if (bytes > Parts.MOST_BYTES
        || (bytes > FREE_BYTES && bytes / MOST_RATIO > Math.max(1, entry.getCompressedSize()))) {
      throw WorkbookException.tooLarge(
          place, "a part of the workbook unpacks to far more than a sheet does");
    }
    if (entry.getSize() >= 0 && bytes > entry.getSize()) {
      throw WorkbookException.damaged(place, "a part is larger than it declares");
    }
    int last = start + length - 1;
    while (last >= start && of[last] != '>') {
      last--;
    }
    sinceTagEnd = last < start ? sinceTagEnd + length : start + length - 1 - last;
    if (sinceTagEnd > MOST_BYTES_WITHOUT_TAG_END) {
      throw WorkbookException.tooLarge(
          place, "a part of the workbook holds a text of more than a million characters");
    }
  }

  private void checkEnd() {
    boolean isWhole = entry.getSize() < 0 || bytes == entry.getSize();
    if (!isWhole || (entry.getCrc() >= 0 && entry.getCrc() != crc.getValue())) {
      throw WorkbookException.damaged(place, "a part does not match its checksum");
    }
  }

  @Override
  public long skip(long n) throws IOException {
    byte[] passed = new byte[(int) Math.min(n, 1 << 13)];
    return Math.max(0, read(passed, 0, passed.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
