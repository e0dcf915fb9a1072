package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.xinheng.definition.Change;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.InstrumentDiff;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.definition.SourceText;
import org.xinheng.exchange.ScoreComparison;
import org.xinheng.instrument.Instrument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng diff}: what changed between two versions of a questionnaire. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description =
        "Says what changed between two versions of a questionnaire, and whether it changes scores.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing changes for scores; texts may",
      "1:something changes for scores, or a file is at fault",
      "2:the call is at fault"
    })
final class DiffCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "OLD", description = "The old version, by id or file.")
  private String old = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The new version, by id or file.")
  private String now = "";

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "A file of answers: scored with both versions, to say how many rows get another result.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "What the columns and codes of the data mean.")
  private Optional<Path> map = Optional.empty();

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (map.isPresent() && data.isEmpty()) {
      throw new IllegalArgumentException("--map needs --data");
    }
    InstrumentLibrary library = libraryOptions.chosen();
    Instrument before = library.questionnaire(old);
    Instrument after = library.questionnaire(now);
    List<Change> changes = InstrumentDiff.between(before, after);
    print(before, after, changes);
    if (data.isPresent()) {
      ColumnMap columns = map.isPresent()
          ? Definitions.columnMap(SourceText.read(map.get())).usable()
          : ColumnMap.NONE;
      print(ScoreComparison.of(data.get(), columns, before, after));
    }
    return Change.ofScores(changes).isEmpty() ? 0 : Main.DATA_AT_FAULT;
  }

  private void print(Instrument before, Instrument after, List<Change> changes) {
    terminal
        .out()
        .printf(
            "%s: %s (%s) to %s (%s)%n",
            before.id(), before.version(), hashStart(before), after.version(), hashStart(after));
    section("changes for scores", Change.ofScores(changes));
    section("administration only", Change.ofAdministration(changes));
    section("texts only", Change.ofTexts(changes));
  }

  /** Enough of the hash to tell two files of one version apart. */
  private static String hashStart(Instrument instrument) {
    return instrument.hash().substring(0, 8);
  }

  private void section(String title, List<Change> changes) {
    terminal.out().println();
    terminal.out().println(title + (changes.isEmpty() ? ": none" : " (" + changes.size() + ")"));
    changes.forEach(change -> terminal.out().println("  " + change.text()));
  }

  private void print(ScoreComparison comparison) {
    terminal.out().println();
    terminal.out().printf("%,d rows scored with both%n", comparison.rows());
    if (comparison.differences().isEmpty()) {
      terminal
          .out()
          .println("  every row gets the same scores, bands, outcomes, alert and validity");
    }
    for (ScoreComparison.Difference difference : comparison.differences()) {
      terminal
          .out()
          .printf(
              "  %s: another %s in %,d %s %s)%n",
              difference.subject(),
              difference.result().word(),
              difference.rows(),
              difference.rows() == 1 ? "row (line" : "rows (lines",
              lines(difference));
    }
  }

  private static String lines(ScoreComparison.Difference difference) {
    String first =
        difference.firstLines().stream().map(String::valueOf).collect(Collectors.joining(", "));
    long more = difference.rows() - difference.firstLines().size();
    return more > 0 ? first + " and " + more + " more" : first;
  }
}
