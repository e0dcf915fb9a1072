package org.xinheng.app;

/** A line on the terminal that counts rows while somebody is watching. */
final class Progress {

  private static final long NANOS_BETWEEN = 200_000_000;

  private final Terminal terminal;
  private long last;
  private boolean shown;

  Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  void rows(long rows) {
    long now = System.nanoTime();
    if (terminal.isInteractive() && now - last > NANOS_BETWEEN) {
      last = now;
      shown = true;
      terminal.err().printf("\r%,d rows", rows);
      terminal.err().flush();
    }
  }

  void done() {
    if (shown) {
      terminal.err().print("\r                    \r");
      terminal.err().flush();
    }
  }
}
