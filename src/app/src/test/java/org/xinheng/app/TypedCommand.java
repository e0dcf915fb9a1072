package org.xinheng.app;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command as a user types it, on a console of an encoding and a width. */
final class TypedCommand {

  private final Charset console;
  private final int columns;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String input = "";

  private TypedCommand(Charset console, int columns) {
    this.console = console;
    this.columns = columns;
  }

  /** On a console in UTF-8 of a width. */
  static TypedCommand wide(int columns) {
    return new TypedCommand(StandardCharsets.UTF_8, columns);
  }

  /** On the console of a Chinese Windows. */
  static TypedCommand onGbk() {
    return new TypedCommand(Charset.forName("GBK"), 80);
  }

  /** What is typed while the next command runs; it ends where the input ends. */
  TypedCommand type(String lines) {
    input = lines;
    return this;
  }

  /** Runs the command; the streams hold what this run wrote. */
  int run(String... arguments) {
    out.reset();
    err.reset();
    Terminal terminal =
        Terminal.of(out, err, console).withColumns(columns).withInput(new StringReader(input));
    int code = Main.run(terminal, arguments);
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  String out() {
    return out.toString(console).replace("\r\n", "\n");
  }

  List<String> lines() {
    return out().lines().toList();
  }

  String err() {
    return err.toString(console).replace("\r\n", "\n");
  }
}
