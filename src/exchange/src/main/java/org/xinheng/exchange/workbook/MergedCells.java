package org.xinheng.exchange.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xinheng.diagnostic.Place;

/**
 * The cells of a sheet that are merged with others. They stand behind the rows, and are needed before them: the part is
 * gone through once without being taken apart, which also makes sure that it is whole before any row is used.
 */
public final class MergedCells {

  /**
   * Cells shown as one.
   *
   * @param firstRow from 1
   * @param firstColumn from 0
   * @param lastRow from 1
   * @param lastColumn from 0
   */
  public record Block(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    public boolean holds(int row, int column) {
      return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
    }
  }

  private static final byte[] NAME = "sheetData>".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NO_ROWS = "sheetData/>".getBytes(StandardCharsets.US_ASCII);
  /** With a prefix. */
  private static final int LONGEST_MARK = 64;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int MOST_TAIL_BYTES = 64 << 20;
  private static final int MOST_BLOCKS = 200_000;
  private static final Pattern MERGED =
      Pattern.compile("<(?:[\\w.-]+:)?mergeCell\\s[^>]*?ref\\s*=\\s*[\"']([^\"']*)[\"']");

  private MergedCells() {}

  /** Those of a sheet, from the top. */
  static List<Block> read(InputStream sheet, Place place) throws IOException {
    String tail = tail(sheet, place);
    List<Block> blocks = new ArrayList<>();
    Matcher merged = MERGED.matcher(tail);
    while (merged.find()) {
      block(merged.group(1)).ifPresent(blocks::add);
      if (blocks.size() > MOST_BLOCKS) {
        throw WorkbookException.tooLarge(
            place, "the sheet has more than " + MOST_BLOCKS + " merged cells");
      }
    }
    blocks.sort(Comparator.comparingInt(Block::firstRow));
    return List.copyOf(blocks);
  }

  private static Optional<Block> block(String reference) {
    String[] ends = reference.split(":", -1);
    Optional<CellAddress> first = CellAddress.of(ends[0]);
    Optional<CellAddress> last = CellAddress.of(ends[ends.length - 1]);
    if (ends.length != 2 || first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Block(
        Math.min(first.get().row(), last.get().row()),
        Math.min(first.get().column(), last.get().column()) - 1,
        Math.max(first.get().row(), last.get().row()),
        Math.max(first.get().column(), last.get().column()) - 1));
  }

  /** What stands behind the last end of the rows. */
  private static String tail(InputStream sheet, Place place) throws IOException {
    ByteArrayOutputStream tail = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    int kept = 0;
    int read = sheet.read(buffer, kept, buffer.length - kept);
    boolean isBehind = false;
    while (read >= 0) {
      int end = kept + read;
      int behind = behindRows(buffer, end);
      if (behind >= 0) {
        tail.reset();
        tail.write(buffer, behind, end - behind);
        isBehind = true;
      } else if (isBehind) {
        tail.write(buffer, kept, read);
      }
      if (tail.size() > MOST_TAIL_BYTES) {
        throw WorkbookException.tooLarge(place, "behind the rows of the sheet stands very much");
      }
      // The mark may lie across two pieces.
      kept = behind >= 0 ? 0 : Math.min(end, LONGEST_MARK - 1);
      System.arraycopy(buffer, end - kept, buffer, 0, kept);
      read = sheet.read(buffer, kept, buffer.length - kept);
    }
    return tail.toString(StandardCharsets.UTF_8);
  }

  /** Where the last end of rows lies that ends before a position; -1 if there is none. */
  private static int behindRows(byte[] bytes, int end) {
    for (int i = end; i >= NAME.length; i--) {
      if (bytes[i - 1] == '>' && (endsWith(bytes, i, NO_ROWS) || endsRows(bytes, i))) {
        return i;
      }
    }
    return -1;
  }

  /** {@code </sheetData>}, perhaps with a prefix; the start of the rows has no slash. */
  private static boolean endsRows(byte[] bytes, int end) {
    if (!endsWith(bytes, end, NAME)) {
      return false;
    }
    int before = end - NAME.length - 1;
    if (before >= 0 && bytes[before] == ':') {
      do {
        before--;
      } while (before >= 0 && Character.isLetterOrDigit(bytes[before]));
    }
    return before >= 0 && bytes[before] == '/';
  }

  private static boolean endsWith(byte[] bytes, int end, byte[] mark) {
    return end >= mark.length && Arrays.equals(bytes, end - mark.length, end, mark, 0, mark.length);
  }
}
