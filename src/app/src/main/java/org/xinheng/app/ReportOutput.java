package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.xinheng.app.study.StudyJson;
import org.xinheng.app.study.StudyRun;
import org.xinheng.exchange.DataColumns;
import org.xinheng.instrument.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The language of a report, and where the results of a study go. */
class ReportOutput {

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      converter = WordConverters.OfLanguage.class,
      description = "The language of the report: en or zh-CN; default en.")
  private Language language = Language.EN;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the results; default xinheng- and the name of the command.")
  private Optional<Path> output = Optional.empty();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  Language language() {
    return language;
  }

  /** The folder for the results, which is made if it is not there. */
  Path folder() throws IOException {
    Path folder = output.orElse(Path.of("xinheng-" + spec.name()));
    Files.createDirectories(folder);
    return folder;
  }

  /** A study with where it comes from. */
  <S> StudyRun<S> run(Path input, DataColumns columns, S study) {
    return new StudyRun<>(
        Version.text(),
        String.join(" ", spec.commandLine().getParseResult().originalArgs()),
        String.valueOf(input.getFileName()),
        columns.sha256(),
        study);
  }

  /** Writes {@code study.json} and {@code report.html}. */
  void write(StudyRun<?> run, String report) throws IOException {
    Files.writeString(folder().resolve("study.json"), StudyJson.of(run));
    Files.writeString(folder().resolve("report.html"), report);
  }

  /** Says where the report is. */
  void end(Terminal terminal) throws IOException {
    terminal.out().println("written to " + folder().resolve("report.html"));
  }
}
