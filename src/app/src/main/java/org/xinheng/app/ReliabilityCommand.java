package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.xinheng.app.study.ReliabilityReport;
import org.xinheng.app.study.ReliabilityScales;
import org.xinheng.app.study.StudyRun;
import org.xinheng.validation.study.ItemData;
import org.xinheng.validation.study.ReliabilityResult;
import org.xinheng.validation.study.ReliabilityStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng reliability}: how reliable the sums of scales are. */
@Command(
    name = "reliability",
    mixinStandardHelpOptions = true,
    description =
        "Studies how reliable scales are: alpha and omega with intervals, halves, items among the"
            + " others, standard error, what a score says of the true score. Writes study.json,"
            + " CSV tables and report.html.")
final class ReliabilityCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DATA",
      description = "CSV in UTF-8 or GB18030: answers, one row a person.")
  private Path input = Path.of("");

  @Mixin
  private StudyInput.Items items = new StudyInput.Items();

  @Option(
      names = "--by",
      arity = "1..*",
      paramLabel = "COL",
      description = "Columns of groups in which reliability is looked at as well.")
  private Set<String> by = new LinkedHashSet<>();

  @Mixin
  private StudyInput source = new StudyInput();

  @Mixin
  private StudyOutput output = new StudyOutput();

  private final Terminal terminal;

  ReliabilityCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    StudyInput.Read read = items.read(input, source, by, terminal);
    List<ReliabilityResult> scales = new ArrayList<>();
    for (ItemData scale : read.scales()) {
      ItemData data = scale;
      for (String column : by) {
        data = data.withGroups(column, read.columns().texts(column));
      }
      scales.add(ReliabilityStudy.run(data, output.options(), StudyOutput.WATCH));
    }
    StudyRun<ReliabilityScales> run =
        output.run(input, read.columns(), new ReliabilityScales(scales));
    output.write(run, ReliabilityReport.html(run, output.language()));
    ReliabilityReport.tables(output.folder(), run.study());
    for (ReliabilityResult scale : scales) {
      terminal
          .out()
          .printf(
              "%s: %,d people with all answers; alpha %.3f (%.3f to %.3f), omega %.3f; standard"
                  + " error %.2f%n",
              scale.scale(),
              scale.complete(),
              scale.alpha().value(),
              scale.alpha().interval().lower(),
              scale.alpha().interval().upper(),
              scale.omega().value(),
              scale.standardError());
    }
    output.end(scales.stream().flatMap(scale -> scale.warnings().stream()).toList(), terminal);
    return 0;
  }
}
