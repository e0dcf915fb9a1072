package org.xinheng.exchange;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xinheng.diagnostic.Diagnostic;

/**
 * All that is known of a file before its first row is read.
 *
 * @param file that is scored
 * @param form how it is stored
 * @param head its bytes before the first row
 * @param headLines how many lines these are
 * @param blankRows how many of these are blank
 * @param diagnostics about its headings
 * @param outputHead what is written before the first row
 * @param layout how rows are read and written
 * @param known what becomes of rows, which grows
 * @param source asked for what is not known
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over, and never compared.
record PlainStart(
    Path file,
    TableForm form,
    byte[] head,
    int headLines,
    long blankRows,
    List<Diagnostic> diagnostics,
    byte[] outputHead,
    PlainLayout layout,
    PlainKnown known,
    PlainSource source)
    implements Closeable {

  /**
   * Opens a file that is presumed to be mostly of plain rows.
   *
   * @throws NotPlainException if no row of it would be plain
   */
  static PlainStart of(ScoreOptions options, TextFile file) throws IOException, NotPlainException {
    PlainSource source = new PlainSource(options, file);
    try {
      PlainLayout layout = source.layout();
      ResponseFile input = source.input();
      int lines = input.table().headerPlace().line();
      return new PlainStart(
          file.path(),
          input.table().form(),
          head(file.path(), lines),
          lines,
          input.table().blankRows(),
          input.diagnostics(),
          source.outputHead(),
          layout,
          new PlainKnown(source, layout),
          source);
    } catch (Exception e) {
      source.close();
      throw e;
    }
  }

  private static byte[] head(Path file, int headLines) throws IOException, NotPlainException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int lines = headLines;
    boolean inQuotes = false;
    boolean behindReturn = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      int one = lines > 0 ? in.read() : -1;
      while (one >= 0) {
        head.write(one);
        boolean isLineFeed = one == '\n';
        inQuotes ^= one == '"';
        if (isLineFeed ? inQuotes : behindReturn) {
          throw new NotPlainException(
              "the header goes over several lines, or ends as others do not");
        }
        behindReturn = one == '\r';
        lines -= isLineFeed ? 1 : 0;
        one = lines > 0 ? in.read() : -1;
      }
    }
    return head.toByteArray();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
