package org.xinheng.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A line on the terminal while somebody is watching: how many rows, how many a second, and about how long still. */
final class Progress {

  private static final long NANOS_BETWEEN = 200_000_000;
  private static final double NANOS_A_SECOND = 1e9;
  private static final int SAMPLE_BYTES = 1 << 16;
  private static final int WIDTH = 60;

  private final Terminal terminal;
  private final long started = System.nanoTime();

  /** About how many rows there will be; 0 if that is not known. */
  private final double expected;

  private long last;
  private boolean shown;

  /** Over rows of which nobody knows how many there will be. */
  Progress(Terminal terminal) {
    this(terminal, 0);
  }

  private Progress(Terminal terminal, double expected) {
    this.terminal = terminal;
    this.expected = expected;
  }

  /** Over the rows of a file, as many as would be there if all were as long as the first. */
  static Progress over(Path file, Terminal terminal) {
    return new Progress(terminal, terminal.isInteractive() ? rowsOf(file) : 0);
  }

  private static double rowsOf(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] sample = in.readNBytes(SAMPLE_BYTES);
      if (sample.length > 1 && sample[0] == 'P' && sample[1] == 'K') {
        // A workbook is packed, and its lines are no rows.
        return 0;
      }
      int lines = 0;
      for (byte one : sample) {
        lines += one == '\n' ? 1 : 0;
      }
      return lines < 2 ? 0 : (double) Files.size(file) * lines / sample.length;
    } catch (IOException e) {
      // The run itself says what is wrong with the file.
      return 0;
    }
  }

  void rows(long rows) {
    long now = System.nanoTime();
    if (terminal.isInteractive() && now - last > NANOS_BETWEEN) {
      last = now;
      shown = true;
      String line = line(rows, (now - started) / NANOS_A_SECOND);
      terminal.err().print("\r" + line + " ".repeat(Math.max(0, WIDTH - line.length())));
      terminal.err().flush();
    }
  }

  /** What is shown after some seconds. */
  String line(long rows, double seconds) {
    double rate = rows / Math.max(seconds, 1 / NANOS_A_SECOND);
    String left = expected > rows && rows > 0
        ? ", about %,.0f s left".formatted(Math.ceil((expected - rows) / rate))
        : "";
    return "%,d rows, %,.0f a second%s".formatted(rows, rate, left);
  }

  void done() {
    if (shown) {
      terminal.err().print("\r" + " ".repeat(WIDTH) + "\r");
      terminal.err().flush();
    }
  }
}
