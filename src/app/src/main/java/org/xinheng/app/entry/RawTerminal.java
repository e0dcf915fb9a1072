package org.xinheng.app.entry;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A terminal that hands over every key at once and shows none, until it is closed. It is asked for by {@code stty}; where
 * that is not there, as on Windows, each answer needs the Enter key.
 */
public final class RawTerminal implements Closeable {

  private static final File DEVICE = new File("/dev/tty");
  private static final int SECONDS = 5;

  private final String before;
  private final Thread onExit = new Thread(this::restore);

  private RawTerminal(String before) {
    this.before = before;
  }

  /** The terminal of this process; empty if it cannot be had. */
  public static Optional<RawTerminal> open() {
    if (!DEVICE.exists()) {
      return Optional.empty();
    }
    Optional<String> before = stty(List.of("-g"));
    if (before.isEmpty() || stty(List.of("-icanon", "-echo", "min", "1")).isEmpty()) {
      return Optional.empty();
    }
    RawTerminal terminal = new RawTerminal(before.get());
    Runtime.getRuntime().addShutdownHook(terminal.onExit);
    return Optional.of(terminal);
  }

  @Override
  public void close() {
    restore();
    Runtime.getRuntime().removeShutdownHook(onExit);
  }

  private void restore() {
    stty(List.of(before));
  }

  /** What {@code stty} says; empty if it fails. */
  private static Optional<String> stty(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("stty"));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command)
          .redirectInput(DEVICE)
          .redirectErrorStream(true)
          .start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 ? Optional.of(said) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
