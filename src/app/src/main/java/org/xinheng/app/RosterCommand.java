package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.xinheng.exchange.RosterImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code xinheng roster}: the list that a school sends, and the roster that is kept. */
@Command(
    name = "roster",
    mixinStandardHelpOptions = true,
    description =
        "Takes the student list of a school, an Excel workbook or CSV, into a roster that is kept"
            + " over the years: who is new, who is in another class and since when, who has left."
            + " The roster is what a campaign names as files.roster.",
    subcommands = {RosterCommand.Check.class, RosterCommand.Import.class})
final class RosterCommand implements Runnable {

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** What both commands are told. */
  static final class ListOptions {

    @Parameters(
        paramLabel = "FILE",
        description = "The list of the school: .xlsx (FILE.xlsx#SHEET names a sheet) or CSV.")
    private Path list = Path.of("");

    @Option(
        names = "--date",
        paramLabel = "YYYY-MM-DD",
        description = "The first day on which the list holds; default today.")
    private Optional<LocalDate> date = Optional.empty();

    @Mixin
    private IdOptions idOptions = new IdOptions();

    RosterImport against(Path roster) throws IOException {
      return RosterImport.of(list, roster, day(), idOptions.ids());
    }

    RosterImport alone() throws IOException {
      return RosterImport.alone(list, day(), idOptions.ids());
    }

    private LocalDate day() {
      return date.orElseGet(LocalDate::now);
    }

    /** Says what was found out, without a name or number of a student. */
    void print(RosterImport found, Terminal terminal) {
      DiagnosticPrinter.print(found.faults(), terminal.err());
      DiagnosticPrinter.print(found.warnings(), terminal.err());
      terminal.out().println("花名册 Roster: " + list.getFileName());
      found.counts().forEach((change, count) -> {
        if (count > 0) {
          String english = change.en().isEmpty() ? "" : ": " + change.en();
          terminal.out().printf("%8d  %s %s%s%n", count, change.zhCn(), change.word(), english);
        }
      });
      terminal.out().printf("%8d  有问题的行 rows at fault%n", found.badRows());
    }
  }

  /** {@code xinheng roster check}. */
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Says what an import would do, and every row at fault with its cell. Nothing is written;"
              + " exits 1 if a row is at fault.")
  static final class Check implements Callable<Integer> {

    @Mixin
    private ListOptions options = new ListOptions();

    @Option(
        names = "--into",
        paramLabel = "FILE|DIR",
        description = "The roster that is kept; without it, the list alone is looked at.")
    private Optional<Path> roster = Optional.empty();

    private final Terminal terminal;

    Check(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      RosterImport found = roster.isPresent() ? options.against(roster.get()) : options.alone();
      options.print(found, terminal);
      found
          .closesMany()
          .ifPresent(count -> terminal
              .out()
              .println("离校人数很多，导入时须写明 Many would be closed; to import," + " confirm with --closing "
                  + count));
      return found.badRows() > 0 ? Main.DATA_AT_FAULT : 0;
    }
  }

  /** {@code xinheng roster import}. */
  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description =
          "Takes a list into the roster. Nothing is written as long as a row is at fault, unless"
              + " --skip-bad-rows says so. Consent and whatever people wrote into columns of their"
              + " own stay as they are; who is gone gets a last day and is not deleted.")
  static final class Import implements Callable<Integer> {

    @Mixin
    private ListOptions options = new ListOptions();

    @Option(
        names = "--into",
        required = true,
        paramLabel = "FILE|DIR",
        description = "The roster that is kept, a CSV file; in a folder, roster.csv.")
    private Path roster = Path.of("");

    @Option(
        names = "--skip-bad-rows",
        description = "Leave out rows at fault; students in them stay as they are.")
    private boolean skipsBadRows;

    @Option(
        names = "--closing",
        paramLabel = "N",
        description =
            "Confirms that N students are gone, which is asked for when they are more than a fifth"
                + " of a school.")
    private Optional<Integer> closing = Optional.empty();

    private final Terminal terminal;

    Import(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      RosterImport found = options.against(roster);
      options.print(found, terminal);
      if (found.badRows() > 0 && !skipsBadRows) {
        terminal
            .err()
            .println("xinheng: nothing was imported; correct the rows, or leave them out"
                + " with --skip-bad-rows");
        return Main.DATA_AT_FAULT;
      }
      Optional<Integer> many = found.closesMany();
      if (many.isPresent() && !many.equals(closing)) {
        terminal
            .err()
            .println("xinheng: nothing was imported; the list may be only a part of the"
                + " school, since " + many.get()
                + " students would be closed; if they are gone, confirm"
                + " with --closing " + many.get());
        return Main.DATA_AT_FAULT;
      }
      found.write();
      terminal.out().println("已写入 Written: " + found.target());
      return 0;
    }
  }
}
