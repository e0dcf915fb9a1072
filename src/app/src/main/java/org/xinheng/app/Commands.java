package org.xinheng.app;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** All commands, with their help. */
@Command(
    name = "xinheng",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.VersionLine.class,
    description =
        "School mental-health screening: scores questionnaires, sorts students into tiers of"
            + " support. It screens; it never diagnoses.")
final class Commands implements Runnable {

  private static final List<Class<?>> COMMANDS = List.of(
      ListCommand.class,
      ShowCommand.class,
      DiffCommand.class,
      CheckCommand.class,
      CatalogueCommand.class,
      ScoreCommand.class,
      RosterCommand.class,
      ScreenCommand.class,
      ExplainCommand.class,
      WhatIfCommand.class,
      CaseFileCommand.class,
      ValidateCommand.class,
      FormCommand.class,
      SheetCommand.class,
      EnterCommand.class,
      TemplateCommand.class,
      PseudonymCommand.class,
      AdministerCommand.class,
      SimulateCommand.class,
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

  /** What {@code --version} prints. */
  static final class VersionLine implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"xinheng " + Version.text()};
    }
  }

  /** Runs a command and gives its exit code. */
  static int run(Terminal terminal, String... arguments) {
    TerminalFactory factory = new TerminalFactory(terminal);
    CommandLine line = new CommandLine(new Commands(), factory);
    commands(arguments).forEach(command -> line.addSubcommand(new CommandLine(command, factory)));
    line.registerConverter(LocalDate.class, WordConverters::date);
    line.registerConverter(LocalDateTime.class, WordConverters::time);
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (exception, failed, parsed) -> Main.explain(exception, terminal));
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
}
