package org.xinheng.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.administration.AdministrationPlan;
import org.xinheng.administration.Advance;
import org.xinheng.administration.Event;
import org.xinheng.administration.Session;
import org.xinheng.administration.SessionJson;

/**
 * A session in a file that only grows: its head on the first line, then an event a line. An event is on the disk before it is
 * acknowledged, so that a process may be killed at any moment; a last line that was broken off by that was never acknowledged
 * and is cut away. One process at a time has the file.
 */
public final class SessionLog implements Closeable {

  private static final byte LINE_END = '\n';

  private final Path file;
  private final FileChannel channel;
  private Session session;

  private SessionLog(Path file, FileChannel channel, Session session) {
    this.file = file;
    this.channel = channel;
    this.session = session;
  }

  /** What a file is of, by its first line; empty if it is not there, or was broken off within that line. */
  public static Optional<SessionJson.Contents> contents(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    List<String> lines = wholeLines(Files.readAllBytes(file));
    return lines.isEmpty() ? Optional.empty() : Optional.of(SessionJson.contents(lines.get(0)));
  }

  /**
   * Begins a file.
   *
   * @throws IOException if there is a session in it already, or it cannot be written
   */
  public static SessionLog begin(Path file, Session session) throws IOException {
    FileChannel channel = locked(file, StandardOpenOption.CREATE);
    try {
      if (!wholeLines(Files.readAllBytes(file)).isEmpty()) {
        throw new IOException(file + " holds a session already");
      }
      channel.truncate(0);
      SessionLog log = new SessionLog(file, channel, session);
      log.write(SessionJson.head(session));
      forceFolder(file);
      return log;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Goes on with a file.
   *
   * @throws IllegalArgumentException if it holds no session of this plan; the message names the line
   * @throws IOException if it cannot be read or written, or another process has it
   */
  public static SessionLog resume(Path file, AdministrationPlan plan) throws IOException {
    FileChannel channel = locked(file, StandardOpenOption.WRITE);
    try {
      byte[] bytes = Files.readAllBytes(file);
      List<String> lines = wholeLines(bytes);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException(file + " holds no session");
      }
      Session session = SessionJson.readHead(lines.get(0), plan);
      for (int line = 1; line < lines.size(); line++) {
        session = advance(session, lines.get(line), file, line + 1);
      }
      int whole = wholeBytes(bytes);
      channel.truncate(whole);
      channel.position(whole);
      channel.force(true);
      return new SessionLog(file, channel, session);
    } catch (IOException | IllegalArgumentException e) {
      channel.close();
      throw e;
    }
  }

  private static Session advance(Session session, String line, Path file, int number) {
    try {
      Advance advance = session.advance(SessionJson.event(line));
      if (advance.accepted()) {
        return advance.session();
      }
      throw new IllegalArgumentException(
          "an event that cannot have happened (" + advance.messages().get(0).code() + ")");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file + ":" + number + ": " + e.getMessage() + "; the lines before it are sound", e);
    }
  }

  private static FileChannel locked(Path file, StandardOpenOption option) throws IOException {
    FileChannel channel = FileChannel.open(file, option, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw new IOException(file + " is open already", e);
    }
    channel.close();
    throw new IOException(file + " is open in another program");
  }

  /** Up to the last line end: what is behind it was broken off. */
  private static int wholeBytes(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != LINE_END) {
      end--;
    }
    return end;
  }

  private static List<String> wholeLines(byte[] bytes) {
    return new String(bytes, 0, wholeBytes(bytes), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  /** So that the file itself is still there after a failure of the machine, where the system can do that. */
  private static void forceFolder(Path file) throws IOException {
    @Nullable Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows cannot open folders, and needs not.
      if (!System.getProperty("os.name", "").startsWith("Windows")) {
        throw e;
      }
    }
  }

  public Path file() {
    return file;
  }

  public Session session() {
    return session;
  }

  /** Advances the session; an event that is accepted is on the disk when this returns. */
  public Advance advance(Event event) throws IOException {
    Advance advance = session.advance(event);
    if (advance.accepted()) {
      write(SessionJson.line(event));
      session = advance.session();
    }
    return advance;
  }

  private void write(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
