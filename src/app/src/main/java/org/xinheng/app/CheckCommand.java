package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.xinheng.definition.Checker;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.Read;
import org.xinheng.definition.SourceText;
import org.xinheng.definition.WordingYaml;
import org.xinheng.definition.WorkedCases;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.DiagnosticJson;
import org.xinheng.diagnostic.DiagnosticText;
import org.xinheng.instrument.Instrument;
import org.xinheng.policy.Campaign;
import org.xinheng.scoring.power.CasePower;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng check}: all faults of definition files. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Checks definitions: questionnaires with their worked cases, norm sets, batteries,"
            + " policies, campaigns, column maps and wording packs. Prints every fault with its"
            + " place and the way out; exits 1 if any is an error.")
final class CheckCommand implements Callable<Integer> {

  private static final String CASES = "cases.yaml";

  /** How diagnostics are printed. */
  enum Format {
    TEXT,
    JSON
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|DIR",
      description = "Files, or folders with .yaml files.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description =
          "json: one object a line with file, line, column, severity, code, message, hint.")
  private Format format = Format.TEXT;

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    InstrumentLibrary library = libraryOptions.chosen();
    int files = 0;
    int errors = 0;
    int warnings = 0;
    for (Path file : files()) {
      SourceText source = SourceText.read(file);
      List<Diagnostic> found = new ArrayList<>(Checker.check(source, library));
      found.addAll(failedCases(file, found, library));
      // What a wording pack holds is never printed.
      String shown = WordingYaml.isPack(source) ? "" : source.text();
      found.forEach(diagnostic -> print(diagnostic, shown));
      tellOfLaunch(source, found);
      files++;
      errors += (int) found.stream().filter(Diagnostic::isError).count();
      warnings +=
          (int) found.stream().filter(diagnostic -> !diagnostic.isError()).count();
    }
    if (format == Format.TEXT) {
      terminal
          .out()
          .printf(
              "%s checked: %s, %s%n",
              count(files, "file"), count(errors, "error"), count(warnings, "warning"));
    }
    return errors == 0 ? 0 : Main.DATA_AT_FAULT;
  }

  /** That a campaign says nothing of its preparation is no fault of it. */
  private void tellOfLaunch(SourceText source, List<Diagnostic> found) {
    boolean readable = found.stream().noneMatch(Diagnostic::isError);
    if (format == Format.JSON || !readable) {
      return;
    }
    Read<Campaign> read = Definitions.campaign(source);
    boolean isCampaign = read.diagnostics().stream().noneMatch(Diagnostic::isError);
    if (isCampaign && read.value().flatMap(Campaign::preparation).isEmpty()) {
      terminal
          .out()
          .printf(
              "%s: 'preparation' is not there, so the launch (gate 0) is not checked%n",
              source.file());
    }
  }

  private void print(Diagnostic diagnostic, String text) {
    terminal
        .out()
        .println(
            format == Format.JSON
                ? DiagnosticJson.of(diagnostic)
                : DiagnosticText.of(diagnostic, text));
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.walk(path)) {
          files.addAll(inside.filter(CheckCommand::isDefinition).sorted().toList());
        }
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new NoSuchFileException(path.toString());
      }
    }
    return files;
  }

  private static boolean isDefinition(Path path) {
    String name = String.valueOf(path.getFileName());
    return Files.isRegularFile(path) && (name.endsWith(".yaml") || name.endsWith(".yml"));
  }

  /** A worked case is scored with the questionnaire beside it, if both can be read. */
  private static List<Diagnostic> failedCases(
      Path file, List<Diagnostic> found, InstrumentLibrary library) throws IOException {
    boolean readable = found.stream().noneMatch(Diagnostic::isError);
    if (!readable || !file.endsWith(CASES)) {
      return List.of();
    }
    Path folder = file.toAbsolutePath().resolveSibling("");
    Path beside = folder.resolve(folder.getFileName() + ".yaml");
    if (!Files.isRegularFile(beside)) {
      return List.of();
    }
    Read<Instrument> questionnaire = Definitions.questionnaire(SourceText.read(beside));
    boolean usable = questionnaire.diagnostics().stream().noneMatch(Diagnostic::isError);
    if (!usable || questionnaire.value().isEmpty()) {
      return List.of();
    }
    Read<WorkedCases> cases = Definitions.workedCases(SourceText.read(file));
    return CasePower.run(
        questionnaire.value().get(), cases, library.normSetsOf(cases.usable().list()));
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
