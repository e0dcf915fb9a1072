package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.xinheng.app.study.FairnessReport;
import org.xinheng.app.study.FairnessStudy;
import org.xinheng.app.study.StudyRun;
import org.xinheng.exchange.DataColumns;
import org.xinheng.validation.study.AccuracyStudy;
import org.xinheng.validation.study.CutRule;
import org.xinheng.validation.study.DifResult;
import org.xinheng.validation.study.DifStudy;
import org.xinheng.validation.study.ItemData;
import org.xinheng.validation.study.StudyOptions;
import org.xinheng.validation.study.StudyResult;
import org.xinheng.validation.study.Warning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng fairness}: whether a cut-off, and the items behind it, treat groups alike. */
@Command(
    name = "fairness",
    mixinStandardHelpOptions = true,
    description =
        "Studies whether a cut-off treats groups alike: sensitivity, specificity, predictive"
            + " values and share flagged by group with gaps and ratios; with --with or --items"
            + " also whether items function alike. Writes study.json, CSV tables and report.html.")
final class FairnessCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DATA",
      description = "CSV in UTF-8 or GB18030: scores, or answers with --with.")
  private Path input = Path.of("");

  @Mixin
  private CriterionColumns criterion = new CriterionColumns();

  @Option(
      names = "--by",
      arity = "1..*",
      required = true,
      paramLabel = "COL",
      description = "Columns of groups.")
  private Set<String> by = new LinkedHashSet<>();

  @Option(
      names = "--cut",
      paramLabel = "VALUE",
      description =
          "The cut-off that is or will be used; that of the largest Youden index if nothing is"
              + " said.")
  private Optional<Double> cut = Optional.empty();

  @Mixin
  private StudyInput.Items items = new StudyInput.Items();

  @Mixin
  private StudyInput source = new StudyInput();

  @Mixin
  private StudyOutput output = new StudyOutput();

  private final Terminal terminal;

  FairnessCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    criterion.require();
    Set<String> headings = new LinkedHashSet<>(criterion.headings());
    headings.addAll(by);
    StudyInput.Read read = source.isScored() || items.isGiven()
        ? items.read(input, source, headings, terminal)
        : new StudyInput.Read(DataColumns.read(input, headings), List.of());
    DataColumns columns = read.columns();
    StudyOptions options =
        cut.isPresent() ? output.options().withGivenCutOff(cut.get()) : output.options();
    options = cut.isPresent() ? options.withChosen(CutRule.GIVEN) : options;
    StudyResult result = AccuracyStudy.run(criterion.data(columns, by), options, StudyOutput.WATCH);
    List<Warning> warnings = new ArrayList<>(result.warnings());
    List<DifResult> dif = new ArrayList<>();
    for (ItemData scale : read.scales()) {
      ItemData data = scale;
      for (String column : by) {
        data = data.withGroups(column, columns.texts(column));
      }
      dif.addAll(DifStudy.run(data, options, warnings));
    }
    StudyRun<FairnessStudy> run = output.run(
        input,
        columns,
        new FairnessStudy(
            criterion.name(), criterion.positive(), result.withWarnings(warnings), dif));
    output.write(run, FairnessReport.html(run, output.language()));
    FairnessReport.tables(output.folder(), run.study());
    output.end(warnings, terminal);
    return 0;
  }
}
