package org.xinheng.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.xinheng.app.report.CampaignReport;
import org.xinheng.app.report.DistrictReport;
import org.xinheng.app.report.TerminalSummary;
import org.xinheng.definition.DefinitionJson;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.AtomicFile;
import org.xinheng.exchange.CampaignFiles;
import org.xinheng.exchange.CampaignOptions;
import org.xinheng.exchange.CampaignRun;
import org.xinheng.exchange.FileName;
import org.xinheng.exchange.Publication;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.instrument.Language;
import org.xinheng.record.CaseFileJson;
import org.xinheng.record.CaseFiles;
import org.xinheng.screening.CampaignCounts;
import org.xinheng.screening.CampaignResult;
import org.xinheng.screening.StudentOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng screen}: a campaign to outcomes, lists, counts and reports. */
@Command(
    name = "screen",
    mixinStandardHelpOptions = true,
    description =
        "Screens a school or district from a campaign file: results.xlsx and the same tables as"
            + " CSV (today, follow-up, groups, outcomes, summary, coverage), a sheet for each"
            + " class teacher in classes, and report.html; of several schools district.html, and a"
            + " report of each in reports.")
final class ScreenCommand implements Callable<Integer> {

  static final String REPORT = "report.html";
  static final String DISTRICT_REPORT = "district.html";
  static final String REPORTS = "reports";
  static final String CASE_FILES = "case-files";

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

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      converter = WordConverters.OfLanguage.class,
      description = "The language of the reports: zh-CN or en; default zh-CN. Tables are in both.")
  private Language language = Language.ZH_CN;

  @Option(
      names = "--found",
      paramLabel = "TIME",
      description =
          "When the results are found out about, such as 2026-10-30T15:00: from then on the"
              + " deadlines run. Default 8:00 on the last day of the campaign.")
  private Optional<LocalDateTime> found = Optional.empty();

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description =
          "What time it is, for what is overdue, such as 2026-11-13T15:00. Default the time of the"
              + " clock if the campaign has a table of contacts, else when the results are found"
              + " out about.")
  private Optional<LocalDateTime> now = Optional.empty();

  @Option(
      names = "--published",
      paramLabel = "DIR",
      description =
          "The results of an earlier run of this campaign whose counts were handed out. New counts"
              + " that, less the earlier ones, would tell of few students are not published: the"
              + " earlier ones stay. Default the folder of --out, if it holds such results.")
  private Optional<Path> published = Optional.empty();

  @Option(
      names = "--not-handed-out",
      description =
          "Nobody has got the counts of an earlier run: they are replaced, whatever has changed.")
  private boolean notHandedOut;

  @Option(
      names = "--case-files",
      description = "Also writes a case file of each student at tier 2 or 3 or with an alert.")
  private boolean caseFiles;

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
    CampaignOptions options = new CampaignOptions(idOptions.ids(), Optional.empty(), found, now);
    CampaignRun run = CampaignRun.of(campaign, libraryOptions.chosen(), options);
    Publication publication = publication(run.result(), options.ids());
    write(run, publication, output, language);
    if (caseFiles) {
      writeCaseFiles(run.result(), output.resolve(CASE_FILES));
    }
    tell(run, publication, output, terminal);
    return 0;
  }

  /** What was published before is looked for where it would be written over. */
  private Publication publication(CampaignResult result, StudentIds ids) throws IOException {
    if (notHandedOut) {
      return Publication.first(result);
    }
    Publication publication = Publication.after(published.orElse(output), result, ids);
    if (published.isPresent() && publication.before().isEmpty()) {
      throw new IllegalArgumentException(
          "--published: there are no results of campaign '" + result.campaign().id() + "' in "
              + published.get() + "; name the folder that an earlier run gave after --out");
    }
    return publication;
  }

  static void screen(Path campaign, CampaignOptions options, Path output, Terminal terminal)
      throws IOException {
    CampaignRun run = CampaignRun.of(campaign, InstrumentLibrary.shipped(), options);
    Publication publication = Publication.first(run.result());
    write(run, publication, output, Language.ZH_CN);
    tell(run, publication, output, terminal);
  }

  private static void write(
      CampaignRun run, Publication publication, Path output, Language language) throws IOException {
    CampaignFiles.write(run, publication, output, Version.text());
    if (publication.isKept()) {
      keepReports(publication.from().orElseThrow(), output);
    } else {
      writeReports(publication.result(), publication.counts(), output, language);
    }
  }

  private static void keepReports(Path from, Path output) throws IOException {
    List<Path> reports = new ArrayList<>(List.of(Path.of(REPORT), Path.of(DISTRICT_REPORT)));
    if (Files.isDirectory(from.resolve(REPORTS))) {
      Files.createDirectories(output.resolve(REPORTS));
      try (Stream<Path> files = Files.list(from.resolve(REPORTS))) {
        files.forEach(file -> reports.add(from.relativize(file)));
      }
    }
    for (Path report : reports) {
      if (Files.exists(from.resolve(report))) {
        write(output.resolve(report), Files.readString(from.resolve(report)));
      }
    }
  }

  private static void writeReports(
      CampaignResult result, CampaignCounts counts, Path output, Language language)
      throws IOException {
    Map<String, CampaignResult> schools = result.bySchool();
    if (schools.size() > 1) {
      write(output.resolve(DISTRICT_REPORT), DistrictReport.html(result, counts, language));
      Path reports = output.resolve(REPORTS);
      Files.createDirectories(reports);
      FileName names = new FileName();
      for (Map.Entry<String, CampaignResult> school : schools.entrySet()) {
        write(
            reports.resolve(names.take(school.getKey()) + ".html"),
            CampaignReport.html(school.getValue(), counts.ofSchool(school.getKey()), language));
      }
    } else {
      write(output.resolve(REPORT), CampaignReport.html(result, counts, language));
    }
  }

  /** A file of each student to whom somebody has to talk; it is called by a number, since an id may be a name. */
  private static void writeCaseFiles(CampaignResult result, Path folder) throws IOException {
    Files.createDirectories(folder);
    int row = 0;
    for (StudentOutcome student : result.students()) {
      row++;
      if (student.outcome().needsSupport()) {
        write(
            folder.resolve("row-" + row + ".json"),
            DefinitionJson.line(CaseFileJson.of(CaseFiles.of(student, result))) + "\n");
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    try (AtomicFile atomic = AtomicFile.begin(file)) {
      atomic.stream().write(text.getBytes(StandardCharsets.UTF_8));
      atomic.commit();
    }
  }

  private static void tell(
      CampaignRun run, Publication publication, Path output, Terminal terminal) {
    DiagnosticPrinter.printFirst(run.diagnostics(), terminal.err());
    if (publication.isKept()) {
      TerminalSummary.kept(publication.changed()).forEach(terminal.out()::println);
    } else {
      TerminalSummary.lines(publication.result(), publication.counts())
          .forEach(terminal.out()::println);
      if (publication.changed() > 0) {
        TerminalSummary.again().forEach(terminal.out()::println);
      }
    }
    terminal.out().println();
    terminal.out().println("结果 Results: " + output.toAbsolutePath().normalize());
  }
}
