package org.xinheng.app;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.xinheng.definition.DefinitionException;
import org.xinheng.definition.UnknownDefinitionException;
import org.xinheng.exchange.TableException;
import org.xinheng.record.CaseFileException;

/** The program: exits 0 on success, 1 when the data are at fault, 2 when the call is. */
public final class Main {

  static final int DATA_AT_FAULT = 1;
  static final int CALL_AT_FAULT = 2;

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.system();
    int code = run(terminal, arguments);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /** Runs a command and gives its exit code. */
  static int run(Terminal terminal, String... arguments) {
    // Making all options of a command from their annotations takes longer than scoring a school.
    Optional<ScoreCommand> plain = ScoreCommand.ofPlain(terminal, List.of(arguments));
    return plain.isPresent() ? run(plain.get(), terminal) : Commands.run(terminal, arguments);
  }

  private static int run(ScoreCommand command, Terminal terminal) {
    try {
      try {
        return command.call();
      } catch (Exception e) {
        return explain(e, terminal);
      }
    } catch (Exception e) {
      e.printStackTrace(terminal.err());
      return DATA_AT_FAULT;
    }
  }

  static int explain(Exception exception, Terminal terminal) throws Exception {
    if (exception instanceof DefinitionException definition) {
      DiagnosticPrinter.print(definition.diagnostics(), terminal.err());
      return DATA_AT_FAULT;
    }
    if (exception instanceof TableException table) {
      DiagnosticPrinter.print(table.diagnostics(), terminal.err());
      return DATA_AT_FAULT;
    }
    if (exception instanceof UnknownDefinitionException
        || exception instanceof IllegalArgumentException) {
      terminal.err().println("xinheng: " + exception.getMessage());
      return CALL_AT_FAULT;
    }
    if (exception instanceof NoSuchFileException file) {
      terminal.err().println("xinheng: there is no file or folder '" + file.getFile() + "'");
      return CALL_AT_FAULT;
    }
    if (exception instanceof IOException || exception instanceof CaseFileException) {
      terminal.err().println("xinheng: " + exception.getMessage());
      return DATA_AT_FAULT;
    }
    throw exception;
  }
}
