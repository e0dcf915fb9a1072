package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.xinheng.app.study.StudyJson;
import org.xinheng.app.study.StudyRun;
import org.xinheng.app.study.WarningText;
import org.xinheng.exchange.DataColumns;
import org.xinheng.instrument.Language;
import org.xinheng.validation.Watch;
import org.xinheng.validation.study.StudyOptions;
import org.xinheng.validation.study.Warning;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a study is drawn, and where its results go. */
final class StudyOutput {

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Samples drawn to see what chance does; default ${DEFAULT-VALUE}.")
  private int samples = 2000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed draws the same samples; default ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--least-shown",
      paramLabel = "N",
      description =
          "The fewest people that a figure of a group may rest on; default ${DEFAULT-VALUE}.")
  private int leastShown = 5;

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

  /** Stops long work when the program is stopped. */
  static final Watch WATCH = (done, of) -> !Thread.currentThread().isInterrupted();

  long seed() {
    return seed;
  }

  Language language() {
    return language;
  }

  StudyOptions options() {
    return StudyOptions.defaults().withSamples(samples, seed).withLeastShown(leastShown);
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

  /** Says what to know, and where the report is. */
  void end(List<Warning> warnings, Terminal terminal) throws IOException {
    warnings.forEach(
        warning -> terminal.err().println("warning: " + WarningText.of(warning, Language.EN)));
    terminal.out().println("written to " + folder().resolve("report.html"));
  }
}
