package org.xinheng.exchange;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that is there completely or not at all. It is written beside its place under a temporary name that ends in
 * {@code .part}, and moved there by {@link #commit}; closed without a commit, it leaves nothing and what was in its
 * place before stays.
 */
public final class AtomicFile implements Closeable {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LARGE_BYTES = 1 << 20;

  private final Path target;
  private final Path part;
  private final OutputStream stream;
  private boolean committed;

  private AtomicFile(Path target, Path part, OutputStream stream) {
    this.target = target;
    this.part = part;
    this.stream = stream;
  }

  /**
   * Begins a file.
   *
   * @throws IOException if its folder is not there or cannot be written to, or something else than a file has its name
   */
  public static AtomicFile begin(Path file) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new IOException(file + " exists and is not a regular file");
    }
    Path part = target.resolveSibling(".xinheng-" + ProcessHandle.current().pid() + "-"
        + Long.toHexString(System.nanoTime()) + ".part");
    // A run that is interrupted never gets to close; what it wrote of students must not stay
    // behind.
    part.toFile().deleteOnExit();
    FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new AtomicFile(
        target, part, new BufferedOutputStream(new SteadyOutput(channel), BUFFER_BYTES));
  }

  /** Where to write; closed by {@link #commit} if the writer has not done so. */
  public OutputStream stream() {
    return stream;
  }

  /** The file that holds what is written so far, to be read again; nothing can be written any more. */
  Path written() throws IOException {
    stream.close();
    return part;
  }

  /** Puts the file into its place, over one that is there. */
  public void commit() throws IOException {
    stream.close();
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Optional<FileChannel> replaced = replaced();
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      replaced.ifPresent(AtomicFile::release);
    }
    committed = true;
  }

  /**
   * The file that is there yet, kept open if it is large. Its bytes are given back when nobody has it open any more, and whoever
   * waits for the new file need not wait for that. Windows moves nothing over a file that is open.
   */
  private Optional<FileChannel> replaced() throws IOException {
    boolean isWorthIt = Files.isReadable(target) && Files.size(target) >= LARGE_BYTES;
    return isWorthIt && target.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? Optional.of(FileChannel.open(target, StandardOpenOption.READ))
        : Optional.empty();
  }

  private static void release(FileChannel replaced) {
    Thread thread = new Thread(() -> {
      try (replaced) {
        // It was never read.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    if (committed) {
      return;
    }
    try {
      stream.close();
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
