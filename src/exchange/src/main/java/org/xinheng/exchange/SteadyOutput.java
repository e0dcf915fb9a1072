package org.xinheng.exchange;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file. A large one goes on its way to the disk while it is written, so that whoever waits at the end until it is there
 * waits for little.
 */
final class SteadyOutput extends FilterOutputStream {

  private static final int STEP_BYTES = 1 << 23;

  private final FileChannel channel;
  private int behindStep;
  private Thread forcing = new Thread();
  private volatile @Nullable IOException failure;

  SteadyOutput(FileChannel channel) {
    super(Channels.newOutputStream(channel));
    this.channel = channel;
  }

  @Override
  public void write(byte[] bytes, int start, int length) throws IOException {
    out.write(bytes, start, length);
    behindStep += length;
    if (behindStep >= STEP_BYTES && !forcing.isAlive()) {
      behindStep = 0;
      forcing = new Thread(this::force);
      forcing.start();
    }
  }

  private void force() {
    try {
      channel.force(false);
    } catch (IOException e) {
      failure = e;
    }
  }

  /** @throws IOException also if something did not reach the disk, of which nobody is told again */
  @Override
  public void close() throws IOException {
    try (channel) {
      forcing.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a file was written");
    }
    @Nullable IOException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
  }
}
