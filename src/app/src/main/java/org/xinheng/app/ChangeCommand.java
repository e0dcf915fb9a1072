package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.xinheng.app.study.ChangeReport;
import org.xinheng.app.study.StudyRun;
import org.xinheng.app.study.WavesStudy;
import org.xinheng.exchange.DataColumns;
import org.xinheng.validation.study.ChangeResult;
import org.xinheng.validation.study.ChangeStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code xinheng change}: who changed by more than measurement error between two waves. */
@Command(
    name = "change",
    mixinStandardHelpOptions = true,
    description =
        "Studies change between two waves: reliable change of each person, agreement of the waves,"
            + " smallest detectable change. Either DATA holds both scores (--before, --after), or"
            + " DATA and SECOND hold one wave each (--score, --student). Writes study.json,"
            + " change.csv and report.html.")
final class ChangeCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "DATA",
      description = "CSV in UTF-8 or GB18030: the first wave, or both.")
  private Path input = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SECOND",
      description = "The second wave, whose students are found by --student.")
  private Optional<Path> second = Optional.empty();

  @Option(names = "--before", paramLabel = "COL", description = "The first scores, in one file.")
  private Optional<String> before = Optional.empty();

  @Option(names = "--after", paramLabel = "COL", description = "The second scores, in one file.")
  private Optional<String> after = Optional.empty();

  @Option(
      names = "--score",
      paramLabel = "COL",
      description = "The score, in two files; with --with such as phq-9.total.")
  private Optional<String> score = Optional.empty();

  @Option(
      names = "--student",
      paramLabel = "COL",
      description = "The column by which students are found again; default ${DEFAULT-VALUE}.")
  private String student = "student";

  @Option(
      names = "--reliability",
      paramLabel = "R",
      description = "The reliability that change is judged by, such as a published alpha or retest"
          + " correlation; the correlation of the waves if nothing is said.")
  private Optional<Double> reliability = Optional.empty();

  @Mixin
  private StudyInput source = new StudyInput();

  @Mixin
  private StudyOutput output = new StudyOutput();

  private final Terminal terminal;

  ChangeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    OptionalDouble given =
        reliability.isPresent() ? OptionalDouble.of(reliability.get()) : OptionalDouble.empty();
    DataColumns columns;
    double[] first;
    double[] then;
    String firstName;
    String thenName;
    if (second.isPresent()) {
      if (score.isEmpty() || before.isPresent() || after.isPresent()) {
        throw new IllegalArgumentException("two files: write --score and, if need be, --student");
      }
      Set<String> headings = Set.of(student, score.get());
      columns = source.columns(input, headings, terminal);
      DataColumns later = source.columns(second.get(), headings, terminal);
      first = columns.numbers(score.get());
      then = matched(columns.texts(student), later.texts(student), later.numbers(score.get()));
      firstName = score.get() + " 1";
      thenName = score.get() + " 2";
    } else {
      if (before.isEmpty() || after.isEmpty() || score.isPresent()) {
        throw new IllegalArgumentException("one file: write --before and --after");
      }
      columns = source.columns(input, Set.of(before.get(), after.get()), terminal);
      first = columns.numbers(before.get());
      then = columns.numbers(after.get());
      firstName = before.get();
      thenName = after.get();
    }
    ChangeResult result = ChangeStudy.run(first, then, given, output.options().level());
    StudyRun<WavesStudy> run =
        output.run(input, columns, new WavesStudy(firstName, thenName, result));
    output.write(run, ChangeReport.html(run, output.language()));
    ChangeReport.tables(output.folder(), run.study(), columns);
    terminal
        .out()
        .printf(
            "%,d people with both scores; %,d rose and %,d fell by more than %.2f, beyond error%n",
            result.people(), result.up(), result.down(), result.reliableFrom());
    output.end(result.warnings(), terminal);
    return 0;
  }

  /** The second score of each student of the first wave. */
  private double[] matched(List<String> students, List<String> later, double[] scores) {
    requireOnce(students, input);
    requireOnce(later, second.orElse(input));
    Map<String, Double> byStudent = new HashMap<>();
    for (int i = 0; i < scores.length; i++) {
      byStudent.put(later.get(i), scores[i]);
    }
    byStudent.remove("");
    double[] found = new double[students.size()];
    Arrays.setAll(found, i -> byStudent.getOrDefault(students.get(i), Double.NaN));
    return found;
  }

  private void requireOnce(List<String> students, Path file) {
    Map<String, Integer> rows = new HashMap<>();
    for (int i = 0; i < students.size(); i++) {
      Integer earlier = students.get(i).isEmpty() ? null : rows.putIfAbsent(students.get(i), i);
      if (earlier != null) {
        throw new IllegalArgumentException("--student: data rows " + (earlier + 1) + " and "
            + (i + 1) + " of " + file.getFileName() + " are of the same student; keep one of them");
      }
    }
  }
}
