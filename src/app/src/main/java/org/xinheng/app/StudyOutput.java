package org.xinheng.app;

import java.io.IOException;
import java.util.List;
import org.xinheng.app.study.WarningText;
import org.xinheng.instrument.Language;
import org.xinheng.validation.Watch;
import org.xinheng.validation.study.StudyOptions;
import org.xinheng.validation.study.Warning;
import picocli.CommandLine.Option;

/** How a study is drawn, and where its results go. */
final class StudyOutput extends ReportOutput {

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

  /** Stops long work when the program is stopped. */
  static final Watch WATCH = (done, of) -> !Thread.currentThread().isInterrupted();

  long seed() {
    return seed;
  }

  StudyOptions options() {
    return StudyOptions.defaults().withSamples(samples, seed).withLeastShown(leastShown);
  }

  /** Says what to know, and where the report is. */
  void end(List<Warning> warnings, Terminal terminal) throws IOException {
    warnings.forEach(
        warning -> terminal.err().println("warning: " + WarningText.of(warning, Language.EN)));
    end(terminal);
  }
}
