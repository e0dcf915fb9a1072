package org.xinheng.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.xinheng.app.report.CampaignReport;
import org.xinheng.app.report.TerminalSummary;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.AtomicFile;
import org.xinheng.exchange.CampaignFiles;
import org.xinheng.exchange.CampaignRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng screen}: a campaign to outcomes, lists, counts and a report. */
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    description = "Screens a school or district from a campaign file: outcomes.csv (every student),"
        + " today.csv (where to act first), summary.csv (counts, small cells hidden) and"
        + " report.html.")
final class ScreenCommand implements Callable<Integer> {

  private static final String REPORT = "report.html";

  @Parameters(
      paramLabel = "CAMPAIGN",
      description = "The campaign file; it names batteries, policy and tables.")
  private Path campaign = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the results.")
  private Path output = Path.of("");

  @Mixin
  private IdOptions idOptions = new IdOptions();

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  ScreenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CampaignRun run = CampaignRun.of(campaign, libraryOptions.chosen(), idOptions.ids());
    write(run, output, terminal);
    return 0;
  }

  static void screen(Path campaign, InstrumentLibrary library, Path output, Terminal terminal)
      throws IOException {
    write(CampaignRun.of(campaign, library), output, terminal);
  }

  private static void write(CampaignRun run, Path output, Terminal terminal) throws IOException {
    CampaignFiles.write(run, output, Version.text());
    try (AtomicFile report = AtomicFile.begin(output.resolve(REPORT))) {
      report.stream().write(CampaignReport.html(run.result()).getBytes(StandardCharsets.UTF_8));
      report.commit();
    }
    DiagnosticPrinter.printFirst(run.diagnostics(), terminal.err());
    TerminalSummary.lines(run.result()).forEach(terminal.out()::println);
    terminal.out().println();
    terminal.out().println("结果 Results: " + output.toAbsolutePath().normalize());
  }
}
