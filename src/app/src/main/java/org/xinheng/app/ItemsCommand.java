package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.xinheng.app.study.ItemReport;
import org.xinheng.app.study.ItemScales;
import org.xinheng.app.study.StudyRun;
import org.xinheng.validation.study.ItemData;
import org.xinheng.validation.study.ItemResult;
import org.xinheng.validation.study.ItemStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng items}: how items are answered, what they have in common, and whether groups answer them alike. */
@Command(
    name = "items",
    mixinStandardHelpOptions = true,
    description =
        "Studies the items of scales: answers with floor and ceiling, discrimination, dimensions,"
            + " correlations, and with --by whether items function alike in groups. Writes"
            + " study.json, CSV tables and report.html.")
final class ItemsCommand implements Callable<Integer> {

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
      description = "Columns of groups whose answers are compared, each group with the largest.")
  private Set<String> by = new LinkedHashSet<>();

  @Mixin
  private StudyInput source = new StudyInput();

  @Mixin
  private StudyOutput output = new StudyOutput();

  private final Terminal terminal;

  ItemsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    StudyInput.Read read = items.read(input, source, by, terminal);
    List<ItemResult> scales = new ArrayList<>();
    for (ItemData scale : read.scales()) {
      ItemData data = scale;
      for (String column : by) {
        data = data.withGroups(column, read.columns().texts(column));
      }
      scales.add(ItemStudy.run(data, output.options(), StudyOutput.WATCH));
    }
    StudyRun<ItemScales> run = output.run(input, read.columns(), new ItemScales(scales));
    output.write(run, ItemReport.html(run, output.language()));
    ItemReport.tables(output.folder(), run.study());
    for (ItemResult scale : scales) {
      terminal
          .out()
          .printf(
              "%s: %,d people with all answers to %d items; %d components by parallel analysis;"
                  + " one factor CFI %.3f, RMSEA %.3f%n",
              scale.scale(),
              scale.complete(),
              scale.items().size(),
              scale.parallel().components(),
              scale.factor().cfi(),
              scale.factor().rmsea());
    }
    output.end(scales.stream().flatMap(scale -> scale.warnings().stream()).toList(), terminal);
    return 0;
  }
}
