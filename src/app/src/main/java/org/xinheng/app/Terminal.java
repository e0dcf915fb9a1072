package org.xinheng.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a command prints. Characters are written in the encoding of the console, which on a Chinese Windows is GBK; one
 * that it does not have is replaced by something readable, never by a question mark.
 *
 * @param out results
 * @param err errors and progress
 * @param isInteractive whether a person is watching
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean isInteractive) {

  /** The standard streams of this process. */
  @SuppressWarnings("SystemConsoleNull") // isTerminal knows the difference
  public static Terminal system() {
    @Nullable Console console = System.console();
    return new Terminal(
        printer(new FileOutputStream(FileDescriptor.out), charset("stdout.encoding", console)),
        printer(new FileOutputStream(FileDescriptor.err), charset("stderr.encoding", console)),
        console != null && isTerminal(console));
  }

  /** A terminal that writes to two streams in an encoding. */
  static Terminal of(OutputStream out, OutputStream err, Charset charset) {
    return new Terminal(printer(out, charset), printer(err, charset), false);
  }

  private static PrintWriter printer(OutputStream stream, Charset charset) {
    OutputStreamWriter writer = new OutputStreamWriter(stream, charset);
    return new PrintWriter(new EncodableWriter(writer, charset.newEncoder()), true);
  }

  private static Charset charset(String property, @Nullable Console console) {
    return named(System.getProperty(property))
        .or(() -> Optional.ofNullable(console).map(Console::charset))
        .or(() -> named(System.getProperty("native.encoding")))
        .orElse(Charset.defaultCharset());
  }

  private static Optional<Charset> named(@Nullable String name) {
    try {
      return Optional.ofNullable(name).map(Charset::forName);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** Up to Java 21 a console is there only for a person; from 22 on it is always there, and says so itself. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
