package org.xinheng.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Reader;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Where a command prints. Characters are written in the encoding of the console, which on a Chinese Windows is GBK; one
 * that it does not have is replaced by something readable, never by a question mark.
 *
 * @param in what is typed, a line at a time
 * @param out results
 * @param err errors and progress
 * @param isInteractive whether a person is watching
 * @param width asked for how many columns there are, which is found out when somebody asks
 */
public record Terminal(
    BufferedReader in, PrintWriter out, PrintWriter err, boolean isInteractive, IntSupplier width) {

  private static final int USUAL_COLUMNS = 100;
  private static final int FEWEST_COLUMNS = 40;
  private static final int MOST_COLUMNS = 200;

  /** The standard streams of this process. */
  @SuppressWarnings("SystemConsoleNull") // isTerminal knows the difference
  public static Terminal system() {
    @Nullable Console console = System.console();
    boolean interactive = console != null && isTerminal(console);
    return new Terminal(
        new BufferedReader(new InputStreamReader(System.in, charset("stdin.encoding", console))),
        printer(new FileOutputStream(FileDescriptor.out), charset("stdout.encoding", console)),
        printer(new FileOutputStream(FileDescriptor.err), charset("stderr.encoding", console)),
        interactive,
        () -> widthOfSystem(interactive));
  }

  /** How the keys of the standard input become characters. */
  static Charset inputCharset() {
    return charset("stdin.encoding", System.console());
  }

  /** A terminal that writes to two streams in an encoding. */
  static Terminal of(OutputStream out, OutputStream err, Charset charset) {
    return new Terminal(
        new BufferedReader(Reader.nullReader()),
        printer(out, charset),
        printer(err, charset),
        false,
        () -> USUAL_COLUMNS);
  }

  /** The same with a number of columns. */
  Terminal withColumns(int columns) {
    return new Terminal(in, out, err, isInteractive, () -> columns);
  }

  /** The same with somebody who types. */
  Terminal withInput(Reader input) {
    return new Terminal(new BufferedReader(input), out, err, isInteractive, width);
  }

  /** How many columns a line has; a CJK character takes two. */
  public int columns() {
    return Math.max(FEWEST_COLUMNS, Math.min(MOST_COLUMNS, width.getAsInt()));
  }

  /** {@code COLUMNS} if it is set, else what the terminal says, else the usual number. */
  private static int widthOfSystem(boolean interactive) {
    @Nullable String columns = System.getenv("COLUMNS");
    if (columns != null && columns.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(columns);
    }
    return interactive
        ? new CommandLine.Model.UsageMessageSpec().autoWidth(true).width()
        : USUAL_COLUMNS;
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
