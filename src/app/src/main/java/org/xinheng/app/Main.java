package org.xinheng.app;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.xinheng.definition.DefinitionException;
import org.xinheng.definition.UnknownDefinitionException;
import org.xinheng.exchange.TableException;
import org.xinheng.record.CaseFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: exits 0 on success, 1 when the data are at fault, 2 when the call is. */
@Command(
    name = "xinheng",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "School mental-health screening: scores questionnaires, sorts students into tiers of"
            + " support. It screens; it never diagnoses.")
public final class Main implements Runnable {

  static final int DATA_AT_FAULT = 1;
  static final int CALL_AT_FAULT = 2;

  private static final List<Class<?>> COMMANDS = List.of(
      ListCommand.class,
      ShowCommand.class,
      DiffCommand.class,
      CheckCommand.class,
      CatalogueCommand.class,
      ScoreCommand.class,
      ScreenCommand.class,
      ExplainCommand.class,
      WhatIfCommand.class,
      CaseFileCommand.class,
      ValidateCommand.class,
      ReliabilityCommand.class,
      ItemsCommand.class,
      FairnessCommand.class,
      ChangeCommand.class,
      IrtCommand.class,
      NormsCommand.class,
      WordingCommand.class,
      DemoCommand.class);

  @Spec
  private CommandSpec spec;

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.system();
    int code = run(terminal, arguments);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /** Runs a command and gives its exit code. */
  static int run(Terminal terminal, String... arguments) {
    TerminalFactory factory = new TerminalFactory(terminal);
    CommandLine line = new CommandLine(new Main(), factory);
    commands(arguments).forEach(command -> line.addSubcommand(new CommandLine(command, factory)));
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler((exception, failed, parsed) -> explain(exception, terminal));
    return line.execute(arguments);
  }

  /** The command that is called, or all if none is: making one from its annotations takes long. */
  private static List<Class<?>> commands(String... arguments) {
    List<Class<?>> called = COMMANDS.stream()
        .filter(command -> arguments.length > 0
            && command.getAnnotation(Command.class).name().equals(arguments[0]))
        .toList();
    return called.isEmpty() ? COMMANDS : called;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int explain(Exception exception, Terminal terminal) throws Exception {
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
